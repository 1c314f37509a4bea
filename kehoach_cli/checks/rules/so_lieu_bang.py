"""KH423-KH426, KH438: figures typed in tables that have rows of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.checks.own_tables import ITEM, OwnTable, Row, unit_of
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import format_decimal, median
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit

_MANY = 5  # figures from which on one may stand out
_UNIT_HEADINGS = ("don vi tinh", "don vi do", "don vi", "dvt")
_FAR = 1000  # times the middle figure


def _units(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        named = {unit_of(heading) for heading in table.headings} - {None}
        unit = table.unit
        yield from _headings(table, unit)
        if len(named) < 2:
            for column in table.figures:
                yield from _foreign_cells(table, column, unit or subject.unit)


def _headings(table: OwnTable, unit: MoneyUnit | None) -> Iterator[Found]:
    for cot, heading in zip(table.columns, table.headings, strict=True):
        own = unit_of(heading)
        if own and own != unit:
            yield Found(cot.span("ten"), {"unit": own.value, "usual": unit.value if unit else ""})


def _foreign_cells(table: OwnTable, column: int, unit: MoneyUnit) -> Iterator[Found]:
    for row in table.rows:
        cell = row.cells[column] if column < len(row.cells) else None
        own = unit_of(fold(cell.text)) if cell and cell.text[:1].isdigit() else None
        if own and own != unit:
            yield Found(row.span(column), {"unit": own.value, "usual": unit.value})


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
        for column in table.figures if not _measured_apart(table) else ():
            values = [(row, row.value(column) or Decimal(0)) for row in table.items]
            known = [value for _, value in values if value > 0]
            middle = median(known) if len(known) >= _MANY else None
            for row, value in values if middle else ():
                if middle and value >= _FAR * middle:
                    facts = {"amount": format_decimal(value), "middle": format_decimal(middle)}
                    yield Found(row.span(column), facts)


def _measured_apart(table: OwnTable) -> bool:
    """Whether rows have units of their own, so that their figures are not alike."""
    at = next((i for i, name in enumerate(table.headings) if name in _UNIT_HEADINGS), None)
    if at is None:
        return False
    return len({row.cells[at].text for row in table.items if at < len(row.cells)}) > 1


_PLANNED = pattern(r"ke hoach|chi tieu (?:giao|nam)|muc tieu|duoc giao")
_DONE = pattern(r"thuc hien|ket qua|dat duoc")
_RATED = ("danh gia", "muc do hoan thanh", "ket luan")
_REACHED = {"dat": True, "vuot": True, "hoan thanh": True, "khong dat": False, "chua dat": False}


def _rated(subject: Subject) -> Iterator[Found]:
    """Ratings that the two figures beside them contradict, in a table where most agree."""
    for table in subject.own_tables:
        rating = next((i for i, name in enumerate(table.headings) if name in _RATED), None)
        planned = [i for i, name in enumerate(table.headings) if _PLANNED.search(name)]
        done = [i for i, name in enumerate(table.headings) if _DONE.search(name)]
        if rating is not None and len(planned) == len(done) == 1:
            told = list(_ratings(table, rating, planned[0], done[0]))
            wrong = [row for row, fits in told if not fits]
            for row in wrong if len(wrong) * 4 <= len(told) else ():
                facts = {"text": row.cells[rating].text, "done": row.cells[done[0]].text}
                facts["planned"] = row.cells[planned[0]].text
                yield Found(row.span(rating), facts)


def _ratings(table: OwnTable, rating: int, planned: int, done: int) -> Iterator[tuple[Row, bool]]:
    """The rows that are rated by a word that is known, and whether their figures fit it."""
    for row in table.items:
        goal, made = row.value(planned), row.value(done)
        word = fold(row.cells[rating].text).strip(" .") if rating < len(row.cells) else ""
        if word in _REACHED and goal is not None and made is not None:
            yield row, (made >= goal) == _REACHED[word]


def _blank(subject: Subject) -> Iterator[Found]:
    """The one row without any figure."""
    for table in subject.own_tables:
        items = [row for row in table.items if row.level == ITEM and not row.children]
        empty = [row for row in items if not any(_says(row, column) for column in table.figures)]
        if table.figures and len(empty) == 1 and len(items) > _MANY:
            yield Found(empty[0].span(table.figures[0]), {"name": empty[0].name})


def _says(row: Row, column: int) -> bool:
    return column < len(row.cells) and bool(row.cells[column].text)


_HEAD = "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, {ten: Kinh phí}]\n"


_GOALS = (
    "noi_dung:\n- muc: Kết quả\n  bang:\n"
    "    cot: [{ten: Chỉ tiêu}, {ten: Kế hoạch}, {ten: Thực hiện}, {ten: Đánh giá}]\n"
    "    hang: [[Hồ sơ, 70, 73, Vượt], [Mã số, 320, 356, %s], [Trạm, 41, 41, Đạt], [Xã, 5, 4, "
    "Không đạt]]\n"
)


def _rows(*figures: str) -> str:
    """The rows of an example."""
    rows = enumerate(figures, 1)
    return "    hang:\n" + "".join(f'    - [{n}, Việc số {n}, "{figure}"]\n' for n, figure in rows)


RULES: tuple[Rule, ...] = (
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
        "KH438",
        Severity.WARNING,
        "Đánh giá không khớp số thực hiện",
        "Đánh giá “{text}”, mà thực hiện {done}, kế hoạch {planned}",
        why="Cột đánh giá suy ra từ hai cột số; lệch là một trong ba ô ghi nhầm.",
        wrong=_GOALS % "Không đạt",
        right=_GOALS % "Vượt",
        fix="sửa đánh giá, hoặc sửa số",
        limits="Chỉ xét bảng mà ít nhất ba phần tư số hàng khớp; chỉ tiêu càng thấp càng tốt thì "
        "không biết.",
        local=True,
        find=_rated,
    ),
)
