"""Random whole plans, made from the declarations of the fields themselves.

Every field is made by its kind (`Maker.of_kind`), so that a new field of a known kind is covered
by being declared. What a kind cannot know stands in three tables:

* `PARSED`: a strategy for each parsed kind, by its Vietnamese name;
* `OWN`: fields whose value must fit the rest of the plan (codes, keys, columns);
* `RECORDS`: records whose fields exclude one another.

A kind in none of them raises NoStrategyError, which names the field.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from hypothesis import strategies as st

from kehoach_cli.plan.bang import Bang, Cot, Hang, RowKind
from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.kinds import (
    Choice,
    ListOf,
    MapOf,
    MoneyKind,
    Parsed,
    PictureFile,
    RecordOf,
    Text,
    YesNo,
)
from kehoach_cli.plan.model import HieuLuc, Plan, Profile
from kehoach_cli.plan.outline import Khoi, Muc, PhuLuc, ThanBai
from kehoach_cli.plan.paths import text_fields
from kehoach_cli.plan.quyet_dinh import Dieu
from kehoach_cli.plan.records import Field, Kind, Record, fields_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.split import Split
from kehoach_cli.plan.stated import StatedKind
from kehoach_cli.plan.targets import ChiTieu, SoLieu
from kehoach_cli.plan.van_ban import VanBan

from . import figures, money, sums
from .typed import Time, Tree
from .words import LINE, LINES, PHRASE
from .world import LEVELS, PICTURES, SCHEMES, SECTIONS, TABLES, World

MAX_LEAVES = 14
DEEPEST_HEADING = 4
DEEPEST_SECTION = 6
LATEST = 36  # records of an outline; later ones have no parts
ABSENT: Any = None


class NoStrategyError(LookupError):
    """A declared field of a kind that no strategy is known for."""


DATES = st.one_of(
    st.sampled_from(("01/11/2013", "2013-11-01", "tháng 10 năm 2016", "2016", "29/02/2024")),
    st.dates(date(1991, 1, 1), date(2099, 12, 31)).map(lambda d: f"{d.day}/{d.month}/{d.year}"),
)
PARSED: dict[str, st.SearchStrategy[str]] = {
    "số": st.sampled_from(("1", "26.162", "0,5")),
    "độ rộng": st.sampled_from(("5", "12,5", "30", "60", "300")),
    "cỡ chữ": st.sampled_from(("11", "12", "13")),
    "số nguyên": st.sampled_from(("1", "1", "0")),
    "số, có thể kèm đơn vị": figures.counts(zero=False),
    "ngày": DATES,
    "thời kỳ": st.sampled_from(("2014", "2016-2020", "giai đoạn 2016 - 2020")),
    "cách đánh số": SCHEMES,
    "một bậc đánh số": st.sampled_from(LEVELS),
    "có, không, hoặc số bậc": st.sampled_from(("có", "không", "1", "2", "3")),
    "số văn bản": st.sampled_from(("172", "5", "05", "12a", "1234567")),
}


class Maker:
    """Makes the parts of one plan.

    `table`: what the table being made shows, `columns`: those that hold its values; `registers`:
    the projects and targets; `group_names`: what the groups are called; `carried`: the author's
    own names that some project has; `placed`: whether an article holds the plan.
    """

    def __init__(self, draw: st.DrawFn, world: World) -> None:
        self.draw, self.world = draw, world
        self.table: type[DuAn | ChiTieu] | None = None
        self.inside: list[type[Record]] = []
        self.heading = 0
        self.leaves = 0
        self.records = 0
        self.columns: list[Tree] = []
        self.registers: dict[type[Record], list[Tree]] = {}
        self.carried: list[str] = []
        self.placed = False
        self.group_names: dict[str, dict[str, str]] = {}
        self.codes: dict[type[Record], list[str | None]] = {
            DuAn: list(world.projects),
            ChiTieu: list(world.targets),
            PhuLuc: list(world.appendices),
        }

    def often(self, share: int = 2) -> bool:
        """Whether: once in `share`."""
        return self.draw(st.integers(1, share)) == share

    def one_of(self, *things: Any) -> Any:
        return self.draw(st.sampled_from(things))

    def record(self, cls: type[Record]) -> dict[str, Tree]:
        """A record: the fields it needs, and some of the others, in either order."""
        self.inside.append(cls)
        self.records += 1
        made = RECORDS[cls](self) if cls in RECORDS else self.fields(cls)
        self.inside.pop()
        return made if self.draw(st.integers(0, 3)) else dict(reversed(made.items()))

    def fields(
        self, cls: type[Record], without: tuple[str, ...] = (), **fixed: Tree
    ) -> dict[str, Tree]:
        """The fields of a record; `fixed` ones as given."""
        made: dict[str, Tree] = {}
        for key, field in fields_of(cls).items():
            if key in fixed:
                made[key] = fixed[key]
            elif key not in without and (field.required or self.often(3)):
                made[key] = self.value(cls, field)
        return {key: value for key, value in made.items() if value is not ABSENT}

    def value(self, cls: type[Record], field: Field) -> Tree:
        """A value of a field; ABSENT where the plan has nothing that fits."""
        own = own_strategy(cls, field.key)
        if own is not None:
            return own(self)
        try:
            return self.of_kind(field.kind)
        except NoStrategyError as error:
            raise NoStrategyError(f"{cls.__name__}.{field.key}: {error}") from None

    def of_kind(self, kind: Kind) -> Tree:
        """A value that a kind reads without a fault."""
        for known, make in KINDS.items():
            if isinstance(kind, known):
                return make(self, kind)
        raise NoStrategyError(f"{kind!r}; say in {__name__} what is typed there")

    def line(self) -> str:
        """A line of text, sometimes with a value of the plan in it."""
        text: str = self.draw(LINE)
        if self.often(12):
            text = f"{text} {self.expression()} {self.draw(PHRASE)}"
        return text

    def title(self) -> str:
        """The title of a section, which names no section: that may be called by this very title."""
        text: str = self.draw(LINE)
        if self.often(12):
            text = f"{text} {self.asked(self.one_of('tong', 'so_du_an'))} {self.draw(PHRASE)}"
        return text

    def prose(self) -> str:
        """A paragraph or several."""
        text: str = self.draw(LINES)
        if self.often(4):
            text = f"{text}\n{self.draw(PHRASE)}: {self.expression()}."
        return text

    def expression(self) -> str:
        """A value of the plan; outside the outline one that cannot name the text it stands in."""
        if not {Muc, PhuLuc} & set(self.inside):
            return self.asked(self.one_of("tong", "tong | bang_chu", "so_du_an"))
        return self.asked(self.draw(expressions(self)))

    def asked(self, expression: str) -> str:
        """An expression between marks by which its value is found again on paper."""
        number = len(self.world.asked)
        self.world.asked.append(expression)
        return f"gt{number}: {{{{ {expression} }}}} :het{number}x"

    def section_code(self) -> Tree:
        """A code of a section of the main text; each is given once."""
        if Muc not in self.inside or PhuLuc in self.inside or not self.world.sections:
            return ABSENT
        return self.world.sections.pop()

    def table_code(self) -> Tree:
        """A code of a table; each is given once."""
        return self.world.tables.pop() if self.world.tables else ABSENT

    def code(self) -> Tree:
        """The code of the next project, target or appendix."""
        codes = self.codes[self.inside[-1]]
        return codes.pop(0) if codes and self.inside.count(DuAn) <= 1 else ABSENT

    def group(self, attribute: str) -> Tree:
        known = self.world.groups.get(attribute)
        return self.one_of(*known) if known else self.one_of("khac_1", "khac_2", "Nhóm khác")


def own_strategy(cls: type[Record], key: str) -> Callable[[Maker], Tree] | None:
    """What `OWN` says of a field, for a record or what it is derived from."""
    return next((OWN[base, key] for base in cls.__mro__ if (base, key) in OWN), None)


@st.composite
def expressions(draw: st.DrawFn, maker: Maker) -> str:
    """What may stand inside {{ }} in this plan."""
    world = maker.world
    found = [
        "tong | tien",
        "tong | bang_chu",
        "so_du_an | hai_chu_so",
        "so_nhom",
        "tong",
        "so_du_an",
    ]
    found += ["van_ban.trich_yeu", 'tong | so("đồng")', 'tong | tien("tỷ đồng")']
    found += [f"tong.{term} | tien" for term in terms(world)]
    found += [f"nguon_von.{key}" for key in world.sources]
    found += [f"ten_nhom.{key}" for keys in world.groups.values() for key in keys]
    found += [f"ten_du_an.{code.replace('-', '_')}" for code in world.projects if code]
    found += [f"phu_luc.{code} | hoa" for code in world.appendices if code]
    found += [f"so_du_an.{term}" for term in terms(world)]
    if world.sources:
        found += [f"tong.{year}.{world.sources[0]} | tien" for year in world.years]
    parts = [f"muc.{code}" for code in SECTIONS] + [f"bang.{code}" for code in TABLES]
    targets = [f"chi_tieu.{name}" for name in _of_targets(maker)]
    kinds = [names for names in (found, parts, targets) if names]
    chosen: str = draw(st.sampled_from(draw(st.sampled_from(kinds))))
    if chosen in parts:
        world.used.add(chosen)
    return chosen


def _of_targets(maker: Maker) -> Iterator[str]:
    """What a text may name of the targets that have a code and plain texts."""
    for target in maker.registers.get(ChiTieu, []):
        code = target.get("ma", "").replace("-", "_")
        now = figures.now(target)
        if code:
            known = ["tu_so", "mau_so", "ty_le"] if "tu_so" in now else []
            known += [str(year) for year in maker.world.years] + ["hien_trang"] * bool(now)
            yield from (f"{code}.{name}" for name in known)


def terms(world: World) -> list[str]:
    """What a sum may be narrowed by."""
    keys = [key for group in world.groups.values() for key in group]
    return [*(f"nam_{year}" for year in world.years), *world.sources, *keys]


def _list(maker: Maker, kind: Kind) -> Tree:
    assert isinstance(kind, ListOf)
    if kind.lone and maker.often(4):
        lone = maker.of_kind(kind.kind)
        return lone if not isinstance(lone, list) else [lone]
    most = 1 if maker.records > LATEST else 3
    return [maker.of_kind(kind.kind) for _ in range(maker.draw(st.integers(1, most)))]


def _record(maker: Maker, kind: Kind) -> Tree:
    assert isinstance(kind, RecordOf)
    cls = kind.cls()
    made = ABSENT if kind.scalar and maker.often(3) else maker.record(cls)
    if made or not kind.scalar:
        return made
    field = fields_of(cls)[kind.scalar]
    return maker.prose() if isinstance(field.kind, ListOf) else maker.value(cls, field)


def _map(maker: Maker, kind: Kind) -> Tree:
    assert isinstance(kind, MapOf)
    return {f"khoa_{n}": maker.of_kind(kind.kind) for n in range(maker.draw(st.integers(1, 2)))}


def _choice(maker: Maker, kind: Kind) -> Tree:
    assert isinstance(kind, Choice)
    word = maker.one_of(*kind.options)
    return maker.one_of(word, word.replace("_", " "), word.upper())


def _parsed(maker: Maker, kind: Kind) -> Tree:
    if kind.name == "đơn vị tiền":
        return maker.world.unit.value
    if kind.name not in PARSED:
        raise NoStrategyError(f"“{kind.name}” is not in PARSED of {__name__}")
    return maker.draw(PARSED[kind.name])


def _row(maker: Maker, _: Kind) -> Tree:
    """A row no wider than its table: a list, or a mapping."""
    cells = [_cell(maker, cot) for cot in maker.columns[: maker.draw(st.integers(0, maker.leaves))]]
    return cells or [""] if maker.often(2) else maker.record(Hang)


def _cell(maker: Maker, cot: Tree) -> Tree:
    """A cell of a row of a table's own; a number where the column is added up."""
    if not sums.added_up(cot):
        return maker.one_of("", maker.line())
    blank = maker.one_of("", "-", "–")
    return blank if maker.often(4) else maker.draw(money.numbers())


