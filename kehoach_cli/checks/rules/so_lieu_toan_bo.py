"""KH468: more of the units of a place than it has."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.counts import FIGURE, Count, counts_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern

_KINDS = "thôn|bản|ấp|buôn|làng|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|sở|chợ"
_PLACES = "tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|đặc khu|quận"
_HAS = pattern(
    rf"(?:^|[-+.;,] |sắp xếp, )(?:toàn )?(?:{_PLACES})(?: ta| hiện| nay)*"
    r"(?: được lập từ [^,;]*,)? (?:có|gồm) ",
    re.IGNORECASE,
)
_TOTAL = pattern(
    rf"(?P<number>{FIGURE}) (?P<things>{_KINDS})(?!\w)"
    r"(?! và \d|,? (?:\d+ |và )?(?:phường|thị trấn|xã))"
)
_MIXED = pattern(r" [^\W\d]+,? (?:và )?(?:phường|thị trấn|đặc khu|xã|khu phố|bản|ấp|tổ|ban)")
"""Several kinds counted together: xã, phường."""
_THEN = ("trước", "cũ", "cả nước", "toàn quốc", "các tỉnh", "sáp nhập", "năm trước", "lũy kế")


def _more(subject: Subject) -> Iterator[Found]:
    lines = [line for block in subject.blocks for line in block.lines]
    totals = _totals(lines)
    for line in lines if totals else ():
        lower = line.text.lower()
        if any(word in lower for word in _THEN):
            continue
        for count in counts_in(line.text):
            first = totals.get(_kind(count))
            if first is None or first[1] is line or count.value <= first[0]:
                continue
            if _MIXED.match(line.text, count.end):
                continue
            facts = {"said": line.text[count.start : count.end], "things": _kind(count)}
            place = str(first[1].span(0, 1).first.line)
            yield Found(
                line.span(count.start, count.end), {**facts, "whole": str(first[0]), "line": place}
            )


def _kind(count: Count) -> str:
    """The kind of unit that a count is of, "" where it is of none."""
    match = _KIND.match(count.things.lower())
    return match[0] if match else ""


_KIND = pattern(rf"(?:{_KINDS})(?!\w)")


def _totals(lines: list[Line]) -> dict[str, tuple[int, Line]]:
    """How many units of a kind there are, where one line says it of the whole place."""
    found: dict[str, tuple[int, Line]] = {}
    twice: set[str] = set()
    for line in lines:
        has = _HAS.search(line.text)
        match = _TOTAL.search(line.text, has.end()) if has else None
        if match and not re.search(r"[;.]\s", line.text[has.end() : match.start()] if has else ""):
            kind = match["things"]
            twice |= {kind} & found.keys()
            found[kind] = (int(match["number"].replace(".", "")), line)
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
