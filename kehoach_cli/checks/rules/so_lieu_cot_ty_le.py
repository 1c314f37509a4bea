"""KH467: a column of shares beside the two columns that it is made of."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from kehoach_cli.checks.own_tables import OwnTable, Row
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal

_HEADING = pattern(r"ty le|ti le|% |phan tram|dat %|.*\(%\)|%")
_CELL = pattern(r"(\d{1,3}(?:,\d+)?)\s*%?")
_FEW = 2
"""Rows that must be right for each that is wrong."""

Line = tuple[Row, str, Decimal, Decimal]
"""A row, its share as typed, the part and the whole."""


def _shares(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        for column, heading in enumerate(table.headings):
            if _HEADING.match(heading):
                yield from _column(table, column)


def _column(table: OwnTable, column: int) -> Iterator[Found]:
    """The rows whose share is another than that of the two columns most rows fit."""
    others = [at for at in range(len(table.headings)) if at not in (column, table.numbers)]
    for part, whole in permutations(others, 2):
        lines = list(_lines(table, column, part, whole))
        wrong = [line for line in lines if not _fits(*line)]
        if len(lines) > _FEW and len(wrong) * (_FEW + 1) <= len(lines):
            for row, share, one, other in wrong:
                right = format_decimal(round(one * 100 / other, 2).normalize())
                facts = {"ratio": f"{format_decimal(one)}/{format_decimal(other)}"}
                yield Found(row.span(column), {**facts, "share": share, "right": right})
            return


def _lines(table: OwnTable, column: int, part: int, whole: int) -> Iterator[Line]:
    for row in table.rows:
        cell = row.cells[column].text if column < len(row.cells) else ""
        share, one, other = _CELL.fullmatch(cell), row.value(part), row.value(whole)
        if share and one is not None and other and 0 <= one <= other:
            yield row, share[1], one, other


def _fits(_: Row, share: str, part: Decimal, whole: Decimal) -> bool:
    step = Decimal(1).scaleb(-len(share.partition(",")[2]))
    return abs(as_decimal(share) - part * 100 / whole) < step


_TABLE = (
    "noi_dung:\n- muc: Kết quả\n  bang:\n"
    '    cot: [{ten: Khối}, {ten: Tổng số}, {ten: Trực tuyến}, {ten: "Tỷ lệ (%)"}]\n    hang:\n'
    "    - [Sở, 210, 168, 80]\n    - [Xã, 240, 147, '61,25']\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH467",
        Severity.WARNING,
        "Tỷ lệ trong bảng không khớp hai cột",
        "{ratio} là {right}%, ở đây ghi {share}",
        why="Các hàng khác đều tính từ hai cột ấy; hàng này có một số gõ nhầm.",
        wrong=_TABLE + "    - [Huyện, 182, 127, 75]\n",
        right=_TABLE + "    - [Huyện, 182, 127, 70]\n",
        fix="tính lại, hoặc sửa số ghi nhầm",
        limits="Chỉ xét bảng tự viết mà ít nhất hai phần ba số hàng tính đúng.",
        local=True,
        find=_shares,
    ),
)
