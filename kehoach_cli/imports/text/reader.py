"""Plain text as copied from Word, a portal or a PDF → paragraphs and grids."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.pages.model import MOST_BLOCKS, Block, Grid, Line, Pages, letters_of
from kehoach_cli.imports.text.lines import plain_lines
from kehoach_cli.imports.text.paragraphs import ENDS, FULL, joined
from kehoach_cli.imports.text.sides import side_after_side
from kehoach_cli.imports.text.tables import table_at
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_HEADING = pattern(r"(#{1,6})\s+(.*)")
_WHOLLY = pattern(r"(\*{1,3})(?=\S)([^*]+)(?<=\S)\1")
_RULE = pattern(r"[\s_=*─—–-]{3,}")
_OVER = 1.4
"""How much longer than usual the longest lines of a text are that is broken for want of room."""
_GO_ON = 0.15
"""Of full lines in such a text, how many at least have one below that begins small."""
_LEAST_WRAPPED, _WIDEST = 20, 130
_PARTED = pattern(r"\s{3}")
"""What stands between the cells of a printed table: its lines tell no width."""
_COLUMNS, _HEAD = pattern(r"\s{4,}(?=[^\W\d_])|\s*\t\s*(?=\S)"), 25
"""Issuer and Quốc hiệu side by side, on the first lines; recipients and signature at the end."""
_RECIPIENTS = "noi nhan"
_LONG = 700  # letters: a paragraph of several items run together
_RUN_IN = pattern(
    r"(?<!\d)\s(?=[-+]\s[A-ZĐÀ-Ỹ\d])|(?<=[A-ZĐÀ-Ỹ ][A-ZĐÀ-Ỹ])\s(?=\d{1,2}\. [A-ZĐÀ-Ỹ])"
    r"|\s(?=[IVX]{1,4}\. [A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ ])"
    r"|(?<=[.;:])\s(?=(?:\d{1,2}\.|[a-zđ]\)) \w)|\s(?=a\) [A-ZĐÀ-Ỹ])"
)


def read_text(text: str, tables: Sequence[Grid] = ()) -> Pages:
    """The paragraphs and tables of a text; every line that says something is in one of them.

    `tables`: those known already, for each of which a line stands in the text.
    """
    known = {line_for(number): table for number, table in enumerate(tables)}
    lines, remarks = plain_lines(text)
    lines = side_after_side(lines)
    blocks = joined(_blocks(lines, known), _wrapping(lines))
    return Pages(list(islice(blocks, MOST_BLOCKS + 1)), remarks)


def line_for(number: int) -> str:
    """The line that stands for a table known already, by its number from 0: no page's number."""
    return f"┌{letters_of(number)}┐"


def _blocks(lines: list[str], known: Mapping[str, Grid]) -> Iterator[tuple[Block, int]]:
    """Each block and the line that it begins on, from 0."""
    at, split_until = 0, _HEAD
    while at < len(lines):
        if not lines[at].strip() or _RULE.fullmatch(lines[at]):
            at += 1
            continue
        if lines[at] in known:
            yield known[lines[at]], at
            at += 1
            continue
        grid, after = table_at(lines, at) if "\n" not in lines[at] else (None, at + 1)
        if grid is not None:
            yield grid, at
        else:
            if fold(lines[at][:40]).startswith(_RECIPIENTS):
                split_until = at + _HEAD
            texts = [
                text for side in lines[at].split("\n") for text in _columns(side, at < split_until)
            ]
            for text in filter(str.strip, texts):
                yield from ((piece, at) for piece in _parted(_line(text, at + 1)))
        at = after


def _columns(line: str, splits: bool) -> list[str]:
    """What a line that is of no table says: cells between bars, or, in the head and at the end,
    two columns; a second column that begins small is none."""
    text = line.strip()
    if text.startswith("|") or text.endswith("|"):
        return [cell for cell in text.split("|") if cell.strip()]
    if not splits or label_of(" ".join(text.split())):
        return [line]
    left, *right = _COLUMNS.split(text, maxsplit=1)
    return [left, *right] if right and (right[0][0].isupper() or "\t" in text) else [line]


def _line(text: str, number: int) -> Line:
    text = " ".join(text.split())
    heading = _HEADING.fullmatch(text)
    depth = len(heading[1]) if heading else 0
    bare = heading[2] if heading else text
    strong = _WHOLLY.fullmatch(bare)
    if strong:
        bare = strong[2]
    is_strong = True if strong and len(strong[1]) > 1 else None
    return Line(bare.strip(), f"dòng {number}", depth=depth, strong=is_strong)


def _parted(line: Line) -> Iterator[Line]:
    """A page that came as one line, parted where items begin."""
    if len(line.text) < _LONG:
        yield line
        return
    pieces = (part for piece in _RUN_IN.split(line.text) for part in _off_title(piece.strip()))
    yield from (line._replace(text=piece) for piece in pieces if piece)


def _off_title(piece: str) -> Sequence[str]:
    """A title in capitals behind its number, and the text that runs on behind it."""
    number, *words = piece.split(" ")
    end = next((i for i, word in enumerate(words) if not word.isupper()), len(words))
    if label_of(piece) is None or not 1 < end < len(words) or not words[end][:1].isupper():
        return [piece]
    return [" ".join([number, *words[:end]]), " ".join(words[end:])]


def _wrapping(lines: list[str]) -> float:
    """The width at which the text is broken into lines, 0 where a line is a paragraph."""
    lengths = sorted(
        len(line.strip())
        for line in lines
        if len(line.split()) > 4 and "\t" not in line and not _PARTED.search(line.strip())
    )
    if len(lengths) < _LEAST_WRAPPED:
        return 0.0
    usual, long = lengths[-len(lengths) // 10], lengths[-len(lengths) // 20]
    full = [pair for pair in pairwise(lines) if len(pair[0]) >= FULL * usual]
    small = sum(below.strip()[:1].islower() for _, below in full)
    is_open = sum(not line.endswith(ENDS) for line, _ in full) > len(full) / 2
    goes_on = is_open or small >= _GO_ON * len(full)
    return usual if goes_on and long <= min(_WIDEST, _OVER * usual) else 0.0
