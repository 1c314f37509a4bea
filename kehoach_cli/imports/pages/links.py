"""Words that lead to a part of the document: signs around them while a file is read, then places.

No plan can hold the signs, which are no letters.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.source.scalars import as_read

_OPEN, _LEADS, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_SIGN = pattern(f"{_OPEN}[^{_OPEN}-{_CLOSE}]*{_LEADS}|{_CLOSE}")
_OPENED = pattern(f"({_OPEN}[^{_OPEN}-{_CLOSE}]*{_LEADS})([\ue002\ue004]+)")
_CLOSED = pattern(f"([\ue003\ue005]+)({_CLOSE})")


class Link(NamedTuple):
    """Words from one letter of a text to another, and the anchor that they lead to."""

    start: int
    end: int
    anchor: str


def opened(anchor: str) -> str:
    """The sign before words that lead to an anchor."""
    return f"{_OPEN}{anchor}{_LEADS}"


def closed() -> str:
    """The sign behind them."""
    return _CLOSE


def inside_looks(text: str) -> str:
    """The signs of a web page's text moved inside those of what is bold or italic."""
    return _CLOSED.sub(r"\2\1", _OPENED.sub(r"\2\1", text))


def read(signed: str) -> str:
    """The letters of a text as kehoach reads them from a file, the signs left as they are."""
    return "".join(as_read(piece) + sign for piece, sign in _pieces(signed))


def parted(signed: str) -> tuple[str, tuple[Link, ...]]:
    """A text without the signs, and what they said."""
    if _OPEN not in signed:
        return signed, ()
    pieces, links, at, opening = [], [], 0, ("", 0)
    for piece, sign in _pieces(signed):
        pieces.append(piece)
        at += len(piece)
        if sign == _CLOSE:
            anchor, start = opening
            links += [Link(start, at, anchor)] if anchor else []
            opening = ("", 0)
        elif sign:
            opening = (sign[1:-1], at)
    return "".join(pieces), tuple(links)


def _pieces(signed: str) -> Iterator[tuple[str, str]]:
    """Stretches of a text, each with the sign behind it."""
    at = 0
    for match in _SIGN.finditer(signed):
        yield signed[at : match.start()], match[0]
        at = match.end()
    yield signed[at:], ""


def by_line(text: str, links: Iterable[Link]) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The lines of a text that hold links, each with its own."""
    start = 0
    found = list(links)
    for line in text.split("\n"):
        end = start + len(line)
        own = [one for one in found if start <= one.start and one.end <= end]
        if own:
            yield line, tuple(Link(o.start - start, o.end - start, o.anchor) for o in own)
        start = end + 1
