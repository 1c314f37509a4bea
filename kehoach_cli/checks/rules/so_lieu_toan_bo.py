"""KH458, KH468: how many units there are, told in several places."""

import re
from collections import Counter
from collections.abc import Iterator

from kehoach_cli.checks.corpus import FIRST_DIGIT, Corpus, Pattern
from kehoach_cli.checks.counts import Count, counts_in, is_slip
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.numbers import format_count

_KINDS_LIST = "thôn|bản|ấp|buôn|làng|xã|phường|huyện|sở|chợ|khu phố|tổ dân|thị trấn"
_KINDS = frozenset(_KINDS_LIST.split("|"))
"""Units, by the first words of their names."""
_HAS = Pattern(
    r"(?m)(?:^|(?<=[-+.;,] ))(?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|quận)"
    r"(?: hiện| nay)? (?:có|gồm) ",
    needs=tuple(
        f"{place} {has} "
        for place in ("tỉnh", "huyện", "xã", "phường", "phố", "thị trấn", "quận", "hiện", "nay")
        for has in ("có", "gồm")
    ),
    lower=True,
)
_ENDS = (". ", "; ", "\n")
_PART = pattern(r" [^\W\d]+(?: và \d|,? (?:\d+ |và )?(?:phường|thị trấn|xã))")
"""Behind a count that is one of several kinds: 55 xã và 9 phường."""
_MIXED = pattern(r" [^\W\d]+,? (?:và )?(?:phường|thị trấn|đặc khu|xã|khu phố|bản|ấp|tổ|ban)")
"""Several kinds counted together: xã, phường."""
_THEN = ("trước", "cũ", "cả nước", "toàn quốc", "các tỉnh", "sáp nhập", "năm trước", "lũy kế")


def _more(subject: Subject) -> Iterator[Found]:
    totals = _totals(subject)
    for line in (line for block in subject.blocks for line in block.lines) if totals else ():
        lower = line.text.lower()
        if not any(f" {kind}" in lower for kind in totals) or any(w in lower for w in _THEN):
            continue
        for count in counts_in(line.text):
            whole, place = totals.get(_kind(count), (count.value, None))
            span = line.span(count.start, count.end)
            mixed = _MIXED.match(line.text, count.end)
            if place and count.value > whole and not mixed and span.first.line != place.first.line:
                facts = {"said": line.text[count.start : count.end], "things": _kind(count)}
                facts |= {"whole": format_count(whole), "line": str(place.first.line)}
                yield Found(span, facts)


def _kind(count: Count) -> str:
    """The kind of unit that a count is of, "" where it is of none."""
    things = count.things.lower()
    first = things.split()[0]
    return first if first in _KINDS else things if things in _KINDS else ""


def _totals(subject: Subject) -> dict[str, tuple[int, Span]]:
    """How many units of a kind there are, where one sentence says it of the whole place."""
    found: dict[str, tuple[int, Span]] = {}
    twice: set[str] = set()
    corpus = subject.corpus
    for match in _HAS.search(corpus):
        item = corpus.item(match.start())
        end = item.start + len(item.scalar.value)
        ends = (corpus.text.find(mark, match.end(), end) for mark in _ENDS)
        told = corpus.text[match.end() : min((at for at in ends if at >= 0), default=end)]
        count = next((count for count in counts_in(told) if _kind(count)), None)
        if item.key == "doan_van" and count and not _PART.match(told, count.end):
            twice |= {_kind(count)} & found.keys()
            at = match.end()
            found[_kind(count)] = (count.value, corpus.span(at + count.start, at + count.end))
    return {kind: told for kind, told in found.items() if kind not in twice}


_PLACES = ("xã", "phường", "thôn", "bản", "ấp", "buôn", "khu phố", "tổ dân phố", "đặc khu")
_HOUSES = ("trường", "trạm", "bệnh viện", "trung tâm", "cơ sở", "chợ")
_BODIES = ("sở", "huyện", *_PLACES[:2])
_OF = Pattern(
    rf"(?P<part>{FIRST_DIGIT}\d{{0,4}})/(?P<whole>\d{{1,5}})\s+"
    rf"(?P<things>(?:{'|'.join(('sở', 'huyện', *_PLACES, *_HOUSES))})(?:,? [^\W\d]+){{1,4}})"
    r"(?![\w/])",
    needs=("/",),
    lower=True,
)
_DONE = pattern(r" (?:có|đã|được|hoàn thành)(?!\w)")
Place = tuple[int, int]
_MANY = 30  # things, each of which is looked for in the whole text
_LEAST = 4  # words that tell which of the bodies, or houses, are meant
_BEFORE = pattern(r"(?<![\d/.,])\d{1,4}$")


def _wholes(subject: Subject) -> Iterator[Found]:
    """The same things, counted out of another number than the first time."""
    seen: dict[str, tuple[str, Span]] = {}
    most: dict[str, Place] = {}
    for match in _OF.search(subject.corpus):
        span = subject.corpus.span(*match.span("whole"))
        name = _called(match["things"])
        whole, first = seen.setdefault(name, (match["whole"], span)) if name else ("", span)
        if whole not in ("", match["whole"]):
            start = match.start("things")
            things = subject.corpus.text[start : start + len(name)]
            facts = {"whole": match["whole"], "things": things, "other": whole}
            yield Found(span, {**facts, "line": str(first.first.line)})
        if match["part"] == match["whole"] and match["things"].startswith(_HOUSES):
            yield from _all_of_fewer(match, most, subject.corpus)
    yield from _told_once(subject.corpus)