KINDS: dict[type, Callable[[Maker, Kind], Tree]] = {
    Text: lambda maker, _: maker.line(),
    Parsed: _parsed,
    StatedKind: lambda maker, _: maker.draw(money.amounts(maker.world.unit)),
    MoneyKind: lambda maker, _: maker.draw(money.amounts(maker.world.unit)),
    Choice: _choice,
    YesNo: lambda maker, _: maker.one_of("có", "không", "yes", "No", "true", "FALSE", "x"),
    RecordOf: _record,
    ListOf: _list,
    MapOf: _map,
    PictureFile: lambda maker, _: maker.one_of(*PICTURES),
    Split: lambda maker, _: maker.draw(money.splits(maker.world)) or ABSENT,
    RowKind: _row,
}


def _plan(maker: Maker) -> dict[str, Tree]:
    world = maker.world
    maker.registers = {
        DuAn: [maker.record(DuAn) for _ in world.projects],
        ChiTieu: [maker.record(ChiTieu) for _ in world.targets],
    }
    maker.group_names = _group_names(maker)
    fixed: dict[str, Tree] = {
        "nguon_von": {key: maker.line() for key in world.sources} or ABSENT,
        "phan_nhom": maker.group_names or ABSENT,
        "du_an": maker.registers[DuAn] or ABSENT,
        "chi_tieu": maker.registers[ChiTieu] or ABSENT,
    }
    maker.carried = [
        f"{field}.{name}"
        for field in ("kinh_phi", "khac")
        for project in fixed["du_an"] or ()
        for name in project.get(field, ())
    ]
    maker.records = 0
    fixed["van_ban"] = maker.record(VanBan)
    sections = maker.of_kind(fields_of(Plan)["noi_dung"].kind)
    fixed["noi_dung"] = sections if isinstance(sections, list) else [sections]
    fixed["phu_luc"] = [maker.record(PhuLuc) for _ in world.appendices] or ABSENT
    if not maker.often(3):
        fixed["quyet_dinh"] = ABSENT
    made = maker.fields(Plan, **fixed)
    left = [code for code in SECTIONS if code in world.sections and f"muc.{code}" in world.used]
    made["noi_dung"] += [{"muc": "Mục", "ma": code} for code in left]
    left = [code for code in TABLES if code in world.tables and f"bang.{code}" in world.used]
    made["noi_dung"] += [{"bang": {"ma": code, "cot": [{"ten": "C"}], "hang": []}} for code in left]
    return made


