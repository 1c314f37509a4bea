"""How a text is typed in YAML so that kehoach reads the very same text again.

A plain text where YAML itself says that it reads back equal, quotes in keeping with the file's
where it does not, and `|` for several lines.
"""

import unicodedata
from functools import lru_cache

from kehoach_cli.patterns import pattern
from kehoach_cli.source.caps import LOOKALIKES, clean
from kehoach_cli.source.nodes import EMPTY, Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import Source
from kehoach_cli.source.tree import compose

_SURELY_PLAIN = pattern(r"[^\W_](?:[\w ./()%–-]*[\w.)%])?")
_PLAIN_IN_BLOCK = pattern(r"[^\W_](?:[\w ./()%–,;“”\"'+-]*[\w.)%,;”\"'])?")
"""Letters, figures and a few signs, none of which YAML takes for its own: no need to try."""
_TRUE_LETTERS = str.maketrans(LOOKALIKES)
_ESCAPED = pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What only an escape in double quotes can say: line ends of YAML's, tabs, a mark inside a text."""
_NOT_IN_BLOCK = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPES = {"\t": "\\t", "\n": "\\n", '"': '\\"', "\\": "\\\\"}
_QUOTE = pattern(r"(?:[:\-,][ \t]+|[\[{][ \t]*)([\"'])")
_IN_BLOCK = (("k: ", "\n"), ("- ", "\n"), ("k: ", " # c\n"))
_IN_FLOW = (("{k: ", ", z: x}"), ("[", ", x]"), ("{k: ", " }"), ("[x, ", "]"), ("[ ", " ]"))
_MAX_INDICATOR = 9  # the indentation of a `|` is told by one digit


def as_read(text: str) -> str:
    """The text as kehoach reads it from a file: NFC, true letters, no control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", clean(lines).translate(_TRUE_LETTERS))


def prevailing_quote(text: str) -> str:
    """The quote that a file's values are mostly put in; the double one where none leads."""
    quotes = _QUOTE.findall(text)
    return "'" if quotes.count("'") > quotes.count('"') else '"'


def typed_inline(text: str, quote: str, *, flow: bool) -> str:
    """A text on one line. `flow`: between brackets, where commas and brackets part values."""
    text = as_read(text)
    if (_SURELY_PLAIN if flow else _PLAIN_IN_BLOCK).fullmatch(text) and text not in EMPTY:
        return text
    if _ESCAPED.search(text):
        return _double(text)
    if _is_plain(text, _IN_FLOW if flow else _IN_BLOCK):
        return text
    needs_escape = '"' in text or "\\" in text
    if "'" not in text if needs_escape else quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return _double(text)


def typed_in_block(text: str, quote: str, column: int, step: int) -> list[str]:
    """A text outside brackets: what stands behind its key or dash, then whole lines.

    `column`: where that key or dash stands; the lines stand `step` further right.
    """
    text = as_read(text)
    lines = text.removesuffix("\n").split("\n")
    if "\n" not in text or _NOT_IN_BLOCK.search(text) or not lines[-1].strip(" \t"):
        return [typed_inline(text, quote, flow=False)]
    first = next(line for line in lines if line)
    step = min(step, _MAX_INDICATOR)
    indicator = str(step) if first[0] in " \t" else ""
    head = f"|{indicator}" if text.endswith("\n") else f"|{indicator}-"
    return [head, *(" " * (column + step) + line if line else "" for line in lines)]


@lru_cache(maxsize=2**12)
def typed_key(key: str, *, flow: bool) -> str:
    """A key as it is typed, in quotes where it must be."""
    key = as_read(key)
    tree = compose(Source("", f"{{{key}: x}}\n" if flow else f"{key}: x\n"))
    is_read = isinstance(tree.root, Mapping) and list(tree.root.entries) == [key]
    return key if is_read and not tree.faults and not key.isspace() else _double(key)


def _double(text: str) -> str:
    before = ("", *text)
    return '"' + "".join(map(_escaped, text, before)) + '"'


def _escaped(letter: str, before: str) -> str:
    """A letter in double quotes; a loose mark must not join the last letter of an escape."""
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    is_loose = unicodedata.combining(letter) and (before in _ESCAPES or _ESCAPED.search(before))
    return f"\\u{ord(letter):04X}" if is_loose or _ESCAPED.search(letter) else letter


def _is_plain(text: str, contexts: tuple[tuple[str, str], ...]) -> bool:
    """Whether YAML reads the bare text as it is, in every place where it may come to stand."""
    return all(_is_read(text, before + text + after) for before, after in contexts)


def _is_read(text: str, yaml: str) -> bool:
    tree = compose(Source("", yaml))
    found = [node for node in _scalars(tree.root) if node.value == text]
    return not tree.faults and any(not node.style and not node.is_empty for node in found)


def _scalars(root: Node | None) -> list[Scalar]:
    if isinstance(root, Mapping):
        values: list[Node] = [value for _, value in root.entries.values()]
    else:
        values = root.items if isinstance(root, Sequence) else []
    return [value for value in values if isinstance(value, Scalar)]
