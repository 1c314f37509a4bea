"""Groups of a table of projects: in groups, numbered or only named, with their sums."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.imports.tables.figures import is_amount, is_nothing
from kehoach_cli.imports.tables.plain import is_total
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_HEAD = pattern(
    r"(?P<number>[IVXL]{1,6}|[A-HĐ])\s*(?:[.)/]\s*(?P<name>(?![\d./)]+$)\S.*)|\s(?P<other>\S.*))?[./)]?"
)
_DEEP = pattern(r"(?P<number>(?:[IVXL]{1,6}|[A-HĐ])(?:\.\d{1,2})+)\s*[./)]?")
_LETTER = pattern(r"(?P<number>[a-zđ])\s*[./)]?")
_OF_GROUP = pattern(
    r"\W*(?:tổng|cộng)(?:\s+(?:cộng|số))?\s*\(?\s*(?:nhóm|mục|phần)?\s*"
    r"(?P<number>[IVXL]{1,6}|[A-HĐ])\s*\)?\W*",
    re.IGNORECASE,
)
_NAMED, _LETTERED, _NUMBERED = "named", "letter", "number"
_NAMING = ("stt", "ten")
_ASIDE = ("trong do", "-", "–", "+", "•", "*", "(")
"""How a row begins that stands below a project, and opens nothing."""
_JOINT = " – "


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

    `number`: as typed, "" for none; `above`: the names of the groups that it stands in, the
    nearest first; `inner`: groups that stand in it; `head`: its own row; `more`: columns in which
    that says more than a name and sums.
    """

    name: str = ""
    merged: bool = False
    sums: Sequence[str] = ()
    sums_below: bool = False
    above: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    number: str = ""
    inner: list["Group"] = field(default_factory=list)
    head: Sequence[str] = ()
    more: list[int] = field(default_factory=list)

    def all_rows(self) -> Iterator[Row]:
        """Its projects, those of the groups in it too."""
        yield from self.rows
        for group in self.inner:
            yield from group.all_rows()


class Groups:
    """The groups of a table as its rows open them. `all`: in their order."""

    def __init__(self, fields: Sequence[Field], stt: int | None) -> None:
        self.fields, self.stt = fields, stt
        self.name = [one.path for one in fields].index("ten")
        self.all: list[Group] = []
        self._open: list[tuple[str, Group]] = []  # kinds and groups, the outermost first

    def last(self) -> Group:
        """The group that rows go into; one without a name where none is open."""
        if not self.all:
            self.all.append(Group())
        return self.all[-1]

    def opens(self, number: str, *, plain: bool) -> re.Match[str] | None:
        """Whether a number is that of a group: I, A; I.1; a where a group has just begun.

        `plain`: projects have numbers 1, 2, so that the others are not theirs.
        """
        in_letters = any(kind == _LETTERED for kind, _ in self._open)
        begun = bool(self._open) and not self._open[-1][1].rows
        found = _DEEP.fullmatch(number) if plain else None
        found = found or (_LETTER.fullmatch(number) if plain and (in_letters or begun) else None)
        return found or _HEAD.fullmatch(number)

    def open(self, row: Sequence[str], match: re.Match[str], *, plain: bool) -> bool:
        """A new group of a row; False where it cannot be one. `plain`: as `opens` has it."""
        said = match.groupdict()
        merged = said.get("name") or said.get("other")
        name = " ".join((merged or row[self.name]).split())
        more = [at for at, one in enumerate(self.fields)
                if not (one.money or one.path in _NAMING or is_nothing(row[at]))]  # fmt: skip
        if not name or (more and not plain):
            return False
        figures = [cell for cell in row[1:] if is_amount(cell)]
        group = Group(name, bool(merged), head=row, number=match["number"], more=more)
        group.sums = row if any(cell.strip() for cell in figures) else ()
        return self._put(_kind_of(match["number"]), group)

    def open_named(self, row: Sequence[str], name: str, number: str = "") -> bool:
        """A group without a number, or with that of a project: its name, and figures at most."""
        others = [cell for at, cell in enumerate(row) if at not in (self.stt, self.name)]
        has_sums = any(cell.strip() for cell in others)
        group = Group(
            " ".join(name.split()), not number, row if has_sums else (), number=number, head=row
        )
        kind = _NUMBERED if number else _NAMED
        return all(map(is_amount, others)) and self._put(kind, group)

    def is_title(self, row: Sequence[str]) -> bool:
        """Whether a row is the name of a group in the column of names, and sums at most."""
        if self.stt is None or row[self.stt].strip() or is_total(row):
            return False
        others = [cell for at, cell in enumerate(row) if at != self.name]
        if not row[self.name].strip() or fold(row[self.name]).strip().startswith(_ASIDE):
            return False
        alike = [group for kind, group in self._open if kind == _NAMED]
        has_sums = any(cell.strip() for cell in others)
        may = bool(alike) and bool(alike[0].sums) == has_sums
        return all(map(is_amount, others)) and (may or not self.all or not self.all[-1].rows)

    def _put(self, kind: str, group: Group) -> bool:
        """Open a group: beside one of its kind, else in the one that has no rows yet."""
        kinds = [one for one, _ in self._open]
        if kind in kinds:
            del self._open[kinds.index(kind) :]
        elif self.all and (not self._open or self._open[-1][1].rows):
            return False
        if self._open:
            self._open[-1][1].inner.append(group)
        group.above = [one.name for _, one in reversed(self._open)]
        self._open.append((kind, group))
        self.all.append(group)
        return True

    def total(self, label: str, row: Sequence[str]) -> bool:
        """Take a row that adds up the group that it names; False for one of the whole table."""
        match = _OF_GROUP.fullmatch(label)
        number = match["number"] if match else None
        found = (one for one in reversed(self.all) if one.number == number and not one.sums)
        return number is not None and self.add_up(next(found, None), row)

    def add_up(self, group: Group | None, row: Sequence[str]) -> bool:
        """Take a row as the sums of a group, below its rows; False where it has some."""
        if group is None or group.sums or not group.name:
            return False
        group.sums, group.sums_below = row, True
        return True


def _kind_of(number: str) -> str:
    if number.islower():
        return _LETTERED
    return ("roman" if number[0] in "IVXL" else "capital") + "." * number.count(".")


def joined(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """Groups with projects, their names behind those that they stand in; groups of groups only.

    kehoach prints one level of groups.
    """
    outer = [group for group in groups if group.inner and not group.rows]
    found = [group for group in groups if group not in outer]
    for group in found:
        group.name = _JOINT.join([*reversed(group.above), group.name])
    return found, outer