def _profile(maker: Maker) -> dict[str, Tree]:
    """What a unit's profile says itself; what it says for the plan is moved there later."""
    return maker.fields(Profile, ("van_ban", "nguon_von", "phan_nhom"))


def _group_names(maker: Maker) -> dict[str, Tree]:
    return {name: {key: maker.line() for key in keys} for name, keys in maker.world.groups.items()}


def _van_ban(maker: Maker) -> dict[str, Tree]:
    return maker.fields(VanBan, don_vi_tien=maker.world.unit.value)


def _project(maker: Maker) -> dict[str, Tree]:
    """A project; parts of parts have none, and what a column or text may name is there."""
    part = maker.inside.count(DuAn) > 2
    return maker.fields(DuAn, without=("hang_con",) if part else (), ma=maker.code())


def _custom(maker: Maker) -> Tree:
    return {key: maker.line() for key in maker.world.custom} or ABSENT


def _measures(maker: Maker) -> Tree:
    found = {key: maker.draw(money.splits(maker.world)) for key in maker.world.measures}
    return {key: split for key, split in found.items() if split} or ABSENT


def _values(maker: Maker) -> Tree:
    keys = [Time(str(year), str(year)) for year in maker.world.years]
    return {key: _figure(maker) for key in [*keys, "mục tiêu"]}


