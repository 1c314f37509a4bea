"""KH464: what is left over beside how many there are and how many are done."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, pairwise

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.counts import Count, counts_in, heads, is_slip
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.numbers import format_count

_WORDS = "lại lại, lại; lại. thiếu thiếu, hai ba bốn năm sáu bảy tám chín mười"
_BEHIND_LEFT = frozenset(_WORDS.split())
_BEFORE = ("còn ", "còn lại ", "còn thiếu ")
_BEHIND = (" còn lại", " còn thiếu")
_ALSO = (", phường", ", thị trấn", ", ban", ", ngành", ", thị xã", ", thành phố")
"""Behind a count of xã, sở: more of what is counted."""
_FAR = 50
_MANY = 200
_ENDS = (",", ";", ".", "(")
_OTHER_WORDS = "tăng giảm xuống từ chỉ mới nhất khoảng hơn trên gần"
_OTHER = frozenset(_OTHER_WORDS.split())
_NO_THINGS = ("tháng", "ngày", "năm", "giờ", "triệu", "tỷ", "tỉ", "đồng", "lần", "nghìn", "ngàn")


class Counts:
    """The counts of many lines, looked up by what they count."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines

    @cached_property
    def _by_head(self) -> dict[str, list[tuple[Line, Count]]]:
        found: dict[str, list[tuple[Line, Count]]] = {}
        for line in self._lines:
            for count in counts_in(line.text):
                for head in heads(count.things):
                    found.setdefault(head, []).append((line, count))
        return found

    def of(self, things: str) -> list[tuple[Line, Count]]:
        """Those of such things; none where so many are that no two of them need belong together."""
        met = [self._by_head.get(head, []) for head in heads(things)]
        if sum(map(len, met)) > _MANY:
            return []
        return [(line, count) for line, count in chain(*met) if count.counts(things)]


def _left(subject: Subject) -> Iterator[Found]:
    if not subject.corpus.having(("còn",), lower=True):
        return
    lines = [line for block in subject.blocks for line in block.lines]
    everywhere = Counts(lines)
    for line in lines:
        if any(_tells(words) for words in line.text.split("còn ")[1:]):
            yield from _line(line, everywhere)


def _tells(words: str) -> bool:
    """Whether what stands behind "còn" may be a number, or says that something is left."""
    return words[:1].isdigit() or words.split(" ", 1)[0] in _BEHIND_LEFT


def _line(line: Line, everywhere: Counts) -> Iterator[Found]:
    counts = counts_in(line.text)
    yield from _others(line, counts)
    for at, counted in enumerate(counts):
        count, whole = _out_of(line.text, counted)
        if not _is_left(line.text, count):
            continue
        before = [one for one in (*counts[:at], *whole) if one.counts(count.things)]
        known = _left_of(before)
        wrong = count.value not in known and count.value not in (one.value for one in before)
        if not known:
            alike = [] if _of_a_level(line.text, count) else everywhere.of(count.things)
            known = _over([one for other, one in alike if other is not line], before)
            wrong = len(known) == 1 and _is_meant(count, min(known), alike)
        if wrong:
            said = line.text[count.start : count.end]
            facts = {"said": said, "things": count.things, "left": format_count(min(known))}
            yield Found(line.span(count.start, count.end), facts)


def _out_of(text: str, count: Count) -> tuple[Count, list[Count]]:
    """Of "còn 600 người trong tổng số 6.000 người" the 600, and the 6.000."""
    said = text[count.start : count.end]
    if count.part is None or "/" in said or not text[: count.start].lower().endswith(_BEFORE):
        return count, []
    part = Count(count.part, count.things, count.start, count.start + len(said.split()[0]))
    return part, [Count(count.value, count.things, part.end, count.end)]


def _others(line: Line, counts: tuple[Count, ...]) -> Iterator[Found]:
    """ "14/28 nơi đã dùng; 15/28 nơi còn lại chưa dùng"."""
    for done, rest in pairwise(counts):
        told = line.text.startswith(" còn lại", rest.end + 1 + len(rest.things.split()[0]))
        if done.part is None or rest.part is None or done.value != rest.value or not told:
            continue
        if done.counts(rest.things) and done.part + rest.part != rest.value:
            facts = {"said": format_count(rest.part), "things": rest.things.split()[0]}
            facts["left"] = format_count(rest.value - done.part)
            yield Found(line.span(rest.start, rest.end), facts)


def _is_left(text: str, count: Count) -> bool:
    """Whether a count is of what is left over: "còn 4 cơ quan", "4 cơ quan còn lại"."""
    before = text[: count.start].lower()
    if count.part is not None or count.things.split()[0] in _NO_THINGS:
        return False
    behind = text[count.end : count.end + _FAR]
    near = behind.partition(" còn ")[0]
    for place in () if any(map(str.isdigit, near)) else _ALSO:
        behind = behind.replace(place, "")
    end = min((at for mark in _ENDS if (at := behind.find(mark)) >= 0), default=_FAR)
    told = before.endswith(_BEFORE) or any(left in behind[:end] for left in _BEHIND)
    clause = before[max(before.rfind(mark) for mark in _ENDS) + 1 :]
    return told and _OTHER.isdisjoint(clause.split())


def _of_a_level(text: str, count: Count) -> bool:
    """Whether only those of one level are counted: "5 bệnh viện tuyến tỉnh còn lại"."""
    behind = text[count.end : count.end + _FAR].partition(",")[0].split()
    return "tuyến" in behind or "cấp" in behind


def _over(told: list[Count], done: list[Count]) -> set[int]:
    """What other lines leave over of such things, or what is over of their wholes."""
    left = {c.value - c.part for c in told if c.part is not None}
    return (left | {c.value - d.value for c in told for d in done if c.value > d.value}) - {0}


def _is_meant(said: Count, left: int, alike: list[tuple[Line, Count]]) -> bool:
    """Whether a number is a slip for what another line leaves over, which no line says."""
    return is_slip(said.value, left) and all(count.value != left for _, count in alike)


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
