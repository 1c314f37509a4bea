"""KH468: more of the units of a place than it has."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.counts import FIGURE, Count, counts_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import Span

_KINDS = "thôn|bản|ấp|buôn|làng|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|sở|chợ"
_KIND = pattern(rf"(?:{_KINDS})(?!\w)")
_TOTAL = Pattern(
    r"(?:^|[-+.;,] )(?:toàn )?(?:tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|quận)"
    rf"(?: hiện| nay)? (?:có|gồm) (?:[^;.\n\d]|[;.](?! )|\d(?!\d* (?:{_KINDS})(?!\w)))*?"
    rf"(?P<number>{FIGURE}) (?P<things>{_KINDS})(?!\w)"
    r"(?! và \d|,? (?:\d+ |và )?(?:phường|thị trấn|xã))",
    needs=tuple(
        f"{place} {has} "
        for place in ("tỉnh", "huyện", "xã", "phường", "phố", "thị xã", "thị trấn", "hiện", "nay")
        for has in ("có", "gồm")
    ),
    lower=True,
)
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
    match = _KIND.match(count.things.lower())
    return match[0] if match else ""


def _totals(subject: Subject) -> dict[str, tuple[int, Span]]:
    """How many units of a kind there are, where one sentence says it of the whole place."""
    found: dict[str, tuple[int, Span]] = {}
    twice: set[str] = set()
    for match in _TOTAL.search(subject.corpus):
        if subject.corpus.item(match.start("number")).key == "doan_van":
            twice |= {match["things"]} & found.keys()
            number = int(match["number"].replace(".", ""))
            found[match["things"]] = (number, subject.corpus.span(*match.span("number")))
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
