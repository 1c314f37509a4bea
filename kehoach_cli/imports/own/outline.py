"""Paragraphs by style → sections in sections, and the levels that they use."""

import re
from collections.abc import Sequence

from kehoach_cli.imports.own.levels import (
    NUMBERED,
    TITLES,
    counted,
    style_of,
    usual_token,
)
from kehoach_cli.imports.own.node import Node
from kehoach_cli.imports.own.said_levels import gather, place_said, said_scheme
from kehoach_cli.imports.pages.own_blocks import UNIT, Box, OwnBlock, Par
from kehoach_cli.patterns import pattern

_TYPED = pattern(
    r"(?P<label>(?:Phần|Chương|Mục|Tiểu mục|Điều) (?:thứ )?\S+|\S+)(?:[ \n](?P<rest>.*))?",
    re.DOTALL,
)

_UNTITLED = ("khoan_tron", "tieu_khoan_tron")
"""The styles of bare numbers."""


def outlined(blocks: list[OwnBlock]) -> tuple[Node, list[str]]:
    """The sections of a text, and its scheme where the file says it.

    What stands before the first is the whole's own body.
    """
    root = Node()
    stack = [root]
    scheme = said_scheme(blocks)
    end = max((at for at, b in enumerate(blocks, 1) if not isinstance(b, Par) or b.text), default=0)
    for number, block in enumerate(blocks, 1):
        node = _node(block, typed=not scheme) if isinstance(block, Par) else None
        if node is None:
            stack[-1].body.append(block)
            continue
        if isinstance(block, Par) and scheme:
            at = place_said(stack, node, block, scheme)
        else:
            at = _place(stack, node)
        del stack[at:]
        stack[-1].children.append(node)
        stack.append(node)
        if scheme and number < end and not _has_table(blocks[number : number + 2]):
            stack += _below_all(node, block, len(scheme))
    for node in root.walk():
        _caption(node)
        if scheme:
            gather(node, scheme)
    return root, scheme


def _has_table(blocks: Sequence[OwnBlock]) -> bool:
    """Whether a table stands right here, below its unit at most."""
    first = blocks[0] if blocks else None
    if isinstance(first, Par) and first.style == "don_vi_tinh":
        return isinstance(blocks[-1], Box)
    return isinstance(first, Box)


def _below_all(node: Node, block: OwnBlock, level: int) -> list[Node]:
    """The section whose title a bare number took: one below all levels has no number of its own.

    It stays with what follows though it announces nothing.
    """
    first = node.body[0] if node.body else None
    if not isinstance(first, Par) or not isinstance(block, Par) or block.style not in _UNTITLED:
        return []
    if not first.kept or first.text.endswith(":"):
        return []
    inner = Node(style=block.style, title=first.text, place=node.place, level=level)
    node.body.clear()
    node.children.append(inner)
    return [inner]


def _caption(node: Node) -> None:
    """The number of a section that only holds a table stands before the table's own title."""
    if node.style == "diem" and node.title and node.body and isinstance(node.body[0], Box):
        # Below a title a gap would part them: the line is the title of the table.
        node.body.insert(0, Par("ten_bang", node.title, node.title, place=node.place))
        node.title = ""
    first = node.body[0] if len(node.body) > 1 and not node.title and node.token else None
    if not isinstance(first, Par) or first.style != "noi_dung":
        return
    second, *others = node.body[1:]
    unit = isinstance(second, Par) and second.style == "don_vi_tinh"
    if isinstance(second, Box) and first.plain.startswith(UNIT):
        node.body[0] = first._replace(style="don_vi_tinh")
    elif isinstance(others[0] if unit and others else second, Box) and not _announces(first):
        node.body[0] = first._replace(style="ten_bang")


def _announces(par: Par) -> bool:
    """Whether a line announces a table, and is no title of it."""
    return not par.kept or par.text.endswith(":")


def _node(par: Par, *, typed: bool) -> Node | None:
    """The section that a paragraph begins; None where it begins none.

    `typed`: its number may be among its words.
    """
    if par.style not in NUMBERED:
        return None
    if par.style == "khoan_tron" and not par.label and par.kept:
        return Node(style=par.style, title=par.text, place=par.place, anchor=par.anchor)
    text, plain = par.text, par.plain
    found = counted(par.label, par.style) if par.label else []
    match = _TYPED.fullmatch(text) if typed and not (found or par.stand.bare) else None
    if match:
        found = counted(match["label"], par.style)
        text = (match["rest"] or "") if found else text
        plain = plain[len(match["label"]) :].lstrip() if found else plain
    is_numbered = bool(found or (par.label and par.stand.level >= 0))
    told = _is_title(par, text) if is_numbered else par.kept
    is_title = par.style in TITLES or (par.style == "diem" and told)
    if not is_numbered and not is_title:
        return None
    node = Node(usual_token(par.style), 0, par.style, place=par.place, readings=found)
    node.anchor = par.anchor
    text, plain = text.removeprefix("\n"), plain.removeprefix("\n")
    if is_title:
        node.title = text
    elif text:
        node.body.append(par._replace(style="noi_dung", text=text, plain=plain, label=""))
    else:
        node.bare = True
    return node


def _is_title(par: Par, text: str) -> bool:
    """Whether a point has a title: it stays with what follows though it announces nothing."""
    return par.kept and bool(text) and not text.endswith((":", "./."))


def _place(stack: list[Node], node: Node) -> int:
    """Where in the path of open sections a new one stands: as the next, or inside the last."""
    if not node.token and not node.readings:
        return len(stack) - (stack[-1].style == node.style and not stack[-1].token)
    if not node.readings:
        same = [i for i, one in enumerate(stack) if i and style_of(one.token) == node.style]
        if same:
            node.token = stack[same[-1]].token
        return same[-1] if same else len(stack)
    for token, value in node.readings:
        for at in range(len(stack) - 1, 0, -1):
            if stack[at].token == token and _last(stack[at - 1]) == value - 1:
                node.token, node.value = token, value
                return at
    firsts = [one for one in node.readings if one.value == 1]
    node.token, node.value = (firsts or node.readings)[0]
    return len(stack)


def _last(parent: Node) -> int:
    """The number of the last section of a parent that has one."""
    return next((one.value for one in reversed(parent.children) if one.value), 0)


def scheme_of(root: Node) -> list[str]:
    """The levels that sections use, each above those that stand in it."""
    pairs = [
        (node.token, child.token) for node in root.walk() for child in node.children if child.token
    ]
    found: list[str] = []

    def put(token: str, path: tuple[str, ...]) -> None:
        if token in found or token in path:
            return
        for above, below in pairs:
            if below == token and above:
                put(above, (*path, token))
        found.append(token)

    for _, token in pairs:
        put(token, ())
    return found
