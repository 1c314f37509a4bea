"""Rows of a table of projects: groups, projects, what they are made of, totals."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.imports.outline.labels import ROMANS
from kehoach_cli.imports.projects.groups import Group, Groups, Row, joined
from kehoach_cli.imports.tables.plain import is_total
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import LETTERS

_ITEM = pattern(r"(?P<number>\d{1,5})\s*[./)]?")
_DEEPER = pattern(r"\d{1,4}(?:\.\d{1,3})+\s*[./)]?")
_LETTER = pattern(r"[a-zđ]\s*[./)]?")
_DASH = pattern(r"[-–—+•*]")
_DASHES = "-–—+•* "
_NAMING = ("stt", "ten")
_LONG = 3  # letters from which what stands in the column of numbers is a name
_ITEMS = (
    _ITEM,
    pattern(r"(?:[IVXL]{1,6}|[A-HĐ])\.(?P<number>\d{1,3})\s*[./)]?"),
    pattern(r"(?P<number>[a-zđ])\s*[./)]?"),
)
"""Numbers of projects: plain; else within their groups, "I.1"; else letters."""
_ROMAN = pattern(r"(?P<number>[IVXL]{1,6})\s*[./)]?")


@dataclass(slots=True)
class Rows:
    """A whole table. `first`, `last`: the rows of the grand total.

    `numbered`: its rows have numbers; `odd`: the first row that fits nothing; `outer`: groups that
    only hold groups; `typed`: totals that print as they are typed.
    """

    typed: list[Sequence[str]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    outer: list[Group] = field(default_factory=list)
    first: Sequence[str] = ()
    last: Sequence[str] = ()
    numbered: bool = False
    odd: Sequence[str] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every row is known, and every group has projects."""
        return bool(not self.odd and self.items) and all(group.rows for group in self.groups)

    @property
    def items(self) -> list[Row]:
        """The projects in their order."""
        return [row for group in self.groups for row in group.rows]


def rows_of(
    rows: Sequence[list[str]],
    fields: Sequence[Field],
    lines: Collection[int] = (),
    *,
    flat: bool = False,
) -> Rows:
    """What each row is, up to one that fits nothing.

    `lines`: identities of rows that go on with the project above. `flat`: of groups in groups the
    innermost are taken, by their own names.
    """
    said = [row for row in rows if any(cell.strip() for cell in row)]
    blank: list[str] = []
    reader = _Reader(said, fields, lines)
    for row, below in pairwise([*said, blank]):
        if not reader.put(row, below):
            reader.found.odd = row
            break
    groups = reader.groups.all
    if flat:
        groups = [group for group in groups if group.rows]
    else:
        groups, reader.found.outer = joined(groups)
    reader.found.groups = groups
    return reader.found


