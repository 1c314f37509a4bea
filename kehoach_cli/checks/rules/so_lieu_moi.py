"""KH463: so many for each, how many there are, and how many in all."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.counts import FIGURE, WORDS, Count, as_count, counts_in, same_things
from kehoach_cli.checks.money import Mention, in_unit, mentions
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import format_count
from kehoach_cli.vietnamese.text import small_letters
from kehoach_cli.vietnamese.units import MoneyUnit

_NUMBER = rf"(?:{FIGURE}(?![\d%/]|[.,]\d)|(?:một|{WORDS})(?!\w))"
_THING = r"(?P<thing>[^\W\d]+(?: [^\W\d]+)?)"
_EACH = pattern(rf"mỗi (?P<unit>[^\W\d]+(?:,? [^\W\d]+){{0,7}}?) (?P<each>{_NUMBER}) {_THING}")
_MEAN = pattern(
    rf"(?:bình quân|trung bình) (?:là |đạt )?(?P<each>\d+(?:,\d+)?) {_THING}"
    r" ?(?:/|mỗi |trên mỗi |cho mỗi |trên |cho )?(?:(?<=/)|(?<=mỗi )|một )"
    r"(?P<unit>[^\W\d]+(?: [^\W\d]+)?)"
)
_EACH_MEAN = pattern(
    rf"mỗi (?P<unit>[^\W\d]+(?: [^\W\d]+)?) (?:có )?(?:bình quân|trung bình) "
    rf"(?P<each>\d+(?:,\d+)?) {_THING}"
)
_IN_ALL = pattern(
    rf"(?:tổng cộng|tổng số|cả (?:năm|giai đoạn|tỉnh|huyện|xã|phường|thành phố|đợt|khóa|thị trấn))"
    rf"(?: là| có|:)? (?P<number>{FIGURE})(?![\d%/]|[.,]\d) {_THING}"
)
_EVERY = ("mỗi", "bình quân", "trung bình")
_SUMS = ("tổng cộng", "tổng số", "cả ")
_ROUGH_LIST = "nhất thiểu đa quá từ trên dưới khoảng gần hơn đến không tăng giảm bằng"
_ROUGH = frozenset(_ROUGH_LIST.split())
_MONEY = frozenset(("nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng"))
_IN_YEAR = {"tháng": range(12, 13), "quý": range(4, 5), "tuần": range(48, 54)}
_TIMES = frozenset((*_IN_YEAR, "năm", "ngày", "kỳ", "giờ", "lần", "học"))
_FAR = 50
_FOR_EACH = pattern(r"mỗi (?P<unit>[^\W\d]+(?: [^\W\d]+)?) $")
_ANY_UNIT = frozenset(("đơn", "nơi", "địa"))
"""First words of units that may be of any kind: mỗi đơn vị, mỗi nơi, mỗi địa phương."""
_IN_YEARS = pattern(r"trong (\d{1,2}) năm")
_YEAR = pattern(r"(?<!\d)20\d\d(?!\d)")


class Each:
    """So many of a thing for each unit; `step`: one of the last figure of a mean, else 0."""

    def __init__(
        self, number: float, thing: str, unit: str, place: tuple[int, int], step: float = 0.0
    ) -> None:
        self.number, self.thing, self.unit, self.step = number, thing, unit, step
        self.start, self.end = place

    def fits(self, units: int, total: int) -> bool:
        """Whether so many units have so many in all."""
        off = abs(total - units * self.number)
        return off < units * self.step if self.step else not off


def _products(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    if not corpus.having(_EVERY, lower=True):
        return
    years = len(subject.years or ())
    for block in subject.blocks:
        for line in block.lines:
            if _tells(line.text.lower()) and counts_in(line.text):
                yield from _line(line, years)
                yield from _money(line) if "đồng" in line.text else ()


def _tells(lower: str) -> bool:
    """Whether a number may stand behind "mỗi", "bình quân"."""
    behind = [piece for word in _EVERY for piece in lower.split(f"{word} ")[1:]]
    return any(" một " in one[:_FAR] or any(map(str.isdigit, one[:_FAR])) for one in behind)


def _line(line: Line, years: int) -> Iterator[Found]:
    found = list(_each(line.text))
    for each in found:
        if sum(same_things(one.thing, each.thing) for one in found) > 1:
            continue  # so many for each of one kind, so many for each of another
        around = [c for c in counts_in(line.text) if not each.start <= c.start < each.end]
        totals, marked = _totals(line.text, each, around)
        units = _units(line.text, each, around, years)
        wrong = {total.value: total for total in totals}
        if len(wrong) != 1 or not _is_wrong(each, units, totals[0], marked):
            continue
        facts = {"each": line.text[each.start : each.end], "total": format_count(totals[0].value)}
        count = next(iter(units), 0)
        made = round(count * each.number) if count else 0
        facts["made"] = f"được {format_count(made)}" if made else "không chia hết"
        yield Found(line.span(totals[0].start, totals[0].end), facts)


def _money(line: Line) -> Iterator[Found]:
    """ "8 xã, mỗi xã 75 triệu đồng, tổng cộng 600 triệu đồng"."""
    text = line.text
    for one, other in pairwise(mentions(text)):
        before = _FOR_EACH.search(text, max(0, one.start - _FAR), one.start)
        between = text[one.end : other.start]
        if before and "tổng" in between and ". " not in between:
            yield from _wrong_money(line, before, one, other)


def _wrong_money(line: Line, unit: re.Match[str], each: Mention, total: Mention) -> Iterator[Found]:
    """Money in all that is not so much for each of the one count of units before it."""
    counts = [c for c in counts_in(line.text) if c.counts(unit["unit"]) and c.end < total.start]
    made = each.amount * counts[0].value if len(counts) == 1 else total.amount
    if not (total.rough or abs(made - total.amount) < total.step):
        facts = {"each": line.text[each.start : each.end], "made": f"được {_dong(made)}"}
        facts["total"] = line.text[total.start : total.end]
        yield Found(line.span(total.start, total.end), facts)


def _dong(amount: Decimal) -> str:
    return in_unit(amount, MoneyUnit.TRIEU_DONG)


def _is_wrong(each: Each, units: list[int], total: Count, marked: bool) -> bool:
    if units:
        return not any(each.fits(count, total.value) for count in units)
    whole = not each.step and each.unit.split()[0] not in _TIMES
    return marked and whole and bool(total.value % each.number)


def _each(text: str) -> Iterator[Each]:
    lower = small_letters(text)
    for match in _EACH.finditer(lower) if "mỗi " in lower else ():
        unit, thing = match["unit"], match["thing"]
        plain = not _ROUGH.intersection(re.findall(r"\w+", unit))
        if plain and thing.split()[0] not in (_MONEY | _TIMES) and unit[:1].isalpha():
            yield Each(as_number(match["each"]), thing, unit, match.span())
    behind = lower.replace("trung bình ", "bình quân ").split("bình quân ")[1:]
    told = any(one.removeprefix("là ").removeprefix("đạt ")[:1].isdigit() for one in behind)
    means = (_MEAN, _EACH_MEAN) if told else ()
    for match in (match for mean in means for match in mean.finditer(lower)):
        before = text[max(0, match.start() - 10) : match.start()].lower()
        if "khoảng" not in before and match["thing"] not in _MONEY:
            typed = match["each"]
            number = float(typed.replace(",", "."))
            step = 10.0 ** -len(typed.partition(",")[2])
            thing, unit = match["thing"], match["unit"]
            yield Each(number, thing, unit, match.span(), step)


def as_number(text: str) -> int:
    """The number of figures or words, "một" too."""
    return 1 if text.lower() == "một" else as_count(text)


def _totals(text: str, each: Each, around: Iterable[Count]) -> tuple[list[Count], bool]:
    """What may be the number in all, and whether words say that it is."""
    lower = small_letters(text)
    told = any(words in lower[each.end :] for words in _SUMS)
    found = _IN_ALL.finditer(lower, each.end) if told else iter(())
    marked = next((match for match in found if same_things(match["thing"], each.thing)), None)
    if marked and not re.search(r"[.;]\s", text[each.end : marked.start()]):
        value = as_count(marked["number"])
        return [Count(value, each.thing, *marked.span("number"))], True
    same = [c for c in around if c.part is None and c.counts(each.thing) and c.value > each.number]
    if each.unit == "năm" and len(same) == 1 and _IN_YEARS.search(text, each.start):
        return same, False
    begins = text[: each.start].endswith("; ")
    for ends in (r"[.;]\s", r"\.\s") if each.step or begins else (r"[.;]\s",):
        near = [c for c in same if _is_near(text, each, c, ends)]
        if near:
            return near, False
    return [], False


def _is_near(text: str, each: Each, count: Count, ends: str) -> bool:
    """Whether a count stands before what is for each, in the same clause, or behind "cho"."""
    if count.start >= each.end:
        return text[each.end : count.start] in (" cho ", ", cho ")
    return not re.search(ends, text[count.end : each.start])


def _units(text: str, each: Each, around: Iterable[Count], years: int) -> list[int]:
    """How many units there may be."""
    first = each.unit.split()[0]
    before = [count for count in around if count.start < each.start]
    found = [count.value for count in before if count.counts(each.unit)]
    if first in _IN_YEAR:
        return [*found, *_IN_YEAR[first]] if years == 1 or "cả năm" in text else found
    if first == "năm":
        told = {int(year) for year in _YEAR.findall(text)}
        spans = [max(told) - min(told) + 1, len(told)] if len(told) > 1 else []
        spans += [int(number) for number in _IN_YEARS.findall(text, each.start)]
        return [*found, *spans] or ([years] if years > 1 and not told else [])
    if not found and first in _ANY_UNIT and not each.step:
        others = [count.value for count in before if not count.counts(each.thing)]
        found = others if len(others) == 1 else []
    return [*found, sum(found)] if len(found) > 1 else found


_TEXT = "noi_dung:\n- muc: Nhiệm vụ\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH463",
        Severity.WARNING,
        "Số của mỗi đơn vị không khớp số chung",
        "“{each}” nhân lên {made}, ở đây ghi {total}",
        why="Số chung là số của mỗi đơn vị nhân với số đơn vị; lệch là một trong ba số gõ nhầm.",
        wrong=_TEXT + '"Mở 12 lớp, mỗi lớp 150 người, tổng cộng 8.100 người."\n',
        right=_TEXT + '"Mở 12 lớp, mỗi lớp 150 người, tổng cộng 1.800 người."\n',
        fix="tính lại, sửa số ghi nhầm",
        limits="Chỉ xét các số trong một câu, gọi cùng một thứ; ít nhất, không quá, khoảng thì "
        "không xét.",
        local=True,
        find=_products,
    ),
)
