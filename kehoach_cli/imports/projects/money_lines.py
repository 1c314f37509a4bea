"""Lines of money below one project: what each says of the source or the year of its money."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.imports.projects.groups import Row
from kehoach_cli.imports.projects.sums import Sums
from kehoach_cli.imports.tables.figures import is_nothing
from kehoach_cli.imports.tables.years import years_in
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_SOURCES = (
    "ngan sach", "ns", "nstw", "nsdp", "nsnn", "nst", "nsx", "nsh", "von", "nguon", "xa hoi hoa",
    "xhh", "trung uong", "tw", "dia phuong", "oda", "vay", "vay von", "doi ung", "huy dong",
    "kinh phi su nghiep", "kinh phi trung uong", "kinh phi dia phuong", "kinh phi tinh",
    "su nghiep", "doanh nghiep",
)  # fmt: skip
_ASIDE = " -–—+•*:;.,\t\n"
_MOST_WORDS = 10
_OPENING = pattern(r"(?i:trong\s+đó)\s*:?\s*")
_TIMED = ("nam", "giai doan", "")
_PARTS = ("tong so", "tong", "tong cong", "cong")


class Tag(NamedTuple):
    """Whose money a line gives: a year's, or a source's by its name."""

    year: str = ""
    source: str = ""


def tag_in(text: str) -> Tag | None:
    """What a name says where it is that of a year or a source and of nothing else."""
    bare = _OPENING.sub("", text.strip(_ASIDE)).strip(_ASIDE)
    plain = fold(bare)
    year = years_in(plain)
    if year and plain.partition(year[:4])[0].strip() in _TIMED and plain.endswith(year[-4:]):
        return Tag(year=year)
    words = plain.split()
    if not words or len(words) > _MOST_WORDS or year:
        return None
    begins = {" ".join(words[:count]) for count in (1, 2, 3)}
    return Tag(source=bare) if begins & set(_SOURCES) else None


def _source_in(cell: str) -> Tag | None:
    """Whose money a cell of a column of sources says: any name in it is one."""
    bare = cell.strip(_ASIDE)
    is_name = 0 < len(bare.split()) <= _MOST_WORDS and not any(map(str.isdigit, bare))
    return tag_in(cell) or (Tag(source=bare) if is_name and fold(bare) not in _PARTS else None)


def tags_of(row: Row, fields: Sequence[Field]) -> list[tuple[Row, Tag]]:
    """The lines below a project, each with whose money it gives; [] where one does not say."""
    paths = [field.path for field in fields]
    name, source = paths.index("ten"), paths.index("nguon_von") if "nguon_von" in paths else None
    found: list[tuple[Row, Tag]] = []
    for part in row.parts:
        if all(is_nothing(part.cells[at]) for at, field in enumerate(fields) if field.money):
            continue
        if part.line:
            tag = None if source is None else _source_in(part.cells[source])
        else:
            tag = tag_in(part.cells[name])
        if tag is None or any(tag == other for _, other in found):
            return []
        found.append((part, tag))
    return found


def own_tag(row: Row, fields: Sequence[Field]) -> Tag | None:
    """Whose money the first line of several is, as its column of sources says."""
    paths = [field.path for field in fields]
    if "nguon_von" not in paths or not any(part.line for part in row.parts):
        return None
    return _source_in(row.cells[paths.index("nguon_von")])


def keys_for(field: Field, tag: Tag, code: str) -> tuple[str, ...]:
    """Where the money of a column stands that is a year's or a source's. `code`: the source's.

    As the column says where that is as much already.
    """
    more = (tag.year,) if tag.year else (code,)
    first, *rest = field.keys
    if first == "tong_kinh_phi":
        return ("von", *more)
    measure = rest[:1] if first == "kinh_phi" else []
    split = [key for key in rest[len(measure) :] if key != "tong"]
    is_timed = bool(split) and bool(years_in(split[0]))
    if (is_timed and tag.year) or (field.source and tag.source) or len(split) > 1:
        return field.keys
    return (first, *measure, *((*split, *more) if is_timed else (*more, *split)))


def splits(sums: Sums, row: Row, lines: Sequence[tuple[Row, Tag]], at: int) -> bool:
    """Whether the lines add up to what the project itself says in a column."""
    own = sums.value(row.cells, at)
    values = [sums.value(part.cells, at) or Decimal(0) for part, _ in lines]
    return own is not None and bool(values) and sum(values) == own
