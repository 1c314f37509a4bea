"""KH450-KH459: counts and typed numbers of prose."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kehoach_cli.checks.blocks import Block, Line, title_lines
from kehoach_cli.checks.corpus import FIRST_DIGIT, HOLE, Pattern
from kehoach_cli.checks.money import in_unit, mentions
from kehoach_cli.checks.points import out_of_order
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.ledger import GROUPINGS, group_keys
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import fold

_LONG = 20  # letters of a name that can stand in prose for nothing else
_LISTED = (
    "nhóm|nhiệm vụ|dự án|chỉ tiêu|giải pháp|nội dung|mục tiêu|hạng mục|hoạt động|đề án|"
    "chương trình|phần|bước|tiêu chí|lĩnh vực|nguyên tắc|quan điểm|công việc"
)
_LIST = rf"(?<![\d.,/])(?P<count>\d{{1,2}})\s+(?P<what>{_LISTED})\b[^\d:\n]{{0,60}}:\s*$"
_COUNTED = (
    r"(?<![\d.,/])(?P<count>\d{1,3}(?:\.\d{3})+|\d+)\s+"
    r"(?!(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|năm|tháng|ngày|giờ|và|đến|lần|trên|của|là|thì|có)\b)"
    r"(?P<what>[^\W\d]+(?: [^\W\d]+)?)"
)


def _lists(subject: Subject) -> Iterator[Found]:
    """Counts that the list below them does not have."""
    for block in subject.blocks:
        for number, line in enumerate(block.lines):
            match = re.search(_LIST, line.text) if line.opens else None
            listed = _listed(block, number) if match else 0
            if match and listed and listed != int(match["count"]):
                facts = {"count": f"{match['count']} {match['what']}", "listed": str(listed)}
                yield Found(line.span(match.start("count"), match.end("what")), facts)


def _listed(block: Block, number: int) -> int:
    """How many bullets, or sub-sections, or rows, stand right below a line."""
    below = block.below(number)
    if below or number + 1 < len(block.lines):
        return len(below)
    if block.table is not None:
        return sum(1 for row in block.table.hang or () if row.nhom is None and not row.dam)
    return block.sections


def _parts(subject: Subject) -> Iterator[Found]:
    """Counts whose bullets count the same thing and come to another number."""
    for block in subject.blocks:
        for number, line in enumerate(block.lines):
            if line.opens:
                yield from _counted_below(block, number, line)
            elif "gồm" in line.text:
                yield from _counted_inline(line)


def _counted_below(block: Block, number: int, line: Line) -> Iterator[Found]:
    below = [_things(other.text) for other in block.below(number)]
    for match in re.finditer(_COUNTED, line.text):
        what = match["what"].split()[0]
        counts = [things[what] for things in below if what in things]
        if len(counts) > 1 and len(counts) == len(below):
            yield from _compared(line, match, sum(counts))
            return


def _things(text: str) -> dict[str, int]:
    """What a line counts, by the first word of it; the first count of each."""
    found: dict[str, int] = {}
    for match in re.finditer(_COUNTED, text):
        found.setdefault(match["what"].split()[0], int(match["count"].replace(".", "")))
    return found


def _counted_inline(line: Line) -> Iterator[Found]:
    """ "1.444 dịch vụ, gồm 222 dịch vụ mức 1 và 1.222 dịch vụ mức 2"."""
    head, _, tail = line.text.partition("gồm")
    whole = list(re.finditer(_COUNTED, head))[-1:]
    for match in whole:
        sentence = re.split(r"[.;](?:\s|$)|\btrong đó\b", tail)[0]
        parts = [
            int(part["count"].replace(".", ""))
            for part in re.finditer(_COUNTED, sentence)
            if part["what"].split()[:2] == match["what"].split()[:2]
        ]
        ranked = re.sub(r"(?:mức(?: độ)?|cấp|loại|hạng) \d+", "", re.sub(_COUNTED, "", sentence))
        others = re.search(r"\d", ranked)
        near = "." not in head[match.end() :] and HOLE not in line.text
        if len(parts) > 1 and near and not others:
            yield from _compared(line, match, sum(parts))


def _compared(line: Line, match: re.Match[str], total: int) -> Iterator[Found]:
    if total != int(match["count"].replace(".", "")):
        facts = {"count": f"{match['count']} {match['what'].split()[0]}", "sum": str(total)}
        yield Found(line.span(*match.span("count")), facts)


_PROJECTS = r"(?<![\d.,/])(\d{1,3})\s+(?:dự án|nhiệm vụ)\b(?!\S)?"
_GROUPS = r"(?<![\d.,/])(\d{1,2})\s+nhóm (?:dự án|nhiệm vụ)"


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
        match = re.search(_PROJECTS, line.text) if text else None
        label = next((label for label in labels if label in text), None) if match else None
        if match and label:
            name, key = labels[label]
            count = sum(1 for item in items if getattr(item, name) == key)
            yield from _other_count(line, match, count)
        groups = re.search(_GROUPS, line.text) if "nhóm " in line.text else None
        if groups:
            yield from _group_count(subject, line, groups)


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


_POINT = Pattern(
    rf"(?P<whole>{FIRST_DIGIT}\d{{0,2}})\.(?P<decimals>\d{{1,2}})"
    r"(?=\s*(?:%|(?:tỷ|tỉ|triệu) đồng))",
    needs=("%", "ỷ đồng", "ỉ đồng", "u đồng"),
)
_COMMA = Pattern(
    rf"{FIRST_DIGIT}\d{{0,2}}(?:,\d{{3}})+(?=\s*(?:triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ))",
    needs=("đồng", "VNĐ"),
)


def _points(subject: Subject) -> Iterator[Found]:
    for match in _POINT.search(subject.corpus):
        start, end = match.start(), match.end("decimals")
        right = f"{match['whole']},{match['decimals']}"
        facts = {"text": f"{match['whole']}.{match['decimals']}", "right": right}
        yield Found(subject.corpus.span(start, end), facts, repair=right)


def _commas(subject: Subject) -> Iterator[Found]:
    for match in _COMMA.search(subject.corpus):
        right = match[0].replace(",", ".")
        yield Found(subject.corpus.span(*match.span()), {"text": match[0], "right": right})


def _both(subject: Subject) -> Iterator[Found]:
    """Thousands after points and after commas in one text."""
    if re.search(r",\d{3}(?<=\d,\d{3})", subject.corpus.text) is None:
        return
    for block in subject.blocks:
        points = any(
            re.search(r"(?<![\d.,/])\d{1,3}\.\d{3}(?![\d,/])", x.text) for x in block.lines
        )
        for line in block.lines if points else ():
            pattern = (
                r"(?<![\d.,/])\d{1,3},\d{3}(?![\d.,]|\s*(?:%|tỷ|tỉ|km|ha\b|m2|lần)|"
                r"\s*(?:triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ))"
            )
            for match in re.finditer(pattern, line.text):
                yield Found(line.span(*match.span()), {"text": match[0]})


def _typed(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        numbered = [
            (int(match[1]), line.span(*match.span(1)))
            for line in block.lines
            if (match := re.match(r"\s*(\d{1,2})[.)]\s+[^\W\d_]", line.text))
        ]
        yield from _gaps(numbered)
        points = (
            (match[1], line.span(*match.span(1)))
            for line in block.lines
            if (match := re.match(r"\s*(?:[-+] )?([a-zđ])\)\s+[^\W\d_]", line.text))
        )
        for before, letter, span in out_of_order(points):
            yield Found(span, {"before": before, "number": letter})
    for name in ("Bảng", "Biểu", "Hình"):
        yield from _gaps(list(_captions(subject, name)))


def _captions(subject: Subject, name: str) -> Iterator[tuple[int, Span]]:
    pattern = rf"\s*\**{name}(?: số)? (\d{{1,2}})(?=[.:\s])"
    for table in subject.tables:
        match = re.match(pattern, table.ten or "")
        if match:
            yield int(match[1]), table.span("ten")


_OF_THINGS = Pattern(
    rf"{FIRST_DIGIT}\d{{0,4}}/(?P<whole>\d{{1,5}})\s+"
    r"(?P<things>(?:sở|xã|phường|huyện)(?:,? [^\W\d]+){3,4})"
    r"(?![\w/])",
    needs=("/",),
    lower=True,
)

_ALL_SCHOOLS = Pattern(
    rf"(?P<all>{FIRST_DIGIT}\d{{0,3}})/(?P<whole>(?P=all)) (?P<things>trường(?: [^\W\d]+){{2,4}})",
    needs=(" trường ",),
    lower=True,
)


def _wholes(subject: Subject) -> Iterator[Found]:
    """The same things, counted out of another number than the first time."""
    seen: dict[str, tuple[str, Span]] = {}
    for match in _OF_THINGS.search(subject.corpus):
        span = subject.corpus.span(*match.span("whole"))
        whole, first = seen.setdefault(
            " ".join(match["things"].split()[:5]), (match["whole"], span)
        )
        if whole != match["whole"]:
            things = subject.corpus.text[match.start("things") : match.end("things")]
            facts = {"whole": match["whole"], "things": things, "other": whole}
            yield Found(span, {**facts, "line": str(first.first.line)})
    yield from _all_of_fewer(subject)


def _all_of_fewer(subject: Subject) -> Iterator[Found]:
    """All schools of a kind, "98/98 trường …", where another place has more of them."""
    corpus = subject.corpus
    for match in _ALL_SCHOOLS.search(corpus):
        things, whole = match["things"], match["whole"]
        counts = re.finditer(rf"(?<![\d/.,])(\d{{1,4}}) {things}(?!\w)", corpus.lower)
        more = next((one for one in counts if int(one[1]) > int(whole)), None)
        if more is not None:
            facts = {"whole": whole, "things": things, "other": more[1]}
            line = corpus.span(*more.span(1)).first.line
            yield Found(corpus.span(*match.span("whole")), {**facts, "line": str(line)})


def _gaps(numbered: list[tuple[int, Span]]) -> Iterator[Found]:
    """Numbers that are neither the next nor a new start."""
    for (before, _), (number, span) in pairwise(numbered):
        if number not in (before + 1, 1):
            yield Found(span, {"before": str(before), "number": str(number)})


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "
_BLOCK = _TEXT + "|\n    "
_GROUP = "phan_nhom: {nhom: {ha_tang: Nhóm hạ tầng}}\ndu_an: [{ten: Mạng LAN, nhom: ha_tang}]\n"
_SECTION = 'noi_dung:\n- muc: "Nhóm hạ tầng: '
_PROJECT = "du_an: [{ten: Nâng cấp mạng LAN cấp huyện, tong_kinh_phi: 500}]\n"
_TASK = _TEXT + '"Dự án Nâng cấp mạng LAN cấp huyện cần '

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
        limits="Chỉ xét câu có tên nhóm đúng như trong phan_nhom, và câu đếm số nhóm dự án.",
        find=_registered,
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
        "KH454",
        Severity.WARNING,
        "Số thập phân viết bằng dấu chấm",
        "“{text}” dùng dấu chấm trước phần thập phân",
        why="Tiếng Việt viết phần thập phân sau dấu phẩy; dấu chấm ngăn hàng nghìn.",
        wrong=_TEXT + '"Số máy nối mạng tăng 28.7%."\n',
        right=_TEXT + '"Số máy nối mạng tăng 28,7%."\n',
        fix="viết {right}",
        limits="Tên phiên bản có dấu % theo sau sẽ bị hiểu là phần trăm.",
        local=True,
        find=_points,
    ),
    Rule(
        "KH455",
        Severity.WARNING,
        "Số tiền đọc được hai cách",
        "“{text}” đọc được là {right}, hoặc là số có phần thập phân",
        why="Dấu phẩy là dấu thập phân; ngăn hàng nghìn bằng dấu chấm thì chỉ có một cách đọc.",
        wrong=_TEXT + '"Đã chi 8,000 triệu đồng."\n',
        right=_TEXT + '"Đã chi 8.000 triệu đồng."\n',
        fix="viết {right}, hoặc bỏ số 0 thừa nếu là số thập phân",
        limits="Không biết người viết muốn nói số nào.",
        local=True,
        find=_commas,
    ),
    Rule(
        "KH456",
        Severity.WARNING,
        "Hai cách ngăn hàng nghìn trong một mục",
        "“{text}” dùng dấu phẩy, chỗ khác trong mục này dùng dấu chấm ngăn hàng nghìn",
        why="Viết lẫn hai cách thì không biết đâu là hàng nghìn, đâu là phần thập phân.",
        wrong=_TEXT + '"Có 1.444 dịch vụ; 1,221 dịch vụ ở mức độ 2."\n',
        right=_TEXT + '"Có 1.444 dịch vụ; 1.221 dịch vụ ở mức độ 2."\n',
        fix="dùng dấu chấm ngăn hàng nghìn ở mọi chỗ",
        limits="Số thập phân đúng ba chữ số cũng bị nhắc, trừ khi có đơn vị đo quen thuộc.",
        local=True,
        find=_both,
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
        find=_typed,
    ),
    Rule(
        "KH458",
        Severity.WARNING,
        "Một loại đơn vị hai tổng số",
        "Ở đây tính trên {whole} {things}, ở dòng {line} tính trên {other}",
        why="Cùng một loại đơn vị thì tổng số phải như nhau ở mọi chỗ.",
        wrong=_TEXT
        + '"Một cửa: 18/18 sở, ban, ngành có hồ sơ. Bưu chính: 16/22 sở, ban, ngành có hồ sơ."\n',
        right=_TEXT
        + '"Một cửa: 18/18 sở, ban, ngành có hồ sơ. Bưu chính: 16/18 sở, ban, ngành có hồ sơ."\n',
        fix="thống nhất tổng số, hoặc gọi tên cho khác nhau",
        limits="Chỉ so sở, huyện, xã, trường gọi bằng cùng mấy chữ; số có thể của hai thời điểm.",
        local=True,
        find=_wholes,
    ),
)
