"""What a table is once it is resolved: columns that hold values, rows of every kind."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kehoach_cli.annotations import Literal, NamedTuple
from kehoach_cli.plan.amounts import BLANK
from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.paths import STT, Item, MoneyPath, TextPath, ValuePath
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.numbers import format_decimal

Value = str | Decimal | None

AWAITED = Decimal("NaN")
"""A sum of which nothing is written yet: a blank to be filled in, where another sum is 0."""

IN_TOTAL = ("co",)
IN_GROUPS = ("co", "nhom")
"""What a column's `cong` says where its sums stand in the total, in the groups."""


def is_awaited(value: Value) -> bool:
    """Whether a value is a sum of which nothing is written yet."""
    return isinstance(value, Decimal) and value.is_nan()


def told(sum: Decimal) -> str:
    """A sum as it prints."""
    return BLANK if is_awaited(sum) else format_decimal(sum)


class ViewRow(NamedTuple):
    """A row. `label`: its number ("3", "II", "b"); `title`: the text of a group or total row.

    `group`: the label of the group that it stands in; `of`: the item of the register that it
    shows, a part behind all that it is a part of. A table without any row prints a blank one,
    to be filled by hand.
    """

    kind: Literal["item", "part", "group", "subtotal", "total", "blank"]
    label: str
    title: str
    cells: Sequence[Value]
    group: str = ""
    of: tuple[Item, ...] = ()

    @property
    def is_summary(self) -> bool:
        """Whether it is a title and sums, no cell of it typed."""
        return bool(self.title) and not any(isinstance(cell, str) for cell in self.cells)


class ViewColumn(Values):
    """A leaf column: its declaration and the names it takes its value from."""

    cot: Cot
    paths: tuple[ValuePath, ...]

    @property
    def is_money(self) -> bool:
        """Whether it holds amounts."""
        return bool(self.paths) and isinstance(self.paths[0], MoneyPath)

    @property
    def is_summed(self) -> bool:
        """Whether typed cells under it are numbers that are added up."""
        return not self.paths and self.cot.cong in IN_GROUPS

    @property
    def holds_figures(self) -> bool:
        """Whether it holds amounts, or numbers that are added up."""
        return self.is_money or self.is_summed

    @property
    def is_number(self) -> bool:
        """Whether it holds the running number."""
        path = self.paths[0] if self.paths else None
        return isinstance(path, TextPath) and path.name == STT

    def values(self, items: Sequence[Item]) -> list[Value]:
        """Of each item, the first of the names that has a value."""
        if len(self.paths) == 1:
            of = self.paths[0].of
            return [of(item) for item in items]
        return [self._value(item) for item in items]

    def _value(self, item: Item) -> Value:
        for path in self.paths:
            found = path.of(item)
            if found is not None:
                return found
        return None


class View(Values):
    """A table resolved against its register."""

    columns: list[ViewColumn]
    rows: list[ViewRow]


def adds_up(bang: Bang, column: ViewColumn) -> bool:
    """Whether a table has sums of a column: of money unless it says no, else where it says so."""
    if bang.shows_register and column.is_money:
        return column.cot.cong != "khong"
    return bang.hang is not None and column.is_summed


def or_blank(body: list[ViewRow], width: int) -> list[ViewRow]:
    """The rows; a blank one where there is none."""
    return body or [ViewRow("blank", "", "", [""] * width)]


def with_totals(bang: Bang, body: list[ViewRow], sums: Sequence[Value]) -> list[ViewRow]:
    """The rows with the grand total first, last, both, or not at all."""
    place = bang.tong_cong or "cuoi"
    grand = ViewRow("total", "", bang.ten_tong_cong or _total_title(bang, body), sums)
    return [
        *([grand] if place in ("dau", "ca_hai") else ()),
        *body,
        *([grand] if place in ("cuoi", "ca_hai") else ()),
    ]


def _total_title(bang: Bang, body: Iterable[ViewRow]) -> str:
    labels = [row.label for row in body if row.kind == "group"]
    if bang.tong_nhom != "dong_cong" or len(labels) < 2:
        return "Tổng cộng"
    return f"Tổng cộng ({' + '.join(labels)})"


def subtotal(label: str, sums: Sequence[Value]) -> ViewRow:
    """The row "Cộng (I)" at the end of a group."""
    return ViewRow("subtotal", label, f"Cộng ({label})", sums, label)
