"""Parts → `noi_dung`, `muc_con`, and how they are numbered."""

from collections.abc import Sequence
from itertools import groupby

from kehoach_cli.imports.outline.prose import paragraphs
from kehoach_cli.imports.outline.tree import Part
from kehoach_cli.imports.pages.model import Block, Grid, Line, Remark
from kehoach_cli.imports.parts.shown import figure_data
from kehoach_cli.imports.projects.register import Register
from kehoach_cli.imports.projects.table import project_table
from kehoach_cli.imports.tables.plain import is_wide, table_data
from kehoach_cli.imports.targets.table import target_table
from kehoach_cli.imports.yaml_text import Data, Noted
from kehoach_cli.plan.scheme import DEFAULT_SCHEME, parse_level

Special = dict[int, Data]
"""What stands in place of a block, by the block's identity."""


def scheme_of(root: Part) -> str:
    """The levels that the parts of a text use, from large to small."""
    ranks = {part.kind: part.rank for part in root.walk() if part.kind}
    return "/".join(sorted(ranks, key=ranks.__getitem__))


class Body:
    """Makes the data of parts. `landscape`: the page that their tables stand on lies down."""

    def __init__(
        self,
        scheme: str,
        register: Register,
        special: Special | None = None,
        landscape: bool = False,
    ) -> None:
        self.register = register
        self.kinds = (scheme or DEFAULT_SCHEME).split("/")
        self.special, self.landscape = special or {}, landscape
        self.remarks: list[Remark] = []

    def contents(self, part: Part, level: int) -> dict[str, Data]:
        """What stands in a part; `level`: the level that its parts have unless it says."""
        data = self.things(part.body)
        children = part.children
        if children:
            kind = children[0].kind
            found = self.kinds.index(kind) if kind in self.kinds else level
            if found != level and parse_level(kind):
                data["danh_so_con"] = kind
            data["muc_con"] = self.sections(part, found)
        return data

    def sections(self, part: Part, level: int) -> list[Data]:
        """The parts in a part, of a level."""
        return [
            self._noted(child, self._section(child, level), number)
            for number, child in enumerate(part.children, 1)
        ]

    def _section(self, part: Part, level: int) -> Data:
        inner = self.contents(part, level + 1)
        if part.title:
            return {"muc": part.title, **inner}
        text = inner.get("doan_van")
        if list(inner) == ["doan_van"] and isinstance(text, str) and "\n" not in text:
            return text
        return inner or {"doan_van": "…"}

    def _noted(self, part: Part, data: Data, number: int) -> Data:
        """A part whose printed number is not the one it gets keeps it in a remark."""
        if part.value in (number, 0):
            return data
        self.remarks.append(
            Remark(part.place, f"{part.printed} {part.title}".strip(), "số in ra sẽ khác bản gốc")
        )
        return Noted(data, f"bản gốc ghi số {part.printed}")

    def things(self, blocks: Sequence[Block]) -> dict[str, Data]:
        """Paragraphs, tables and what else stands among them, in their order."""
        items = self._items(blocks)
        texts = [item for item in items if isinstance(item, str)]
        if len(items) == 1:
            only = items[0]
            return {"doan_van": only} if isinstance(only, str) else dict(_plain(only))
        if len(items) == 2 and isinstance(items[0], str) and not isinstance(items[1], str):
            return {"doan_van": items[0], **_plain(items[1])}
        if not items:
            return {}
        return {"doan_van": "\n".join(texts)} if len(texts) == len(items) else {"doan_van": items}

    def _items(self, blocks: Sequence[Block]) -> list[Data]:
        found: list[Data] = []
        for is_text, run in groupby(blocks, key=self._is_text):
            if is_text:
                text = paragraphs(block for block in run if isinstance(block, Line))
                found += [text] if text else []
            else:
                found += [self._thing(block) for block in run]
        return found

    def _is_text(self, block: Block) -> bool:
        return isinstance(block, Line) and id(block) not in self.special and not block.shown

    def _thing(self, block: Block) -> Data:
        if id(block) in self.special:
            return self.special[id(block)]
        if isinstance(block, Line) and block.shown is not None:
            return {"hinh": figure_data(block.shown)}
        assert isinstance(block, Grid)  # noqa: S101 - lines are texts or special
        data = target_table(self.register, block) or project_table(self.register, block)
        data = data or table_data(block)
        if is_wide(block) and not self.landscape:
            data = {"kho_giay": "ngang", **data}
        return {"bang": data}


def _plain(item: Data) -> dict[str, Data]:
    return item if isinstance(item, dict) else {}