def _figure(maker: Maker) -> Tree:
    """A figure: a text, or two parts that can be divided, perhaps with a text that states none."""
    text = maker.one_of("80%", "trên 800", "12", "Đạt chuẩn", "1.250,5", "95% trở lên")
    if maker.often(2):
        return maker.one_of(text, {"gia_tri": text})
    return _parts(maker) | maker.one_of({}, {}, {"gia_tri": "trên 60%"})


def _parts(maker: Maker) -> dict[str, Tree]:
    return {
        "tu_so": maker.draw(figures.counts()),
        "mau_so": maker.draw(figures.counts(zero=False)),
    }


def _target(maker: Maker) -> dict[str, Tree]:
    """A target; its present figure's parts stand in it, at the target itself, or at both."""
    fixed: dict[str, Tree] = {"ma": maker.code(), "gia_tri": _values(maker)}
    own = _parts(maker)
    way = maker.draw(st.integers(0, 3))
    if way == 0:
        fixed |= own
    elif way == 1:
        fixed |= {"tu_so": own["tu_so"], "hien_trang": {"mau_so": own["mau_so"]}}
    elif way == 2:
        fixed["hien_trang"] = _figure(maker)
    without = [key for key in ("tu_so", "mau_so", "hien_trang") if key not in fixed]
    return maker.fields(ChiTieu, tuple(without), **fixed)


