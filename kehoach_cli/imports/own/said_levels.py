"""Sections at the levels that a file says, in a scheme of any kind."""

from collections.abc import Iterable, Sequence

from kehoach_cli.document.docx.numbering import WORD_LEVELS
from kehoach_cli.imports.own.levels import NUMBERED, style_of
from kehoach_cli.imports.own.node import Node
from kehoach_cli.imports.pages.own_blocks import OwnBlock, Par
from kehoach_cli.plan.scheme import parse_level

_ANY, _BELOW = "1", "khoan_tron"
"""A level for titles to stand below, and their style."""


def said_scheme(blocks: Iterable[OwnBlock]) -> list[str]:
    """The one scheme that numbered paragraphs say; [] where some say none, or another.

    Titles below all levels say that there is one: which, is on no page.
    """
    pars = [b for b in blocks if isinstance(b, Par) and b.style in NUMBERED]
    if pars and all(is_below_all(par) or not (par.label or par.kept) for par in pars):
        return [_ANY] if any(map(is_below_all, pars)) else []
    said = {par.stand.scheme for par in pars if par.label or par.stand.scheme}
    scheme = said.pop() if len(said) == 1 else ""
    levels = scheme.split("/") if scheme else []
    # Word has no lists deeper than that: their numbers are typed.
    return levels if len(levels) <= WORD_LEVELS else []


def is_below_all(par: Par) -> bool:
    """Whether a paragraph is the title of a section below the levels of its scheme."""
    is_bare = par.stand.bare and par.stand.level < 0 and not par.label
    return is_bare and par.style == _BELOW and par.kept and bool(par.text)


def place_said(stack: list[Node], node: Node, par: Par, scheme: Sequence[str]) -> int:
    """Where in the path of open sections a new one stands, by its level."""
    level = par.stand.level
    if not 0 <= level < len(scheme) or (par.stand.bare and style_of(scheme[level]) != par.style):
        level = _guessed(stack, par.style, scheme)
    node.level = level
    node.token = scheme[level] if level < len(scheme) else ""
    at = _first(stack, level)
    if par.label:
        # A level that shows those above it shows fewer where some are passed over.
        kind, _, prefix = _kind(node.token)
        values = (r.value for r in node.readings if _kind(r.token)[::2] == (kind, prefix))
        value = next(values, 0)
        node.value = value or 1
        if level and 0 < value <= _last(stack[at - 1], level):
            return _behind_unseen(stack, level)
    return at


def _first(stack: Sequence[Node], level: int) -> int:
    """The first of the open sections that one of a level closes."""
    return next((at for at, one in enumerate(stack) if at and one.level >= level), len(stack))


def _last(parent: Node, level: int) -> int:
    """The last number that a section has at a level."""
    same = (one.value for one in reversed(parent.children) if one.level == level and one.value)
    return next(same, 0)


def _behind_unseen(stack: list[Node], level: int) -> int:
    """Open a section that nothing begins: numbers count anew in it."""
    del stack[_first(stack, level - 1) :]
    unseen = Node(level=level - 1, unseen=True)
    stack[-1].children.append(unseen)
    stack.append(unseen)
    return len(stack)


def _guessed(stack: Sequence[Node], style: str, scheme: Sequence[str]) -> int:
    """The level of a title without a number: of an open section, else the next that looks so."""
    alike = [at for at, token in enumerate(scheme) if style_of(token) == style]
    is_open = [one.level for one in stack if one.level in alike]
    below = [at for at in alike if at > stack[-1].level]
    return next(iter([*is_open[::-1], *below, *alike]), len(scheme))


def gather(node: Node, scheme: Sequence[str]) -> None:
    """Let sections stand a level below, or all at one that can be named: others are held there."""
    if not node.children:
        return
    expected = node.level + 1
    least = min(child.level for child in node.children)
    base = least if least == _named(expected, least, scheme) and node.level >= 0 else expected
    found: list[Node] = []
    for child in node.children:
        if child.level > base and child.level <= len(scheme):
            if not (found and found[-1].unseen):
                found.append(Node(level=base, unseen=True))
            found[-1].children.append(child)
        else:
            found.append(child)
    node.children = found


def _named(start: int, level: int, scheme: Sequence[str]) -> int:
    """The level that a plan names by the token of one, from a level on."""
    if level >= len(scheme):
        return start
    wanted = _kind(scheme[level])
    return next(at for at in range(start, level + 1) if _kind(scheme[at]) == wanted)


def _kind(token: str) -> tuple[str, int, str]:
    level = parse_level(token)
    return (level.kind, level.depth, level.prefix) if level else ("", 0, "")
