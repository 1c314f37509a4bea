"""KH421, KH432: columns of totals, and blanks in rows of totals."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.checks.own_tables import CAPITAL, ROMAN, TOTAL, OwnTable, Row
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.bang import Cot
from kehoach_cli.vietnamese.numbers import format_decimal

_FEWEST = 2


def _blank_totals(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        groups = [row for row in table.rows if row.level in (CAPITAL, ROMAN) and row.children]
        for row in table.rows if len(groups) >= _FEWEST else ():
            if row.level == TOTAL and any(row.value(i) is not None for i in table.figures):
                yield from _blanks(table, row, groups)


def _blanks(table: OwnTable, row: Row, groups: list[Row]) -> Iterator[Found]:
    for column in table.figures:
        values = [value for group in groups if (value := group.value(column)) is not None]
        blank = column < len(row.cells) and not row.cells[column].text
        if blank and len(values) == len(groups):
            facts = {
                "name": row.name,
                "column": table.columns[column].ten or "",
                "sum": format_decimal(sum(values, Decimal(0))),
            }
            yield Found(row.span(column), facts)


def _across(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        tops = table.bang.cot or []
        yield from _among(table, tops)


def _among(table: OwnTable, siblings: list[Cot]) -> Iterator[Found]:
    """Columns of totals among their sisters, at every depth of the headings."""
    for number, cot in enumerate(siblings):
        if cot.cot:
            before = siblings[number - 1]
            if number and not before.cot and _is_split(cot) and not _is_total(before):
                yield from _rows_across(table, before, list(cot.leaves()))
            yield from _among(table, cot.cot)
        elif _is_total(cot):
            others = [leaf for other in siblings if other is not cot for leaf in other.leaves()]
            yield from _rows_across(table, cot, others)


def _is_total(cot: Cot) -> bool:
    name = (cot.ten or "").casefold().split("(")[0].strip()
    return name in ("cộng", "tổng", "tổng số", "tổng cộng", "cả năm", "cả giai đoạn", "cả kỳ")


def _is_split(cot: Cot) -> bool:
    """Whether a heading's columns are the parts of the column before it."""
    name = (cot.ten or "").casefold().split("(")[0].strip(" :")
    return bool(cot.cot) and name in ("trong đó", "chia ra", "bao gồm", "gồm", "nguồn vốn")


def _rows_across(table: OwnTable, total: Cot, others: list[Cot]) -> Iterator[Found]:
    """Rows whose total is not the sum of its parts, where it is in most rows."""
    place = {id(cot): i for i, cot in enumerate(table.columns)}
    column = place[id(total)]
    parts = [place[id(cot)] for cot in others if place[id(cot)] in table.figures]
    if column not in table.figures or len(parts) < 2:
        return
    rows = [row for row in table.rows if row.value(column) is not None and _known(row, parts)]
    wrong = [row for row in rows if row.value(column) != _sum_of(row, parts)]
    if len(wrong) * 3 > len(rows):
        return
    for row in wrong:
        stated = row.value(column) or Decimal(0)
        facts = {"stated": format_decimal(stated), "sum": format_decimal(_sum_of(row, parts))}
        yield Found(row.span(column), facts)


def _known(row: Row, columns: list[int]) -> bool:
    return any(row.value(column) is not None for column in columns)


def _sum_of(row: Row, columns: list[int]) -> Decimal:
    return sum((row.value(column) or Decimal(0) for column in columns), Decimal(0))


_HEAD = (
    "noi_dung:\n- muc: Vốn\n  bang:\n"
    "    cot: [{ten: TT}, {ten: Dự án}, {ten: Tổng}, {ten: Năm 2014}]\n    hang:\n"
)
_ROWS = (
    "    - [I, Hạ tầng, 500, 200]\n    - [1, Mạng LAN, 500, 200]\n"
    "    - [II, Đào tạo, 90, 40]\n    - [1, Tập huấn, 90, 40]\n"
)
_PARTS = (
    "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, "
    "{ten: Cộng}, {ten: Năm 2016}, {ten: Năm 2017}]\n    hang:\n"
    "    - [1, Mạng LAN, 300, 100, 200]\n    - [2, Một cửa, 450, 150, 300]\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH421",
        Severity.WARNING,
        "Cột tổng khác các cột thành phần",
        "Cột tổng ghi {stated}, các cột cộng được {sum}",
        why="Ở các hàng khác cột này bằng các cột bên cạnh cộng lại.",
        wrong=_PARTS + "    - [3, Thư điện tử, 90, 30, 50]\n",
        right=_PARTS + "    - [3, Thư điện tử, 80, 30, 50]\n",
        fix="sửa con số ghi nhầm ở hàng này",
        limits="Chỉ xét khi phần lớn các hàng có cột tổng đúng bằng các cột bên cạnh.",
        find=_across,
    ),
    Rule(
        "KH432",
        Severity.INFO,
        "Hàng tổng để trống một cột",
        "Hàng “{name}” để trống cột “{column}”, các nhóm cộng được {sum}",
        why="Mọi nhóm đều có số ở cột ấy thì hàng tổng cũng phải có.",
        wrong=f'{_HEAD}    - ["", Tổng cộng, "", 240]\n{_ROWS}',
        right=f'{_HEAD}    - ["", Tổng cộng, 590, 240]\n{_ROWS}',
        fix="ghi {sum}; cột không cần cộng thì ghi dấu -",
        limits="Không biết cột ấy có ý để trống hay không.",
        find=_blank_totals,
    ),
)
