"""KH466: changes that go the other way than said, or do not come to the figure told."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, pairwise

from kehoach_cli.checks.corpus import FIRST_DIGIT, Corpus, Pattern
from kehoach_cli.checks.counts import is_slip
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal

_FIGURE = rf"{FIRST_DIGIT}\d{{0,2}}(?:(?:\.\d{{3}})+|\d*)(?:,\d+)?"
_UNIT = r"(?: ?%| [^\W\d]+(?:/[^\W\d]+)?(?: [^\W\d]+){0,4}?)?"
_TURNED = Pattern(
    rf"(?P<verb>nâng|tăng|giảm)(?P<what>(?:,? [^\W\d]+){{0,12}}?(?: \d)?)"
    rf" từ (?P<one>{_FIGURE}){_UNIT}"
    rf"(?: \(?(?:năm )?20\d\d\)?)? (?P<way>lên|xuống)(?: còn)?(?: đến)? "
    rf"(?P<other>{_FIGURE})(?![./]?\d)",
    needs=(" lên ", " xuống "),
    also=(" từ ",),
    lower=True,
)
_BY = pattern(
    rf"(?P<unit> [^\W\d]+)[^\n.;\d]{{0,30}}, (?:tăng|giảm)(?: thêm)? (?P<change>{_FIGURE})"
    r"(?P=unit)\b"
)
_AS_SHARE = Pattern(
    rf"(?:tăng|giảm) (?P<change>{_FIGURE}) (?P<thing>[^\W\d]+)[^\n.;\d]{{0,30}} "
    rf"\((?:năm 20\d\d )?(?:là |có )?(?P<then>{_FIGURE}) (?P=thing)\b[^()\n]{{0,30}}\)"
    r"(?:, |,? và |,? )(?:tương đương|tương ứng)(?: với)?(?: tăng| giảm)? "
    r"(?P<share>\d+(?:,\d+)?) ?%",
    needs=("tương đương ", "tương ứng "),
    also=("%",),
    lower=True,
)
_TO_ALL = Pattern(
    rf"(?:thêm|bổ sung) (?P<change>{_FIGURE}) (?P<thing>[^\W\d]+ [^\W\d]+)[^\n.%\d]{{0,60}}"
    rf"nâng tổng số lên (?P<other>{_FIGURE}) (?P=thing)\b",
    needs=("nâng tổng số ",),
    lower=True,
)
_RANKS = ("hạng", "thứ", "vị trí", "top", "bậc", "mức độ", "cấp độ")
_CHANGED = (", tăng ", ", giảm ", ", vượt ")
_FAR = 120
"""Letters between the figures of a change: more than the expressions allow."""
_FROM = Pattern(
    rf"(?P<now>{_FIGURE}) (?P<thing>[^\W\d]+)(?P<between>[^\n;.%\d]{{0,60}}), "
    rf"(?P<verb>tăng|giảm|vượt) (?P<change>{_FIGURE}) (?P=thing)\b[^\n;.%\d(]{{0,60}}(?:20\d\d )?"
    rf"\((?P<then>{_FIGURE}) (?P=thing)\b[^\d%)]*\)",
    needs=_CHANGED,
    lower=True,
)
_MORE = Pattern(
    rf"thêm (?P<change>{_FIGURE}) (?P<thing>[^\W\d]+)[^\n.%\d]{{0,90}} từ (?P<one>{_FIGURE})"
    rf"(?: [^\W\d]+){{0,4}} lên (?P<other>{_FIGURE}) (?P=thing)\b",
    needs=("thêm ",),
    also=(" lên ",),
    lower=True,
)


def _turns(corpus: Corpus) -> bool:
    """Whether something goes up or down from a figure to a figure."""
    for way in (" lên ", " xuống "):
        for before, behind in pairwise(corpus.distinct.split(way)):
            other = behind.removeprefix("còn ").removeprefix("đến ")
            if other[:1].isdigit() and _has_figure(before[-_FAR:].split("từ ")[1:]):
                return True
    return False


def _has_base(corpus: Corpus) -> bool:
    """Whether the figure behind a change has one in brackets behind it."""
    said = (piece for verb in _CHANGED for piece in corpus.distinct.split(verb)[1:])
    return any(p[:1].isdigit() and _has_figure(p[:_FAR].split("(")[1:]) for p in said)


def _has_figure(pieces: list[str]) -> bool:
    return any(piece[:1].isdigit() for piece in pieces)


def _changes(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    if _turns(corpus):
        yield from _turned(corpus)
    yield from _to_all(corpus)
    for match, right in chain(_from_base(corpus), _added(corpus), _as_share(corpus)):
        facts = {"said": match["change"], "right": f"là {right}"}
        yield Found(corpus.span(*match.span("change")), facts)


def _turned(corpus: Corpus) -> Iterator[Found]:
    """ "giảm từ 50 lên 70"."""
    for match in _TURNED.search(corpus):
        one, other = as_decimal(match["one"]), as_decimal(match["other"])
        up = match["way"] == "lên"
        told = (match["verb"] != "giảm") == up and not any(w in match["what"] for w in _RANKS)
        if told and one != other and (other > one) != up:
            facts = {"said": f"từ {match['one']} {match['way']} {match['other']}", "right": "ngược"}
            yield Found(corpus.span(*match.span("one")), facts)
        by = _BY.match(corpus.lower, match.end("other"))
        if by and as_decimal(by["change"]) != abs(other - one):
            facts = {"said": by["change"], "right": f"là {format_decimal(abs(other - one))}"}
            yield Found(corpus.span(*by.span("change")), facts)


def _to_all(corpus: Corpus) -> Iterator[Found]:
    """ "Thêm 14 máy chủ, nâng tổng số lên 60" where another place has 36 of them."""
    told: dict[str, list[int]] = {}
    for match in _TO_ALL.search(corpus):
        change, other = (int(as_decimal(match[k])) for k in ("change", "other"))
        thing = match["thing"]
        if thing not in told:
            counts = re.findall(rf"({_FIGURE}) {thing}\b", corpus.lower)
            told[thing] = list(dict.fromkeys(int(as_decimal(one)) for one in counts))
        sums = [one + change for one in told[thing]]
        meant = next((one for one in sums if is_slip(one, other)), None)
        if meant and other not in sums:
            facts = {"said": match["other"], "right": f"là {format_decimal(Decimal(meant))}"}
            yield Found(corpus.span(*match.span("other")), facts)


def _as_share(corpus: Corpus) -> Iterator[tuple[re.Match[str], str]]:
    """ "giảm 80 ngôi (năm 2019 là 400 ngôi), tương đương giảm 20%"."""
    for match in _AS_SHARE.search(corpus):
        change, then, share = (as_decimal(match[k]) for k in ("change", "then", "share"))
        right = change * 100 / then if then else share
        if abs(right - share) >= Decimal(1).scaleb(-len(match["share"].partition(",")[2])):
            meant = round(share * then / 100, 0)
            yield match, f"{format_decimal(meant)} (theo {match['share']}%)"


def _from_base(corpus: Corpus) -> Iterator[tuple[re.Match[str], str]]:
    """ "42 cuộc, tăng 17 cuộc so với năm 2020 (25 cuộc)"."""
    for match in _FROM.search(corpus) if _has_base(corpus) else ():
        now, change, then = (as_decimal(match[k]) for k in ("now", "change", "then"))
        less = match["verb"] == "giảm"
        if now - then != (-change if less else change):
            yield match, format_decimal(abs(now - then))


def _added(corpus: Corpus) -> Iterator[tuple[re.Match[str], str]]:
    """ "thêm 30 bộ dữ liệu, nâng từ 17 lên 47 bộ"."""
    for match in _MORE.search(corpus) if _turns(corpus) else ():
        one, other, change = (as_decimal(match[k]) for k in ("one", "other", "change"))
        if other - one != change and other > one:
            yield match, format_decimal(other - one)


_TEXT = "noi_dung:\n- muc: Nhiệm vụ\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH466",
        Severity.WARNING,
        "Tăng, giảm không khớp hai số",
        "Ở đây ghi {said}, theo hai số ấy thì {right}",
        why="Đã nêu số trước, số sau thì mức tăng, giảm và chiều tăng, giảm phải theo hai số ấy.",
        wrong=_TEXT + '"Họp 42 cuộc, tăng 27 cuộc so với năm 2020 (25 cuộc)."\n',
        right=_TEXT + '"Họp 42 cuộc, tăng 17 cuộc so với năm 2020 (25 cuộc)."\n',
        fix="tính lại, sửa số ghi nhầm hoặc chữ tăng, giảm, lên, xuống",
        limits="Chỉ xét câu nêu đủ ba số cùng đơn vị, và câu nâng, tăng … từ … lên …, giảm từ … "
        "xuống …; thứ hạng thì không xét.",
        local=True,
        find=_changes,
    ),
)
