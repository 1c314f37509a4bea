"""Texts, lists and groups of keys as YAML is typed in a new plan."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kehoach_cli.patterns import pattern

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""A value as typed: text, a list, keys with values; None is a blank."""
_PLAIN = pattern(r"[0-9A-Za-zÀ-ỹĐđ(“](?:[^:#\n\t,\[\]{}\"'\\]|:(?! |$)|,(?= )|'(?=\w))*(?<! )")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_WIDTH = 100
"""Letters of a line; what is to be said of a longer one stands above it."""
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def yaml_text(text: str) -> str:
    """One text as a value in block style: plain where that is safe, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """One text as a value that may stand anywhere, also between [ ] or { }."""
    return '"' + "".join(_ESCAPED.get(char, char) for char in text) + '"'


def keyed(key: str, data: Data, notes: Mapping[str, str], path: str, indent: int) -> Iterator[str]:
    """The lines of a key and its value. `notes`: what to say behind a key, by path."""
    note = f"  # {notes[path]}" if path in notes else ""
    margin = " " * indent
    if isinstance(data, dict):
        yield f"{margin}{key}:{note}"
        for inner, value in data.items():
            yield from keyed(inner, value, notes, f"{path}.{inner}", indent + 2)
    elif isinstance(data, list):
        yield f"{margin}{key}:{note}"
        for item in data:
            yield from _item(item, indent + 2)
    else:
        first, *more = (data or "").strip().splitlines() or [""]
        value = "|" if more else yaml_text(first) if first else ""
        line = f"{margin}{key}: {value}".rstrip()
        above = note and len(line) + len(note) > _WIDTH
        if above:
            yield f"{margin}{note.strip()}"
        yield line if above else line + note
        yield from (f"{margin}  {line}".rstrip() for line in ([first, *more] if more else ()))


def _item(item: Data, indent: int) -> Iterator[str]:
    """An item of a list behind its dash."""
    margin = " " * indent
    if isinstance(item, dict):
        lines = [line for key, value in item.items() for line in keyed(key, value, {}, "", 0)]
        for at, line in enumerate(lines):
            yield f"{margin}{'  ' if at else '- '}{line}"
    elif isinstance(item, list):
        yield f"{margin}- [{', '.join(quoted(str(each)) for each in item)}]"
    else:
        yield f"{margin}- {yaml_text(item or '')}"
