"""The lists of a web page, whose numbers the browser makes: each item's number or bullet."""

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach_cli.imports.outline.labels import numbered
from kehoach_cli.patterns import pattern

_FORMS = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_STYLE = pattern(r"list-style(?:-type)?\s*:[^;]*?(upper|lower)-(roman|alpha|latin)")
_DECIMAL = "decimal"
_DEEPEST = 20  # lists around one that are looked at
_DIGITS = 4  # of a number that a list is told


@dataclass(slots=True)
class _List:
    """An open list. `form`: of its numbers, "" for bullets; `before`: the number that the list
    closed last at this depth had come to, which an outer list without items of its own goes on."""

    form: str
    count: int
    before: int
    has_items: bool = False

    @property
    def number(self) -> int:
        """The number that it has come to."""
        return self.count if self.has_items else self.before


class Lists:
    """The lists that are open, the outermost first."""

    def __init__(self) -> None:
        self._open: list[_List] = []
        self._last: dict[int, int] = {}

    def open(self, tag: str, attrs: Mapping[str, str | None]) -> None:
        """A list begins: "ol" or "ul"."""
        form = _form(attrs) if tag == "ol" else ""
        self._open.append(
            _List(form, _whole(attrs.get("start"), 1) - 1, self._last.get(len(self._open), 1))
        )

    def close(self) -> None:
        """The innermost list ends, if there is one."""
        if self._open:
            closed = self._open.pop()
            if closed.has_items:
                self._last[len(self._open)] = closed.count

    def next(self, value: str | None = None) -> str:
        """The number or bullet of the next item of the innermost list; `value`: what it says."""
        if not self._open:
            return ""
        here = self._open[-1]
        if not here.form:
            return "-" if sum(not one.form for one in self._open[-_DEEPEST:]) == 1 else "+"
        here.count, here.has_items = _whole(value, here.count + 1), True
        if here.form == _DECIMAL:
            return f"{self._in_decimals()}."
        return f"{numbered(here.count, here.form)}{')' if here.form == _FORMS['a'] else '.'}"

    def _in_decimals(self) -> str:
        """A number behind those of the numbered lists right around it: "1.2" for the second item
        of a list in the first of another."""
        numbers: list[str] = []
        for one in reversed([one for one in self._open[-_DEEPEST:] if one.form]):
            if one.form != _DECIMAL:
                break
            numbers.append(str(one.number))
        return ".".join(reversed(numbers))


def _form(attrs: Mapping[str, str | None]) -> str:
    """The form of a list's numbers, by its type or its style."""
    style = _STYLE.search((attrs.get("style") or "").lower())
    if style is None:
        return _FORMS.get(attrs.get("type") or "", _DECIMAL)
    return style[1] + ("Roman" if style[2] == "roman" else "Letter")


def _whole(text: str | None, otherwise: int) -> int:
    is_number = text and text.isascii() and text.isdecimal() and len(text) <= _DIGITS
    return int(text) if text and is_number else otherwise
