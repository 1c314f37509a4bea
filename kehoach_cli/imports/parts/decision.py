"""A decision or resolution that issues a plan: what stands before the plan's own head."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.imports.head.document_type import type_at
from kehoach_cli.imports.head.lines import is_state
from kehoach_cli.imports.head.names import Names, bare_of_marks
from kehoach_cli.imports.head.reading import Heading
from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.outline.prose import paragraph
from kehoach_cli.imports.pages.model import Block, Line, Remark
from kehoach_cli.imports.parts.bases import basis
from kehoach_cli.imports.parts.closing import Closing, begins_closing, closing_of, signs
from kehoach_cli.imports.tables.plain import as_lines
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

DECISIONS = {"Quyết định": "", "Nghị quyết": "nghị quyết"}
_ARTICLE = "Điều 1"
_PROPOSED = ("theo de nghi", "xet de nghi", "xet to trinh")
_DECIDES = ("quyet dinh", "quyet nghi")
_BASIS = ("can cu", "theo ", "xet ", "thuc hien")
_WORD = pattern(r"căn cứ\s*:?\s+", re.IGNORECASE)
_OWN = ("so_van_ban", "ky_hieu")


class Decision(NamedTuple):
    """The decision's data, who signs it and receives it, where the plan's own head begins."""

    data: dict[str, Data]
    closing: Closing
    after: int
    remarks: list[Remark]


def decision_of(blocks: Sequence[Block], heading: Heading, names: Names) -> Decision | None:
    """The decision that a document begins with; None for one that issues no plan behind it."""
    loai = DECISIONS.get(heading.keys.get("ten_loai", ""))
    end = _end_of(blocks, heading.after) if loai is not None else None
    if loai is None or end is None:
        return None
    plan = type_at(blocks, end + 1)
    if plan is None:
        return None
    head = _head_start(blocks, end + 1, plan)
    reader = _Reader(names)
    for block in blocks[heading.after : end]:
        reader.put(block)
    data: dict[str, Data] = {"loai": loai} if loai else {}
    data |= {key: heading.keys[key] for key in _OWN if key in heading.keys}
    data["trich_yeu"] = heading.keys.get("trich_yeu", "[điền trích yếu]")
    data |= reader.data()
    return Decision(data, closing_of(blocks[end:head], names), head, reader.remarks)


def _end_of(blocks: Sequence[Block], since: int) -> int | None:
    """Where the end begins; behind the articles a post alone tells it."""
    has_articles = False
    for at in range(since, len(blocks)):
        if begins_closing(blocks[at]) or (has_articles and signs(blocks[at])):
            return at
        has_articles |= is_article(blocks[at])
    return None


def is_article(block: Block) -> bool:
    """Whether "Điều …" begins here."""
    label = label_of(bare_of_marks(block.whole)) if isinstance(block, Line) else None
    return label is not None and label.kind == _ARTICLE


def _head_start(blocks: Sequence[Block], since: int, plan: int) -> int:
    """Where the plan's own head begins: issuer beside Quốc hiệu, else its type."""
    lines = enumerate(blocks[since:plan], since)
    at = next((i for i, b in lines if isinstance(b, Line) and is_state(b.text)), plan)
    while at > since and _is_capital(blocks[at - 1]):
        at -= 1
    return at


def _is_capital(block: Block) -> bool:
    text = block.text if isinstance(block, Line) else ""
    return text.isupper() and fold(text).startswith(
        ("uy ban", "ubnd", "hoi dong", "tinh ", "thanh")
    )


class _Reader:
    """The lines of a decision, one after the other."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.authority = self.proposal = ""
        self.bases: list[Data] = []
        self.articles: list[list[str]] = []
        self.remarks: list[Remark] = []

    def put(self, block: Block) -> None:
        """Take a line, or the rows of a table as lines."""
        if isinstance(block, Line):
            self._put(block)
            return
        told = "quyết định không có bảng; từng hàng thành một đoạn văn"
        self.remarks.append(Remark(block.place, "bảng trong quyết định", told))
        for line in as_lines(block):
            self._put(line)

    def _put(self, block: Line) -> None:
        """A line; what fits nowhere goes into the article above it."""
        text = bare_of_marks(block.text)
        label = label_of(bare_of_marks(block.whole))
        plain = fold(text)
        if label is not None and label.kind == _ARTICLE:
            self.articles.append([label.rest])
        elif self.articles:
            self.articles[-1].append(paragraph(block._replace(strong=False)))
        elif plain.rstrip(": ") in _DECIDES:
            return
        elif plain.startswith(_PROPOSED):
            self.proposal = text.rstrip(" .,;")
        elif plain.startswith(_BASIS):
            self.bases.append(basis(_WORD.sub("", text, count=1)))
        elif text.isupper():
            self.authority = f"{self.authority} {text}".strip()
        else:
            self.bases.append(basis(text))
            self.remarks.append(Remark(block.place, text, "để ở căn cứ của quyết định"))

    def data(self) -> dict[str, Data]:
        """What was read, by keys of `quyet_dinh`."""
        found: dict[str, Data] = {}
        if self.authority:
            found["tham_quyen"] = self.names.cased(self.authority)
        if self.bases:
            found["can_cu"] = self.bases
        if self.proposal:
            found["de_nghi"] = self.proposal
        articles: list[Data] = ["\n".join(filter(None, lines)) for lines in self.articles]
        return {**found, "dieu": articles or ["[điền nội dung]"]}
