"""A draft's data → YAML, with remarks as comments above what they are about."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from kehoach_cli.patterns import pattern
from kehoach_cli.source.hand import Hand

Data: TypeAlias = "str | Noted | list[Data] | dict[str, Data]"
_HAND = Hand()
_BRACES = pattern(r"\{(?=[{%#])|(?<=[%#}])\}")
_WIDTH = 110
"""Letters of the longest list or mapping that stands between brackets."""
_SHORT = ("cot", "hang", "o", "von")
"""Keys under which small lists and mappings stand between brackets."""


class Noted(NamedTuple):
    """A value and what to say above it."""

    value: "Data"
    note: str


def harmless(data: Data) -> Data:
    """The data with no text that is read as an expression: it comes from a page, not a plan."""
    if isinstance(data, str):
        return _BRACES.sub(
            lambda match: f"{match[0]} " if match[0] == "{" else f" {match[0]}", data
        )
    if isinstance(data, Noted):
        return Noted(harmless(data.value), data.note)
    if isinstance(data, dict):
        return {key: harmless(value) for key, value in data.items()}
    return [harmless(value) for value in data]


def yaml_of(data: dict[str, Data]) -> str:
    """The text of a whole file."""
    blocks = ["\n".join(_entry(f"{key}:", value, 0, key)) for key, value in data.items()]
    return "\n\n".join(blocks) + "\n"


def bare(data: Data) -> Data:
    """The value without remarks."""
    if isinstance(data, Noted):
        return bare(data.value)
    if isinstance(data, dict):
        return {key: bare(value) for key, value in data.items()}
    return [bare(value) for value in data] if isinstance(data, list) else data


def _entry(opening: str, data: Data, at: int, key: str) -> Iterator[str]:
    """The lines of a key or dash with its value, a remark first."""
    if isinstance(data, Noted):
        yield from (f"{' ' * at}# {line}" for line in data.note.split("\n"))
        yield from _entry(opening, data.value, at, key)
        return
    line = _on_one_line(opening, data, at, key)
    if line:
        yield line
    elif isinstance(data, str) or not data:
        yield from _HAND.entry(opening, data, at)
    elif opening == "-" and isinstance(data, dict):
        inner = list(_inside(data, at + 2))
        first = next(i for i, text in enumerate(inner) if not text.lstrip().startswith("#"))
        yield from (text[2:] for text in inner[:first])
        yield f"{' ' * at}- {inner[first].lstrip()}"
        yield from inner[first + 1 :]
    elif opening == "-":
        yield f"{' ' * at}- {_HAND.in_brackets(bare(data))}"
    else:
        yield f"{' ' * at}{opening}"
        yield from _inside(data, at + 2, key)


def _inside(data: Data, at: int, key: str = "") -> Iterator[str]:
    if isinstance(data, Mapping):
        for inner, value in data.items():
            yield from _entry(f"{inner}:", value, at, inner)
    else:
        for value in data:
            yield from _entry("-", value, at, key)


def _on_one_line(opening: str, data: Data, at: int, key: str) -> str:
    """A small list or mapping of texts between brackets; "" where it stands in lines."""
    if isinstance(data, str) or not data or key not in _SHORT:
        return ""
    values = data.values() if isinstance(data, dict) else data
    is_flat = all(isinstance(value, str) and "\n" not in value for value in values)
    if not is_flat or (isinstance(data, list) and opening != "-"):
        return ""
    line = f"{' ' * at}{opening} {_HAND.in_brackets(bare(data))}"
    return line if len(line) <= _WIDTH or isinstance(data, list) else ""
