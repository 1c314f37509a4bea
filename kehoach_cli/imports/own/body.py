"""Sections and what stands in them → `noi_dung`, `muc_con`, tables in their places."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kehoach_cli.imports.own.levels import is_within
from kehoach_cli.imports.own.node import Node
from kehoach_cli.imports.own.references import Codes
from kehoach_cli.imports.pages.own_blocks import (
    INSERTED,
    UNIT,
    Box,
    Drawn,
    OwnBlock,
    Par,
    body_line,
    line_of,
)
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.plan.scheme import DEFAULT_SCHEME

SILENT = ("ngat_phan", "ke_ngang", "so_trang")
_OF_TABLE = ("ten_bang", "don_vi_tinh")
_ABOVE_TABLE = (*_OF_TABLE, "ngat_phan")

_OF_PICTURE = "ten_hinh"


class Taking(NamedTuple):
    """How a table is taken in, and a picture with what stands below it.

    `codes`: what is to refer to each part by its anchor. `titles`: as they are typed, by the same
    in capitals.
    """

    tabled: Callable[[Box, "Captions"], dict[str, Data]]
    drawn: Callable[[Drawn, Par | None], dict[str, Data]]
    codes: Codes
    titles: Mapping[str, str]

    def code(self, anchor: str) -> dict[str, Data]:
        """The code of a part, where something refers to it."""
        code = self.codes.get(anchor, "").partition(".")[2]
        return {"ma": code} if code else {}


class Captions:
    """What stands around a table."""

    def __init__(self) -> None:
        self.title: Par | None = None
        self.unit = ""
        self.notes: list[str] = []


def lines_of(pars: Sequence[OwnBlock]) -> str:
    """Paragraphs, a line each."""
    said = (body_line(par) for par in pars if isinstance(par, Par) and par.text.strip())
    return "\n".join(said)


class OwnBody:
    """Makes the data of sections. `scheme`: the levels that numbers are of."""

    def __init__(self, scheme: Sequence[str], taking: Taking, *, lying: bool = False) -> None:
        self.scheme, self.taking, self.lying = list(scheme), taking, lying

    def contents(self, node: Node, level: int) -> dict[str, Data]:
        """What stands in a section. `level`: that of its sections unless it says."""
        data = self.things(node.body)
        if node.children:
            found = self._level(node.children, level)
            if found != level:
                data["danh_so_con"] = self.scheme[found]
            data["muc_con"] = self.sections(node, found)
        return data

    def _level(self, children: Sequence[Node], level: int) -> int:
        """The level of sections, as they say it or else by their first number."""
        said = min(child.level for child in children)
        if said >= 0:
            return said if said < len(self.scheme) else level
        token = next((child.token for child in children if child.token), "")
        return next(
            (at for at in range(level, len(self.scheme)) if self.scheme[at] == token), level
        )

    def sections(self, node: Node, level: int) -> list[Data]:
        """The sections in one, of a level."""
        return [data for child in node.children for data in self._parted(child, level)]

    def _parted(self, node: Node, level: int) -> list[Data]:
        """A section; of a bare number what stands in paragraphs below is no part of it."""
        first = next((b for b in node.body if not isinstance(b, Par) or b.text or _counts(b)), None)
        above = node.body[0] if node.body else None
        apart = isinstance(first, Par) and first.style != INSERTED and not _counts(first)
        apart = apart or (isinstance(above, Par) and above.style == "ngat_phan")
        apart = apart or (not node.body and self._is_below_all(node))
        apart = apart and not self._begins_turned(node)
        if not node.bare or not apart:
            return [self._section(node, level)]
        code = self.taking.code(node.anchor)
        return [{**code, "danh_so": "có"}, {"danh_so": "không", **self.contents(node, level + 1)}]

    def _begins_turned(self, node: Node) -> bool:
        """Whether a section begins with a table on pages of its own: its number stands alone."""
        rest = (b for b in node.body if not isinstance(b, Par) or b.style not in _ABOVE_TABLE)
        first = next(rest, None)
        return isinstance(first, Box) and self._turns(first)

    def _is_below_all(self, node: Node) -> bool:
        """Whether the first title in a section is one that has no level, and so no number."""
        first = next((one for one in node.inside() if not one.unseen), None)
        return first is not None and first.level >= len(self.scheme)

    def _section(self, node: Node, level: int) -> Data:
        inner = self.contents(node, level + 1)
        if node.unseen:
            return {"danh_so": "không", **inner}
        code = self.taking.code(node.anchor)
        if node.title:
            numbered = node.value or not node.token
            unnumbered: dict[str, Data] = {} if numbered else {"danh_so": "không"}
            title = self.taking.titles.get(node.title, node.title)
            return {"muc": title, **code, **unnumbered, **inner}
        inner = {**code, **inner}
        text = inner.get("doan_van")
        if list(inner) == ["doan_van"] and isinstance(text, str) and "\n" not in text:
            return text
        return inner or {"danh_so": "có"}

    def things(self, blocks: Sequence[OwnBlock]) -> dict[str, Data]:
        """Paragraphs and tables in their order."""
        items = self.items(blocks)
        if not items:
            return {}
        if len(items) == 1 and isinstance(items[0], str):
            return {"doan_van": items[0]}
        if len(items) == 1 and isinstance(items[0], dict):
            return dict(items[0])
        first, *rest = items
        if len(items) == 2 and isinstance(first, str) and isinstance(rest[0], dict):
            return {"doan_van": first, **rest[0]}
        return {"doan_van": items}

    def items(self, blocks: Sequence[OwnBlock]) -> list[Data]:
        """Texts of several lines, tables and pictures, in their order."""
        found: list[Data] = []
        lines: list[str] = []
        captions = Captions()
        rest = list(blocks)[::-1]
        while rest:
            block = rest.pop()
            if isinstance(block, Par) and block.style != INSERTED:
                if _announces(block, rest):
                    _take(block, captions)
                elif block.style not in SILENT and block.text.strip():
                    lines.append(body_line(block))
                continue
            found += ["\n".join(lines)] if lines else []
            lines = []
            found += self._thing(block, captions, rest)
            captions = Captions()
        return [*found, "\n".join(lines)] if lines else found

    def _thing(self, block: OwnBlock, captions: "Captions", rest: list[OwnBlock]) -> list[Data]:
        """What is no paragraph. `rest`: what follows, from the last; what is of it is taken."""
        if isinstance(block, Par):
            form: Data = {"nguon": "can_cu", "dang": block.text} if block.text else "can_cu"
            return [{"chen": form}]
        if isinstance(block, Drawn):
            below = rest[-1] if rest else None
            caption = below if isinstance(below, Par) and below.style == _OF_PICTURE else None
            if caption is not None:
                rest.pop()
            data = self.taking.drawn(block, caption)
            return [{"hinh": data}] if data else []
        while rest and isinstance(note := rest[-1], Par) and note.style == "ghi_chu_bang":
            captions.notes.append(line_of(note))
            rest.pop()
        lying: dict[str, Data] = {"kho_giay": "ngang"} if self._turns(block) else {}
        return [{"bang": {**lying, **self.taking.tabled(block, captions)}}]

    def _turns(self, box: Box) -> bool:
        return box.lying and not self.lying


def _counts(par: Par) -> bool:
    """Whether a line is the numbered title of a table."""
    return bool(par.label) and par.style == "ten_bang"


def _announces(par: Par, rest: Sequence[OwnBlock]) -> bool:
    """Whether a line is the title or unit of the table that follows. `rest`: from the last."""
    for block in chain([par], reversed(rest)):
        if isinstance(block, Box):
            return True
        if not isinstance(block, Par) or block.style not in _OF_TABLE:
            return False
    return False


def _take(par: Par, captions: Captions) -> None:
    if par.style == "ten_bang":
        captions.title = par
    else:
        captions.unit = par.plain.removeprefix(UNIT)


def chosen_scheme(tokens: list[str], known: str = DEFAULT_SCHEME) -> list[str]:
    """The scheme to number by: the known one where it has the levels, else theirs."""
    usual = known.split("/")
    return usual if is_within(tokens, usual) else tokens