def _section(maker: Maker) -> dict[str, Tree]:
    deep = maker.inside.count(Muc) >= DEEPEST_SECTION or maker.records > LATEST
    made = maker.fields(Muc, without=("muc_con",) if deep else ())
    if "ma" in made and "muc" not in made:
        made.pop("danh_so", None)  # a text calls it by its number or its title
    return made


def _table(maker: Maker) -> dict[str, Tree]:
    """A view of projects, of targets, or rows of its own."""
    shows = maker.one_of(DuAn, DuAn, DuAn, ChiTieu, None)
    maker.table, maker.leaves, maker.heading = shows, 0, 0
    fixed: dict[str, Tree] = {"cot": _columns(maker)}
    maker.columns = sums.columns(fixed)
    if shows is None:
        fixed |= {"hang": [maker.of_kind(RowKind()) for _ in range(maker.draw(st.integers(0, 6)))]}
        return maker.fields(Bang, ("nguon", "chon", "chi_tinh", "nhom_theo", "stt_lai"), **fixed)
    name = "du_an" if shows is DuAn else "chi_tieu"
    fixed["nguon"] = name if shows is ChiTieu else maker.one_of(name, ABSENT)
    beside = maker.often(3)
    if beside:
        fixed |= {"nguon": name, "hang": ABSENT}
    made = maker.fields(Bang, ("hang", "stt_lai"), **fixed)
    if beside:
        made["hang"] = _beside(maker, made.get("nhom_theo", ""))
    groups = _groups_of(maker, made.get("nhom_theo", ""))
    if groups and maker.often(3):
        made["stt_lai"] = maker.one_of(groups[0], groups[:2], groups)
    return made


def _beside(maker: Maker, grouping: str) -> Tree:
    """Own rows beside those of a register, some under a head where the register has groups."""
    rows: list[Tree] = []
    for _ in range(maker.draw(st.integers(0, 4))):
        rows.append([_cell_beside(maker, cot) for cot in maker.columns])
        if grouping and not sums.sums_money(maker.columns[0]) and maker.often(3):
            rows.append({"nhom": maker.one_of(*_titles(maker, grouping), maker.draw(PHRASE))})
    return rows


def _titles(maker: Maker, grouping: str) -> list[str]:
    """The names of declared groups that a head may say in a line."""
    named = maker.group_names.get(grouping, {}).values()
    once = [name for name in named if list(named).count(name) == 1]
    return [name for name in once if name == name.strip() and "{{" not in name]


def _cell_beside(maker: Maker, cot: Tree) -> Tree:
    """A cell of such a row: "x" in place of its number, an amount in a column of money."""
    if sums.names(cot)[:1] == ["stt"]:
        return maker.one_of("", "", "x")
    if sums.sums_money(cot):
        return maker.one_of("", "-", maker.draw(money.numbers()), maker.draw(money.numbers()))
    return maker.one_of("", maker.draw(PHRASE))


def _narrowed(maker: Maker) -> Tree:
    """Terms that narrow a table; the money that they name may be nobody's."""
    world, shows_targets = maker.world, maker.table is ChiTieu
    years = [f"nam_{year}" for year in world.years]
    terms = [maker.one_of(*years)] if maker.often(2) else []
    if world.sources and not shows_targets and maker.often(2):
        terms.append(maker.one_of(*world.sources))
    keys = world.groups.get("nhom", []) if maker.often(2) else []
    if keys and (not shows_targets or world.targets):
        terms.append(maker.one_of(*keys))
    if shows_targets and not world.targets:
        return ABSENT
    return terms or ABSENT


