"""Texts that YAML cut at their commas: in { } a comma parts keys.

`{trich_yeu: về khoa học, công nghệ}` is read as a short text and a key that says nothing. A key
that someone means has a colon; so what stands behind a comma without one is the text's rest.
"""

from collections.abc import Iterator
from itertools import repeat

from kehoach_cli.annotations import Any
from kehoach_cli.patterns import pattern
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Source, Span

_COLON = pattern(r"\s*:")
_SCALAR = "scalar"  # what yaml calls its nodes of text
_KEY = pattern(r"[a-z]+(?:_[a-z0-9]+)+")
_WORD = pattern(r"[a-z]+")
_LONE_WORD = pattern(r",\s*[a-z]+\s*(?:,|$)")
"""A piece that may as well be a key without its value."""
_FIGURE = pattern(r"[\d.,]+")

Pair = tuple[Any, Any]
"""A key and its value, of yaml's nodes."""


def joined(node: Any, source: Source) -> Iterator[tuple[Pair, int]]:
    """The entries of a mapping less the cut pieces; each with where its value ends.

    0 stands for an end that no comma has moved.
    """
    pairs: list[Pair] = node.value
    if not node.flow_style:
        yield from zip(pairs, repeat(0))
        return
    last, end = None, 0
    for pair in pairs:
        if last is not None and _is_piece(pair, last, source.text):
            end = pair[0].end_mark.index
            continue
        if last is not None:
            yield last, end
        last, end = pair, 0
    if last is not None:
        yield last, end


def _is_piece(pair: Pair, before: Pair, text: str) -> bool:
    """Whether a key without a colon is the rest of the text before it."""
    (key, value), kept = pair, before[1]
    if value.value or value.id != _SCALAR or value.style:
        return False
    if key.id != _SCALAR or kept.id != _SCALAR:
        return False
    if key.style or kept.style or not kept.value or _COLON.match(text, key.end_mark.index):
        return False
    return not _is_key(key.value, kept.value) and not _is_decimal(key, text)


def _is_key(key: str, before: str) -> bool:
    """Whether a word looks like a key whose value was not written yet."""
    return bool(_KEY.fullmatch(key) or (_WORD.fullmatch(key) and _FIGURE.fullmatch(before)))


def _is_decimal(key: Any, text: str) -> bool:
    """Whether digits are the tail of a decimal, which has a finding of its own."""
    start = key.start_mark.index
    return key.value.isdigit() and text[start - 1] == "," and text[start - 2].isdigit()


def cut_fault(source: Source, start: int, end: int) -> Fault:
    """The fault of a text cut at its commas; quotes mend it where no piece may be a key."""
    text = source.text[start:end]
    is_curved = text[0] in "“”"  # quotes of Word, typed for straight ones
    certain = not (is_curved or any(sign in text for sign in '"\\\n') or _LONE_WORD.search(text))
    span = Span(source, start, end)
    return Fault("KH053", span, {"text": text}, f'"{text}"' if certain else None)
