"""What a file of kehoach's own holds: paragraphs by style, tables by cell, pages by shape."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from kehoach_cli.imports.pages.links import Link
from kehoach_cli.imports.pages.scheme_marks import UNSAID, Stand
from kehoach_cli.patterns import pattern

_YEARS = pattern("(\\d{4})\u00a0([-–])\u00a0(?=\\d{4})")


class Par(NamedTuple):
    """A paragraph. `style`: its key in the layout, "" for one that is not ours.

    `text`: with the marks of `doan_van`; `plain`: without. `label`: its number. `kept`: stays
    with what follows. `stand`: its level where the file says it. `links`: the words of `text`
    that lead to a part of the document. `anchor`: the name by which words lead here. `joint`: what
    was typed between the line above and this one of its name; None: they are not of one.
    """

    style: str
    text: str
    plain: str
    label: str = ""
    place: str = ""
    kept: bool = False
    stand: Stand = UNSAID
    links: tuple[Link, ...] = ()
    anchor: str = ""
    joint: str | None = None


@dataclass(slots=True)
class OwnCell:
    """A cell. `span`: columns that it covers. `down`: "start" of a merge downwards, "on" in it."""

    pars: list[Par]
    span: int = 1
    down: Literal["", "start", "on"] = ""

    @property
    def style(self) -> str:
        """The style of its first line that is no bullet."""
        own = (par.style for par in self.pars if par.style not in BULLETS)
        return next(own, "o_chu")

    @property
    def text(self) -> str:
        """Its lines, bullets with their marks."""
        return "\n".join(map(line_of, self.pars))

    @property
    def plain(self) -> str:
        """The same without marks inside the lines."""
        return "\n".join(BULLETS.get(par.style, "") + par.plain.strip() for par in self.pars)


BULLETS = {"o_gach": "- ", "o_cong": "+ ", "gach_dau_dong": "- ", "dau_cong": "+ "}
_BREAK = pattern(r"[ \t]*\n[ \t]*")


def line_of(par: Par) -> str:
    """A paragraph as a line of `doan_van`."""
    return BULLETS.get(par.style, "") + _BREAK.sub(" \\\\\n", par.text.strip())


def body_line(par: Par) -> str:
    """The same where a line that begins as a bullet would be one."""
    line = line_of(par)
    return f"\\{line}" if par.style not in BULLETS and line[:2] in BULLETS.values() else line


INSERTED = "chen"
"""The style of what is no paragraph but stands for the bases."""
UNIT = "Đơn vị tính: "


@dataclass(slots=True)
class Box:
    """A table with lines. `head`: how many rows repeat. `size`: points.

    `widths`: of the columns, in mm, or `shares` in hundredths of the page.
    """

    rows: list[list[OwnCell]]
    head: int = 0
    size: int = 0
    widths: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    place: str = ""
    lying: bool = False


class Drawn(NamedTuple):
    """A picture: its bytes, and how wide it stands there, in mm; `kept`: with what follows."""

    data: bytes
    width: float
    place: str = ""
    kept: bool = False


OwnBlock: TypeAlias = "Par | Box | Drawn"


@dataclass(slots=True)
class Shape:
    """Pages of one shape and what stands on them."""

    blocks: list[OwnBlock] = field(default_factory=list)
    lying: bool = False


def millimetres(length: float) -> str:
    """A length as a plan has it."""
    return f"{length:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def as_typed(text: str) -> str:
    """A text as its author typed it: the spaces of periods break again."""
    return _YEARS.sub(r"\1 \2 ", text)
