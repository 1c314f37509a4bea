"""A plan as it is typed: dicts, lists and texts, and the YAML that spells them."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

Tree = Any
"""dict[str, Tree], list[Tree] or str, as a person would type it."""

_PLAIN = re.compile(r"[^\W_](?:[\w .()%;/+-]|,(?! )|:(?! ))*")
_EMPTY = ("null", "Null", "NULL")
_SPECIAL = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Money(str):
    """A typed amount with what it means in the plan's unit; None: typed as nothing ("-")."""

    amount: Decimal | None

    def __new__(cls, text: str, amount: Decimal | None) -> "Money":
        made = super().__new__(cls, text)
        made.amount = amount
        return made


class Count(str):
    """A typed quantity: its number, and what is counted ("" where that is not typed)."""

    number: Decimal
    unit: str

    def __new__(cls, text: str, number: Decimal, unit: str) -> "Count":
        made = super().__new__(cls, text)
        made.number, made.unit = number, unit
        return made


class Time(str):
    """A key that names a year or a stretch of years. `name`: "2014" or "2016-2020"."""

    name: str

    def __new__(cls, text: str, name: str) -> "Time":
        made = super().__new__(cls, text)
        made.name = name
        return made


def spelled(tree: Tree, draw: st.DrawFn) -> str:
    """The tree as YAML, in block and flow forms and all quotes, as drawn."""
    return _Speller(draw).block(tree, 0)


def parted(tree: Tree, draw: st.DrawFn, files: dict[str, str]) -> Tree:
    """The tree with some of its parts in files of their own, which are put into `files`."""
    made = {}
    for key, value in tree.items():
        if key in LISTS and isinstance(value, list):
            made[key] = _apart([_parted(item, draw, files) for item in value], draw, files)
        else:
            made[key] = value
    return made


LISTS = ("noi_dung", "muc_con", "phu_luc", "du_an", "can_cu", "chi_tieu")
"""Where a part may stand in a file of its own."""


def _parted(item: Tree, draw: st.DrawFn, files: dict[str, str]) -> Tree:
    """A part, itself or its text perhaps in a file."""
    if not isinstance(item, dict):
        return item
    made = parted(item, draw, files)
    text = made.get("doan_van")
    if "muc" in made and isinstance(text, str) and text.isprintable() and _seldom(draw):
        made["doan_van"] = _file(text, "txt", files)
    return _file(spelled(made, draw), "yaml", files) if _seldom(draw) else made


def _apart(items: list[Tree], draw: st.DrawFn, files: dict[str, str]) -> Tree:
    """A list, or its end, or all of it, in a file."""
    if not items or not _seldom(draw):
        return items
    at = draw(st.integers(0, len(items) - 1))
    rest = _file(spelled(items[at:], draw), "yaml", files)
    return rest if not at and draw(st.booleans()) else [*items[:at], rest]


def _seldom(draw: st.DrawFn) -> bool:
    return draw(st.integers(0, 9)) == 9


def _file(text: str, kind: str, files: dict[str, str]) -> Tree:
    name = f"phan-{len(files) + 1}.{kind}"
    files[name] = text
    return {"kem_tep": name}


class _Speller:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def block(self, tree: Tree, indent: int) -> str:
        pad = " " * indent
        if isinstance(tree, dict):
            return "".join(f"{pad}{_key(k)}:{self.after(v, indent)}" for k, v in tree.items())
        return "".join(f"{pad}-{self.item(v, indent)}" for v in tree)

    def item(self, tree: Tree, indent: int) -> str:
        """What stands behind a dash: a mapping begins on its line."""
        if isinstance(tree, dict) and tree and not self.flows(tree):
            return " " + self.block(tree, indent + 2)[indent + 2 :]
        return self.after(tree, indent)

    def after(self, tree: Tree, indent: int) -> str:
        if isinstance(tree, str):
            return f" {self.scalar(tree, indent + 2)}\n"
        if not tree or self.flows(tree):
            return f" {self.flow(tree)}\n"
        return "\n" + self.block(tree, indent + 2)

    def flows(self, tree: Tree) -> bool:
        """Whether a list or mapping stands in brackets: only where it is short."""
        return len(repr(tree)) < 300 and self.draw(st.integers(0, 3)) == 3

    def flow(self, tree: Tree) -> str:
        if isinstance(tree, dict):
            return "{" + ", ".join(f"{_key(k)}: {self.flow(v)}" for k, v in tree.items()) + "}"
        if isinstance(tree, list):
            return f"[{', '.join(map(self.flow, tree))}]"
        return self.quoted(tree) if "," in tree or "\n" in tree else self.scalar(tree, 0)

    def scalar(self, text: str, indent: int) -> str:
        ways: list[Callable[[str], str]] = [self.quoted]
        if _PLAIN.fullmatch(text) and text[-1] not in ": " and text not in _EMPTY:
            ways.append(str)
        if indent and "\n" in text and all(_is_literal(line) for line in text.split("\n")):
            ways.append(lambda typed: _literal(typed, indent))
        way = ways[-1] if len(ways) == 1 or self.draw(st.integers(0, 3)) else ways[0]
        return way(text)

    def quoted(self, text: str) -> str:
        if text.isprintable() and self.draw(st.booleans()):
            return "'" + text.replace("'", "''") + "'"
        return '"' + "".join(map(_escaped, text)) + '"'


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) or re.fullmatch(r"\w+", key) else f'"{key}"'


def _is_literal(line: str) -> bool:
    return line.isprintable() and line[:1] not in ("", " ") and "\u00a0" not in line[:1]


def _literal(text: str, indent: int) -> str:
    return "|\n" + "\n".join(" " * indent + line for line in text.split("\n"))


def _escaped(sign: str) -> str:
    if sign in _SPECIAL:
        return _SPECIAL[sign]
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
