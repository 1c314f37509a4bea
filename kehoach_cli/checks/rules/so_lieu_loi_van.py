"""KH460, KH462: figures of prose beside those of a table."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.money import Mention, in_unit, mentions
from kehoach_cli.checks.own_tables import OwnTable, Row
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal

_TOTAL = pattern(
    r"(?i)[-+ ]*(?:tổng (?:cộng|kinh phí|số tiền|số|vốn|nhu cầu|dự toán|số kinh phí)|cộng|"
    r"kinh phí (?:thực hiện|\d+ năm|năm|cả giai đoạn|dự kiến))\b[^.;\n]*"
)
_AMOUNT = ("thanh tien", "kinh phi", "so tien", "du toan", "tong kinh phi", "nhu cau kinh phi")
_ALL = ("cong", "tong", "tong cong", "tong so", "tong kinh phi")
_NEAR = 5
"""A total that is within a fifth of the sum, or has its digits, is meant for it."""


def _beside_table(subject: Subject) -> Iterator[Found]:
    """Totals of the section that a table stands in, other than what its rows add up to."""
    tables = {id(table.bang): table for table in subject.own_tables}
    blocks = subject.blocks if tables else []
    for number, before in enumerate(blocks):
        table = tables.get(id(before.table))
        total = _sum(table) if table else None
        if table is None or not total:
            continue
        unit = table.unit or subject.unit
        # Behind a table come its notes, then the text that goes on.
        near = [one for one in blocks[number : number + 3] if one.titles == before.titles]
        lines = [line for block in near for line in block.lines]
        for line, mention in _totals(lines):
            amount = total * unit.factor
            if not mention.equals(amount) and _is_meant(mention.amount, amount):
                facts = {"said": in_unit(mention.amount, unit), "sum": in_unit(amount, unit)}
                yield Found(line.span(mention.start, mention.end), facts)


def _sum(table: OwnTable) -> Decimal | None:
    """What the one column of money of a table adds up to; None where a cell is no figure."""
    columns = [at for at in table.figures if table.headings[at].startswith(_AMOUNT)]
    if len(columns) != 1:
        columns = [at for at in table.figures if table.headings[at] in _ALL]
    if len(columns) != 1:
        return None
    cells = [row.cells[columns[0]] for row in table.items if columns[0] < len(row.cells)]
    plain = all(row.level == table.items[0].level for row in table.items)
    amounts = [cell.value for cell in cells if cell.value is not None]
    known = plain and len(amounts) == len(table.items) > 1
    return sum(amounts, Decimal(0)) if known else None


def _totals(lines: list[Line]) -> Iterator[tuple[Line, Mention]]:
    """The lines that begin with a total, and its money."""
    for line in lines:
        match = _TOTAL.match(line.text)
        first = next(iter(mentions(line.text)), None) if match else None
        if match and first and first.start <= match.end() and not first.rough:
            yield line, first


def _is_meant(stated: Decimal, amount: Decimal) -> bool:
    digits = (sorted(str(int(stated)).strip("0")), sorted(str(int(amount)).strip("0")))
    return abs(stated - amount) * _NEAR <= amount or digits[0] == digits[1]


_COUNTED = Pattern(
    rf"(?P<count>{FIRST_DIGIT}(?:\d{{0,2}}(?:\.\d{{3}})+|\d{{2,}}))(?![\d/]|[.,]\d) "
    r"(?P<words>[^\W\d]+ [^\W\d]+)",
    lower=True,
)


def _swapped(subject: Subject) -> Iterator[Found]:
    """Counts of prose that have the digits of a row's figure in another order."""
    rows: dict[str, list[tuple[Row, set[Decimal]]]] = {}
    for table in subject.own_tables:
        for row in table.items:
            values = {cell.value for cell in row.cells if cell.value is not None}
            words = " ".join(row.name.lower().split()[:2])
            rows.setdefault(words, []).append((row, values))
    for match in _COUNTED.search(subject.corpus) if rows else ():
        known = rows.get(match["words"], ())
        count = as_decimal(match["count"])
        if len(known) != 1 or count in known[0][1]:
            continue
        row, values = known[0]
        digits = sorted(str(count))
        for value in sorted(v for v in values if v >= _LEAST and sorted(str(v)) == digits):
            line = str(row.hang.span().first.line)
            facts = {"said": match["count"], "other": format_decimal(value), "line": line}
            yield Found(subject.corpus.span(*match.span("count")), facts)


_LEAST = 100
"""Two digits are the same in another order by chance too often."""
_TABLE = (
    "noi_dung:\n- muc: Kinh phí\n  doan_van:\n  - bang:\n      don_vi_tinh: triệu đồng\n"
    "      cot: [{ten: STT}, {ten: Nội dung}, {ten: Thành tiền, cong: có}]\n"
    "      hang: [['1', Máy chủ, '300'], ['2', Máy quét, '120']]\n  - Tổng cộng "
)
_COUNTS = (
    "noi_dung:\n- muc: Kết quả\n  bang:\n    cot: [{ten: TT}, {ten: Chỉ tiêu}, {ten: Số lượng}]\n"
    "    hang: [['1', Vùng trồng được cấp mã số, '356'], ['2', Trạm quan trắc, '41']]\n"
    "- muc: Nhiệm vụ\n  doan_van: Cập nhật nhật ký sản xuất cho "
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH460",
        Severity.WARNING,
        "Tổng trong lời văn khác bảng",
        "Lời văn ghi {said}, các hàng của bảng cộng lại được {sum}",
        why="Người đọc cộng bảng ra số khác thì không biết theo số nào.",
        wrong=_TABLE + "402 triệu đồng.\n",
        right=_TABLE + "420 triệu đồng.\n",
        fix="cộng lại, sửa số ghi nhầm ở lời văn hoặc ở bảng",
        limits="Chỉ xét câu bắt đầu bằng Tổng …, cùng mục với một bảng tự viết có một cột tiền, và "
        "số lệch không quá một phần năm.",
        find=_beside_table,
    ),
    Rule(
        "KH462",
        Severity.WARNING,
        "Số trong lời văn đảo chữ số so với bảng",
        "Ở đây ghi {said}, bảng ở dòng {line} ghi {other}",
        why="Cùng một thứ, cùng các chữ số mà khác thứ tự: một chỗ gõ đảo.",
        wrong=_COUNTS + "365 vùng trồng.\n",
        right=_COUNTS + "356 vùng trồng.\n",
        fix="thống nhất hai chỗ",
        limits="Chỉ xét số từ ba chữ số, đứng trước hai chữ đầu của tên một hàng.",
        find=_swapped,
    ),
)
