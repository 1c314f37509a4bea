"""KH420: rows of sums typed in tables that have rows of their own."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from kehoach_cli.checks.causes import suspects
from kehoach_cli.checks.own_tables import ITEM, TOTAL, OwnTable, Row, is_sum
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.numbers import format_decimal

_SHOWN = 3  # figures named where several are possible
_LOOK = "xem lại con số ở hàng cộng và các hàng cộng thành nó"


class _Sum(Values):
    """A typed sum. `rows`: those that it adds up, `also`: with rows that may count too."""

    row: Row
    column: int
    stated: Decimal
    rows: list[Row]
    also: list[Row]

    @property
    def computed(self) -> Decimal:
        """What the rows come to."""
        return _total(self.rows, self.column)

    @property
    def difference(self) -> Decimal:
        """What the rows lack, 0 where they can be read so that they fit."""
        return self.stated - self.computed if self.is_wrong else Decimal(0)

    @property
    def is_wrong(self) -> bool:
        """Whether no reading fits; the last digit of rounded figures may be one off."""
        readings = (self.computed, _total(self.also, self.column))
        return all(abs(self.stated - total) > self._rounding for total in readings)

    @property
    def _rounding(self) -> Decimal:
        values = [row.value(self.column) or Decimal(0) for row in self.rows]
        places = max((max(0, -int(v.as_tuple().exponent)) for v in values), default=0)
        return Decimal(1).scaleb(-places) if places and len(values) > 2 else Decimal(0)


def _total(rows: list[Row], column: int) -> Decimal:
    return sum((row.value(column) or Decimal(0) for row in rows), Decimal(0))


def _sums(table: OwnTable, column: int) -> Iterator[_Sum]:
    """Every typed sum of a column; KH046 tells those of groups whose column says `cong`."""
    for at, row in enumerate(table.rows):
        stated = row.value(column)
        told = row.hang.nhom is not None and table.columns[column].cong is not None
        if stated is None or row.level >= ITEM or told:
            continue
        tops = _summed(table.rows, at)
        rows = [leaf for top in tops for leaf in _leaves(top, column, False)]
        also = [leaf for top in tops for leaf in _leaves(top, column, True)]
        if rows and rows != [row]:
            yield _Sum(row, column, stated, rows, also)


def _summed(rows: list[Row], at: int) -> list[Row]:
    """The outermost rows that a row of sums adds up."""
    row = rows[at]
    heads_sum = row.level == TOTAL or is_sum(row.name) or is_sum(row.label)
    if not heads_sum:
        return [row]
    if row.level != TOTAL:
        group = [r for r in rows[:at] if r.level == row.level and not is_sum(r.name)]
        return group[-1:]
    return _outermost(rows[:at]) or _outermost(rows[at + 1 :])


def _outermost(rows: list[Row]) -> list[Row]:
    inner = {id(child) for row in rows for child in row.children}
    return [
        row
        for row in rows
        if id(row) not in inner
        and row.level != TOTAL
        and not is_sum(row.name)
        and not is_sum(row.label)
    ]


def _leaves(row: Row, column: int, with_parts: bool) -> list[Row]:
    """The rows whose figures a sum adds up: items, their parts where an item has no figure."""
    inner = [leaf for child in row.children for leaf in _leaves(child, column, with_parts)]
    if row.value(column) is None:
        return inner
    if row.level < ITEM:
        return inner or [row]
    return [row, *inner] if with_parts else [row]


def _wrong_sums(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        for column in table.figures:
            yield from _in_column(table, column)


def _in_column(table: OwnTable, column: int) -> Iterator[Found]:
    sums = list(_sums(table, column))
    wrong = [one for one in sums if one.is_wrong and not _is_mean(one)]
    right = [other for other in sums if not other.is_wrong]
    told: dict[Decimal, int] = {}
    for one in wrong:
        alike = [other for other in wrong if other.difference == one.difference]
        advice = _advice(table, alike, right) if len(alike) > 1 else _LOOK
        if one.difference in told:
            advice = f"cùng phần lệch với dòng {told[one.difference]}: xem cách sửa ở đó"
        told.setdefault(one.difference, one.row.span(column).first.line)
        facts = {
            "stated": format_decimal(one.stated),
            "sum": format_decimal(one.computed),
            "difference": format_decimal(abs(one.difference)),
            "advice": advice,
        }
        yield Found(one.row.span(column), facts)


def _is_mean(one: _Sum) -> bool:
    """Whether the figure is the mean of the rows: a column of averages."""
    return one.stated * len(one.rows) == one.computed


def _advice(table: OwnTable, alike: list[_Sum], right: list[_Sum]) -> str:
    """The one cell that makes all the wrong sums right."""
    change, column = alike[0].difference, alike[0].column
    narrowest: list[Row] = min([one.rows for one in alike], key=len)
    found = suspects(
        narrowest,
        [_covers(one) for one in alike],
        [_covers(one) for one in right],
        lambda row: _fits(table, row, column, change),
    )
    if not found or len(found) > _SHOWN:
        few = "không có một con số nào sửa" if not found else f"có {len(found)} con số mà sửa một"
        return f"{few} thì khớp cả {len(alike)} hàng cộng"
    changes = " hoặc ".join(_change(row, column, change) for row in found)
    return f"sửa {changes} thì khớp cả {len(alike)} hàng cộng"


def _covers(one: _Sum) -> Callable[[Row], bool]:
    rows = {id(row) for row in one.rows}
    return lambda row: id(row) in rows


def _change(row: Row, column: int, change: Decimal) -> str:
    old = row.value(column) or Decimal(0)
    line = row.span(column).first.line
    return f"{format_decimal(old)} thành {format_decimal(old + change)} ở dòng {line} ({row.name})"


def _fits(table: OwnTable, row: Row, column: int, change: Decimal) -> bool:
    """Whether a figure of the row is the sum of those after it only when the cell is changed."""
    before = {i: row.value(i) or Decimal(0) for i in table.figures}
    after = {**before, column: before[column] + change}
    return _has_total(after) and not _has_total(before)


def _has_total(figures: dict[int, Decimal]) -> bool:
    columns = sorted(figures)
    return any(
        figures[one] and figures[one] == sum(figures[other] for other in columns if other > one)
        for one in columns
    )


_TWO = (
    "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, {ten: Kinh phí}]\n"
    "    hang:\n    - [1, Mạng LAN, 200]\n    - [2, Một cửa, 300]\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH420",
        Severity.ERROR,
        "Hàng cộng không bằng các hàng cộng lại",
        "Hàng cộng ghi {stated}, các hàng cộng được {sum}, lệch {difference}",
        why="Người đọc cộng lại sẽ thấy; số nào đúng thì không ai biết.",
        wrong=_TWO + '    - {o: ["", Tổng cộng, 600], dam: có}\n',
        right=_TWO + '    - {o: ["", Tổng cộng, 500], dam: có}\n',
        fix="{advice}",
        limits="Số làm tròn được lệch một đơn vị ở chữ số cuối; cột tỷ lệ, bình quân không xét.",
        find=_wrong_sums,
    ),
)