def _groups_of(maker: Maker, attribute: str) -> list[str]:
    """The keys by which the shown register is grouped."""
    items = maker.registers[maker.table or DuAn]
    used = [item[attribute].strip() for item in items if attribute in item]
    declared = maker.world.groups.get(attribute, []) if maker.table is DuAn else []
    return [key for key in dict.fromkeys([*declared, *used]) if key.isidentifier()]


def _columns(maker: Maker) -> list[Tree]:
    return [maker.record(Cot) for _ in range(maker.draw(st.integers(1, 5)))]


def _column(maker: Maker) -> dict[str, Tree]:
    """A column, or a heading over some, while the table has room."""
    room = maker.leaves < MAX_LEAVES and maker.inside.count(Cot) < DEEPEST_HEADING
    if room and maker.often(4):
        inner = [maker.record(Cot) for _ in range(maker.draw(st.integers(1, 3)))]
        return maker.fields(Cot, ("gia_tri",), cot=inner)
    maker.leaves += 1
    path = ABSENT if maker.table is None else maker.draw(paths(maker))
    return maker.fields(Cot, ("cot",), gia_tri=path)


@st.composite
def paths(draw: st.DrawFn, maker: Maker) -> Tree:
    """The value of a column, or several."""
    world, kind = maker.world, maker.table or DuAn
    known = ["stt", "ten", *text_fields(kind)]
    if kind is DuAn:
        found = money.paths(world, maker.carried)
        known += [name for name in maker.carried if name.startswith("khac.")]
        names = st.one_of(st.sampled_from(found), st.sampled_from(found), st.sampled_from(known))
    else:
        values = [f"gia_tri.{year}" for year in world.years] if world.targets else []
        names = st.sampled_from([*known, *values, *values, "hien_trang", "tu_so", "mau_so"])
    first: str = draw(names)
    return [first, draw(names)] if draw(st.integers(0, 9)) == 9 else first


def _article(maker: Maker) -> dict[str, Tree]:
    """An article; the plan stands in one of them at most."""
    free = not maker.placed
    made = maker.fields(Dieu, without=() if free else ("chen",))
    maker.placed = maker.placed or "chen" in made
    return made


def _inserted(maker: Maker) -> dict[str, Tree]:
    """A register placed in the text, or what the money of the projects comes to."""
    world = maker.world
    keys = {"nguon": world.sources, "nam": [f"nam_{year}" for year in world.years], **world.groups}
    if maker.often(3) and any(world.projects):
        by = maker.one_of(*(name for name, found in keys.items() if found))
        some = maker.draw(st.lists(st.sampled_from(keys[by]), min_size=1, unique=True))
        only = maker.one_of(ABSENT, ABSENT if by == "nam" else keys["nam"][:1])
        chosen = maker.one_of(ABSENT, ABSENT if by == "nam" else some)
        return maker.fields(Chen, nguon="kinh phí", theo=by, chon=chosen, chi_tinh=only)
    word = maker.one_of("can_cu", "CHI TIEU")
    return maker.fields(Chen, ("theo", "chi_tinh"), nguon=word)


def _grouping(maker: Maker) -> Tree:
    assert maker.table is not None
    known = [name for name in ("nhom", "tinh_trang", "chu_tri") if name in fields_of(maker.table)]
    return maker.one_of(*known)


def _chosen(codes: Callable[[World], list[str | None]]) -> Callable[[Maker], Tree]:
    def chosen(maker: Maker) -> Tree:
        known = [code for code in codes(maker.world) if code]
        return maker.draw(st.lists(st.sampled_from(known), unique=True)) if known else ABSENT

    return chosen


def _own_row(maker: Maker) -> dict[str, Tree]:
    """Cells; or a group or a sum, whose figures stand behind empty cells."""
    if maker.often(2) or sums.added_up(maker.columns[0]):
        return maker.fields(Hang, ("nhom", "tong"))
    typed = [maker.one_of("", maker.line()) for cot in maker.columns[1:]]
    pairs = zip(maker.columns[1:], typed, strict=True)
    cells = ["", *("" if sums.added_up(cot) else text for cot, text in pairs)]
    name = maker.one_of("nhom", "nhom", "tong")
    others = tuple({"nhom", "tong", "dam"} - {name})
    return maker.fields(Hang, others, **{name: maker.line()}, o=maker.one_of(ABSENT, cells))


