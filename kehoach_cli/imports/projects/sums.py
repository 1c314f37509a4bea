"""Totals that a table of projects states, against the sums of its rows."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.imports.projects.groups import Group, Row
from kehoach_cli.imports.projects.rows import Rows
from kehoach_cli.imports.tables.figures import amount, groups_by_comma, is_nothing

_NUMBER = 5  # letters that the number of a group may have


class Stated(NamedTuple):
    """A total that is not the sum of its rows.

    `group`: -1 for the whole table; `cells`: the row that it stands in.
    """

    group: int
    field: Field
    stated: Decimal
    found: Decimal
    cells: Sequence[str] = ()


class Sums:
    """The figures of a table. `counted`: rows whose parts count beside the row's own money."""

    def __init__(self, rows: Rows, fields: Sequence[Field], *, exact: bool = False) -> None:
        self.rows, self.fields = rows, fields
        self.columns = [at for at, field in enumerate(fields) if field.money]
        self.by_comma = not exact and groups_by_comma(self._cells(), self._lines())
        self.counted: set[int] = set()
        self._settle()
        self.counted = {id(row) for group in rows.groups for row in self._beside(group)}
        self.counted |= {id(row) for row in rows.items if self._goes_on(row)}

    def _settle(self) -> None:
        """Sums below a group that are those of one that it stands in, or of it alone."""
        rows = self.rows
        above = {id(inner): one for one in (*rows.groups, *rows.outer) for inner in one.inner}
        for group in rows.groups:
            if group.sums_below and not self._fits(group.sums, group):
                own, group.sums, group.sums_below = group.sums, (), False
                self._give(own, group, above)
        if rows.last and rows.groups and not self._fits(rows.last, None):
            group = rows.groups[-1]
            if self._give(rows.last, group, above, keep=False):
                rows.last = ()

    def _give(
        self, sums: Sequence[str], group: Group, above: Mapping[int, Group], *, keep: bool = True
    ) -> bool:
        """Sums to the group, from the innermost, whose rows they add up."""
        one: Group | None = group
        while one is not None:
            if one.name and not one.sums and self._fits(sums, one):
                one.sums, one.sums_below = sums, True
                return True
            one = above.get(id(one))
        if keep:
            group.sums, group.sums_below = sums, True
        return False

    def _fits(self, sums: Sequence[str], group: Group | None) -> bool:
        """Whether sums are those of a group, None for all."""
        rows = self.rows.items if group is None else [*group.all_rows()]
        return not any(self._unlike(-1, sums, rows))

    def value(self, cells: Sequence[str], at: int) -> Decimal | None:
        """The figure of a cell."""
        return amount(cells[at], by_comma=self.by_comma)

    def _figure(self, cells: Sequence[str], at: int) -> Decimal | None:
        """The figure of a cell that is no running number."""
        return None if self.fields[at].path == "stt" else self.value(cells, at)

    def different(self) -> Iterator[Stated]:
        """The totals that do not fit; one that only slipped under another heading does."""
        for number, group in enumerate(self.rows.groups):
            yield from self._unlike(number, group.sums, [*group.all_rows()])
        for total in (self.rows.first, self.rows.last):
            if total not in self.rows.typed:
                yield from self._unlike(-1, total, self.rows.items)

    def outer_different(self) -> Iterator[tuple[str, Stated]]:
        """The same of groups of groups, by their names."""
        for group in self.rows.outer:
            for one in self._unlike(-1, group.sums, [*group.all_rows()]):
                yield group.name, one

    def adds(self, at: int) -> str:
        """Which totals a column has: "có", "nhóm" for those of groups only, "không"."""
        total = self.rows.last or self.rows.first
        of_groups = any(g.sums and g.sums[at].strip() for g in self.rows.groups)
        if not total or at in self._placed(total, self.rows.items):
            return "có"
        return "nhóm" if of_groups else "không"

    def tells_all(self) -> bool:
        """Whether a total holds a name and figures of its columns, nothing that would be lost."""
        told = all(self._is_told(sums, rows) for sums, rows in self._totals())
        return told and not any(group.more for group in self.rows.outer)

    def keep_typed(self) -> None:
        """A grand total that says more than sums, all of which come out, prints as it is typed."""
        for total in (self.rows.first, self.rows.last):
            more = total and not self._is_told(total, self.rows.items)
            if more and not self.rows.typed and self._comes_out(total):
                self.rows.typed.append(total)

    def _comes_out(self, total: Sequence[str]) -> bool:
        """Whether each figure of a total is the sum of its own column."""
        return all(
            is_nothing(total[at])
            or self.value(total, at) == self._sum(self.rows.items, at, self.counted)
            for at in self.columns
        )

    def _totals(self) -> Iterator[tuple[Sequence[str], list[Row]]]:
        """The rows of sums, each with the rows that it adds up."""
        for group in (*self.rows.groups, *self.rows.outer):
            if group.sums:
                own = ["" if at in group.more else cell for at, cell in enumerate(group.sums)]
                yield own if group.more else group.sums, [*group.all_rows()]
        for total in (self.rows.first, self.rows.last):
            if total and total not in self.rows.typed:
                yield total, self.rows.items

    def _is_told(self, sums: Sequence[str], rows: Sequence[Row]) -> bool:
        def is_number(at: int) -> bool:
            return self.fields[at].path == "stt" and len(sums[at].strip()) <= _NUMBER

        said = [at for at, cell in enumerate(sums) if not is_nothing(cell)]
        figures = [at for at in said if self._figure(sums, at) is not None]
        texts = {" ".join(sums[at].split()) for at in said if not (at in figures or is_number(at))}
        unread = any(at in self.columns and at not in figures for at in said[1:])
        return len(texts) <= 1 and not unread and len(self._placed(sums, rows)) == len(figures)

    def _cells(self) -> list[str]:
        return [cells[at] for cells in self._every() for at in self.columns]

    def _every(self) -> Iterator[Sequence[str]]:
        for row in self.rows.items:
            yield row.cells
            yield from (part.cells for part in row.parts)
        yield from (sums for sums, _ in self._totals())

    def _lines(self) -> list[list[str]]:
        """Totals with the figures that they should add up."""
        return [
            [sums[at], *(row.cells[at] for row in rows)]
            for sums, rows in self._totals()
            for at in self.columns
        ]

    def _beside(self, group: Group) -> list[Row]:
        """The rows whose parts must count too for the group's total to come out."""
        for at in self.columns:
            stated = self.value(group.sums, at) if group.sums else None
            both = [row for row in group.rows if row.parts and self.value(row.cells, at)]
            if stated is None or not both:
                continue
            short = stated - self._sum(group.rows, at, ())
            for row in both:
                if short and short == self._of_parts(row, at):
                    return [row]
            if short and short == sum(self._of_parts(row, at) for row in both):
                return both
        return []

    def _goes_on(self, row: Row) -> bool:
        """Whether lines of money more stand below a project that are no split of its own."""
        lines = [part for part in row.parts if part.line]
        return bool(lines) and any(
            (self.value(row.cells, at) or Decimal(0)) != self._of_parts(row, at)
            for at in self.columns
        )

    def _of_parts(self, row: Row, at: int) -> Decimal:
        return sum((self.value(part.cells, at) or Decimal(0) for part in row.parts), Decimal(0))

    def _sum(self, rows: Sequence[Row], at: int, counted: "set[int] | tuple[()]") -> Decimal:
        total = Decimal(0)
        for row in rows:
            own = self.value(row.cells, at)
            has_money = any(self.value(row.cells, one) for one in self.columns)
            total += own or Decimal(0)
            if id(row) in counted or not has_money:
                total += self._of_parts(row, at)
        return total

    def _unlike(self, number: int, sums: Sequence[str], rows: Sequence[Row]) -> Iterator[Stated]:
        stated = self._placed(sums, rows) if sums else {}
        for at in self.columns:
            found = self._sum(rows, at, self.counted)
            if at in stated and stated[at] != found:
                yield Stated(number, self.fields[at], stated[at], found, sums)

    def _placed(self, sums: Sequence[str], rows: Sequence[Row]) -> dict[int, Decimal]:
        """The figures of a total by columns; a merged cell may have moved them to others.

        In their order, where the most of them are the sums of the rows.
        """
        values = [(at, v) for at in range(len(sums)) if (v := self._figure(sums, at)) is not None]
        own = {at: value for at, value in values if at in self.columns}
        if len(values) > len(self.columns):
            return own
        found = [self._sum(rows, at, self.counted) for at in self.columns]
        best, places = _best_order([value for _, value in values], found)
        fits = sum(own.get(at) == total for at, total in zip(self.columns, found, strict=True))
        if best <= fits and len(own) == len(values):
            return own
        return {self.columns[at]: value for at, (_, value) in zip(places, values, strict=True)}


def _best_order(values: list[Decimal], found: list[Decimal]) -> tuple[int, tuple[int, ...]]:
    """How many values, in their order, can stand at sums that they equal; and their places."""
    table: list[tuple[int, tuple[int, ...]]] = [(0, ()), *[(-1, ())] * len(values)]
    for at, total in enumerate(found):
        for used in range(min(len(values), at + 1), 0, -1):
            score, places = table[used - 1]
            if score >= 0:
                taken = (score + (values[used - 1] == total), (*places, at))
                table[used] = max(table[used], taken, key=lambda one: one[0])
    return table[-1]
