"""KH450-KH451: counts of prose."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.blocks import Block, Line
from kehoach_cli.checks.corpus import HOLE, Corpus
from kehoach_cli.checks.counts import Count, counts_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import format_count

_LISTED_NAMES = (
    "nhóm|nhiệm vụ|dự án|chỉ tiêu|giải pháp|nội dung|mục tiêu|hạng mục|hoạt động|đề án|"
    "chương trình|phần|bước|tiêu chí|lĩnh vực|nguyên tắc|quan điểm|công việc"
)
_LISTED = frozenset(_LISTED_NAMES.split("|"))
_MANY = 100
_FAR = 70
_THESE = (" sau", " sau đây")
_MONEY = ("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng")
_COUNTED = (
    r"(?<![\d.,/])(?P<count>\d{1,3}(?:\.\d{3})+|\d+)\s+"
    r"(?!(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|năm|tháng|ngày|giờ|và|đến|lần|trên|của|là|thì|có)\b)"
    r"(?P<what>[^\W\d]+(?: [^\W\d]+)?)"
)
_OF_THEM = pattern(r", (?:đã|mới|còn|hiện|đang) ")
"""What is told of a part only: "12 máy, đã dùng:"."""


def _lists(subject: Subject) -> Iterator[Found]:
    """Counts that the list below them does not have."""
    for block in subject.blocks:
        for number, line in enumerate(block.lines):
            for count in counts_in(line.text) if line.opens else ():
                yield from _list(block, number, count)


def _list(block: Block, number: int, count: Count) -> Iterator[Found]:
    line = block.lines[number]
    named = not _LISTED.isdisjoint((count.things, count.things.split()[0]))
    rest = line.text[count.end :].rstrip()[:-1]
    told = len(rest) <= _FAR and ":" not in rest and not any(map(str.isdigit, rest))
    told = told and count.things.split()[0] not in _MONEY
    listed = _listed(block, number) if told and (named or rest.endswith(_THESE)) else 0
    if listed and listed != count.value and count.value < _MANY and count.part is None:
        end = count.end + len(f" {count.things}")
        facts = {"count": line.text[count.start : end], "listed": str(listed)}
        yield Found(line.span(count.start, end), facts)


def _listed(block: Block, number: int) -> int:
    """How many bullets, or sub-sections, or rows, stand right below a line."""
    below = block.below(number)
    if below or number + 1 < len(block.lines):
        return len(below)
    if block.table is not None:
        return sum(1 for row in block.table.hang or () if row.nhom is None and not row.is_sum)
    return block.sections


def _parts(subject: Subject) -> Iterator[Found]:
    """Counts whose bullets count the same thing and come to another number."""
    timed = _timed(subject.corpus)
    for block in subject.blocks:
        for number, line in enumerate(block.lines):
            if line.opens:
                yield from _counted_below(block, number, line)
            else:
                yield from _counted_inline(line)
            if id(line.scalar) in timed:
                yield from _counted_by_time(line)


def _counted_below(block: Block, number: int, line: Line) -> Iterator[Found]:
    if not any(map(str.isdigit, line.text)):
        return
    below = [_things(other.text) for other in block.below(number)]
    for match in re.finditer(_COUNTED, line.text):
        what = match["what"].split()[0]
        counts = [things[what] for things in below if what in things]
        if len(counts) > 1 and len(counts) == len(below):
            whole = int(match["count"].replace(".", ""))
            if sum(counts) > whole or not _OF_THEM.search(line.text, match.end()):
                yield from _compared(line, match, sum(counts))
            return


def _things(text: str) -> dict[str, int]:
    """What a line counts, by the first word of it; the first count of each."""
    found: dict[str, int] = {}
    for match in re.finditer(_COUNTED, text) if any(map(str.isdigit, text)) else ():
        found.setdefault(match["what"].split()[0], int(match["count"].replace(".", "")))
    return found


def _counted_inline(line: Line) -> Iterator[Found]:
    """ "1.444 dịch vụ, gồm 222 dịch vụ mức 1 và 1.222 dịch vụ mức 2".

    Behind "trong đó" two parts may leave something over; behind a colon they may be of the count
    before the last, "18 lớp cho 1.080 người: 12 lớp …; 6 lớp …" (KH430 tells of the last).
    """
    mark = next((mark for mark in _OPENING if mark in line.text), "")
    head, _, tail = line.text.partition(mark) if mark else ("", "", "")
    counted = list(re.finditer(_COUNTED, head)) if any(map(str.isdigit, tail)) else []
    for match in counted[-2:-1] if mark == _COLON else counted[-1:]:
        sentence = re.split(_ENDS[mark == _COLON], tail)[0]
        name = match["what"].split()
        parts = _parts_called(name, sentence) if mark == _ALL else []
        parts = parts or _parts_called(name[:1], sentence)
        ranked = re.sub(r"(?:mức(?: độ)?|cấp|loại|hạng) \d+", "", re.sub(_COUNTED, "", sentence))
        others = re.search(r"\d", ranked)
        near = mark == _COLON or "." not in head[match.end() :]
        whole = int(match["count"].replace(".", ""))
        some = mark == _SOME and (len(parts) > 2 or sum(parts) < whole)
        if len(parts) > 1 and near and HOLE not in line.text and not (others or some):
            yield from _compared(line, match, sum(parts))


def _timed(corpus: Corpus) -> set[int]:
    """The texts, by their scalars, that name two years, quarters or turns in one line."""
    found: set[int] = set()
    for word in corpus.may_have(_TIME_WORDS):
        at = 0
        for piece in corpus.text.split(word)[:-1]:
            if at and len(piece) < _CLOSE and any(map(str.isdigit, piece[2:])) and ", " in piece:
                found.add(id(corpus.item(at).scalar))
            at += len(piece) + len(word)
    return found


def _counted_by_time(line: Line) -> Iterator[Found]:
    """ "7 hồ, xong 5 hồ trong quý II, 3 hồ trong quý III": each part of a count has its time."""
    text = line.text
    heads = [count.things.split()[0] for count in counts_in(text)]
    if not any(heads.count(head) > _TOLD for head in heads):
        return
    for sentence in _SENTENCE.finditer(text):
        clauses = [clause.span() for clause in _CLAUSE.finditer(text, *sentence.span())]
        timed = [at for at in clauses if len(_TIME.findall(text, *at)) == 1]
        if len(timed) > 1 and timed == clauses[-len(timed) :]:
            yield from _parts_by_time(line, sentence.start(), timed)


def _parts_by_time(line: Line, start: int, timed: list[tuple[int, int]]) -> Iterator[Found]:
    """The last count before the parts that all of them count too."""
    counted = pattern(_COUNTED)
    for whole in reversed(list(counted.finditer(line.text, start, timed[0][0]))):
        name, number = whole["what"].split()[:1], int(whole["count"].replace(".", ""))
        parts = [_parts_called(name, line.text[slice(*at)]) for at in timed]
        if all(len(part) == 1 for part in parts):
            total = sum(part[0] for part in parts)
            if abs(total - number) * _NEARLY <= number:
                yield from _compared(line, whole, total)
            return


_CLOSE = 60  # letters from one time to the next
_TOLD = 2  # two parts, and the whole that they are of
_TIME_WORDS = ("năm 20", "uý ", "đợt ")
_TIME = pattern(r"(?:[Nn]ăm 20\d\d|[Qq]uý (?:IV|I{1,3}|[1-4])|[Đđ]ợt \d)(?!\w)(?: năm 20\d\d)?")
_SENTENCE = pattern(r"(?:[^.]|\.\d)+")
_CLAUSE = pattern(r"[^,:;]+")
_NEARLY = 2
"""Parts that come within half of the whole are meant to make it up."""
_ALL, _SOME, _COLON = _OPENING = ("gồm", "trong đó", ": ")
_ENDS = (r"[.;](?:\s|$)|\btrong đó\b", r"\.(?:\s|$)")


def _parts_called(name: list[str], sentence: str) -> list[int]:
    """The counts in a sentence of what is called so."""
    return [
        int(part["count"].replace(".", ""))
        for part in re.finditer(_COUNTED, sentence)
        if part["what"].split()[: len(name)] == name
    ]


def _compared(line: Line, match: re.Match[str], total: int) -> Iterator[Found]:
    if total != int(match["count"].replace(".", "")):
        facts = {
            "count": f"{match['count']} {match['what'].split()[0]}",
            "sum": format_count(total),
        }
        yield Found(line.span(*match.span("count")), facts)


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "
_BLOCK = _TEXT + "|\n    "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH450",
        Severity.WARNING,
        "Số đếm khác danh sách theo sau",
        "Câu nói {count}, ngay dưới có {listed}",
        why="Số đếm và danh sách khác nhau thì hoặc đếm nhầm, hoặc sót một mục.",
        wrong=_BLOCK + "Kế hoạch gồm 3 nhiệm vụ:\n    - Nâng cấp mạng;\n    - Đào tạo.\n",
        right=_BLOCK + "Kế hoạch gồm 2 nhiệm vụ:\n    - Nâng cấp mạng;\n    - Đào tạo.\n",
        fix="sửa số đếm, hoặc thêm mục còn thiếu",
        limits="Một gạch đầu dòng gộp hai việc thì số đếm có thể vẫn đúng.",
        local=True,
        find=_lists,
    ),
    Rule(
        "KH451",
        Severity.WARNING,
        "Số đếm khác các phần cộng lại",
        "Câu nói {count}, các phần cộng được {sum}",
        why="Số đếm chung phải bằng các phần của nó cộng lại.",
        wrong=_BLOCK + "Đã mở 10 lớp:\n    - Cổng thông tin: 3 lớp;\n    - Phần mềm: 6 lớp.\n",
        right=_BLOCK + "Đã mở 9 lớp:\n    - Cổng thông tin: 3 lớp;\n    - Phần mềm: 6 lớp.\n",
        fix="sửa số đếm chung, hoặc phần ghi nhầm",
        limits="Chỉ so khi mọi phần đếm cùng một thứ, gọi bằng cùng một từ.",
        local=True,
        find=_parts,
    ),
)
