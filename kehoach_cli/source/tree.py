"""A source → nodes that know their place; every scalar stays the text that was typed.

YAML never decides a type here: `yaml.safe_load` makes 26.162 a thousandth of what the official
meant, 031 an octal 25, and lets a repeated key win silently. Only the composer is used.
"""

import gc
import unicodedata
from collections.abc import Iterator

from kehoach_cli.annotations import Any
from kehoach_cli.patterns import pattern
from kehoach_cli.source.caps import (
    COMPOSABLE_DEPTH,
    LOOKALIKES,
    MAX_DEPTH,
    brackets_are_shallow,
    clean,
    compact_nesting,
    control_signs,
    faults_of_text,
    too_large,
)
from kehoach_cli.source.commas import cut_fault, joined
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.parser import Parser, yaml
from kehoach_cli.source.recovery import compose_around
from kehoach_cli.source.text import Source, Span
from kehoach_cli.values import Values

_ALIAS = pattern(r"\*(?<![^\s\[{,:]\*)[^\s\]},]")
MAX_EXPANDED = 2_000_000
_TRUE_LETTERS = str.maketrans(LOOKALIKES)


class Tree(Values):
    """The nodes of a file, None where nothing could be composed, and what was met on the way."""

    root: Node | None
    faults: list[Fault]


def compose(source: Source) -> Tree:
    """The nodes of a source. Never raises on any text."""
    faults = list(faults_of_text(source))
    large = too_large(source)
    if large:
        return Tree(None, [*faults, large])
    text = clean(source.text) if faults else source.text
    deep = _too_deep_to_compose(text)
    if deep is not None:
        return Tree(None, [*faults, _depth_fault(source, deep)])
    was_on = gc.isenabled()
    gc.disable()  # composing makes many objects and no cycles: looking for those takes long
    try:
        return _compose(source, text, faults)
    finally:
        if was_on:
            gc.enable()


def _compose(source: Source, text: str, faults: list[Fault]) -> Tree:
    root, broken = compose_around(source, text, lambda text: Parser(text).get_single_node())
    faults += broken
    if root is None:
        return Tree(None, faults if broken else [*faults, Fault("KH005", Span(source, 0, 1))])
    if "*" in text and _ALIAS.search(text):
        size = _expanded_size(root)
        if size is None or size > MAX_EXPANDED:
            facts = {"what": "phần lặp lại bằng dấu *", "limit": "2 triệu giá trị"}
            return Tree(None, [*faults, Fault("KH004", Span(source, 0, 1), facts)])
    builder = _Builder(source, faults)
    return Tree(builder.build(root, 0), faults)


def _too_deep_to_compose(text: str) -> int | None:
    dashes = compact_nesting(text)
    if dashes is not None or brackets_are_shallow(text):
        return dashes
    depth, parser = 0, Parser(text)
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > COMPOSABLE_DEPTH:
                return int(event.start_mark.index)
    except yaml.YAMLError:
        return None  # the composer meets the same fault at the same place, no deeper than here
    return None


def _depth_fault(source: Source, offset: int) -> Fault:
    facts = {"what": "số bậc lồng nhau", "limit": str(MAX_DEPTH)}
    return Fault("KH004", Span(source, offset, offset + 1), facts)


def _expanded_size(root: yaml.Node) -> int | None:
    """How many nodes a tree with aliases stands for; None when it contains itself."""
    sizes: dict[int, int | None] = {}

    def size(node: yaml.Node) -> int | None:
        key = id(node)
        if key in sizes:
            return sizes[key]
        sizes[key] = None
        total = 1
        for child in _children(node):
            part = size(child)
            if part is None:
                return None
            total += part
        sizes[key] = total
        return total

    return size(root)


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value


class _Builder:
    """yaml's nodes → ours: NFC values, keys looked at once, a fault for each repeated key."""

    def __init__(self, source: Source, faults: list[Fault]) -> None:
        self.source = source
        self.faults = faults
        self.has_lookalikes = any(letter in source.text for letter in LOOKALIKES)
        self.is_composed = unicodedata.is_normalized("NFC", source.text)

    def build(self, node: yaml.Node, depth: int) -> Node:
        """Our node for yaml's, at a depth."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        start, end = node.start_mark.index, node.end_mark.index
        if depth >= MAX_DEPTH:
            self.faults.append(_depth_fault(self.source, start))
            return Scalar(self.source, start, end, "", "")
        if isinstance(node, yaml.SequenceNode):
            items = [self.build(item, depth + 1) for item in node.value]
            return Sequence(self.source, start, end, items)
        return Mapping(self.source, start, end, self._entries(node, depth + 1))

    def _scalar(self, node: yaml.ScalarNode) -> Scalar:
        value = node.value
        as_typed = self.is_composed and not self.has_lookalikes and node.style != '"'
        if not (as_typed or value.isascii()):
            value = self._composed(value)
        mark, end = node.start_mark, node.end_mark
        if node.style == '"' and not value.isprintable():
            value = self._escaped(value, mark.index, end.index)
        return Scalar(self.source, mark.index, end.index, value, node.style or "")

    def _escaped(self, value: str, start: int, end: int) -> str:
        """A quoted value without the control characters that escapes bring in."""
        found = control_signs(value)
        for code in found[:1]:
            self.faults.append(Fault("KH003", Span(self.source, start, end), {"code": code}))
        return clean(value) if found else value

    def _composed(self, text: str) -> str:
        """NFC, with the true Đ and Ư."""
        text = unicodedata.normalize("NFC", text)
        return text.translate(_TRUE_LETTERS) if self.has_lookalikes else text

    def _entries(self, node: yaml.Node, depth: int) -> dict[str, tuple[int, Node]]:
        entries: dict[str, tuple[int, Node]] = {}
        for (raw_key, raw_value), cut in joined(node, self.source):
            is_text = isinstance(raw_value, yaml.ScalarNode)
            value = self._scalar(raw_value) if is_text else self.build(raw_value, depth)
            if cut and isinstance(value, Scalar):
                self._restore(value, cut)
            start = raw_key.start_mark.index
            if not isinstance(raw_key, yaml.ScalarNode):
                end = raw_key.end_mark.index
                self.faults.append(Fault("KH008", Span(self.source, start, end)))
                continue
            key = raw_key.value
            if not key.isascii():
                key = self._composed(key)
            if key.isdigit() and self._is_split_decimal(start, value):
                facts = {"tail": key}
                self.faults.append(
                    Fault("KH022", Span(self.source, start, start + len(key)), facts)
                )
            elif key in entries:
                self._repeated(key, start, entries[key][0])
            else:
                entries[key] = (start, value)
        return entries

    def _restore(self, value: Scalar, end: int) -> None:
        """Give a text back what its commas cut off."""
        self.faults.append(cut_fault(self.source, value.start, end))
        value.end = end
        value.value = self._composed(" ".join(self.source.text[value.start : end].split()))

    def _is_split_decimal(self, start: int, value: Node) -> bool:
        """Whether a key of digits is the tail of a decimal: in {tinh: 2,5} the comma parts keys."""
        text = self.source.text
        empty = isinstance(value, Scalar) and not value.value and not value.style
        return empty and text[start - 1 : start] == "," and text[start - 2 : start - 1].isdigit()

    def _repeated(self, key: str, start: int, first: int) -> None:
        facts = {"key": key, "line": str(self.source.place(first).line)}
        self.faults.append(Fault("KH007", Span(self.source, start, start + len(key)), facts))
