"""Limits on a YAML file, looked at before anything composes it.

libyaml's composer recurses in C, so that 50,000 open brackets end the process; 400 bytes of
aliases can stand for gigabytes. A plan of 10,000 projects has about 300,000 nodes.
"""

import unicodedata
from collections.abc import Iterator
from itertools import islice

from kehoach_cli.patterns import pattern
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Source, Span

MAX_LETTERS = 50_000_000
MAX_VALUES = 2_000_000
MAX_DEPTH = 60
COMPOSABLE_DEPTH = 1_000
"""What the C composer certainly bears; the tree is cut at MAX_DEPTH with a better message."""

_SHOWN = 20  # places named of one kind of fault

_CONTROL = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_MARK = pattern("[\u0300-\u036f]")
LOOKALIKES = {"\u00d0": "Đ", "\u00f0": "đ", "\u01a2": "Ư", "\u01a3": "ư"}
"""Letters of other languages that look like Vietnamese ones; NFC keeps them apart."""
_DASHES = pattern(rf"(?m)^[ ]*(?:[-?:][ \t]+){{{COMPOSABLE_DEPTH},}}")
_QUOTED = pattern(r'"[^"\\\[\]{}#]*"')
_NOT_BRACKET = pattern(r"[^\[\]{}]+")


def faults_of_text(source: Source) -> Iterator[Fault]:
    """Faults of the letters themselves: encoding, line ends, control and look-alike letters."""
    if source.encoding != "utf-8":
        yield Fault("KH002", Span(source, 0, 1), {"encoding": source.encoding.upper()})
    elif source.bom:
        yield Fault("KH027", Span(source, 0, 1))
    for offset in source.bad_bytes[:1]:
        facts = {"count": str(len(source.bad_bytes))}
        yield Fault("KH001", Span(source, offset, offset + 1), facts)
    for match in () if _is_plain(source.text) else islice(_CONTROL.finditer(source.text), _SHOWN):
        code = f"U+{ord(match[0]):04X}"
        yield Fault("KH003", Span(source, match.start(), match.end()), {"code": code})
    yield from _first_of_many(source, "KH028", "\r\n")
    for letter, right in LOOKALIKES.items():
        yield from _first_of_many(source, "KH032", letter, right)
    yield from _decomposed(source)


def _is_plain(text: str) -> bool:
    """Whether there is surely no control character: looking for each takes ten times as long."""
    return text.replace("\n", "").isprintable()


def _first_of_many(source: Source, rule: str, sign: str, right: str = "") -> Iterator[Fault]:
    """The first of a sign; `right`: the letter that is meant by it."""
    at = source.text.find(sign)
    if at >= 0:
        facts = {"count": str(source.text.count(sign))}
        if right:
            facts |= {"right": right, "code": f"U+{ord(sign):04X}"}
        yield Fault(rule, Span(source, at, at + len(sign)), facts)


def _decomposed(source: Source) -> Iterator[Fault]:
    """The first letter whose marks are typed apart (NFD): a search for it finds nothing."""
    if source.text.isascii() or unicodedata.is_normalized("NFC", source.text):
        return
    marks = [match.start() for match in _MARK.finditer(source.text)]
    if marks:
        span = Span(source, max(marks[0] - 1, 0), marks[0] + 1)
        yield Fault("KH029", span, {"count": str(len(marks))})


def control_signs(text: str) -> list[str]:
    """The control characters in a text, as "U+000B"."""
    return [f"U+{ord(sign):04X}" for sign in _CONTROL.findall(text)]


def clean(text: str) -> str:
    """The text with control characters as spaces; every offset stays."""
    return _CONTROL.sub(" ", text)


def too_large(source: Source) -> Fault | None:
    """The fault of a file that is too long, or holds too many values, to be a plan."""
    text = source.text
    if len(text) > MAX_LETTERS:
        facts = {"what": "dung lượng", "limit": f"{MAX_LETTERS // 1_000_000} triệu chữ"}
    elif len(text) > MAX_VALUES and text.count("\n") + text.count(",") > MAX_VALUES:
        facts = {"what": "số giá trị", "limit": f"{MAX_VALUES // 1_000_000} triệu giá trị"}
    else:
        return None
    return Fault("KH004", Span(source, 0, 1), facts)


def compact_nesting(text: str) -> int | None:
    """Offset of a line that nests too many block lists in one go ("- - - - …")."""
    if max(map(len, text.split("\n"))) < 2 * COMPOSABLE_DEPTH:
        return None
    match = _DASHES.search(text)
    return match.start() if match else None


def brackets_are_shallow(text: str) -> bool:
    """Whether brackets surely nest less than COMPOSABLE_DEPTH, told without parsing.

    Sure when there are few, or when every line with brackets closes what it opens and has no
    quote or comment sign that could turn a closing bracket into text. Whole quoted texts without
    brackets do not count: whether the line begins inside a quoted text or not, none is hidden.
    """
    if text.count("[") + text.count("{") < COMPOSABLE_DEPTH:
        return True
    seen: set[str] = set()
    for line in text.split("\n"):
        if "{" in line or "}" in line or "[" in line or "]" in line:
            left = _QUOTED.sub("", line) if '"' in line else line
            if '"' in left or "'" in left or "#" in left:
                return False
            seen.add(_NOT_BRACKET.sub("", left))
    return all(_is_balanced(shape) for shape in seen)


def _is_balanced(shape: str) -> bool:
    depth = 0
    for sign in shape:
        depth += 1 if sign in "[{" else -1
        if not 0 <= depth < COMPOSABLE_DEPTH:
            return False
    return depth == 0
