"""What of docs/dinh-dang.md and README.md is generated: keys, values, filters, columns, rules.

It comes from what is declared and from what the program makes of a sample, never from a second
list of the same facts. The tests compare it; `pytest --update-golden` writes it.
"""

from collections.abc import Iterable, Iterator, Sequence

from kehoach_cli.checks.rules import RULES
from kehoach_cli.plan.bang import Hang, RowKind
from kehoach_cli.plan.expressions import evaluate
from kehoach_cli.plan.filters import FILTERS
from kehoach_cli.plan.kinds import Choice, ListOf, MapOf, RecordOf
from kehoach_cli.plan.model import Plan, Profile
from kehoach_cli.plan.named_values import VALUES, Names
from kehoach_cli.plan.paths import Item, column_fields
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.plan.records import Field, Kind, Record, fields_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.source.text import read_source

SAMPLE = """\
van_ban:
  trich_yeu: Ứng dụng công nghệ thông tin năm 2014
  don_vi_tien: triệu đồng
nguon_von:
  dau_tu: Vốn đầu tư
  su_nghiep: Vốn sự nghiệp
phan_nhom:
  nhom: {ha_tang: Hạ tầng kỹ thuật, ung_dung: Phần mềm ứng dụng}
du_an:
  - {ma: mang-lan, ten: Nâng cấp mạng LAN, nhom: ha_tang,
     von: {2013: {dau_tu: 500}, 2014: {dau_tu: 1.700}}}
  - {ma: mot-cua, ten: Một cửa điện tử, nhom: ung_dung, von: {2014: {su_nghiep: "850,5"}},
     kinh_phi: {nhu_cau: {tong: 1.200}}}
chi_tieu:
  - {ma: may-chu, ten: Máy chủ, tu_so: 47 máy, mau_so: 20 đơn vị,
     gia_tri: {2015: {tu_so: 55, mau_so: 20}}}
  - {ma: tuong_lua, ten: Đơn vị có tường lửa, tu_so: 14, mau_so: 22, gia_tri: {2015: trên 90%}}
noi_dung:
  - {muc: Mục tiêu, ma: muc_tieu}
  - {muc: Kinh phí, ma: kinh_phi}
phu_luc:
  - {ma: danh_muc, ten: Danh mục dự án}
  - ma: lo_trinh
    ten: Lộ trình
    bang: {ma: tien_do, ten: Tiến độ, cot: [{ten: Việc}, {ten: Hạn}], hang: [[Khảo sát, Quý I]]}
"""

_VALUES = {
    "tong": (
        "tổng tiền; nêu năm, nguồn vốn, nhóm, số liệu khác theo thứ tự nào cũng được",
        ("tong", "tong.nam_2014", "tong.2014.su_nghiep", "tong.ha_tang", "tong.nhu_cau"),
    ),
    "so_du_an": (
        "số dự án; nêu như ở tong",
        ("so_du_an", "so_du_an.ha_tang", "so_du_an.2013"),
    ),
    "so_nhom": ("số nhóm có dự án", ("so_nhom", "so_nhom.nhom")),
    "ten_nhom": ("tên in ra của một nhóm", ("ten_nhom.ha_tang",)),
    "ten_du_an": ("tên của một dự án; dấu - trong mã viết là _", ("ten_du_an.mang_lan",)),
    "nguon_von": ("tên in ra của một nguồn vốn", ("nguon_von.dau_tu",)),
    "chi_tieu": (
        "của một chỉ tiêu: hiện trạng, giá trị của một năm, tỷ lệ, tử số, mẫu số, một trường chữ; "
        "dấu - trong mã viết là _",
        (
            *("chi_tieu.may_chu.ty_le", "chi_tieu.may_chu.tu_so", "chi_tieu.may_chu.2015"),
            *("chi_tieu.tuong_lua.hien_trang", "chi_tieu.tuong_lua.2015", "chi_tieu.tuong_lua.ten"),
        ),
    ),
    "van_ban": ("một trường chữ của van_ban", ("van_ban.trich_yeu",)),
    "phu_luc": ("phụ lục có mã ấy", ("phu_luc.danh_muc", "phu_luc.lo_trinh")),
    "muc": ("mục có mã ấy", ("muc.kinh_phi",)),
    "bang": ("bảng có mã ấy", ("bang.tien_do",)),
}
"""What each value is, and ways of naming it that the sample answers."""

_FILTERS = {
    "tien": ("số tiền kèm đơn vị; đổi đơn vị nếu nêu", ("tong | tien", 'tong | tien("tỷ đồng")')),
    "so": (
        "số tiền, tỷ lệ không kèm đơn vị",
        ('tong | so("đồng")', "chi_tieu.may_chu.ty_le | so"),
    ),
    "bang_chu": ("bằng chữ", ("tong | bang_chu", "so_du_an | bang_chu")),
    "phan_tram": ("tỷ lệ tính ra phần trăm", ("chi_tieu.may_chu.ty_le | phan_tram",)),
    "hai_chu_so": ("số đếm viết đủ hai chữ số", ("so_du_an | hai_chu_so",)),
    "ghi": (
        "số đã ghi ở nơi khác: không in, check so với số tính được",
        ('tong.2014 | ghi("2.550,5") | tien',),
    ),
    "hoa": ("chữ in hoa", ("phu_luc.lo_trinh | hoa",)),
}

