"""What prose says of a change: what something was, what it became, and by how much.

Every wording is read alike: the figures of a clause, what each counts, and the words right before
it ("từ", "lên", "so với", "tăng", "gấp").
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise, takewhile

from kehoach_cli.checks.corpus import FIRST_FIGURES
from kehoach_cli.checks.counts import is_slip
from kehoach_cli.checks.figures import POINTS, RANKS, SHARE, TIMES, Figure, apart, figures_in

_RANKED = frozenset(("hạng", "thứ", "trí", "top", "bậc", "độ", "cấp"))
_UP = frozenset(("tăng", "thêm", "mới", "vượt", "thăng", "sung"))
_DOWN = frozenset(("giảm", "bớt", "tụt", "ngắn"))
_LESS = frozenset(("thấp", "ít", "ngắn", "nhỏ"))
_MORE = frozenset(("cao", "nhiều", "lớn", "nhanh", "dài"))
_SO_MUCH = frozenset(("thêm", "được", "đi"))
_WAYS = ("lên", "xuống", "còn", "thành")
_THAT_IS_LIST = "tức là nghĩa như vậy tương đương ứng với qua đó hay đã"
_THAT_IS = frozenset(_THAT_IS_LIST.split())
_SIGNS = frozenset((",", "(", ")", ":"))
_NO_BASE = frozenset((*_SIGNS, "và", "thì", "đã", "tăng", "giảm", "đạt", "là", "có")) - {"("}
_AMOUNT = frozenset(("của", "số", "mức", "con", "tổng", "so", "với"))
_TWO = 2
_NEAR = 8  # words
_LINE = 40  # letters
_MANY = 30  # things, each of which is looked for in the whole text
_FEW = 6
"""Counts of a thing up to which one may be what it was before."""

Pair = tuple[Figure, Figure]


class Change:
    """A figure that is not what two others make it: `right`, None where it goes the other way."""

    def __init__(self, figure: Figure, right: Decimal | None, one: Figure, other: Figure) -> None:
        self.figure, self.right, self.one, self.other = figure, right, one, other

    @property
    def is_exact(self) -> bool:
        """Whether it is told in places of a ranking or points of per cent."""
        return self.figure.unit in (RANKS, POINTS) and self.right is not None


def changes_in(text: str, clauses: Iterable[tuple[int, int]]) -> Iterator[Change]:
    """Those that are told wrong in some clauses of a text (in small letters), in their order."""
    counts: dict[str, set[int]] = {}
    for start, end in clauses:
        clause = Clause(text, start, end, counts)
        if len(clause.figures) >= _TWO:
            yield from clause.turned()
            for at in range(len(clause.figures)):
                yield from clause.wrong(at)


def sign_of(figure: Figure) -> int:
    """1 for so much more, -1 for so much less, else 0."""
    words = figure.words
    if len(words) > 1 and words[-1] in _SO_MUCH and words[-2] in _UP | _DOWN:
        words = words[:-1]
    last, before = (words[-1], words[-2]) if len(words) > 1 else ("".join(words), "")
    if last in _DOWN or (last == "hơn" and before in _LESS):
        return -1
    than = last == "là" and "hơn" in words[-5:]
    return int(last in _UP or than or (last == "hơn" and before in _MORE))


class Clause:
    """A clause of a text (in small letters). `counts`: what the text counts, as far as asked."""

    def __init__(self, text: str, start: int, end: int, counts: dict[str, set[int]]) -> None:
        self.text, self.end, self.counts = text, end, counts
        self.figures = figures_in(text, start, end)
        self.signs = [sign_of(figure) for figure in self.figures]

    def turned(self) -> Iterator[Change]:
        """ "từ 50 lên 30"."""
        for one, other in self._moves(self.figures):
            way, up = _way(other), _way(other) == "lên"
            ranked = one.unit == RANKS or not _RANKED.isdisjoint(one.words)
            against = ranked or way not in _WAYS[:2] or (up and "giảm" in one.words)
            if not against and one.value != other.value and (other.value > one.value) != up:
                yield Change(one, None, one, other)

    def _moves(self, figures: list[Figure]) -> Iterator[Pair]:
        """What was, and what became of it: "từ 12 lên 40"."""
        for one, other in pairwise(figures):
            if "từ" in one.words[-2:] and _way(other) and one.counts_as(other):
                yield one, other

    def wrong(self, at: int) -> Iterator[Change]:
        """What is wrong with one figure, if it tells of a change."""
        by, sign = self.figures[at], self.signs[at]
        if not (by.unit != TIMES if sign else self._is_ratio(by)):
            return  # "tăng 2 lần" is read in two ways
        pairs = [*self._pairs(at)]
        if not pairs:
            yield from self._to_all(at) if sign > 0 else ()
            yield from self._as_share(at)
            return
        value = by.value * (sign or 1)
        step = max(one.step for one in (by, *pairs[0]) if one.scale != by.scale or one is by)
        rights = [_rights(by, pair, not sign) for pair in pairs]
        if not any(abs(right - value) < step for known in rights for right in known):
            right = min(rights[0], key=lambda right: abs(right - value))
            yield Change(by, None if abs(right + value) < step else abs(right), *pairs[0])

    def _is_ratio(self, figure: Figure) -> bool:
        """Whether a figure says how many times as much something became."""
        if figure.unit == TIMES:
            return figure.words[-1:] in (("gấp",), ("bằng",))
        behind = self.text[figure.end : figure.end + 12].lstrip(" %")
        return figure.unit == SHARE and behind.startswith("so với ")

    def _pairs(self, at: int) -> Iterator[Pair]:
        """What a change may be of: what was, and what it became; the likeliest first."""
        by = self.figures[at]
        told = zip(self.figures, self.signs, strict=True)
        plain = (one for one, sign in told if not sign or one.words[-1] == "mới")
        others = [one for one in plain if one is not by and _fits(by, one)]
        for one, other in (*self._moves(others), *self._dated(others)):
            first, last = sorted((self.figures.index(one), self.figures.index(other)))
            behind = at == last + 1 and (by.unit == TIMES or _is_at_once(by))
            same = by.unit == TIMES or by.names_as(one) or by.names_as(other)
            if one.value and (behind or (at == first - 1 and same and by.unit != SHARE)):
                yield one, other
        for base in (one for one in others if one.value and self._is_base(one, at)):
            rest = [one for one in others if one is not base and one.counts_as(base)]
            for other in sorted(rest, key=lambda one: (one.start > by.start, -one.start)):
                yield base, other

    def _is_base(self, base: Figure, at: int) -> bool:
        """Whether a change is told against it: "so với 36 phòng", "(năm 2019 là 400)"."""
        by, place = self.figures[at], self.figures.index(base)
        beside = abs(place - at) == 1
        if _is_against(base.words):
            between = self.signs[min(at, place) + 1 : max(at, place)]
            return beside or (by.names_as(base) and not any(between))
        if not beside or base.start < by.end:
            return False
        bracket = base.words[base.words.index("(") + 1 :] if "(" in base.words else ("none",)
        if ")" not in base.words and (not bracket or "năm" in bracket[:2]):
            said = self.text[self.figures[0].start : base.start]
            return bool(bracket) or by.unit == TIMES or "so với " in said
        return (
            by.unit == TIMES and base.words[:1] == ("lần",) and _AMOUNT.issuperset(base.words[1:])
        )

    def _dated(self, figures: list[Figure]) -> list[Pair]:
        """Two figures of a thing with their years, the earlier first."""
        dated = [(year, one) for one in figures if one.unit and (year := self._year(one))]
        two = sorted(dated[-_TWO:], key=lambda pair: pair[0])
        if len(two) < _TWO or two[0][0] == two[1][0] or not two[0][1].counts_as(two[1][1]):
            return []
        return [(two[0][1], two[1][1])]

    def _year(self, figure: Figure) -> str:
        """The year that a figure is of: right before it, or right behind."""
        behind = apart(self.text[figure.end : min(self.end, figure.end + _LINE)])
        told = figure.words[-_NEAR:] if _SIGNS.isdisjoint(figure.words[-3:]) else ()
        return _year_in(told) or _year_in(takewhile(lambda word: word not in _SIGNS, behind))

    def _to_all(self, at: int) -> Iterator[Change]:
        """ "Thêm 14 máy chủ, nâng tổng số lên 60" where another place has 36 of them."""
        by = self.figures[at]
        for other in self.figures[at + 1 :]:
            if not (other.names_as(by) and _is_sum(other.words)):
                continue
            others = self._counts_of(other.unit) - {int(by.value), int(other.value)}
            sums = {one + int(by.value) for one in others}
            meant = [one for one in sums if is_slip(one, int(other.value))]
            if len(sums) <= _FEW and len(meant) == 1 and other.value not in sums:
                yield Change(other, Decimal(meant[0]), by, other)

    def _counts_of(self, unit: str) -> set[int]:
        """The numbers that the text counts a thing with; of the first things that are asked for."""
        if unit not in self.counts and len(self.counts) < _MANY:
            told = re.findall(rf"({FIRST_FIGURES}) {re.escape(unit)}(?!\w)", self.text)
            self.counts[unit] = {int(one.replace(".", "")) for one in told}
        return self.counts.get(unit, set())

    def _as_share(self, at: int) -> Iterator[Change]:
        """ "giảm 80 ngôi (năm 2019 là 400 ngôi), tương đương giảm 20%"."""
        if len(self.figures) < at + 3 or not self._is_base(self.figures[at + 1], at):
            return
        by, base, share = self.figures[at : at + 3]
        told = share.unit == SHARE and "tương" in share.words and by.names_as(base) and base.value
        if told and abs(by.value * 100 / base.value - share.value) >= share.step:
            yield Change(by, base.value * share.value / 100, base, share)


def _year_in(words: Iterable[str]) -> str:
    return next((y for word, y in pairwise(words) if word == "năm" and y.isdecimal()), "")


def _way(figure: Figure) -> str:
    """lên, xuống, còn, thành: how it was come to."""
    return next((word for word in figure.words[-2:] if word in _WAYS), "")


def _rights(by: Figure, pair: Pair, ratio: bool) -> list[Decimal]:
    """What a figure may be, the likeliest first; less than nothing for a decrease."""
    one, other = (figure.value for figure in pair)
    change = one - other if RANKS in (by.unit, pair[0].unit) else other - one
    if ratio:
        return [other / one * (1 if by.unit == TIMES else 100)]
    if by.unit != SHARE:
        return [change]
    share = change * 100 / one
    return [change, share] if SHARE in (pair[0].unit, pair[1].unit) else [share]


def _fits(by: Figure, one: Figure) -> bool:
    """Whether a change may be of a figure, by what both count."""
    if one.unit == TIMES or one.is_rough:
        return False
    if by.unit == POINTS:
        return one.unit == SHARE
    return by.unit in (SHARE, TIMES) or one.counts_as(by)


def _is_at_once(by: Figure) -> bool:
    """Whether it stands right behind a result: ", tức là tăng 5"."""
    marks = [at for at, word in enumerate(by.words) if word in _SIGNS or word == "và"]
    tail = by.words[marks[-1] + 1 :] if marks else ("",)
    commas = sum(word in _SIGNS for word in by.words)
    rest = set(tail) - _THAT_IS - _UP - _DOWN - _SO_MUCH - _LESS - _MORE - {"hơn", "rút", "bổ"}
    return commas <= 1 and not rest


def _is_against(words: tuple[str, ...]) -> bool:
    """Whether words end with "so với …" and nothing that begins another clause."""
    ats = [at for at, pair in enumerate(pairwise(words)) if pair == ("so", "với")]
    if not ats:
        return False
    tail = words[ats[-1] + 2 :]
    tail = tail[:-1] if tail and tail[-1] in ("là", "có") else tail
    return len(tail) <= _NEAR and _NO_BASE.isdisjoint(tail)


def _is_sum(words: tuple[str, ...]) -> bool:
    """Whether words end with "tổng số lên", "lũy kế", ", lên"."""
    said = " ".join(words[-3:])
    return said.endswith(("tổng số lên", "tổng số", "lũy kế", ", lên", "số thành", "số là"))
