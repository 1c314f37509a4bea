"""KH464: what is left over beside how many there are and how many are done."""

from collections.abc import Iterator

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.counts import FIGURE, WORDS, Count, as_count, counts_in, is_slip
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern

_NUMBER = rf"(?<![\w.,/])(?P<number>{FIGURE}|{WORDS})(?![\w/%]|[.,]\d)"
_THINGS = r"(?P<things>[^\W\d]+(?: [^\W\d]+)?)"
_LEFT = pattern(rf"(?i)\bcòn (?:lại |thiếu )?{_NUMBER} {_THINGS}")
_REST = pattern(rf"(?i){_NUMBER} {_THINGS}(?:,? [^\W\d]+){{0,5}}? còn (?:lại|thiếu)(?!\w)")
_OTHER = pattern(r"(?i)\b(?:tăng|giảm|xuống|từ|chỉ|mới|ít nhất|khoảng|hơn|trên|gần)\b[^,;.]*$")
_NO_THINGS = ("tháng", "ngày", "năm", "giờ", "triệu", "tỷ", "tỉ", "đồng", "lần", "nghìn", "ngàn")


def _left(subject: Subject) -> Iterator[Found]:
    if not subject.corpus.having(("còn",), lower=True):
        return
    lines = [line for block in subject.blocks for line in block.lines]
    for line in lines:
        if "còn" in line.text.lower():
            yield from _line(line, lines)


def _line(line: Line, lines: list[Line]) -> Iterator[Found]:
    found = (match for one in (_LEFT, _REST) for match in one.finditer(line.text))
    for start, match in sorted({match.start("number"): match for match in found}.items()):
        things = match["things"]
        before = line.text[:start]
        if things.split()[0].lower() in _NO_THINGS or _OTHER.search(before[-40:]):
            continue
        said = as_count(match["number"])
        counts = [count for count in counts_in(before) if count.counts(things)]
        known = _left_of(counts)
        wrong = said not in known and said not in (count.value for count in counts)
        if not known:
            known = {left for other in lines if other is not line for left in _told(other, things)}
            wrong = len(known) == 1 and _is_meant(said, min(known), things, lines)
        if wrong:
            facts = {"said": match["number"], "things": things, "left": str(min(known))}
            yield Found(line.span(*match.span("number")), facts)


def _told(line: Line, things: str) -> set[int]:
    """What another line leaves over of such things."""
    if "/" not in line.text:
        return set()
    return {c.value - c.part for c in counts_in(line.text) if c.part and c.counts(things)} - {0}


def _is_meant(said: int, left: int, things: str, lines: list[Line]) -> bool:
    """Whether a number is a slip for what another line leaves over, which no line says."""
    if not is_slip(said, left):
        return False
    counts = (count for line in lines for count in counts_in(line.text))
    return not any(count.value == left and count.counts(things) for count in counts)


def _left_of(before: list[Count]) -> set[int]:
    """What may be left over, of the counts of one kind of thing."""
    ratios = {c.value - c.part for c in before if c.part is not None}
    plain = [c.value for c in before]
    return ratios | {a - b for a in plain for b in plain if a > b}


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH464",
        Severity.WARNING,
        "Số còn lại không khớp",
        "Ở đây còn {said} {things}, theo các số đã nêu thì còn {left}",
        why="Số còn lại là tổng số trừ số đã xong; lệch là một trong ba số gõ nhầm.",
        wrong=_TEXT + '"Đã dùng tại 24/28 cơ quan; còn 3 cơ quan chưa dùng."\n',
        right=_TEXT + '"Đã dùng tại 24/28 cơ quan; còn 4 cơ quan chưa dùng."\n',
        fix="tính lại, sửa số ghi nhầm",
        limits="Chỉ so các số đếm cùng một thứ; ở mục khác thì chỉ khi hai số lệch một chữ số.",
        local=True,
        find=_left,
    ),
)
