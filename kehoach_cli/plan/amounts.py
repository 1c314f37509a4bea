"""Money of one thing, split by time and source. Sums are exact Decimals in the plan's unit."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from kehoach_cli.patterns import pattern
from kehoach_cli.source.nodes import Mapping, Node, Scalar
from kehoach_cli.source.text import Span

_YEAR = r"(?:19|20)\d\d"
_TIME = pattern(rf"(?:n[aă]m[_ ]?)?({_YEAR})(?:\s*[-–_]\s*({_YEAR}))?", re.IGNORECASE)

_LONGEST = 50  # years

BLANK = "…"
"""What prints where money is not written yet."""

Key = tuple[str | None, str | None]
"""(time, source); None: not split that way."""


@lru_cache(maxsize=1024)
def read_time(key: str) -> str | None:
    """ "2014", "nam_2014" → "2014"; "2016-2020", "nam_2016_2020" → "2016-2020"; else None."""
    if len(key) == len("2014") and key.isdecimal() and key.startswith(("19", "20")):
        return key
    match = _TIME.fullmatch(key) if key[-4:].isdecimal() else None
    if match is None:
        return None
    return match[1] if match[2] is None else f"{match[1]}-{match[2]}"


class Amounts:
    """The leaves of a split, each with its place."""

    __slots__ = ("_known", "_times", "leaves", "node", "places")

    def __init__(self, node: Mapping) -> None:
        self.node = node
        self.leaves: dict[Key, Decimal] = {}
        self.places: dict[Key, Node] = {}
        self._known: dict[Key, Decimal | None] = {}
        self._times: dict[str | None, dict[str, None]] = {}

    def source_span(self, source: str, leaf: Node) -> Span:
        """Where a source is named first; the amount where it cannot be told."""
        parts = [entry for _, entry in self.node.entries.values() if isinstance(entry, Mapping)]
        named = next((part for part in (self.node, *parts) if source in part.entries), None)
        return named.key_span(source) if named else leaf.span

    def put(self, key: Key, amount: Decimal | None, at: Node) -> None:
        """Keep an amount; an empty one keeps only its place."""
        self.places[key] = at
        self._known.clear()
        self._times.clear()
        if amount is not None:
            self.leaves[key] = amount

    def blanks(self) -> Iterator[tuple[Key, Node]]:
        """The places left empty, to be filled in; a "-" says that there is no money."""
        if len(self.places) > len(self.leaves):
            yield from ((key, node) for key, node in self.places.items() if is_blank(node))

    def get(self, time: str | None = None, source: str | None = None) -> Decimal | None:
        """The amount of a time and a source (None: all of them), stated or summed.

        None where nothing is known. A total split both by time and by source is summed over
        time; that the other split agrees is for a rule to say.
        """
        key = (time, source)
        stated = self.leaves.get(key)
        if stated is not None:
            return stated
        if key not in self._known:  # tables ask for each, for its group and for the whole
            self._known[key] = self._added_up(time, source)
        return self._known[key]

    def _added_up(self, time: str | None, source: str | None) -> Decimal | None:
        leaves = self.leaves
        if time is not None and source is not None:
            return self._years(time, source)
        if time is not None:
            own = _sum(v for (t, s), v in leaves.items() if t == time and s is not None)
            return own if own is not None else self._years(time, None)
        if source is not None:
            held = outermost(self._times_of(source))
            return _sum(leaves[t, source] for t in held)
        return self.summed()

    def _times_of(self, source: str) -> Iterable[str]:
        """The times that a source has an amount of."""
        if not self._times:
            for time, name in self.leaves:
                if time is not None:
                    self._times.setdefault(name, {})[time] = None
        return self._times.get(source, ())

    @property
    def stated(self) -> Decimal | None:
        """The total that is typed beside the split."""
        return self.leaves.get((None, None))

    def summed(self) -> Decimal | None:
        """The sum of what is split, whatever total is stated; None where nothing is."""
        if all(time and source and "-" not in time for time, source in self.leaves):
            return _sum(self.leaves.values())  # as most are: no part holds another
        times = outermost({t: None for t, _ in self.leaves if t is not None})
        if times:
            return _sum(self.get(t) or Decimal(0) for t in times)
        return _sum(v for (_, s), v in self.leaves.items() if s is not None)

    def years(self) -> set[int]:
        """Every year that an amount is told of, alone or within a range."""
        ends = (time.partition("-") for time, _ in self.leaves if time)
        ranges = ((int(first), int(last or first)) for first, _, last in ends)
        return {year for first, last in ranges for year in range(first, last + 1)}

    def two_ways(self) -> tuple[Decimal, Decimal] | None:
        """The sums over years and over sources where money is split both ways apart."""
        if all(time and source for time, source in self.leaves):
            return None
        times = outermost({t: None for t, s in self.leaves if t is not None and s is None})
        by_time = _sum(self.leaves[t, None] for t in times)
        by_source = _sum(v for (t, s), v in self.leaves.items() if t is None and s is not None)
        return None if by_time is None or by_source is None else (by_time, by_source)

    def _years(self, time: str, source: str | None) -> Decimal | None:
        """The sum over the years of a range like "2016-2017"; None for a single year."""
        first, dash, last = time.partition("-")
        if not dash or int(last) - int(first) > _LONGEST:
            return None
        years = (str(year) for year in range(int(first), int(last) + 1))
        amounts = [self.get(year, source) for year in years]
        return _sum(amount for amount in amounts if amount is not None)


def is_blank(node: Node) -> bool:
    """Whether nothing is typed where an amount belongs."""
    return isinstance(node, Scalar) and not node.value.strip()


def outermost(times: Iterable[str]) -> list[str]:
    """The times, less the years that a range among them holds already."""
    found = list(times)
    ranges = [t.split("-") for t in found if "-" in t]
    return [t for t in found if "-" in t or not any(first <= t <= last for first, last in ranges)]


def _sum(parts: Iterable[Decimal]) -> Decimal | None:
    found = list(parts)
    return sum(found, Decimal(0)) if found else None
