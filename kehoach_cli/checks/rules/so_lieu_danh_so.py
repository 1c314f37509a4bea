"""KH422, KH457: numbers of rows, points and captions typed by hand."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach_cli.checks.own_tables import ITEM, OwnTable, Row
from kehoach_cli.checks.points import out_of_order
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.source.text import Span

Label = tuple[int, ...]


def _in_tables(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        column = table.numbers
        if column is None:
            continue
        yield from _letters(table, column)
        before: Label = ()
        opened = False
        for row in table.rows:
            number = _label(row.label)
            if number is None:
                opened = opened or row.level < ITEM
                continue
            starts, opened = opened and number == (1,), False
            if before and not starts and not _follows(before, number):
                facts = {"before": _typed(before), "number": _typed(number)}
                yield Found(row.span(column), facts)
            before = number


def _letters(table: OwnTable, column: int) -> Iterator[Found]:
    """Rows counted by letters, under each row that has a number."""
    points: list[tuple[str, Row]] = []
    for row in table.rows:
        if re.fullmatch("[a-zđ]", row.label):
            points.append((row.label, row))
        elif row.label:
            points.append(("a", row))
    for before, letter, row in out_of_order(points):
        yield Found(row.span(column), {"before": before, "number": letter})


def _label(text: str) -> Label | None:
    if not re.fullmatch(r"\d{1,4}(?:\.\d{1,3})*", text):
        return None
    return tuple(map(int, text.split(".")))


def _typed(number: Label) -> str:
    return ".".join(map(str, number))


def _follows(before: Label, number: Label) -> bool:
    """Whether a number may stand after another: the next, the first below, or a new start."""
    last = number[-1]
    if last == 1 and (len(number) == 1 or number[:-1] == before[: len(number) - 1]):
        return number != before
    if len(number) > len(before):
        return False
    return (*before[: len(number) - 1], before[len(number) - 1] + 1) == number


def _in_prose(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        numbered = [
            (int(match[1]), line.span(*match.span(1)))
            for line in block.lines
            if line.text.lstrip()[:1].isdigit()
            and (match := re.match(r"\s*(\d{1,2})[.)]\s+[^\W\d_]", line.text))
        ]
        yield from _gaps(numbered)
        points = (
            (match[1], line.span(*match.span(1)))
            for line in block.lines
            if line.text.lstrip().lstrip("-+ ")[1:2] == ")"
            and (match := re.match(r"\s*(?:[-+] )?([a-zđ])\)\s+[^\W\d_]", line.text))
        )
        for before, letter, span in out_of_order(points):
            yield Found(span, {"before": before, "number": letter})
    for name in ("Bảng", "Biểu", "Hình"):
        yield from _gaps(list(_captions(subject, name)))


def _captions(subject: Subject, name: str) -> Iterator[tuple[int, Span]]:
    pattern = rf"\s*\**{name}(?: số)? (\d{{1,2}})(?=[.:\s])"
    for table in subject.tables:
        title = table.ten or ""
        match = re.match(pattern, title) if name in title else None
        if match:
            yield int(match[1]), table.span("ten")


def _gaps(numbered: list[tuple[int, Span]]) -> Iterator[Found]:
    """Numbers that are neither the next nor a new start."""
    for (before, _), (number, span) in pairwise(numbered):
        if number not in (before + 1, 1):
            yield Found(span, {"before": str(before), "number": str(number)})


_HEAD = "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, {ten: Kinh phí}]\n"
_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "
_BLOCK = _TEXT + "|\n    "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH422",
        Severity.WARNING,
        "Số thứ tự gõ tay nhảy hoặc trùng",
        "Số thứ tự {number} đứng sau {before}",
        why="Số nhảy làm số dự án đếm theo STT khác số dự án thật.",
        wrong=_HEAD + "    hang: [[1, Mạng LAN, 200], [2, Một cửa, 300], [4, Thư điện tử, 50]]\n",
        right=_HEAD + "    hang: [[1, Mạng LAN, 200], [2, Một cửa, 300], [3, Thư điện tử, 50]]\n",
        fix="đánh lại số, hoặc thêm hàng còn thiếu; bảng lấy từ du_an thì số do chương trình đánh",
        limits="Không biết thiếu một hàng hay chỉ đánh số sai.",
        find=_in_tables,
    ),
    Rule(
        "KH457",
        Severity.WARNING,
        "Số mục gõ tay nhảy hoặc trùng",
        "Số {number} đứng sau số {before}",
        why="Số nhảy là thiếu một mục, hoặc đánh nhầm; dẫn chiếu theo số sẽ sai.",
        wrong=_BLOCK + "1. Nâng cấp mạng.\n    2. Đào tạo.\n    4. Kiểm tra.\n",
        right=_BLOCK + "1. Nâng cấp mạng.\n    2. Đào tạo.\n    3. Kiểm tra.\n",
        fix="đánh lại số; dùng muc_con thì số do chương trình đánh",
        limits="Không biết thiếu một mục hay chỉ đánh số sai.",
        local=True,
        find=_in_prose,
    ),
)
