"""KH422-KH439: numbers and figures typed in tables that have rows of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from kehoach_cli.checks.own_tables import ITEM, OwnTable, Row
from kehoach_cli.checks.points import out_of_order
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.numbers import format_decimal, median
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

_MANY = 5  # figures from which on one may stand out
_FAR = 1000  # times the middle figure
_LONG = 12  # letters of a name that tells one thing from another
_UNIT = r"(?:ty|ti|trieu|nghin|ngan)? ?dong\b"

Label = tuple[int, ...]


def _numbers(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        column = table.numbers
        if column is None:
            continue
        yield from _letters(table, column)
        before: Label = ()
        opened = False
        for row in table.rows:
            number = _label(row.label)
            if number is None:
                opened = opened or row.level < ITEM
                continue
            starts, opened = opened and number == (1,), False
            if before and not starts and not _follows(before, number):
                facts = {"before": _typed(before), "number": _typed(number)}
                yield Found(row.span(column), facts)
            before = number


def _letters(table: OwnTable, column: int) -> Iterator[Found]:
    """Rows counted by letters, under each row that has a number."""
    points: list[tuple[str, Row]] = []
    for row in table.rows:
        if re.fullmatch("[a-zđ]", row.label):
            points.append((row.label, row))
        elif row.label:
            points.append(("a", row))
    for before, letter, row in out_of_order(points):
        yield Found(row.span(column), {"before": before, "number": letter})


def _label(text: str) -> Label | None:
    if not re.fullmatch(r"\d{1,4}(?:\.\d{1,3})*", text):
        return None
    return tuple(map(int, text.split(".")))


def _typed(number: Label) -> str:
    return ".".join(map(str, number))


def _follows(before: Label, number: Label) -> bool:
    """Whether a number may stand after another: the next, the first below, or a new start."""
    last = number[-1]
    if last == 1 and (len(number) == 1 or number[:-1] == before[: len(number) - 1]):
        return number != before
    if len(number) > len(before):
        return False
    return (*before[: len(number) - 1], before[len(number) - 1] + 1) == number


def _units(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        named = {_unit_of(heading) for heading in table.headings} - {None}
        unit = _table_unit(table)
        yield from _headings(table, unit)
        if len(named) < 2:
            for column in table.figures:
                yield from _foreign_cells(table, column, unit or subject.unit)


def _table_unit(table: OwnTable) -> MoneyUnit | None:
    """The unit that a table, or the first of its headings with one, names."""
    named = (_unit_of(heading) for heading in table.headings)
    return _unit_of(fold(table.bang.don_vi_tinh or "")) or next(filter(None, named), None)


def _headings(table: OwnTable, unit: MoneyUnit | None) -> Iterator[Found]:
    for cot, heading in zip(table.columns, table.headings, strict=True):
        own = _unit_of(heading)
        if own and own != unit:
            yield Found(cot.span("ten"), {"unit": own.value, "usual": unit.value if unit else ""})


def _foreign_cells(table: OwnTable, column: int, unit: MoneyUnit) -> Iterator[Found]:
    for row in table.rows:
        cell = row.cells[column] if column < len(row.cells) else None
        own = _unit_of(fold(cell.text)) if cell and cell.text[:1].isdigit() else None
        if own and own != unit:
            yield Found(row.span(column), {"unit": own.value, "usual": unit.value})


def _unit_of(text: str) -> MoneyUnit | None:
    """The unit of money that a folded text names."""
    match = re.search(_UNIT, text) if "dong" in text else None
    if match is None or re.search(r"(?:lao|hoat|hanh|cong|hoi|hop) ?dong", text):
        return None
    try:
        return parse_unit(match[0].strip())
    except Unreadable:
        return None


def _styles(subject: Subject) -> Iterator[Found]:
    """Figures written in the English way: the first of a table, and each beside Vietnamese ones."""
    for table in subject.own_tables:
        cells = [(row, i) for row in table.rows for i in table.figures if i < len(row.cells)]
        pattern = r"\d+\.\d{1,2}"
        if table.english or _has_dots(table):
            pattern += r"|\d{1,3}(?:,\d{3})+"
        foreign = [(r, i) for r, i in cells if re.fullmatch(pattern, r.cells[i].text)]
        for row, column in foreign[:1] if table.english else foreign:
            yield Found(row.span(column), {"text": row.cells[column].text})


def _has_dots(table: OwnTable) -> bool:
    cells = (cell.text for row in table.rows for cell in row.cells)
    return any(re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text) for text in cells)


def _far_off(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        for column in table.figures:
            values = [(row, row.value(column) or Decimal(0)) for row in table.items]
            known = [value for _, value in values if value > 0]
            middle = median(known) if len(known) >= _MANY else None
            for row, value in values if middle else ():
                if middle and value >= _FAR * middle:
                    facts = {"amount": format_decimal(value), "middle": format_decimal(middle)}
                    yield Found(row.span(column), facts)


def _blank(subject: Subject) -> Iterator[Found]:
    """The one row without any figure."""
    for table in subject.own_tables:
        items = [row for row in table.items if row.level == ITEM and not row.children]
        empty = [row for row in items if not any(_says(row, column) for column in table.figures)]
        if table.figures and len(empty) == 1 and len(items) > _MANY:
            yield Found(empty[0].span(table.figures[0]), {"name": empty[0].name})


def _says(row: Row, column: int) -> bool:
    return column < len(row.cells) and bool(row.cells[column].text)


def _elsewhere(subject: Subject) -> Iterator[Found]:
    """Figures of a thing that another table, or the register, has otherwise."""
    items = subject.plan.du_an or () if subject.own_tables else ()
    projects = {_name(item.ten or ""): item for item in items}
    seen: dict[tuple[str, str], tuple[Row, int]] = {}
    for table in subject.own_tables:
        unit = _table_unit(table) or subject.unit
        keys = {column: _meaning(table.headings[column]) for column in table.figures}
        long = [row for row in table.items if len(_name(row.name)) >= _LONG]
        for row, (column, key) in product(long, keys.items()):
            value, name = row.value(column), _name(row.name)
            if value is None or not key:
                continue
            facts = _other(seen, (name, f"{key} {unit}"), row, column)
            if not facts and unit == subject.unit:
                facts = _registered(projects.get(name), key, value)
            if facts:
                yield Found(row.span(column), {**facts, "own": format_decimal(value)})
        for row in table.items:
            for column, key in keys.items():
                seen.setdefault((_name(row.name), f"{key} {unit}"), (row, column))


def _name(text: str) -> str:
    return fold(text).strip(" .;,:-+")


def _other(
    seen: dict[tuple[str, str], tuple[Row, int]], key: tuple[str, str], row: Row, column: int
) -> dict[str, str]:
    first, there = seen.get(key, (row, column))
    other = first.value(there)
    if other is None or other == row.value(column):
        return {}
    line = str(first.span(there).first.line)
    return {"name": row.name, "other": format_decimal(other), "where": f"dòng {line}"}


def _registered(item: DuAn | None, key: str, value: Decimal) -> dict[str, str]:
    """What the register has where no measure of it has the figure of a cell."""
    time = next((word for word in key.split() if read_time(word)), None)
    plain = key in ("tong", time)
    if item is None or not plain:
        return {}
    measures = ("", *(item.kinh_phi or {}))
    known = [item.amount(measure, time, None) for measure in measures]
    amounts = [amount for amount in known if amount is not None]
    if not amounts or value in amounts:
        return {}
    line = str(item.span("ten").first.line)
    return {
        "name": item.ten or "",
        "other": format_decimal(amounts[0]),
        "where": f"danh mục, dòng {line}",
    }


_FILLING = frozenset(
    ("du", "kien", "nhu", "cau", "ke", "hoach", "kinh", "phi", "von", "nam", "muc")
)


def _meaning(heading: str) -> str:
    """What a column of money shows, in words that two tables may share; "" if nothing plain."""
    words = re.findall(r"[a-z0-9]+", heading)
    times = [word for word in words if read_time(word)]
    if not times:
        return "tong" if "tong" in words or words == ["tmdt"] else ""
    if len(times) > 1:
        return ""
    return " ".join(sorted(set(words) - _FILLING - {"cong", "tong"}))


def _twice(subject: Subject) -> Iterator[Found]:
    """Rows with equal names and figures."""
    for table in subject.own_tables:
        seen: dict[tuple[object, ...], Row] = {}
        for row in table.items:
            figures = tuple(row.value(column) for column in table.figures)
            if len(row.name.split()) < 4 or not any(figures):
                continue
            first = seen.setdefault((_name(row.name), *figures), row)
            if first is not row:
                line = str(first.hang.span().first.line)
                yield Found(row.hang.span(), {"name": row.name, "line": line})


_HEAD = "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, {ten: Kinh phí}]\n"


def _rows(*figures: str) -> str:
    """The rows of an example."""
    rows = enumerate(figures, 1)
    return "    hang:\n" + "".join(f'    - [{n}, Việc số {n}, "{figure}"]\n' for n, figure in rows)


_OTHER = (
    "- muc: Vốn\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, {ten: Tổng kinh phí}]\n"
    "    hang: [[1, Tin học hóa Sở Tư pháp, 2.050], [2, Mạng LAN, 100]]\n"
)
_TABLES = "noi_dung:\n" + _OTHER + _OTHER.replace("muc: Vốn", "muc: Vốn năm nay")

RULES: tuple[Rule, ...] = (
    Rule(
        "KH422",
        Severity.WARNING,
        "Số thứ tự gõ tay nhảy hoặc trùng",
        "Số thứ tự {number} đứng sau {before}",
        why="Số nhảy làm số dự án đếm theo STT khác số dự án thật.",
        wrong=_HEAD + "    hang: [[1, Mạng LAN, 200], [2, Một cửa, 300], [4, Thư điện tử, 50]]\n",
        right=_HEAD + "    hang: [[1, Mạng LAN, 200], [2, Một cửa, 300], [3, Thư điện tử, 50]]\n",
        fix="đánh lại số, hoặc thêm hàng còn thiếu; bảng lấy từ du_an thì số do chương trình đánh",
        limits="Không biết thiếu một hàng hay chỉ đánh số sai.",
        find=_numbers,
    ),
    Rule(
        "KH423",
        Severity.WARNING,
        "Lẫn đơn vị tiền trong bảng",
        "Ở đây là {unit}, bảng tính theo {usual}",
        why="Một bảng hai đơn vị thì không cộng và không so sánh được.",
        wrong=_HEAD + _rows("200", "300", "500 nghìn đồng", "250", "100", "120"),
        right=_HEAD + _rows("200", "300", "0,5", "250", "100", "120"),
        fix="đổi ra cùng một đơn vị",
        limits="Bảng có cột đơn giá tính bằng đơn vị khác có thể là chủ ý.",
        find=_units,
    ),
    Rule(
        "KH424",
        Severity.WARNING,
        "Số viết theo lối tiếng Anh",
        "“{text}” dùng dấu phẩy, dấu chấm theo lối tiếng Anh",
        why="Văn bản tiếng Việt ngăn hàng nghìn bằng dấu chấm, phần thập phân bằng dấu phẩy; viết "
        "lẫn thì 3,900 đọc được là ba phẩy chín.",
        wrong=_HEAD + _rows("3,900", "6,500", "150"),
        right=_HEAD + _rows("3.900", "6.500", "150"),
        fix="viết lại các số của bảng này theo lối tiếng Việt: 3.900; 42,5",
        limits="Số thập phân ba chữ số (1,125) trong bảng toàn số như thế bị hiểu là hàng nghìn.",
        find=_styles,
    ),
    Rule(
        "KH425",
        Severity.WARNING,
        "Số trong cột lớn bất thường",
        "Số {amount} gấp hơn một nghìn lần số ở giữa cột ({middle})",
        why="Số lớn gấp nghìn lần các số khác thường do gõ theo đơn vị khác.",
        wrong=_HEAD + _rows("100", "200", "300", "400", "350.000.000"),
        right=_HEAD + _rows("100", "200", "300", "400", "350"),
        fix="xem lại đơn vị của con số này",
        limits="Không biết số lớn thật hay gõ nhầm đơn vị.",
        find=_far_off,
    ),
    Rule(
        "KH426",
        Severity.INFO,
        "Hàng không có số",
        "“{name}” không có số nào, các hàng khác đều có",
        why="Ô trống làm tổng thấp đi mà không ai thấy.",
        wrong=_HEAD + _rows("100", "200", "300", "400", "", "600"),
        right=_HEAD + _rows("100", "200", "300", "400", "500", "600"),
        fix="ghi số, hoặc ghi 0 hay dấu - nếu không có",
        limits="Không biết hàng ấy có cần số hay không.",
        find=_blank,
    ),
    Rule(
        "KH427",
        Severity.WARNING,
        "Một dự án hai số khác nhau",
        "“{name}” ở đây ghi {own}, ở {where} ghi {other}",
        why="Cùng một dự án, cùng một năm thì chỉ có một số; người đọc không biết theo số nào.",
        wrong=_TABLES.replace("2.050", "5.000", 1),
        right=_TABLES,
        fix="thống nhất hai chỗ; hai số liệu khác nhau thì ghi rõ ở tên cột",
        limits="Chỉ so dự án cùng tên, cột cùng năm, nguồn hay cùng là tổng.",
        find=_elsewhere,
    ),
    Rule(
        "KH428",
        Severity.WARNING,
        "Hàng ghi hai lần",
        "“{name}” đã có ở dòng {line}, cùng số",
        why="Một việc ghi hai lần thì tiền được cộng hai lần.",
        wrong=_HEAD + "    hang: [[1, Mạng LAN cấp huyện, 200], [2, Mạng LAN cấp huyện, 200]]\n",
        right=_HEAD + "    hang: [[1, Mạng LAN cấp huyện, 200], [2, Mạng LAN cấp xã, 200]]\n",
        fix="bỏ một hàng, hoặc ghi rõ chỗ khác nhau",
        limits="Chỉ so tên giống hệt, không kể dấu và chữ hoa.",
        find=_twice,
    ),
)
