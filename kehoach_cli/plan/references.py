"""How the text refers to a part: "Mục III.2", "điểm a Mục III.2", "Phụ lục II", "Bảng 1".

Each part has an anchor, a name of its own for links: "muc-3-2", "phu-luc-2", "bang-1".
"""

from collections.abc import Iterator, Sequence

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, ThanBai, counted
from kehoach_cli.plan.scheme import DEFAULT_SCHEME, Level, Scheme, parse_scheme
from kehoach_cli.values import Values


def scheme_of(plan: Plan) -> Scheme:
    """The scheme of the main outline: I. / 1. / a) unless the plan says otherwise."""
    given = plan.van_ban.danh_so if plan.van_ban else None
    return given or parse_scheme(DEFAULT_SCHEME) or ()


def child_level(part: ThanBai, level: int, scheme: Scheme) -> int:
    """The level of the sub-sections: the next, or a lower one that `danh_so_con` names."""
    wanted = part.danh_so_con
    if wanted is None:
        return level
    same = (i for i in range(level, len(scheme)) if _alike(scheme[i], wanted))
    return next(same, level)


def _alike(one: Level, other: Level) -> bool:
    return (one.kind, one.depth, one.prefix) == (other.kind, other.depth, other.prefix)


Positions = dict[int, int]
"""The position of each section of an outline by its identity; 0 for one without a number."""

SECTION_ANCHOR, APPENDIX_ANCHOR, TABLE_ANCHOR = "muc", "phu-luc", "bang"
"""How the anchors of each kind of part begin."""


class Piece(NamedTuple):
    """A stretch of a reference. `shows`: the anchor of the part whose number it is, "" for none."""

    text: str
    shows: str = ""


