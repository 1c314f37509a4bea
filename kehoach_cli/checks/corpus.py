"""Every text of a plan in one string, so that a rule looks through all of them at once.

Looking for a pattern in 80,000 small texts costs far more than in one long one; a match is traced
back to its scalar only when there is one.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.checks.prose import prose
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.expressions import PIECE
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Record
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import has_shape, shape_of, small_letters

BETWEEN = "\n\ue000\n"
"""Stands between two texts; no pattern of a rule may match the private letter in it."""
HOLE = "\x81"
"""Takes the place of each letter of a `{{ }}`: what it prints is computed."""
FIRST_DIGIT = r"\d(?<![\d.,/]\d)"
"""The first digit of a number in running text, no mark of numbers before it.

An expression that begins with a digit is looked for many times faster than one that begins by
looking back at what stands before it.
"""
FIGURES = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
"""A whole number, its thousands told apart by points or not at all."""
FIRST_FIGURES = rf"{FIRST_DIGIT}(?:\d{{0,2}}(?:\.\d{{3}})+|\d*)"
"""The same, no mark of numbers before it."""
_MANY = 500
Wanted = Callable[[re.Match[str]], object]
Stretch = tuple[int, int]
"""Offsets between which one or several texts stand, with the sign behind each."""


class Item(NamedTuple):
    """A text: the record and field it belongs to. `start`: its offset in the corpus."""

    scalar: Scalar
    record: Record
    key: str
    start: int

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a stretch given by its offsets in the corpus."""
        return self.scalar.span_of(start - self.start, end - self.start)


