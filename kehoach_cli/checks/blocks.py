"""The prose of a plan line by line, with what stands around each line."""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.corpus import HOLE
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.expressions import PIECE
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Khoi, Muc, PhuLuc, ThanBai
from kehoach_cli.plan.records import Record
from kehoach_cli.source.nodes import Node, Scalar, Sequence
from kehoach_cli.source.text import Span

_BULLETS = {"-": 1, "+": 2}
_LONGEST = 4_000
"""Letters of a line that are looked at together, as rules compare each figure with all the others:
half as many again as the longest paragraph of the real plans."""


class Line:
    """A line of prose, `{{ }}` blotted out. `level`: 0, 1 for "- ", 2 for "+ "."""

    def __init__(self, text: str, level: int, scalar: Scalar, start: int) -> None:
        self.text, self.level, self.scalar, self.start = text, level, scalar, start

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a stretch of the line."""
        return self.scalar.span_of(self.start + start, self.start + end)

    @property
    def opens(self) -> bool:
        """Whether what follows belongs to it."""
        return self.text.rstrip().endswith(":")


class Block:
    """Lines that follow each other in one section.

    `titles`: of the sections around it, the outermost first. `sections`: how many sub-sections
    follow it at once; `table`: the table that follows it at once.
    """

    def __init__(self, titles: tuple[str, ...], lines: Iterable[Line] = ()) -> None:
        self.titles = titles
        self.lines = [*lines]
        self.sections = 0
        self.table: Bang | None = None

    def below(self, number: int) -> list[Line]:
        """The lines of the next deeper level right after a line."""
        found: list[Line] = []
        level = self.lines[number].level
        for line in self.lines[number + 1 :]:
            if line.level <= level:
                break
            if not found or line.level == found[0].level:
                found.append(line)
        return found

    def above(self, number: int) -> int | None:
        """The line that a line belongs to: the nearest less deep one, None where there is none."""
        level = self.lines[number].level
        return next((i for i in range(number - 1, -1, -1) if self.lines[i].level < level), None)


def blocks_of(plan: Plan) -> list[Block]:
    """Every block of the sections and appendices, in order."""
    parts: Iterable[ThanBai] = (*(plan.noi_dung or ()), *(plan.phu_luc or ()))
    return [block for part in parts for block in _blocks(part, ())]


def _blocks(part: ThanBai, above: tuple[str, ...]) -> Iterator[Block]:
    titles = (*above, _title(part))
    *apart, last = _things(part.body(), titles)
    last.sections = len(part.muc_con or ())
    yield from (*apart, last)
    for section in part.muc_con or ():
        yield from _blocks(section, titles)
    tail = part.tail()
    yield from _things(tail, titles) if tail else ()


def _things(things: Iterable[Khoi], titles: tuple[str, ...]) -> Iterator[Block]:
    """The blocks of things side by side, parted by tables; one at least."""
    block = Block(titles)
    for thing in things:
        node = thing.at.get("doan_van")
        if isinstance(node, Scalar):
            block.lines += _lines(node)
        elif thing.bang is not None:
            block.table = thing.bang
            yield block
            yield Block(titles, _notes(thing.bang))
            block = Block(titles)
    yield block


def title_lines(outline: Iterable[Record]) -> Iterator[Line]:
    """The typed titles of the sections, in order."""
    for record in outline:
        if isinstance(record, Muc):
            yield from _lines(record.at.get("muc"))


def _title(part: ThanBai) -> str:
    title = part.muc if isinstance(part, Muc) else part.ten if isinstance(part, PhuLuc) else None
    return title or ""


def _notes(bang: Bang) -> Iterator[Line]:
    node = bang.at.get("ghi_chu")
    for scalar in node.items if isinstance(node, Sequence) else (node,):
        yield from _lines(scalar)


def _lines(node: Node | None) -> Iterator[Line]:
    if not isinstance(node, Scalar):
        return
    text = PIECE.sub(lambda match: HOLE * len(match[0]), node.value)
    start = 0
    for line in text.split("\n"):
        if line.strip():
            bare = line.lstrip()
            level = _BULLETS.get(bare[0], 0) if bare[1:2] == " " else 0
            for at, piece in _pieces(line):
                yield Line(piece, level, node, start + at)
        start += len(line) + 1


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """A line and 0; of one that is no paragraph any more each piece, and where it begins."""
    at = 0
    while len(line) - at > _LONGEST:
        last = at + _LONGEST
        sentence, word = line.rfind(". ", at, last) + 1, line.rfind(" ", at, last)
        end = sentence or (word if word > at else last)
        yield at, line[at:end]
        at = end
    yield at, line[at:] if at else line
