"""The names of projects: in registers and tables, and what in titles and prose may be one."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import whole
from kehoach_cli.patterns import pattern
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import fold

_FEWEST = 6
"""Words of a name that no other thing is likely to share."""
_BEGIN = 3
_DOING = pattern(
    r"^(?:(?:du an|nhiem vu|tiep tuc|trien khai|xay dung|nang cap|mo rong|dau tu|va)\b ?)+"
)
_WORD = pattern(r"\w+")
_PIECE = pattern(r"[^;:.\n]+")
_MARKS = (";", ":", ".", "\n")


class Name(NamedTuple):
    """A name: its words, folded, less what is done to the thing; as typed, and where.

    `table`: which table it is a row of, 0 the register, None of a piece of text.
    """

    words: tuple[str, ...]
    text: str
    place: Node | Span
    table: int | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.place.span if isinstance(self.place, Node) else self.place

    @property
    def typed(self) -> list[str]:
        """The words as typed."""
        return _WORD.findall(self.text)[-len(self.words) :]

    @property
    def begin(self) -> tuple[str, ...]:
        """Its first words, by which names are looked up."""
        return self.words[:_BEGIN]


def names_in_tables(subject: Subject) -> Iterator[Name]:
    """The names of the register and of tables with figures."""
    for item in subject.plan.du_an or ():
        node = item.at.get("ten")
        if isinstance(node, Scalar) and "\n" not in node.value.strip():
            yield from _name(node.value, node, 0)
    for number, table in enumerate(subject.own_tables, 1):
        for row in table.items if table.figures else ():
            yield from _name(row.name, row.hang.span(), number)


def names_in_text(subject: Subject, rows: Iterable[Name]) -> Iterator[Name]:
    """What begins as one of some names does, in titles and prose, up to the next mark."""
    corpus = subject.corpus
    prose = list(_prose(corpus))
    for begin in dict.fromkeys(" ".join(row.typed[:_BEGIN]).lower() for row in rows):
        within = prose if subject.words.may_have(begin) else ()
        for start, _ in chain.from_iterable(whole(corpus.lower, begin, *at) for at in within):
            first = max(corpus.text.rfind(mark, 0, start) for mark in _MARKS) + 1
            end = _PIECE.match(corpus.text, start)
            before = " ".join(_WORD.findall(fold(corpus.text[first:start])))
            if end and not _DOING.sub("", before):
                yield from _name(end[0], corpus.span(start, end.end()), None)


def _prose(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """The stretches of titles and prose; between them lie registers, full of these names."""
    for is_prose, items in groupby(corpus.items, lambda item: item.key in ("doan_van", "muc")):
        if is_prose:
            first, *others = items
            last = others[-1] if others else first
            yield first.start, last.start + len(last.scalar.value)


def _name(text: str, place: Node | Span, table: int | None) -> Iterator[Name]:
    plain = " ".join(_WORD.findall(fold(text)))
    words = tuple(_DOING.sub("", plain, count=1).split())
    if len(words) >= _FEWEST:
        yield Name(words, text.strip(" -+.;,"), place, table)
