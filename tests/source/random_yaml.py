"""Random trees typed in random hands: block, flow and mixed, every quote, comments everywhere."""

import random
import re
from typing import Any

from hypothesis import strategies as st

from kehoach_cli.source.proof import Plain

LETTERS = "abKế \u0301đ👍,.:;-#'\"{}[]&*!|>%@`?~\\/()\t"
TEXTS = st.one_of(
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=12),
    st.sampled_from(["26.162", "no", "null", "~", "- x", "a: b", "#x", "{{ tong }}", "42,54", "-"]),
    st.lists(st.text(st.sampled_from(LETTERS), max_size=8), min_size=2, max_size=4).map("\n".join),
    st.lists(st.text(st.sampled_from("ab ế-"), max_size=8), min_size=1, max_size=4).map(
        lambda lines: "\n".join(lines) + "\n"
    ),
)
KEYS = st.sampled_from(
    ["ten", "von", "muc", "2014", "Trích yếu", "don_vi", "ghi chú", "a: b", "no"]
)


def _parts(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.lists(children, max_size=4), st.dictionaries(KEYS, children, max_size=4))


VALUES = st.recursive(TEXTS, _parts, max_leaves=5)
"""What an answer may be."""
TREES = st.dictionaries(
    KEYS,
    st.recursive(st.one_of(st.none(), st.just(""), TEXTS), _parts, max_leaves=12),
    min_size=1,
    max_size=5,
)
"""What a file may say."""
_PLAIN = re.compile(r"[aKếđ👍26n][aKếđ👍 .()/\w]*(?<! )")


def parts_of(tree: Plain) -> list[tuple[str | int, Plain]]:
    """The parts of a list or mapping, each with its place in it."""
    if isinstance(tree, dict):
        return list(tree.items())
    return list(enumerate(tree)) if isinstance(tree, list) else []


class Scribe:
    """Types a tree as one of many people would. `owners`: what each comment stands at."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.step = chance.choice((2, 3, 4))
        self.list_step = chance.choice((0, self.step))
        self.quote = chance.choice("'\"")
        self.rate = chance.choice((0.0, 0.2, 0.6))
        self.owners: list[tuple[str | int, ...]] = []

    def file(self, tree: dict[str, Plain]) -> str:
        """The whole text, by lines that end in a bare line feed."""
        lines = self.lines(tree, 0, ())
        if self.chance.random() < 0.2:
            lines = ["# đầu tệp", "---", *lines]
        if self.chance.random() < 0.3:
            lines += ["", "# cuối tệp", ""]
        end = self.chance.choice(("\n", "\n", "", "\n\n"))
        return "\n".join(lines) + end

    def lines(self, value: Plain, at: int, path: tuple[str | int, ...]) -> list[str]:
        """A list or mapping in block style."""
        found: list[str] = []
        if isinstance(value, dict):
            for key, part in value.items():
                found += self.notes(at, (*path, key))
                found += self.entry(f"{self.key(key)}:", part, at, (*path, key))
        elif isinstance(value, list):
            for number, part in enumerate(value):
                found += self.notes(at, (*path, number))
                found += self.entry("-", part, at, (*path, number))
        return found

    def entry(self, opening: str, part: Plain, at: int, path: tuple[str | int, ...]) -> list[str]:
        """A key or dash with its value."""
        margin = " " * at
        if part is None or part == [] or part == {}:
            nothing = self.chance.choice(("", " ~", " null", " []", " {}"))
            return [margin + opening + nothing + self.note(path)]
        if isinstance(part, str):
            step = 2 if opening == "-" else self.step
            head, *rest = self.text(part, at + step, step)
            if not rest and self.chance.random() < 0.1:
                return [margin + opening + self.note(path), f"{margin}   {head}" + self.note(path)]
            is_commented = not rest or head[0] in "|>"
            note = self.note(path) if is_commented else ""
            return [f"{margin}{opening} {head}{note}", *rest]
        if self.chance.random() < 0.3:
            return [f"{margin}{opening} {self.flow(part, path)}{self.note(path)}"]
        if opening == "-" and self.chance.random() < 0.8:
            rate, self.rate = self.rate, 0.0
            first, *rest = self.lines(part, at + 2, path)
            self.rate = rate
            return [f"{margin}- {first.lstrip(' ')}", *rest]
        step = self.list_step if isinstance(part, list) and opening != "-" else self.step
        return [margin + opening + self.note(path), *self.lines(part, at + step, path)]

    def text(self, text: str, at: int, step: int) -> list[str]:
        """A text outside brackets, under a key or dash: `step` columns right of it."""
        lines = text.removesuffix("\n").split("\n")
        margin = " " * at
        if "\n" in text and "\t" not in text and lines[-1].strip() and self.chance.random() < 0.7:
            is_deep = next(line for line in lines if line).startswith(" ")
            sign = "" if text.endswith("\n") else "-"
            indicator = str(step) if is_deep or self.chance.random() < 0.1 else ""
            if sign and self.chance.random() < 0.2:
                lines, sign = [*lines, ""], "+"
                text += "\n\n"
            return [f"|{indicator}{sign}", *(margin + line if line else "" for line in lines)]
        if _PLAIN.fullmatch(text) and self.chance.random() < 0.1:
            return [">-", margin + text, ""]
        if _PLAIN.fullmatch(text) and self.chance.random() < 0.1:
            return [text, margin + text]
        return [self.inline(text)]

    def inline(self, text: str) -> str:
        """A text on one line that any place bears."""
        way = self.chance.random()
        if way < 0.6 and _PLAIN.fullmatch(text) and text not in ("null", "~"):
            return text
        if (way < 0.8 or self.quote == "'") and "\n" not in text:
            return "'" + text.replace("'", "''") + "'"
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'

    def key(self, key: str) -> str:
        """A key."""
        return f'"{key}"' if ": " in key or self.chance.random() < 0.1 else key

    def flow(self, part: Plain, path: tuple[str | int, ...]) -> str:
        """A value between brackets, on one line or more."""
        if part is None:
            return "~"
        if isinstance(part, str):
            return self.inline(part)
        comma = self.chance.choice((", ", "\n"))
        opening, closing = "{}" if isinstance(part, dict) else "[]"
        named = parts_of(part)
        pad = self.chance.choice(("", " "))
        text = opening + pad
        for number, (step, value) in enumerate(named):
            name = f"{self.key(step)}: " if isinstance(step, str) else ""
            text += name + self.flow(value, (*path, step))
            is_last = number == len(named) - 1
            if not is_last or self.chance.random() < 0.3:
                text += ", " if comma == ", " else f",{self.note((*path, step))}\n{' ' * 12}"
        return text + pad + closing

    def note(self, path: tuple[str | int, ...]) -> str:
        """A comment at the end of a line, now and then."""
        if self.chance.random() >= self.rate / 2:
            return ""
        return f"  {self._mark(path)}"

    def notes(self, at: int, path: tuple[str | int, ...]) -> list[str]:
        """Lines of comment, and blank ones, above what they stand for."""
        if self.chance.random() >= self.rate:
            return []
        blank = [""] if self.chance.random() < 0.4 else []
        return [*blank, *(" " * at + self._mark(path) for _ in range(self.chance.randint(1, 2)))]

    def _mark(self, path: tuple[str | int, ...]) -> str:
        self.owners.append(path)
        return f"# ghi chú <{len(self.owners) - 1}>"