def _cells(maker: Maker) -> Tree:
    shown = maker.columns[: maker.draw(st.integers(0, maker.leaves))]
    return [_cell(maker, cot) for cot in shown] or ABSENT


def _chosen_rows(maker: Maker) -> Tree:
    codes = _chosen(lambda w: w.targets if maker.table is ChiTieu else w.projects)
    return codes(maker)


RECORDS: dict[type[Record], Callable[[Maker], dict[str, Tree]]] = {
    Plan: _plan,
    VanBan: _van_ban,
    DuAn: _project,
    ChiTieu: _target,
    Profile: _profile,
    PhuLuc: lambda maker: maker.fields(PhuLuc, ma=maker.code()),
    Muc: _section,
    Bang: _table,
    Hang: _own_row,
    Chen: _inserted,
    Dieu: _article,
    Cot: _column,
}
"""Records whose fields depend on one another."""

OWN: dict[tuple[type[Record], str], Callable[[Maker], Tree]] = {
    (Muc, "ma"): Maker.section_code,
    (Muc, "muc"): Maker.title,
    (ThanBai, "doan_van"): lambda maker: _list(maker, fields_of(ThanBai)["doan_van"].kind),
    (Bang, "ma"): Maker.table_code,
    (SoLieu, "gia_tri"): lambda maker: maker.one_of("trên 60%", "bình quân"),
    (ChiTieu, "don_vi_tinh"): lambda maker: maker.one_of(*figures.UNITS),
    (HieuLuc, "so_ky_hieu"): lambda maker: maker.one_of("15/2019/QĐ-UBND", "64/2007/NĐ-CP"),
    (Khoi, "doan_van"): Maker.prose,
    (VanBan, "the_thuc"): lambda maker: maker.one_of("nd30-2020", "tt01-2011"),
    (VanBan, "kem_theo"): lambda maker: maker.one_of("phu_luc", ["phu_luc", maker.line()]),
    (VanBan, "co_quan_ban_hanh"): lambda maker: maker.one_of(
        "Ủy ban nhân dân tỉnh Tiền Giang", "Sở Nội vụ", "UBND\nHUYỆN CHÂU THÀNH", maker.line()
    ),
    (DuAn, "nhom"): lambda maker: maker.group("nhom"),
    (DuAn, "tinh_trang"): lambda maker: maker.group("tinh_trang"),
    (ChiTieu, "nhom"): lambda maker: maker.group("nhom"),
    (DuAn, "chu_tri"): lambda maker: maker.one_of("Sở A", "Sở B", maker.line()),
    (DuAn, "kinh_phi"): _measures,
    (DuAn, "khac"): _custom,
    (Bang, "chon"): _chosen_rows,
    (Bang, "chi_tinh"): _narrowed,
    (Profile, "quy_tac_bo_qua"): lambda maker: maker.one_of("KH5", ["KH502", "KH6"]),
    (Chen, "nguon"): lambda maker: maker.one_of("can_cu", "chi tieu"),
    (Bang, "nhom_theo"): _grouping,
    (Hang, "o"): _cells,
    (Chen, "chon"): _chosen(lambda world: world.targets),
}
"""Fields whose value must fit the rest of the plan."""


def inner_kinds(kind: Kind) -> Iterator[Kind]:
    """A kind and those inside it."""
    yield kind
    if isinstance(kind, ListOf | MapOf):
        yield from inner_kinds(kind.kind)


def declared_records() -> list[type[Record]]:
    """Every record that a plan may hold, Hang among them, which a row's own kind reads."""
    found: list[type[Record]] = [Plan, Profile, Hang]
    for cls in found:
        kinds = (k for field in fields_of(cls).values() for k in inner_kinds(field.kind))
        for kind in kinds:
            if isinstance(kind, RecordOf) and kind.cls() not in found:
                found.append(kind.cls())
    return found


def has_strategy(cls: type[Record], field: Field) -> bool:
    """Whether what is typed at a field is known here."""
    if own_strategy(cls, field.key):
        return True
    return all(_is_known(kind) for kind in inner_kinds(field.kind))


def _is_known(kind: Kind) -> bool:
    if isinstance(kind, Parsed):
        return kind.name in PARSED or kind.name == "đơn vị tiền"
    return isinstance(kind, tuple(KINDS))
