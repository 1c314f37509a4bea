"""KH468: more of the units of a place than it has."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.counts import Count, counts_in
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


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: |\n    - Xã có 5 thôn, 2.140 hộ.\n    - "

RULES: tuple[Rule, ...] = (
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
