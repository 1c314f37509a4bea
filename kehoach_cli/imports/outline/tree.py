"""Paragraphs and grids → parts in parts, by the numbers that open them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kehoach_cli.imports.outline.labels import SLIP_OF_C, Label, as_capital, bullet_of, label_of
from kehoach_cli.imports.outline.slips import with_roman_first
from kehoach_cli.imports.pages.model import Block, Line

_TITLE = 220  # letters of the longest title
_SENTENCE_ENDS = (".", ";", ",")
_LARGE = 6
"""Ranks up to here number titles, whatever they end with."""
_NEAR = 5
"""Ranks between two kinds that may stand in each other's place."""
_OWN_LINE = ("Phần", "Chương", "Mục", "Tiểu mục")


@dataclass(slots=True)
class Part:
    """A part of the text. `kind`: its level, "" for the whole; `title`: "" where it has none."""

    kind: str = ""
    rank: float = -1
    value: int = 0
    printed: str = ""
    place: str = ""
    title: str = ""
    body: list[Block] = field(default_factory=list)
    children: list["Part"] = field(default_factory=list)

    def walk(self) -> Iterator["Part"]:
        """Every part in it, itself first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def body_end(self) -> list[Block]:
        """The body of the last part in it, after which nothing else stands."""
        return self.children[-1].body_end() if self.children else self.body


def outlined(blocks: Sequence[Block]) -> Part:
    """The parts of a text; what stands before the first number is the whole's own body."""
    blocks = with_roman_first(blocks)
    builder = _Builder(_ranks(blocks))
    for block in blocks:
        builder.put(block)
    for part in builder.root.walk():
        _unmix(part)
    return builder.root


def _ranks(blocks: Sequence[Block]) -> dict[str, float]:
    """How large the parts of each kind are here: one whose numbers begin anew between two
    that follow each other of another kind is in that, whatever is usual."""
    ranks: dict[str, float] = {}
    last: dict[str, int] = {}
    since: dict[str, set[str]] = {}
    inside: set[tuple[str, str]] = set()
    for label in filter(None, map(_numbered, blocks)):
        ranks.setdefault(label.kind, label.rank)
        if label.value == last.get(label.kind, 0) + 1:
            inside |= {(inner, label.kind) for inner in since.get(label.kind, ())}
        last[label.kind], since[label.kind] = label.value, set()
        if label.value == 1:
            for kind in since.keys() - {label.kind}:
                since[kind].add(label.kind)
    for inner, outer in sorted(inside):
        if (outer, inner) not in inside and 0 < ranks[outer] - ranks[inner] <= _NEAR:
            ranks[inner] = ranks[outer] + 0.5
    return ranks


def _numbered(block: Block) -> Label | None:
    return label_of(block.whole) if isinstance(block, Line) else None


class _Builder:
    """Parts being put together: the open ones, from the whole to the innermost."""

    def __init__(self, ranks: Mapping[str, float]) -> None:
        self.root = Part()
        self.open = [self.root]
        self.ranks = ranks

    def put(self, block: Block) -> None:
        """Put a paragraph or grid where it belongs."""
        top = self.open[-1]
        label = self._label(block) if isinstance(block, Line) else None
        if label is not None and isinstance(block, Line):
            self._begin(label, block)
        elif isinstance(block, Line) and _is_title_of(top, block):
            top.title = block.text
        else:
            top.body.append(block)

    def _label(self, line: Line) -> Label | None:
        label = label_of(line.whole)
        if label is None or bullet_of(line.whole):
            return None
        capital = as_capital(label) if label.kind == "I" else None
        if capital is not None and self._follows(capital):
            return capital
        slipped = label.printed.startswith(SLIP_OF_C) and not self._follows(label)
        return None if slipped else label

    def _follows(self, label: Label) -> bool:
        return any(p.kind == label.kind and p.value == label.value - 1 for p in self.open)

    def _begin(self, label: Label, line: Line) -> None:
        rank = self.ranks.get(label.kind, label.rank)
        same = [i for i, part in enumerate(self.open) if part.kind == label.kind]
        if same:
            at = same[-1]
        else:
            at = 1 + max(i for i, part in enumerate(self.open) if part.rank < rank)
        del self.open[at:]
        part = Part(label.kind, rank, label.value, label.printed, line.place)
        if not label.rest or _is_title(label, line):
            part.title = label.rest
        else:
            part.body.append(Line(label.rest, line.place))
        self.open[-1].children.append(part)
        self.open.append(part)


def _is_title(label: Label, line: Line) -> bool:
    if line.depth or line.strong or label.rank <= _LARGE:
        return len(label.rest) <= 2 * _TITLE
    ends = (*_SENTENCE_ENDS, ":") if line.strong is False else _SENTENCE_ENDS
    return len(label.rest) <= _TITLE and not label.rest.endswith(ends)


def _is_title_of(part: Part, line: Line) -> bool:
    """Whether a paragraph is the title of "Phần I", whose label stood alone above it."""
    stands_alone = part.kind.startswith(_OWN_LINE) and not part.title and not part.body
    looks = line.text.isupper() or bool(line.strong) or line.centred or line.depth > 0
    return stands_alone and looks and not part.children


def _unmix(part: Part) -> None:
    """Children of one level only: those of another become text with the number typed."""
    kinds = [child.kind for child in part.children]
    if len(set(kinds)) < 2:
        return
    ranks = {child.kind: child.rank for child in part.children}
    kept = max(ranks, key=lambda kind: (kinds.count(kind), -ranks[kind]))
    children: list[Part] = []
    for child in part.children:
        if child.kind == kept:
            children.append(child)
        else:
            _flatten(child, children[-1].body_end() if children else part.body)
    part.children = children


def _flatten(part: Part, into: list[Block]) -> None:
    """A part and what it holds, as paragraphs."""
    for inner in part.walk():
        text = f"{inner.printed} {inner.title}".strip()
        first = inner.body[0] if inner.body else None
        if not inner.title and isinstance(first, Line):
            text = f"{inner.printed} {first.text}"
            into += [Line(text, inner.place), *inner.body[1:]]
        else:
            into += [Line(text, inner.place), *inner.body]