class Corpus:
    """The texts in reading order. `text`: all of them; `{{ }}` are blotted out by `HOLE`.

    The code of a group (`nhom: nguoi`) is no text: what prints is the name of the group.
    """

    def __init__(self, plan: Record) -> None:
        self.items: list[Item] = []
        parts: list[str] = []
        at = 0
        groups = plan.phan_nhom or {} if isinstance(plan, Plan) else {}
        for scalar, record, key in prose(plan):
            value = scalar.value
            if key in groups and value in groups[key]:
                continue
            if "{{" in value:
                value = PIECE.sub(lambda match: HOLE * len(match[0]), value)
            self.items.append(Item(scalar, record, key, at))
            parts.append(value)
            at += len(value) + len(BETWEEN)
        self.text = BETWEEN.join(parts)
        once = dict.fromkeys(parts)
        self.distinct = BETWEEN.join([*once, ""]) if len(once) < len(parts) else self.text
        """Each text once: registers say the same again and again."""
        self.repeats = len(self.text) > 2 * len(self.distinct)
        """Whether that is most of what they say."""
        self._parts = parts
        self._starts = [item.start for item in self.items]
        self._known: tuple[dict[str, bool], dict[str, bool]] = ({}, {})
        """Of what was asked for, also in small letters, whether it stands there."""

    @cached_property
    def lower(self) -> str:
        """The text in small letters, letter for letter at the same offsets."""
        return small_letters(self.text)

    @cached_property
    def distinct_lower(self) -> str:
        """Each text once in small letters."""
        return self.lower if self.distinct is self.text else small_letters(self.distinct)

    @cached_property
    def chunks(self) -> list[str]:
        """What stands between spaces, ends of lines too; of texts that come again the first."""
        return self.distinct.replace(BETWEEN, "\n").replace("\n", " \ue000 ").split()

    @cached_property
    def vocabulary(self) -> str:
        """What stands between spaces, an empty line between two of them; each once."""
        return "\n".join(["", "", *dict.fromkeys(self.chunks), ""])

    @cached_property
    def _vocabulary_lower(self) -> str:
        return small_letters(self.vocabulary)

    @cached_property
    def shapes(self) -> str:
        """The vocabulary in small letters with 0 for every figure."""
        return shape_of(self._vocabulary_lower)

    def having(self, words: Iterable[str], lower: bool = False) -> list[str]:
        """Those of some words, or phrases, that stand anywhere, also inside of other words."""
        text = self.distinct_lower if lower else self.distinct
        return [word for word in self.may_have(words, lower) if word in text]

    def may_have(self, words: Iterable[str], lower: bool = False) -> list[str]:
        """Those of some words, or phrases, of which each piece stands at the ends that it has."""
        parts, known = (self._vocabulary_lower if lower else self.vocabulary), self._known[lower]
        found = []
        for word in words:
            for piece in word.replace(" ", "\n \n").split(" "):
                if piece not in known:
                    known[piece] = piece in parts
                if not known[piece]:
                    break
            else:
                found.append(word)
        return found

    @cached_property
    def computed(self) -> list[Item]:
        """The texts that have a `{{ }}`."""
        return [item for item in self.items if "{{" in item.scalar.value]

    def item(self, offset: int) -> Item:
        """The text that an offset of the corpus falls in."""
        return self.items[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a stretch of the corpus."""
        return self.item(start).span(start, end)

    def stretches(self, text: str, words: Iterable[str]) -> list[Stretch]:
        """The texts that one of some words stands in. `text`: the corpus, in whatever letters."""
        return _stretches(text, self._starts, words)

    def distinct_stretches(self, text: str, words: Iterable[str]) -> list[Stretch]:
        """The same among the texts that stand there once each."""
        return _stretches(text, self._distinct_starts, words)

    def everywhere(self, offsets: Iterable[int]) -> list[Stretch]:
        """The texts at some offsets of the distinct ones, wherever in the corpus they stand."""
        numbers = {bisect_right(self._distinct_starts, offset) - 1 for offset in offsets}
        places = list(self._places.values()) if numbers else []
        ends = [*self._starts[1:], len(self.text)] if numbers else []
        found = sorted(place for number in numbers for place in places[number])
        return [(self._starts[at], ends[at]) for at in found]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each of the distinct texts stands: the numbers of its items."""
        places: dict[str, list[int]] = {}
        for number, part in enumerate(self._parts):
            places.setdefault(part, []).append(number)
        return places

    @cached_property
    def _distinct_starts(self) -> list[int]:
        lengths = (len(part) + len(BETWEEN) for part in self._places)
        return list(accumulate(lengths, initial=0))[:-1]

    def value(self, item: Item) -> str:
        """The text of an item, `{{ }}` blotted out."""
        return self.text[item.start : item.start + len(item.scalar.value)]


def _stretches(text: str, starts: Sequence[int], words: Iterable[str]) -> list[Stretch]:
    """The texts, by where they start, that one of some words stands in.

    Where they are many, the whole: looking for each would take longer.
    """
    found: set[int] = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            number = bisect_right(starts, at)
            found.add(number)
            at = text.find(word, starts[number]) if number < len(starts) else -1
            if len(found) > _MANY:
                return [(0, len(text))]
    ends = [*starts[1:], len(text)]
    return [(starts[number - 1], ends[number - 1]) for number in sorted(found)]


class Pattern:
    """A regular expression that is compiled when a text first has one of the words it needs.

    `needs`: of these at least one stands in whatever the expression matches (compiling costs
    more than searching), and in the same text one of `also` and one of `shapes` (in small letters,
    0 for any figure). `first`: is found in all it matches and compiles faster. `lower`: match
    against small letters. `in_word`: neither what it matches nor what it sees has a space."""

    def __init__(
        self,
        source: str,
        needs: tuple[str, ...] = (),
        also: tuple[str, ...] = (),
        shapes: tuple[str, ...] = (),
        first: str = "",
        lower: bool = False,
        in_word: bool = False,
    ) -> None:
        self.needs, self.also, self.shapes = needs, also, shapes
        self.lower, self.in_word = lower, in_word
        self._pattern, self._first = pattern(source), pattern(first) if first else None

    def search(self, corpus: Corpus, wanted: Wanted = bool) -> Iterator[re.Match[str]]:
        """Every match in the corpus; offsets are of the corpus.

        `wanted`: whether it is one of those that are asked for, told from the match alone.
        """
        there = corpus.may_have(self.needs, self.lower)
        if self.needs and not there:
            return iter(())
        pieces = (shape.split() for shape in self.shapes)
        if self.shapes and not any(all(p in corpus.shapes for p in shape) for shape in pieces):
            return iter(())
        if self.in_word and not self._pattern.search(corpus.vocabulary):
            return iter(())
        text = corpus.lower if self.lower else corpus.text
        if corpus.repeats:
            once = corpus.distinct_lower if self.lower else corpus.distinct
            looked = corpus.distinct_stretches(once, there) if self.needs else [(0, len(once))]
            met = (match.start() for match in self._search(once, looked) if wanted(match))
            return filter(wanted, self._search(text, corpus.everywhere(met)))
        if not self.needs:
            return filter(wanted, self._pattern.finditer(text))
        return filter(wanted, self._search(text, corpus.stretches(text, there)))

    def _search(self, text: str, stretches: list[Stretch]) -> Iterator[re.Match[str]]:
        for start, end in stretches:
            also = not self.also or any(text.find(word, start, end) >= 0 for word in self.also)
            also = also and (not self.shapes or has_shape(text[start:end], self.shapes))
            if also and (not self._first or self._first.search(text, start, end)):
                yield from self._pattern.finditer(text, start, end)
