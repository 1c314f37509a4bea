"""Names of values: `von.2014.dau_tu_tinh`, `kinh_phi.nhu_cau.tong`, `khac.dia_ban`, `ten`."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.kinds import Text
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.targets import NOW, PARTS, ChiTieu, SoLieu
from kehoach_cli.source.faults import NO_FACTS, Fault
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values

Item = DuAn | ChiTieu
STT = "stt"
UNIT = "don_vi_tinh"
_FIGURES = (NOW, *PARTS)
LISTED = 100
"""Names of which a message has no room for more."""


class BadPathError(ValueError):
    """A name that names nothing. `rule`: which fault it is; `known`: what may stand there.

    `labels`: what prints for some of those.
    """

    def __init__(
        self, rule: str, name: str, known: Collection[str], labels: Mapping[str, str] = NO_FACTS
    ) -> None:
        super().__init__(name)
        self.rule = rule
        self.name = name
        self.known = known
        self.labels = labels

    @property
    def near(self) -> str:
        """The nearest right name, "" when none is near."""
        from kehoach_cli.plan.meant import named_near  # only faulty plans pay for it

        return named_near(self.name, self.known, self.labels)

    def fault(self, span: Span) -> Fault:
        """What is said of it where it is typed."""
        facts = {
            "name": self.name,
            "near": self.near,
            "known": ", ".join(islice(self.known, LISTED)),
        }
        return Fault(self.rule, span, facts)


class ShortPathError(BadPathError):
    """A name that ends where a further one is needed; it is a slip of none."""

    near = ""


class MoneyPath(NamedTuple):
    """Money of a measure ("" the plain one), at a time, from a source; None: all of them."""

    measure: str = ""
    time: str | None = None
    source: str | None = None

    def of(self, item: Item) -> Decimal | None:
        """The item's own money."""
        return item.amount(self.measure, self.time, self.source) if isinstance(item, DuAn) else None


class TextPath(Values):
    """A text of an item, by its getter. `name` "stt" is the running number."""

    name: str
    of: Callable[[Item], str | None]


ValuePath = MoneyPath | TextPath


def measures(plan: Plan) -> dict[str, None]:
    """The names of measures that any project or part carries, in order of appearance."""
    return {name: None for line in _lines(plan.du_an or ()) for name in line.kinh_phi or ()}


def _lines(items: Iterable[DuAn]) -> Iterator[DuAn]:
    """The projects, each with its parts behind it."""
    for item in items:
        yield item
        if item.hang_con:
            yield from _lines(item.hang_con)


def parse_path(text: str, plan: Plan, kind: type[Item] = DuAn) -> ValuePath:
    """What a column's `gia_tri` names. Raises BadPathError."""
    head, *rest = text.strip().split(".")
    if kind is DuAn and head == "tong_kinh_phi" and not rest:
        return MoneyPath()
    if kind is DuAn and head == "von":
        return _money("", rest, plan)
    if kind is DuAn and head == "kinh_phi" and rest:
        known = measures(plan)
        if rest[0] not in known:
            raise BadPathError("KH021", rest[0], known)
        return _money(rest[0], rest[1:], plan)
    if len(rest) == 1 and head in ("khac", "gia_tri"):
        return _named(head, rest[0], plan, kind)
    if rest or head not in column_fields(kind):
        names = [*column_fields(kind), *_money_examples(plan, kind)]
        labels = {key: field.label for key, field in kind.fields.items()}
        raise BadPathError("KH021", text, names, labels)
    if head in (*_FIGURES, UNIT):
        return TextPath(head, lambda item: _figure(item, head))
    return TextPath(head, lambda item: getattr(item, head, None))


def beside_units(path: ValuePath) -> ValuePath:
    """The path of a column in a table that has a column of units: a ratio shows its number."""
    head, _, time = path.name.partition(".") if isinstance(path, TextPath) else ("", "", "")
    if head not in (NOW, "gia_tri"):
        return path

    def bare(item: Item) -> str | None:
        if not isinstance(item, ChiTieu):
            return None
        figure = item.now if head == NOW else (item.gia_tri or {}).get(time)
        return (figure and item.bare(figure)) or None

    return TextPath(f"{head}.{time}" if time else head, bare)


def text_fields(kind: type[Item]) -> list[str]:
    """The fields of an item that hold text, and "stt"."""
    fields = fields_of(kind).values()
    return [STT, *(field.key for field in fields if isinstance(field.kind, Text))]


def column_fields(kind: type[Item]) -> list[str]:
    """What a column can show by its bare name: texts, and the present figure of a target."""
    texts = text_fields(kind)
    return (
        texts
        if kind is DuAn
        else [key for key in (STT, *fields_of(kind)) if key in texts or key in _FIGURES]
    )


def _figure(item: Item, name: str) -> str | None:
    """The present figure of a target, a part of it, or the unit."""
    now = item.now if isinstance(item, ChiTieu) else None
    if isinstance(item, ChiTieu) and name == UNIT:
        return item.unit or None
    if now is None or not isinstance(item, ChiTieu):
        return None
    part = getattr(now, name) if name in PARTS else item.cell(now)
    return str(part) if part else None


def _money_examples(plan: Plan, kind: type[Item]) -> list[str]:
    if kind is not DuAn:
        return []
    return ["tong_kinh_phi", *(f"kinh_phi.{name}.tong" for name in measures(plan))]


def _named(head: str, name: str, plan: Plan, kind: type[Item]) -> TextPath:
    items: Iterable[Item] = _lines(plan.du_an or ()) if kind is DuAn else plan.chi_tieu or ()
    known = {key: None for item in items for key in getattr(item, head, None) or ()}
    if name not in known:
        raise BadPathError("KH021", name, known)
    return TextPath(f"{head}.{name}", lambda item: _own(item, head, name))


def _own(item: Item, head: str, name: str) -> str | None:
    """A value under a key of the author's own."""
    value = (getattr(item, head) or {}).get(name)
    return item.cell(value) if isinstance(item, ChiTieu) and isinstance(value, SoLieu) else value


def _money(measure: str, parts: list[str], plan: Plan) -> MoneyPath:
    time: str | None = None
    source: str | None = None
    for part in parts:
        found = read_time(part)
        if found:
            time = found
        elif part != "tong":
            source = check_source(part, plan)
    return MoneyPath(measure, time, source)


def check_source(name: str, plan: Plan) -> str:
    """A funding source's key. Raises BadPathError when the plan does not declare it."""
    known = plan.nguon_von or {}
    if name not in known:
        raise BadPathError("KH020", name, known, known)
    return name