class Reference(Values):
    """The words that refer to a part, and its anchor."""

    pieces: tuple[Piece, ...]
    target: str

    def __str__(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


class _Step(Values):
    """A section on the way to the one referred to. `position`: 0 for one without a number."""

    level: Level
    position: int
    title: str
    anchor: str


def below(anchor: str, position: int) -> str:
    """The anchor of a part of a part."""
    return f"{anchor}-{position}"


def positions(parts: list[Muc] | None, level: int, scheme: Scheme) -> Positions:
    """The positions in an outline whose sections begin at a level.

    Articles run on through it: Chương I has Điều 1 and Điều 2, Chương II begins with Điều 3.
    """
    found: Positions = {}
    articles = 0

    def count(sections: list[Muc], level: int) -> None:
        nonlocal articles
        runs_on = level < len(scheme) and scheme[level].is_article
        above = articles if runs_on else 0
        for position, section in counted(sections):
            found[id(section)] = above + position if position else 0
        articles = max([articles, *(found[id(section)] for section in sections if runs_on)])
        for section in sections:
            count(section.muc_con or [], child_level(section, level + 1, scheme))

    count(parts or [], level)
    return found


def placed(
    parts: list[Muc] | None, anchor: str, known: Positions
) -> Iterator[tuple[int, str, Muc]]:
    """Sections side by side with their positions and anchors. `anchor`: of what they stand in."""
    for at, part in enumerate(parts or (), 1):
        yield known[id(part)], below(anchor, at), part


def section_names(plan: Plan) -> dict[str, Reference]:
    """How to refer to each section of the main text that has a code."""
    scheme = scheme_of(plan)
    walk = _Walk(scheme, positions(plan.noi_dung, 0, scheme))
    return dict(_names(plan.noi_dung or [], 0, (), SECTION_ANCHOR, walk))


class _Walk(Values):
    """What a walk through an outline knows all the way."""

    scheme: Scheme
    positions: Positions


def _names(
    sections: list[Muc], level: int, above: tuple[_Step, ...], anchor: str, walk: _Walk
) -> Iterator[tuple[str, Reference]]:
    scheme = walk.scheme
    for position, own, section in placed(sections, anchor, walk.positions):
        title = " ".join((section.muc or "").split())
        step = [_Step(scheme[level], position, title, own)] if level < len(scheme) else []
        path = (*above, *step)
        pieces = _pieces(path)
        if section.ma and pieces:
            yield section.ma, Reference(tuple(pieces), own)
        inner = child_level(section, level + 1, scheme)
        yield from _names(section.muc_con or [], inner, path, own, walk)


def whole(text: str, anchor: str) -> Reference:
    """A reference that says the whole label of a part."""
    return Reference((Piece(text, anchor),), anchor)


def table_label(number: int) -> str:
    """ "Bảng 2"."""
    return f"Bảng {number}"


def table_names(plan: Plan) -> dict[str, Reference]:
    """How to refer to each table that has a code; the first of several of one code."""
    names: dict[str, Reference] = {}
    for number, bang in enumerate(numbered_tables(plan), 1):
        names.setdefault(bang.ma or "", whole(table_label(number), below(TABLE_ANCHOR, number)))
    return names


def numbered_tables(plan: Plan) -> list[Bang]:
    """The tables with a code that print, in the order of the text, appendices last."""
    parts = (*(plan.noi_dung or ()), *(plan.phu_luc or ()))
    return [bang for part in parts for bang, _ in part.tables() if bang.ma and bang.cot]


def too_deep(plan: Plan) -> Iterator[Muc]:
    """The sections of the main text that the scheme has no level for."""
    scheme = scheme_of(plan)

    def walk(sections: list[Muc], level: int) -> Iterator[Muc]:
        for section in sections:
            if level >= len(scheme):
                yield section
            else:
                yield from walk(section.muc_con or [], child_level(section, level + 1, scheme))

    yield from walk(plan.noi_dung or [], 0)


def _pieces(path: Sequence[_Step]) -> list[Piece]:
    """From the smallest to the largest part: PL II, Mục V.7 of Nghị định 30/2020/NĐ-CP.

    A part without a number is called by its title: "Mục 1 phần “Căn cứ lập kế hoạch”".
    """
    bare = [at for at, step in enumerate(path) if not step.position]
    if not bare:
        return _numbered(path)
    title = path[bare[-1]].title
    own = [Piece(f"phần “{title}”")] if title else []
    parts = (_numbered(path[bare[-1] + 1 :]), own, _pieces(path[: bare[-1]]))
    return _joined([part for part in parts if part], " ")


def _numbered(path: Sequence[_Step]) -> list[Piece]:
    """What stands in an article is a khoản (PL II, Mục V.7), elsewhere a Mục."""
    points: list[list[Piece]] = []
    plain: list[Piece] = []
    named: list[list[Piece]] = []
    word = "Mục "
    for step in path:
        number = step.level.number(step.position)
        if step.level.kind == "letter":
            points.insert(0, [Piece("điểm "), Piece(number, step.anchor)])
        elif step.level.prefix.strip("( "):
            named = [[Piece(step.level.prefix + number, step.anchor)], *_section(plain), *named]
            plain, word = [], "khoản " if step.level.is_article else word
        else:
            plain = _with_number(plain, number, step)
    return _joined([*points, *_section(plain, word), *named], " ")


def _section(plain: list[Piece], word: str = "Mục ") -> list[list[Piece]]:
    return [[Piece(word), *_joined([[piece] for piece in plain], ".")]] if plain else []


def _with_number(plain: list[Piece], number: str, step: _Step) -> list[Piece]:
    """A further number; one like "1.1" says those above it itself."""
    at = max(0, len(plain) + 1 - step.level.depth)
    said = ".".join([*(piece.text for piece in plain[at:]), number])
    return [*plain[:at], Piece(said, step.anchor)]


def _joined(groups: Sequence[list[Piece]], sign: str) -> list[Piece]:
    pieces = [piece for group in groups for piece in (Piece(sign), *group)]
    return pieces[1:]
