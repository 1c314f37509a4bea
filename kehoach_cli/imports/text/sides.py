"""Two columns side by side, line for line, in the head and at the end of a printed text: issuer and
Quốc hiệu, recipients and signature → one column after the other."""

from collections.abc import Iterator, Sequence

from kehoach_cli.imports.head.lines import is_state
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.document_types import leading_type
from kehoach_cli.vietnamese.text import fold

_GAP = pattern(r"\s{3,}")
_PAGE = "\f"
_RECIPIENTS, _ARCHIVE, _APPENDIX = "noi nhan", "luu", "phu luc"
_LONGEST = 30  # lines of a head or an end
_ASIDE = 12  # letters by which a line of the right column may begin before the others
_LEAST = 20  # letters that stand left of the right column


def side_after_side(lines: list[str]) -> list[str]:
    """The lines, as many as before: the right column of a region stands behind its last line,
    each of its lines behind a line break."""
    found = list(lines)
    for start, end in _regions(lines):
        edge = _edge(lines[start:end])
        if edge is None:
            continue
        right: list[str] = []
        for at in range(start, end):
            left, aside = _halves(found[at], edge)
            found[at] = left
            right += [aside] if aside else []
        found[end - 1] = "\n".join([found[end - 1], *right])
    return found


def _regions(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a head or an end begins, and the line after it."""
    at = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    head = range(at, min(at + _LONGEST, len(lines)))
    end = next((i for i in head if _is_type(lines[i])), None)
    if end is not None and any(_says_state(line) for line in lines[at:end]):
        yield at, end
    for i, line in enumerate(lines):
        if fold(line.strip()[:20]).startswith(_RECIPIENTS):
            stop = next(
                (j for j in range(i + 1, min(i + _LONGEST, len(lines))) if _stops(lines, i, j)),
                min(i + _LONGEST, len(lines)),
            )
            yield i, stop


def _is_type(line: str) -> bool:
    text = line.strip()
    return bool(text) and text.isupper() and leading_type(text) is not None


def _says_state(line: str) -> bool:
    parts = _GAP.split(line.strip())
    return len(parts) > 1 and is_state(parts[-1])


def _stops(lines: Sequence[str], since: int, at: int) -> bool:
    """Whether an end that begins at a line ends above another: at the end of a page where the
    archive, the last of the recipients, is named already."""
    line = lines[at]
    if line == _PAGE:
        return any(fold(one.strip(" -")[:4]).startswith(_ARCHIVE) for one in lines[since:at])
    return _is_type(line) or fold(line.strip()[:20]).startswith(_APPENDIX) or "\t" in line


def _edge(lines: Sequence[str]) -> int | None:
    """Where the right column begins, None where no line has two."""
    starts = [
        gap.end()
        for line in lines
        for gap in _GAP.finditer(line)
        if line[: gap.start()].strip() and line[gap.end() : gap.end() + 1].isupper()
    ]
    return max(min(starts) - _ASIDE, _LEAST) if starts else None


def _halves(line: str, edge: int) -> tuple[str, str]:
    """What a line says left and right of an edge."""
    if len(line) - len(line.lstrip()) >= edge:
        return "", line.strip()
    for gap in _GAP.finditer(line):
        if line[: gap.start()].strip() and gap.end() >= edge:
            return line[: gap.start()], line[gap.end() :].strip()
    return line, ""
