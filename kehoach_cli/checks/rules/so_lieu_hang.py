"""KH432: rows of sums with a blank in them."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.checks.own_tables import CAPITAL, ROMAN, TOTAL, OwnTable, Row
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
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


_HEAD = (
    "noi_dung:\n- muc: Vốn\n  bang:\n"
    "    cot: [{ten: TT}, {ten: Dự án}, {ten: Tổng}, {ten: Năm 2014}]\n    hang:\n"
)
_ROWS = (
    "    - [I, Hạ tầng, 500, 200]\n    - [1, Mạng LAN, 500, 200]\n"
    "    - [II, Đào tạo, 90, 40]\n    - [1, Tập huấn, 90, 40]\n"
)

RULES: tuple[Rule, ...] = (
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
