"""Values as YAML is typed in a new plan, with what is to be said of each key."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kehoach_cli.source.hand import Hand
from kehoach_cli.source.scalars import typed_inline

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""A value as typed: text, a list, keys with values; None is a blank."""
_HAND = Hand()
_WIDTH = 100
"""Letters of a line; what is to be said of a longer one stands above it."""


def yaml_text(text: str) -> str:
    """One text as the value of a key in block style."""
    return typed_inline(text, _HAND.quote, flow=False)


def flow_text(text: str) -> str:
    """One text as a value between [ ] or { }."""
    return typed_inline(text, _HAND.quote, flow=True)


def keyed(key: str, data: Data, notes: Mapping[str, str], path: str, indent: int) -> Iterator[str]:
    """The lines of a key and its value. `notes`: what to say of a key, by path."""
    margin, note = " " * indent, notes.get(path, "")
    first, *more = _lines(key, data, indent)
    above = len(first) + len(note) > _WIDTH
    if note and above:
        yield f"{margin}# {note}"
    yield f"{first}  # {note}" if note and not above else first
    yield from more
    if isinstance(data, dict):
        for inner, value in data.items():
            yield from keyed(inner, value, notes, f"{path}.{inner}", indent + _HAND.step)


def _lines(key: str, data: Data, indent: int) -> list[str]:
    """The lines of a key; of what its own keys hold, none."""
    if not data or isinstance(data, dict):
        return [f"{' ' * indent}{key}:"]
    value = data.strip() if isinstance(data, str) else data
    return _HAND.entry(f"{key}:", value, indent)