Row = Sequence[str]


def parts() -> dict[str, str]:
    """Each generated part of the reference by the name of its place on the page."""
    return {
        "khoa": "\n\n".join(_sections()),
        "mau": f"```yaml\n{SAMPLE}```",
        "gia-tri": _table(("Tên", "Là gì", "Viết", "In ra"), _examples(VALUES, _VALUES)),
        "bo-loc": _table(("Bộ lọc", "Làm gì", "Viết", "In ra"), _examples(FILTERS, _FILTERS)),
        "cot": _table(("Trường", "`du_an`", "`chi_tieu`"), _column_names()),
    }


def rule_table() -> str:
    """A line a rule: its id, its severity, what it finds, its clause."""
    rows = ((rule.id, rule.severity.label, rule.title, rule.clause or "–") for rule in RULES)
    return _table(("Mã", "Mức", "Phát hiện", "Căn cứ"), rows)


def _table(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ") or " "


def _examples(
    declared: Iterable[str], said: dict[str, tuple[str, tuple[str, ...]]]
) -> Iterator[Row]:
    """A row for each way of writing, with what it prints for the sample."""
    reading = read_plan(read_source("", SAMPLE.encode("utf-8")))
    names = Names(reading.plan or Plan(), reading.unit)
    for name in declared:
        meaning, written = said[name]
        for number, text in enumerate(written):
            printed = evaluate(text, names)
            head = ("", "") if number else (f"`{name}`", meaning)
            yield (*head, f"`{{{{ {text} }}}}`", printed)


def _column_names() -> Iterator[Row]:
    """The texts of an item that a column may show, and which register has them."""
    kinds: tuple[type[Item], ...] = (DuAn, ChiTieu)
    names = dict.fromkeys(name for kind in kinds for name in column_fields(kind))
    for name in names:
        labels = (fields_of(kind)[name].label if name in fields_of(kind) else "" for kind in kinds)
        yield (f"`{name}`", *("số thứ tự" if name == "stt" else label for label in labels))


def _sections() -> Iterator[str]:
    """A section for each record that a plan or a profile holds, then the unit's profile."""
    uses = _uses(Plan, Profile)
    yield f"### Gốc của tệp\n\n{_fields_table(Plan, uses)}"
    for record, fields in uses.items():
        notes = "".join(f"{note}\n\n" for note in _notes(fields))
        yield f"### {_heading(fields)}\n\n{notes}{_fields_table(record, uses)}"
    yield f"### Hồ sơ đơn vị (`kehoach.yaml`)\n\n{_fields_table(Profile, uses)}"


Uses = dict[type[Record], list[Field]]


def _uses(*tops: type[Record]) -> Uses:
    """Each record that some records hold, at any depth, with the fields that hold it."""
    found: Uses = {}
    waiting = list(tops)
    while waiting:
        for field in fields_of(waiting.pop(0)).values():
            inner = _inner(field.kind)
            if inner is not None:
                if inner not in found:
                    waiting.append(inner)
                found.setdefault(inner, []).append(field)
    return found


def _inner(kind: Kind) -> type[Record] | None:
    """The record that a kind reads, itself or as items of a list."""
    if isinstance(kind, ListOf | MapOf):
        return _inner(kind.kind)
    if isinstance(kind, RowKind):
        return Hang
    return kind.cls() if isinstance(kind, RecordOf) else None


def _heading(fields: list[Field]) -> str:
    return ", ".join(dict.fromkeys(f"`{field.key}`" for field in fields))


def _notes(fields: list[Field]) -> Iterator[str]:
    """What the record is, and the field that a bare text stands for."""
    kind = fields[0].kind
    item = kind.kind if isinstance(kind, ListOf) else kind
    yield f"{fields[0].label}."
    if isinstance(item, RecordOf) and item.scalar:
        yield f"Viết một câu thay cho cả nhóm khóa thì câu ấy là `{item.scalar}`."
    if isinstance(item, RowKind):
        yield "Viết một danh sách thay cho nhóm khóa thì đó là `o`."


def _fields_table(record: type[Record], uses: Uses) -> str:
    rows = (
        (
            f"`{field.key}`",
            "; ".join(filter(None, (field.label, field.help))),
            _type(field.kind, uses),
            field.required,
            f"`{field.example}`" if field.example else "",
        )
        for field in fields_of(record).values()
    )
    return _table(("Khóa", "Nghĩa", "Kiểu", "Cần có", "Ví dụ"), rows)


def _type(kind: Kind, uses: Uses) -> str:
    """The kind of value in words, linked to the section of its keys where it has any."""
    if isinstance(kind, Choice):
        return " / ".join(f"`{option}`" for option in kind.options)
    if isinstance(kind, MapOf):
        return f"{kind.name} → {_type(kind.kind, uses)}"
    inner = _inner(kind)
    name = f"[{kind.name}](#{_anchor(_heading(uses[inner]))})" if inner else kind.name
    return f"{name} hoặc một giá trị" if isinstance(kind, ListOf) and kind.lone else name


def _anchor(heading: str) -> str:
    """The name that a heading of keys has in a link."""
    return heading.replace("`", "").replace(", ", "-")