class _Reader:
    """Takes rows in their order. `bare`: no row has a number of its own."""

    def __init__(
        self, rows: Sequence[list[str]], fields: Sequence[Field], lines: Collection[int]
    ) -> None:
        paths = [one.path for one in fields]
        stt = paths.index("stt") if "stt" in paths else None
        numbers = [] if stt is None else [row[stt].strip() for row in rows]
        self.lines, self.name = lines, paths.index("ten")
        self.stt = stt if any(numbers) else None
        own = [row[stt].strip() for row in rows if not is_total(row)] if stt is not None else []
        ways = (*_ITEMS, _ROMAN) if all(map(_ROMAN.fullmatch, own)) else _ITEMS
        self.item = next((one for one in ways if any(map(one.fullmatch, numbers))), _ITEM)
        self.bare = not any(map(self.item.fullmatch, numbers))
        self.dashed = self._is_dashed(rows, fields)
        self.groups = Groups(fields, self.stt)
        self.found = Rows(numbered=self.stt is not None)

    def _is_dashed(self, rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> bool:
        """Whether rows with numbers are no more than names, and those with a dash say the rest."""
        texts = [at for at, one in enumerate(fields) if not one.money and one.path not in _NAMING]
        numbered = [row for row in rows if self.item.fullmatch(self._number(row))]
        dashed = [row for row in rows if not is_total(row) and self._is_dash(row)]
        told = sum(any(row[at].strip() for at in texts) for row in dashed)
        bare = not any(row[at].strip() for row in numbered for at in texts)
        return bool(numbered) and bare and told * 2 > len(dashed)

    def _is_dash(self, row: Sequence[str]) -> bool:
        number = self._number(row)
        return bool(_DASH.fullmatch(number) or (not number and _DASH.match(row[self.name].strip())))

    def put(self, row: list[str], below: Sequence[str]) -> bool:
        """Take a row; False where it fits nothing. `below`: the next one."""
        if is_total(row):
            return self._total(row)
        if id(row) in self.lines:
            return self._line(row)
        number = self._number(row)
        group = self.groups.opens(number, plain=self.item is _ITEM)
        if group and self.item is not _ROMAN:
            return self._may_open() and self.groups.open(row, group, plain=self.item is _ITEM)
        if not row[self.name].strip():
            is_named = len(number) > _LONG and self._may_open()
            return is_named and self.groups.open_named(row, number)
        item = self.item.fullmatch(number)
        if self.dashed and item:
            return self._may_open() and self.groups.open_named(row, row[self.name], number)
        if not item and self._begins(below) and self.groups.is_title(row):
            return self._may_open() and self.groups.open_named(row, row[self.name])
        if item or self._is_bare(row, number):
            self.groups.last().rows.append(Row(row, _value(item["number"]) if item else 0))
            return True
        return self._part(row, number)

    def _number(self, row: Sequence[str]) -> str:
        return row[self.stt].strip() if self.stt is not None and row else ""

    def _begins(self, row: Sequence[str]) -> bool:
        """Whether a row is a project with a number, or a group."""
        number = self._number(row)
        return bool(
            self.item.fullmatch(number) or self.groups.opens(number, plain=self.item is _ITEM)
        )

    def _is_bare(self, row: list[str], number: str) -> bool:
        """Whether a row is a project that has no number: "-", or nothing, before its name."""
        if self.dashed and self._is_dash(row):
            row[self.name] = row[self.name].strip().lstrip(_DASHES)
            return True
        told = _DASH.fullmatch(number) or not (number or _DASH.match(row[self.name].strip()))
        return self.stt is None or (self.bare and bool(told))

    def _may_open(self) -> bool:
        """Whether a group may follow: a sum that stands above it is that of the group before."""
        last = self.found.last
        if not last:
            return True
        self.found.last = ()
        return self.groups.add_up(self.groups.last(), last)

    def _total(self, row: Sequence[str]) -> bool:
        label = next(cell for cell in row if cell.strip())
        if self.groups.total(label, row):
            return True
        if not self.groups.all and not self.found.first:
            self.found.first = row
        elif not self.found.last:
            self.found.last = row
        else:
            before, self.found.last = self.found.last, row
            return self.groups.add_up(self.groups.last(), before)
        return True

    def _line(self, row: Sequence[str]) -> bool:
        """A line of money more of the last project, whose other parts have no numbers either."""
        rows = self.groups.last().rows
        if not rows or rows[-1].form not in ("", "không"):
            return False
        rows[-1].form = "không"
        rows[-1].parts.append(Row(row, line=True))
        return True

    def _part(self, row: Sequence[str], number: str) -> bool:
        rows = self.groups.last().rows
        if _DASH.fullmatch(number):
            row = [f"- {cell}" if at == self.name else cell for at, cell in enumerate(row)]
            number = ""
        form = "số" if _DEEPER.fullmatch(number) else "chữ" if _LETTER.fullmatch(number) else ""
        if not rows or (number and not form):
            return False
        form = form or "không"
        if rows[-1].form not in ("", form):
            return False
        rows[-1].form = form
        rows[-1].parts.append(Row(row))
        return True


def _value(number: str) -> int:
    """The value of a project's number, "3", "c" or "III"."""
    if number.isdigit():
        return int(number)
    return LETTERS.find(number) + 1 if number.islower() else ROMANS.get(number, 0)