def _called(things: str) -> str:
    """What things counted out of some are called, "" where that may be any of them."""
    words, places = things.split(), _DONE.split(things)[0]
    if places != things and set(places.split(", ")).issubset(_PLACES):
        return places
    return things if len(words) >= _LEAST and words[0].strip(",") in _BODIES else ""


def _all_of_fewer(match: re.Match[str], most: dict[str, Place], corpus: Corpus) -> Iterator[Found]:
    """All schools of a kind, "98/98 trường …", where another place has more of them.

    `most`: where the text counts most of such things, as far as looked for.
    """
    things = _DONE.split(match["things"].partition(",")[0])[0]
    if things not in most and len(things.split()) >= _LEAST - 1 and len(most) < _MANY:
        counts = [match.span("whole"), *_counts_of(things, corpus.lower)]
        most[things] = max(counts, key=lambda place: int(corpus.text[slice(*place)]))
    place = most.get(things, match.span("whole"))
    other = corpus.text[slice(*place)]
    if int(other) > int(match["whole"]):
        line = str(corpus.span(*place).first.line)
        facts = {"whole": match["whole"], "things": things, "other": other, "line": line}
        yield Found(corpus.span(*match.span("whole")), facts)


def _counts_of(things: str, text: str) -> Iterator[Place]:
    """Where such things are counted, with numbers of up to four digits."""
    for named in re.finditer(rf" {things}(?!\w)", text):
        count = _BEFORE.search(text, max(0, named.start() - 4), named.start())
        if count:
            yield count.span()


_FIXED = tuple(f" {unit}" for unit in (*_PLACES, *_HOUSES))
_LONG = ("\n000\n", "/000\n", "(000\n")


def _told_once(corpus: Corpus) -> Iterator[Found]:
    """A number of units told once that is a slip for one that other places tell."""
    long = any(shape in corpus.shapes for shape in _LONG)
    for kind in corpus.may_have(_FIXED) if long else ():
        told = list(_numbers_of(kind, corpus))
        first = {number: at for number, at in reversed(told) if number.isdecimal()}
        counts = Counter(number for number, _ in told if number.isdecimal())
        again = min((one for one in first if counts[one] > 1), key=first.__getitem__, default="")
        for number, at in told:
            part, _, whole = number.rpartition("/")
            known = (one for one in (again, part) if one in first)
            often = min(known, key=first.__getitem__, default="")
            odd = counts[whole] == (not part) and is_slip(int(whole), int(often or whole))
            if odd and part in ("", often):
                other = first[often]
                line = str(corpus.span(other, other + len(often)).first.line)
                facts = {"whole": whole, "things": kind.strip(), "other": often, "line": line}
                yield Found(corpus.span(at + len(number) - len(whole), at + len(number)), facts)


def _numbers_of(kind: str, corpus: Corpus) -> Iterator[tuple[str, int]]:
    """The numbers of three figures or more before a word, or two such, "462/464", and where."""
    text = corpus.text
    at = text.find(kind)
    while at >= 0:
        if text[max(0, at - 3) : at].isdecimal():
            number = text[max(0, at - 9) : at].split(" ")[-1].split("\n")[-1].strip("(")
            if all(one.isdecimal() and len(one) > 2 for one in number.split("/")[-2:]):
                yield number, at - len(number)
        at = text.find(kind, at + 1)


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: |\n    - Xã có 5 thôn, 2.140 hộ.\n    - "

_WHOLES = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH458",
        Severity.WARNING,
        "Một loại đơn vị hai tổng số",
        "Ở đây tính trên {whole} {things}, ở dòng {line} tính trên {other}",
        why="Cùng một loại đơn vị thì tổng số phải như nhau ở mọi chỗ.",
        wrong=_WHOLES
        + '"Một cửa: 18/18 sở, ban, ngành có hồ sơ. Bưu chính: 16/22 sở, ban, ngành có hồ sơ."\n',
        right=_WHOLES
        + '"Một cửa: 18/18 sở, ban, ngành có hồ sơ. Bưu chính: 16/18 sở, ban, ngành có hồ sơ."\n',
        fix="thống nhất tổng số, hoặc gọi tên cho khác nhau",
        limits="Chỉ so sở, huyện, xã, trường gọi bằng cùng mấy chữ; số có thể của hai thời điểm.",
        local=True,
        find=_wholes,
    ),
    Rule(
        "KH468",
        Severity.WARNING,
        "Nhiều hơn số đơn vị hiện có",
        "Ở đây là {said} {things}, ở dòng {line} cả nơi ấy chỉ có {whole}",
        why="Không thể làm ở nhiều thôn, xã hơn số hiện có; một trong hai số gõ nhầm.",
        wrong=_TEXT + "Lắp wifi tại 6 thôn.\n",
        right=_TEXT + "Lắp wifi tại 4 thôn.\n",
        fix="xem lại hai số",
        limits="Chỉ so với câu “toàn tỉnh có …”, “xã có …” nói một lần; câu nói lúc trước sắp xếp, "
        "cả nước thì không xét.",
        local=True,
        find=_more,
    ),
)
