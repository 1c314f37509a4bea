"""KH466: changes that go the other way than said, or do not come to the figure told."""

import re
from collections.abc import Iterator
from itertools import chain

from kehoach_cli.checks.corpus import FIRST_DIGIT, Corpus, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal

_FIGURE = rf"{FIRST_DIGIT}\d{{0,2}}(?:(?:\.\d{{3}})+|\d*)(?:,\d+)?"
_UNIT = r"(?: ?%| [^\W\d]+(?:/[^\W\d]+)?(?: [^\W\d]+){0,4}?)?"
_TURNED = Pattern(
    rf"(?P<verb>nâng|tăng|giảm)(?P<what>(?:,? [^\W\d]+){{0,12}}?) từ (?P<one>{_FIGURE}){_UNIT}"
    rf"(?: \(?(?:năm )?20\d\d\)?)? (?P<way>lên|xuống)(?: còn)?(?: đến)? "
    rf"(?P<other>{_FIGURE})(?![./]?\d)",
    needs=(" lên ", " xuống "),
    also=(" từ ",),
    lower=True,
)
_RANKS = ("hạng", "thứ", "vị trí", "top", "bậc", "mức độ", "cấp độ")
_FROM = Pattern(
    rf"(?P<now>{_FIGURE}) (?P<thing>[^\W\d]+)(?P<between>[^\n;.%\d]{{0,60}}), "
    rf"(?P<verb>tăng|giảm|vượt) (?P<change>{_FIGURE}) (?P=thing)\b[^\n;.%\d(]{{0,60}}(?:20\d\d )?"
    rf"\((?P<then>{_FIGURE}) (?P=thing)\b[^\d%)]*\)",
    needs=(", tăng ", ", giảm ", ", vượt "),
    lower=True,
)
_MORE = Pattern(
    rf"thêm (?P<change>{_FIGURE}) (?P<thing>[^\W\d]+)[^\n.%\d]{{0,90}} từ (?P<one>{_FIGURE})"
    rf"(?: [^\W\d]+){{0,4}} lên (?P<other>{_FIGURE}) (?P=thing)\b",
    needs=("thêm ",),
    also=(" lên ",),
    lower=True,
)


def _to_figure(corpus: Corpus) -> bool:
    """Whether something goes up or down to a figure."""
    said = (piece for way in (" lên ", " xuống ") for piece in corpus.distinct.split(way)[1:])
    return any(piece.removeprefix("còn ").removeprefix("đến ")[:1].isdigit() for piece in said)


def _changes(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    turned = _TURNED.search(corpus) if _to_figure(corpus) else ()
    for match in turned:
        one, other = as_decimal(match["one"]), as_decimal(match["other"])
        up = match["way"] == "lên"
        told = (match["verb"] != "giảm") == up and not any(w in match["what"] for w in _RANKS)
        if told and one != other and (other > one) != up:
            facts = {"said": f"từ {match['one']} {match['way']} {match['other']}", "right": "ngược"}
            yield Found(corpus.span(*match.span("one")), facts)
    for match, right in chain(_from_base(subject), _added(subject)):
        facts = {"said": match["change"], "right": f"là {right}"}
        yield Found(corpus.span(*match.span("change")), facts)


def _from_base(subject: Subject) -> Iterator[tuple[re.Match[str], str]]:
    """ "42 cuộc, tăng 17 cuộc so với năm 2020 (25 cuộc)"."""
    for match in _FROM.search(subject.corpus):
        now, change, then = (as_decimal(match[k]) for k in ("now", "change", "then"))
        less = match["verb"] == "giảm"
        if now - then != (-change if less else change):
            yield match, format_decimal(abs(now - then))


def _added(subject: Subject) -> Iterator[tuple[re.Match[str], str]]:
    """ "thêm 30 bộ dữ liệu, nâng từ 17 lên 47 bộ"."""
    if not _to_figure(subject.corpus):
        return
    for match in _MORE.search(subject.corpus):
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
