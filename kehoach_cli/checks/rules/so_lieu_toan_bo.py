"""KH458, KH468: how many units there are, told in several places."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from kehoach_cli.checks.corpus import FIRST_DIGIT, Corpus, Pattern
from kehoach_cli.checks.counts import Count, counts_in, is_slip
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import Span

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
                facts |= {"whole": str(whole), "line": str(place.first.line)}
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


_OF_THINGS = Pattern(
    rf"{FIRST_DIGIT}\d{{0,4}}/(?P<whole>\d{{1,5}})\s+"
    r"(?P<things>(?:sở|xã|phường|huyện)(?:,? [^\W\d]+){3,4})"
    r"(?![\w/])",
    needs=("/",),
    lower=True,
)
_OVER = ("/0", "/00", "/000", "/0000", "/00000")
_PLACE = "xã|phường|thôn|bản|ấp|buôn|khu phố|tổ dân phố"
_OF_PLACES = Pattern(
    rf"{FIRST_DIGIT}\d{{0,4}}/(?P<whole>\d{{1,5}}) "
    rf"(?P<things>(?:{_PLACE})(?:, (?:{_PLACE}|đặc khu))*) (?=có|đã|được|hoàn thành)",
    needs=("/",),
    shapes=tuple(f"{over} {place}" for over in _OVER for place in _PLACE.split("|")),
    lower=True,
)
_BEFORE = pattern(r"(?<![\d/.,])\d{1,4}$")
_ALL_SCHOOLS = Pattern(
    rf"(?P<all>{FIRST_DIGIT}\d{{0,3}})/(?P<whole>(?P=all)) (?P<things>trường(?: [^\W\d]+){{2,4}})",
    needs=(" trường ",),
    shapes=tuple(f"{over} trường" for over in _OVER),
    lower=True,
)


def _wholes(subject: Subject) -> Iterator[Found]:
    """The same things, counted out of another number than the first time."""
    seen: dict[str, tuple[str, Span]] = {}
    for match in chain(_OF_THINGS.search(subject.corpus), _OF_PLACES.search(subject.corpus)):
        span = subject.corpus.span(*match.span("whole"))
        whole, first = seen.setdefault(
            " ".join(match["things"].split()[:5]), (match["whole"], span)
        )
        if whole != match["whole"]:
            things = subject.corpus.text[match.start("things") : match.end("things")]
            facts = {"whole": match["whole"], "things": things, "other": whole}
            yield Found(span, {**facts, "line": str(first.first.line)})
    yield from _all_of_fewer(subject)
    yield from _told_once(subject)


def _all_of_fewer(subject: Subject) -> Iterator[Found]:
    """All schools of a kind, "98/98 trường …", where another place has more of them."""
    corpus = subject.corpus
    for match in _ALL_SCHOOLS.search(corpus):
        things, whole = match["things"], match["whole"]
        counts = _counts_of(things, corpus.lower)
        more = next((one for one in counts if int(one[0]) > int(whole)), None)
        if more is not None:
            facts = {"whole": whole, "things": things, "other": more[0]}
            line = corpus.span(*more.span()).first.line
            yield Found(corpus.span(*match.span("whole")), {**facts, "line": str(line)})


def _counts_of(things: str, text: str) -> Iterator[re.Match[str]]:
    """The numbers of up to four digits that such things are counted with."""
    for named in re.finditer(rf" {things}(?!\w)", text):
        count = _BEFORE.search(text, max(0, named.start() - 4), named.start())
        if count:
            yield count


_MANY_KINDS = (" xã", " trạm", " trường")


def _told_once(subject: Subject) -> Iterator[Found]:
    """A number of units told once that is a slip for one that other places tell."""
    corpus = subject.corpus
    for kind in corpus.may_have(_MANY_KINDS):
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
