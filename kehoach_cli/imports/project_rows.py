"""Rows of a table of projects: groups, projects, what they are made of, totals."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from kehoach_cli.imports.money import is_amount
from kehoach_cli.imports.money_columns import Field
from kehoach_cli.imports.tables import is_total
from kehoach_cli.patterns import pattern

_GROUP = pattern(
    r"(?P<number>[IVXL]{1,6}|[A-HĐ])\s*(?:[.)/]\s*(?P<name>\S.*)|\s(?P<other>\S.*))?[.)]?"
)
_DEEP_GROUP = pattern(
    r"(?P<number>(?:[IVXL]{1,6}|[A-HĐ])(?:\.\d{1,2})+)(?P<name>(?!))?(?P<other>(?!))?\s*[.)]?"
)
_ITEM = pattern(r"(?P<number>\d{1,5})\s*[.)]?")
_DEEPER = pattern(r"\d{1,4}(?:\.\d{1,3})+\s*[.)]?")
_LETTER = pattern(r"[a-zđ]\s*[.)]?")
_DASH = pattern(r"[-–—+•*]")
_LONG = 3  # letters from which what stands in the column of numbers is a name
_OF_GROUP = pattern(r"\W*(?:tổng\s+)?cộng\s*\(?\s*(?:nhóm\s*)?[IVXL]{1,6}\s*\)?\W*", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """A project. `cells`: as typed; `number`: its STT; `form`: how its parts are numbered.

    `line`: a line of money more of the project above, under the same name.
    """

    cells: Sequence[str]
    number: int = 0
    form: str = ""
    parts: list["Row"] = field(default_factory=list)
    line: bool = False


@dataclass(slots=True)
class Group:
    """Projects under one heading. `sums`: the figures on its own row, or on "Cộng (I)".

    `above`: the names of the groups that it stands in, the nearest first.
    """

    name: str = ""
    merged: bool = False
    sums: Sequence[str] = ()
    sums_below: bool = False
    above: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """A whole table. `first`, `last`: the rows of the grand total.

    `numbered`: its rows have numbers; `odd`: the first row that fits nothing.
    """

    groups: list[Group] = field(default_factory=list)
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
    rows: Sequence[Sequence[str]],
    fields: Sequence[Field],
    lines: Collection[int] = (),
    *,
    flat: bool = False,
) -> Rows:
    """What each row is, up to one that fits nothing.

    `lines`: identities of rows that go on with the project above. `flat`: of groups in groups the
    innermost are taken.
    """
    stt = [at for at, field in enumerate(fields) if field.path == "stt"]
    counts = any(row[at].strip() for row in rows for at in stt)
    bare = not any(_ITEM.fullmatch(row[at].strip()) for row in rows for at in stt)
    reader = _Reader(fields, lines, counts=counts, flat=flat, bare=bare)
    for row in rows:
        if any(cell.strip() for cell in row) and not reader.put(row):
            reader.found.odd = row
            break
    if flat:
        reader.found.groups = [group for group in reader.found.groups if group.rows]
    return reader.found


class _Reader:
    def __init__(
        self,
        fields: Sequence[Field],
        lines: Collection[int],
        *,
        counts: bool,
        flat: bool,
        bare: bool,
    ) -> None:
        paths = [one.path for one in fields]
        self.fields, self.lines, self.flat = fields, lines, flat
        self.name = paths.index("ten")
        self.stt = paths.index("stt") if "stt" in paths and counts else None
        self.found = Rows(numbered=self.stt is not None)
        self.kind = ""
        self.bare = bare
        self._open: list[tuple[str, str]] = []  # kinds and names of groups, the outermost first

    def put(self, row: Sequence[str]) -> bool:
        """Take a row; False where it fits nothing."""
        if is_total(row):
            return self._total(row)
        if id(row) in self.lines:
            return self._line(row)
        number = row[self.stt].strip() if self.stt is not None else ""
        group = _GROUP.fullmatch(number) if not self.flat else _DEEP_GROUP.fullmatch(number)
        group = group or _GROUP.fullmatch(number)
        if group:
            return self._group(row, group)
        if not row[self.name].strip():
            return len(number) > _LONG and self._named(row, number)
        item = _ITEM.fullmatch(number)
        if item or self.stt is None or (self.bare and self._is_bare(row, number)):
            self._last().rows.append(Row(row, int(item["number"]) if item else 0))
            return True
        return self._part(row, number)

    def _is_bare(self, row: Sequence[str], number: str) -> bool:
        """Whether a row is a project where none has a number: "-", or nothing, before its name."""
        return bool(_DASH.fullmatch(number)) or not (number or _DASH.match(row[self.name].strip()))

    def _total(self, row: Sequence[str]) -> bool:
        label = next(cell for cell in row if cell.strip())
        groups = self.found.groups
        if _OF_GROUP.fullmatch(label) and groups and not groups[-1].sums:
            groups[-1].sums, groups[-1].sums_below = row, True
        elif not groups and not self.found.first:
            self.found.first = row
        elif not self.found.last:
            self.found.last = row
        else:
            return False
        return True

    def _group(self, row: Sequence[str], match: re.Match[str]) -> bool:
        kind = "roman" if match["number"][0] in "IVXL" else "capital"
        kind += "." * match["number"].count(".")
        merged = match["name"] or match["other"]
        name = merged or row[self.name].strip()
        is_other = bool(self.kind) and kind != self.kind and not self.flat
        if not name or is_other or self.found.last:
            return False
        self.kind = kind
        stray = [cell for one, cell in zip(self.fields, row, strict=True) if not is_amount(cell)
                 and not one.money and one.path not in ("stt", "ten")]  # fmt: skip
        figures = [cell for cell in row[1:] if is_amount(cell)]
        if stray or (self.found.groups and not self.found.groups[0].name):
            return False
        sums = row if any(cell.strip() for cell in figures) else ()
        name = " ".join(name.split())
        self.found.groups.append(Group(name, bool(merged), sums, above=self._above(kind, name)))
        return True

    def _above(self, kind: str, name: str) -> list[str]:
        """The names of the groups that a new one stands in, the nearest first."""
        kinds = [one for one, _ in self._open]
        if kind in kinds:
            del self._open[kinds.index(kind) :]
        found = [one for _, one in reversed(self._open)]
        self._open.append((kind, name))
        return found

    def _named(self, row: Sequence[str], name: str) -> bool:
        """A group without a number: its name, in a cell over several, and figures at most."""
        others = [cell for at, cell in enumerate(row) if at != self.stt]
        if self.kind not in ("", "named") or self.found.last or not all(map(is_amount, others)):
            return False
        if self.found.groups and not self.found.groups[0].name:
            return False
        self.kind = "named"
        sums = row if any(cell.strip() for cell in others) else ()
        self.found.groups.append(Group(" ".join(name.split()), True, sums))
        return True

    def _last(self) -> Group:
        if not self.found.groups:
            self.found.groups.append(Group())
        return self.found.groups[-1]

    def _line(self, row: Sequence[str]) -> bool:
        """A line of money more of the last project, whose other parts have no numbers either."""
        rows = self._last().rows
        if not rows or rows[-1].form not in ("", "không"):
            return False
        rows[-1].form = "không"
        rows[-1].parts.append(Row(row, line=True))
        return True

    def _part(self, row: Sequence[str], number: str) -> bool:
        rows = self._last().rows
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
