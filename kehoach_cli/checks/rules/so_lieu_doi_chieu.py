"""KH452-KH453, KH459: counts and money of prose beside the register, groups without a count."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.checks.blocks import Line, title_lines
from kehoach_cli.checks.corpus import HOLE, Pattern
from kehoach_cli.checks.money import in_unit, mentions
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.ledger import GROUPINGS, group_keys
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.text import fold

_LONG = 20  # letters of a name that can stand in prose for nothing else
_PROJECTS = r"(?<![\d.,/])(\d{1,3})\s+(?:dự án|nhiệm vụ)\b(?!\S)?"
_OF_REGISTER = Pattern(
    r"danh mục (?:gồm |các )?(?P<count>\d{1,3}) (?:nhiệm vụ, dự án|dự án, nhiệm vụ|dự án|nhiệm vụ)"
    r"(?! (?:về|thuộc|của|nhóm|chuyển tiếp|mới|trọng|ưu))(?!,? (?:\w+ ){0,3}giai đoạn trước)",
    needs=("danh mục ",),
    shapes=("danh mục 0", "danh mục gồm 0", "danh mục các 0"),
    lower=True,
)
_GROUPS = r"(?<![\d.,/])(\d{1,2})\s+nhóm (?:dự án|nhiệm vụ)"
_GROUP_TITLE = pattern(
    r"[-+*\s]*(?:\d{1,2}[.)]\s*)?(?P<name>Nhóm (?:các )?(?:dự án|nhiệm vụ)\b[^:]*)"
)
_ITS_COUNT = pattern(rf"(?:\d|{HOLE}) (?:dự án|nhiệm vụ)")
_FEWEST = 2


def _registered(subject: Subject) -> Iterator[Found]:
    """Counts of projects and groups beside the register."""
    items = subject.plan.du_an or []
    labels = {
        fold(subject.plan.group_label(name, key)): (name, key)
        for name in GROUPINGS
        for key in group_keys(subject.plan, name)
    }
    lines = [line for block in subject.blocks for line in block.lines]
    for line in (*title_lines(subject.outline), *lines) if labels else ():
        text = fold(line.text) if "dự án" in line.text or "nhiệm vụ" in line.text else ""
        label = next((label for label in labels if label in text), None)
        match = re.search(_PROJECTS, line.text) if label else None
        if match and label:
            name, key = labels[label]
            count = sum(1 for item in items if getattr(item, name) == key)
            yield from _other_count(line, match, count)
        groups = re.search(_GROUPS, line.text) if "nhóm " in line.text else None
        if groups:
            yield from _group_count(subject, line, groups)


def _whole_count(subject: Subject) -> Iterator[Found]:
    """ "Danh mục 6 nhiệm vụ, dự án" beside all of the register."""
    items = subject.plan.du_an or ()
    for match in _OF_REGISTER.search(subject.corpus) if items else ():
        item = subject.corpus.item(match.start())
        if item.key == "doan_van" and int(match["count"]) != len(items):
            said = subject.corpus.text[match.start("count") : match.end()]
            span = subject.corpus.span(match.start("count"), match.end())
            yield Found(span, {"said": said, "count": str(len(items))})


def _counted(subject: Subject) -> Iterator[Found]:
    yield from _registered(subject)
    yield from _whole_count(subject)


def _group_count(subject: Subject, line: Line, match: re.Match[str]) -> Iterator[Found]:
    items = subject.plan.du_an or ()
    used = [len({getattr(i, name) for i in items} - {None}) for name in GROUPINGS]
    if used[0] and int(match[1]) not in used:
        yield from _other_count(line, match, used[0])


def _other_count(line: Line, match: re.Match[str], count: int) -> Iterator[Found]:
    if count and count != int(match[1]):
        yield Found(line.span(match.start(), match.end()), {"said": match[0], "count": str(count)})


def _projects(subject: Subject) -> Iterator[Found]:
    """Money on a line that names a project, and is none of its figures."""
    lines = [
        (line, found)
        for block in subject.blocks
        for line in block.lines
        if len(found := [m for m in mentions(line.text) if not m.rough]) == 1
    ]
    items = subject.plan.du_an or () if lines else ()
    named = [(fold(item.ten or "").rstrip(" .;"), item) for item in items]
    for line, (mention,) in lines:
        text = fold(line.text)
        item = next((i for name, i in named if len(name) >= _LONG and name in text), None)
        amounts = _figures(item) if item else set()
        if item and amounts and not any(mention.equals(a * subject.unit.factor) for a in amounts):
            facts = {
                "said": in_unit(mention.amount, subject.unit),
                "line": str(item.span("ten").first.line),
            }
            yield Found(line.span(mention.start, mention.end), facts)


def _figures(item: DuAn) -> set[Decimal]:
    """Every amount and sum of a project."""
    found = {item.tong_kinh_phi}
    for name in ("", *(item.kinh_phi or {})):
        split = item.measure(name)
        if split is not None:
            times = {time for time, _ in split.leaves} | {None}
            sources = {source for _, source in split.leaves} | {None}
            found |= {split.get(time, source) for time in times for source in sources}
    return {amount for amount in found if amount is not None}


def _uncounted(subject: Subject) -> Iterator[Found]:
    if subject.corpus.text.count("Nhóm ") <= _FEWEST:
        return
    yield from _without([*title_lines(subject.outline)])
    for block in subject.blocks:
        yield from _without(block.lines)


def _without(lines: list[Line]) -> Iterator[Found]:
    """The one of several groups side by side that no count stands at."""
    groups = [(line, match) for line in lines if (match := _GROUP_TITLE.match(line.text))]
    bare = [(line, match) for line, match in groups if not _ITS_COUNT.search(line.text)]
    if len(bare) == 1 and len(groups) > _FEWEST:
        line, match = bare[0]
        name = re.sub(r"\s+", " ", match["name"]).strip(" .")
        yield Found(line.span(*match.span("name")), {"name": first_words(name)})


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "
_GROUP = "phan_nhom: {nhom: {ha_tang: Nhóm hạ tầng}}\ndu_an: [{ten: Mạng LAN, nhom: ha_tang}]\n"
_SECTION = 'noi_dung:\n- muc: "Nhóm hạ tầng: '
_PROJECT = "du_an: [{ten: Nâng cấp mạng LAN cấp huyện, tong_kinh_phi: 500}]\n"
_TASK = _TEXT + '"Dự án Nâng cấp mạng LAN cấp huyện cần '

_TITLES = (
    "noi_dung:\n- {muc: 'Nhóm dự án hạ tầng: 08 dự án'}\n- {muc: 'Nhóm dự án ứng dụng: 02 dự án'}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH452",
        Severity.WARNING,
        "Số dự án khác danh mục",
        "Ở đây ghi “{said}”, danh mục có {count}",
        why="Số dự án nêu trong lời văn phải bằng số dự án của danh mục.",
        wrong=_GROUP + _SECTION + '08 dự án"\n',
        right=_GROUP + _SECTION + '01 dự án"\n',
        fix="sửa số, hoặc để chương trình đếm: {{{{ so_nhom | hai_chu_so }}}} nhóm, "
        "{{{{ so_du_an.MÃ_NHÓM | hai_chu_so }}}} dự án",
        limits="Chỉ xét câu có tên nhóm đúng như trong phan_nhom, câu đếm số nhóm dự án, và câu "
        "“danh mục 6 dự án …”.",
        find=_counted,
    ),
    Rule(
        "KH453",
        Severity.WARNING,
        "Số tiền của dự án khác danh mục",
        "Lời văn ghi {said}, dự án này ở dòng {line} không có số nào như thế",
        why="Cùng một dự án thì lời văn và danh mục phải cùng một số.",
        wrong=_PROJECT + _TASK + '600 triệu đồng."\n',
        right=_PROJECT + _TASK + '500 triệu đồng."\n',
        fix="thống nhất hai chỗ",
        limits="Chỉ xét câu có đúng tên dự án và một số tiền; số tiền có thể là của việc khác.",
        find=_projects,
    ),
    Rule(
        "KH459",
        Severity.INFO,
        "Một nhóm không ghi số dự án",
        "“{name}” không ghi số dự án, các nhóm khác có ghi",
        why="Người đọc cộng số dự án của các nhóm; thiếu một nhóm thì không ra tổng.",
        wrong=f"{_TITLES}- {{muc: 'Nhóm dự án đào tạo'}}\n",
        right=f"{_TITLES}- {{muc: 'Nhóm dự án đào tạo: 09 dự án'}}\n",
        fix="ghi số dự án, hoặc dùng {{{{ so_du_an.MÃ_NHÓM | hai_chu_so }}}}",
        limits="Chỉ xét những dòng bắt đầu bằng Nhóm dự án, Nhóm nhiệm vụ.",
        find=_uncounted,
    ),
)
