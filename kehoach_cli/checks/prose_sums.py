"""Money that prose says of a sum of the register: "Tổng kinh phí năm 2017: 29.520 triệu đồng".

A figure counts only when every word around it is accounted for: the few words that such lines are
made of, a year, a funding source, a group. Any other word means that it is money of something else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise, zip_longest

from kehoach_cli.annotations import TypeVar
from kehoach_cli.checks.blocks import Block, Line
from kehoach_cli.checks.corpus import HOLE
from kehoach_cli.checks.money import Mention, mentions
from kehoach_cli.checks.sums import Said, said_of
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.expressions import PIECE, evaluate
from kehoach_cli.plan.ledger import GROUPINGS, Ledger, Selection, group_keys
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.paths import BadPathError, MoneyPath
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit

_PLAIN_WORDS = (
    "du kien uoc tinh tong so cong nguon von kinh phi dau tu muc nhu cau cua cho can la trong do "
    "gom bao chia ra theo nam giai doan thuc hien ke hoach thoi ky hai ca toan bo den va voi duoc "
    "tri phan ngan sach nhom du an nhiem vu cac moi nhung danh nay trien khai trieu ty dong cu the "
    "nhu sau day i ii iii iv v"
)
_PLAIN = frozenset(_PLAIN_WORDS.split())
_MONEY_WORDS = frozenset(("tong", "cong", "von", "phi"))
_FILLING = frozenset(("von", "nguon", "ngan", "sach", "kinh", "phi"))
_INVESTMENT = ("dau", "tu")
"""Two words that are a funding source in one plan and any money in another."""
_STOP = ",;.()\n"
_WORD = pattern(r"[a-z0-9]+")

Words = tuple[str, ...]
Named = TypeVar("Named")


class Context(Values):
    """What a stretch of prose names. `closed`: no word of it is unaccounted for.

    `sources`: those that it can mean, None for all money; `speaks`: it names money, or a part of
    the register, by itself.
    """

    time: str | None
    sources: tuple[str | None, ...]
    group: tuple[str, str] | None
    closed: bool
    speaks: bool

    def within(self, outer: "Context") -> "Context":
        """With what the words around it name, where it names nothing itself."""
        return Context(
            self.time or outer.time,
            outer.sources if self.sources == (None,) else self.sources,
            self.group or outer.group,
            self.closed and outer.closed,
            self.speaks,
        )


class ProseSums:
    """Finds what prose says of sums."""

    def __init__(self, plan: Plan, unit: MoneyUnit, ledger: Ledger) -> None:
        self.plan, self.unit, self.ledger = plan, unit, ledger

    def find(self, blocks: Iterable[Block]) -> Iterator[Said]:
        """What is said of sums; a right figure is given with the computed one, also if rounded."""
        for block in blocks if self.plan.du_an else ():
            title = next((title for title in reversed(block.titles) if title), "")
            around = self._context(self._filled(title)).but(speaks=False)
            for number, line in enumerate(block.lines if around.closed else ()):
                if mentions(line.text):
                    yield from self._line(line, self._above(block, number, around))

    def _filled(self, title: str) -> str:
        """A title as it prints; what names nothing is left as typed."""

        def value(match: re.Match[str]) -> str:
            try:
                return evaluate(match[1], self._names)
            except BadPathError:
                return match[0]

        return PIECE.sub(value, title) if "{{" in title else title

    def _above(self, block: Block, number: int, around: Context) -> Context:
        above = block.above(number)
        if above is None and number and block.lines[number - 1].opens:
            above = number - 1
        if above is None:
            return around
        text = block.lines[above].text
        first = next(iter(mentions(text)), None)
        return self._context(text[: first.start] if first else text).within(around)

    def _line(self, line: Line, around: Context) -> Iterator[Said]:
        outer, before = around, 0
        found = mentions(line.text)
        for mention, following in zip_longest(found, found[1:]):
            after = _tail(line.text, mention.end, following)
            context = self._context(
                f"{line.text[before : mention.start]} {line.text[mention.end : after]}"
            )
            said = self._compared(line, mention, [context.within(around), context.within(outer)])
            if said is not None:
                yield said
            around = context.within(around).but(sources=outer.sources)
            before = after

    def _compared(self, line: Line, mention: Mention, contexts: Sequence[Context]) -> Said | None:
        """The figure beside the sum that it should be; None where that cannot be told."""
        first = contexts[0]
        if mention.rough or not (first.closed and first.speaks):
            return None
        span = line.span(mention.start, mention.end)
        stated = mention.amount / self.unit.factor
        meant: Said | None = None
        for chosen in dict.fromkeys(one for c in contexts for one in self._readings(c)):
            said = said_of(chosen, self.ledger, span, stated)
            meant = meant or said
            if not meant.computed:
                return None
            if mention.equals(said.computed * self.unit.factor):
                return said.but(said=said.computed)
        return meant

    def _readings(self, context: Context) -> Iterator[Selection]:
        """The sums that words can mean, the plainest first."""
        groups = (context.group,) if context.group else ()
        times = (context.time,) if context.time else (None, self._period)
        for measure in ("", *self.ledger.measures):
            for source in context.sources:
                for time in times:
                    yield Selection(MoneyPath(measure, time, source), groups)

    def _context(self, text: str) -> Context:
        words = _words(text)
        rest, group = _taken(words, self._groups)
        speaks = not _MONEY_WORDS.isdisjoint(rest)
        investment = _INVESTMENT in pairwise(rest)
        bare = [word for word in rest if word not in _FILLING]
        rest, source = _taken(bare, self._sources)
        years = [word for word in rest if _is_year(word)]
        sources: tuple[str | None, ...] = (source,)
        if source is None and investment:
            sources = (None, *self._investments)
        known = (word in _PLAIN or word.isdigit() for word in rest)
        closed = HOLE not in text and all(known)
        return Context(self._time(years), sources, group, closed, speaks or bool(source or years))

    def _time(self, years: list[str]) -> str | None:
        if not years:
            return None
        first, last = min(years), max(years)
        time = first if first == last else f"{first}-{last}"
        return None if time == self._period and first != last else time

    @cached_property
    def _names(self) -> Names:
        return Names(self.plan, self.unit)

    @cached_property
    def _period(self) -> str | None:
        period = self.plan.period
        if period is None:
            return None
        return str(period.start) if period.start == period.end else f"{period.start}-{period.end}"

    @cached_property
    def _sources(self) -> dict[Words, str]:
        """The sources by the words that tell them apart; "vốn đầu tư" alone tells nothing."""
        found: dict[Words, str] = {}
        for key, name in (self.plan.nguon_von or {}).items():
            words = tuple(w for w in _words(name) if w not in _FILLING)
            if words and words != _INVESTMENT:
                found[words] = key
        return found

    @cached_property
    def _investments(self) -> list[str]:
        names = (self.plan.nguon_von or {}).items()
        return [key for key, name in names if " ".join(_INVESTMENT) in fold(name)]

    @cached_property
    def _groups(self) -> dict[Words, tuple[str, str]]:
        return {
            tuple(_words(self.plan.group_label(name, key))): (name, key)
            for name in GROUPINGS
            for key in group_keys(self.plan, name)
        }


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _is_year(word: str) -> bool:
    return word[:2] in ("19", "20") and len(word) == len("2026") and word.isdigit()


def _tail(text: str, start: int, following: Mention | None) -> int:
    """Where the words that belong to a figure before them end."""
    stops = [text.find(sign, start) for sign in _STOP]
    ends = [*(at for at in stops if at >= 0), following.start if following else len(text)]
    return min(ends)


def _taken(words: list[str], names: Mapping[Words, Named]) -> tuple[list[str], Named | None]:
    """The words without the longest name that stands among them, and what it names."""
    for name in sorted(names, key=len, reverse=True):
        size = len(name)
        for at in range(len(words) - size + 1):
            if tuple(words[at : at + size]) == name:
                return [*words[:at], *words[at + size :]], names[name]
    return words, None
