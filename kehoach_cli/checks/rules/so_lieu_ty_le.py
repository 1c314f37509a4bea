"""KH441-KH443: shares and ratios of prose."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from kehoach_cli.checks.corpus import FIGURES, FIRST_DIGIT, FIRST_FIGURES, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal
from kehoach_cli.vietnamese.text import fold

_SHARE = r"(?P<share>\d+(?:,\d+)?)\s*%"
_GOAL = r"\s*(?:so với|kế hoạch|kh\b|chỉ tiêu|mục tiêu|dự toán|yêu cầu|nhu cầu|cùng kỳ)"
_LINK = (
    r"(?:đạt|chiếm|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ|=|~|≈|\()"
    r"(?:\s*(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|là))?\s*:?\s*"
)
_RATIO = Pattern(
    rf"(?P<part>{FIRST_FIGURES})/(?P<whole>{FIGURES})(?![\d/]|[.,]\d)"
    rf"[^\d\n;.()%/\x81]{{0,90}}?[\s,(]{_LINK}{_SHARE}(?!{_GOAL})",
    needs=("%",),
    shapes=("0/0",),
    first=r"/\d[\d.]*[^\d;.%/\x81]{0,140}\d+(?:,\d+)?\s*%",
    lower=True,
)
_SHARE_FIRST = Pattern(
    rf"(?<![\d.,]){_SHARE}\s*\((?P<part>{FIGURES})/(?P<whole>{FIGURES})(?![\d/]|[.,]\d)",
    needs=("%(", "% ("),
)
_THINGS_LIST = (
    "đơn vị|sở|xã|phường|thị trấn|huyện|cơ quan|trường|máy|điểm|thôn|bản|ubnd|"
    "cán bộ|công chức|người|hộ|dịch vụ|thủ tục|chỉ tiêu|nhiệm vụ|dự án|hồ sơ|văn bản|"
    "ngành|tỉnh|bệnh viện|cơ sở|hệ thống|nền tảng|ứng dụng|phần mềm|tổ|ấp|buôn|"
    "khu phố|trạm|phòng|chi cục|trung tâm|hợp tác|doanh nghiệp|chi bộ|đảng viên|"
    "học sinh|học viên|lớp|tuyến|camera|địa phương|tthc|giá trị|học phí|kinh phí|chi phí"
)
_THINGS = frozenset(_THINGS_LIST.split("|"))
_THING = r"(?P<thing>[^\W\d]+)(?P<more> [^\W\d]+)?"
_OVER = Pattern(
    rf"(?P<part>{FIRST_FIGURES})/(?P<whole>{FIGURES})\s+{_THING}(?P<after>[^\n.;]*)",
    needs=("/",),
    lower=True,
)
_LARGE = Pattern(
    r"(?:tỷ lệ|tỉ lệ|chiếm)(?P<what>[^.;\n%\d]{0,80})(?<![\d.,])(?P<share>\d{3,}(?:,\d+)?)\s*%"
    r"(?P<after>[^\n.;]{0,30})",
    needs=("%",),
    also=("tỷ lệ", "tỉ lệ", "chiếm"),
    lower=True,
)
_OF_ALL = Pattern(
    rf"(?P<share>{FIRST_DIGIT}\d\d+(?:,\d+)?)\s*% (?:tổng )?(?:số )?"
    rf"{_THING}(?P<after>[^\n.;]{{0,60}})",
    needs=("%",),
    lower=True,
)
_HIGH = pattern(r"(?<!\d)(?!100(?:,0+)?%)\d{3,}(?:,\d+)?%|^%", re.MULTILINE)
"""A share of three digits but 100%; its sign may stand behind a space."""
_GROWING = r"tăng|giảm|vượt|so với|kế hoạch|dự toán|chỉ tiêu|hoàn thành|trưởng|giải ngân|thu\b|lần"
_MOST = Decimal(10) ** 12
"""More than that is no count of anything, and more than decimals are exact to."""


def _shares(subject: Subject) -> Iterator[Found]:
    for form in (_RATIO, _SHARE_FIRST):
        for match in form.search(subject.corpus):
            part, whole = as_decimal(match["part"]), as_decimal(match["whole"])
            if not whole or part > _MOST or _is_no_share(match):
                continue
            share, right = as_decimal(match["share"]), part * 100 / whole
            places = len(match["share"].partition(",")[2])
            if abs(share - right) >= Decimal(1).scaleb(-places):
                facts = {
                    "ratio": f"{match['part']}/{match['whole']}",
                    "share": match["share"],
                    "right": format_decimal(round(right, max(places, 1))),
                }
                yield Found(subject.corpus.span(*match.span("share")), facts)


def _is_no_share(match: re.Match[str]) -> bool:
    """Whether "6/2013", "30/4" is a month or a day, "24/7" day and night, rather than a share."""
    if (match["part"], match["whole"]) == ("24", "7"):
        return True
    whole, part = match["whole"], int(match["part"].replace(".", ""))
    before = fold(match.string[max(0, match.start() - 8) : match.start()])
    year = len(whole) == 4 and whole.isdigit() and 1990 <= int(whole) <= 2100 and part <= 12
    return year or before.endswith(("so", "ngay", "thang", "quy"))


def _is_thing(match: re.Match[str]) -> bool:
    """Whether what follows a figure is something that is counted."""
    return match["thing"] in _THINGS or f"{match['thing']}{match['more'] or ''}" in _THINGS


def _is_more(part: str, whole: str) -> bool:
    """Whether what stands before a "/" may be a larger number than what stands behind it."""
    numbers = [one.strip("(").replace(".", "") for one in (part, whole)]
    return all(map(str.isdecimal, numbers)) and int(numbers[0]) > int(numbers[1])


def _over(subject: Subject) -> Iterator[Found]:
    tokens = (token for token in subject.corpus.vocabulary.split("\n") if "/" in token)
    if not any(_is_more(*token.partition("/")[::2]) for token in tokens):
        return
    for match in _OVER.search(subject.corpus):
        part, whole = as_decimal(match["part"]), as_decimal(match["whole"])
        before = match.string[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
        around = f"{before} {match['after']}"
        counted = _is_thing(match) and not _is_no_share(match)
        if part > whole and counted and not re.search(_GROWING, around):
            facts = {"ratio": f"{match['part']}/{match['whole']}"}
            yield Found(subject.corpus.span(match.start("part"), match.end("whole")), facts)


def _large(subject: Subject) -> Iterator[Found]:
    if not _HIGH.search(subject.corpus.vocabulary):
        return
    told: set[int] = set()
    of_all = filter(_is_thing, _OF_ALL.search(subject.corpus))
    for match in chain(_LARGE.search(subject.corpus), of_all):
        around = match.string[max(0, match.start() - 40) : match.end()].rpartition("\n")[2]
        grows = re.search(_GROWING, around)
        if as_decimal(match["share"]) > 100 and not grows and match.start("share") not in told:
            told.add(match.start("share"))
            facts = {"share": match["share"]}
            yield Found(subject.corpus.span(*match.span("share")), facts)


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH441",
        Severity.ERROR,
        "Phần trăm không khớp tỷ số",
        "{ratio} là {right}%, ở đây ghi {share}%",
        why="Phần trăm tính từ chính hai số đứng trước nó; lệch là một trong ba số sai.",
        wrong=_TEXT + '"Có phần mềm diệt virus: 14/22 đơn vị, đạt 73,6%."\n',
        right=_TEXT + '"Có phần mềm diệt virus: 14/22 đơn vị, đạt 63,6%."\n',
        fix="tính lại, hoặc sửa số ghi nhầm",
        limits="Làm tròn hay cắt bớt chữ số cuối đều được; so với kế hoạch, cùng kỳ thì không xét.",
        local=True,
        find=_shares,
    ),
    Rule(
        "KH442",
        Severity.WARNING,
        "Phần lớn hơn toàn bộ",
        "{ratio}: số đạt được lớn hơn tổng số",
        why="Không thể có nhiều đơn vị đạt hơn số đơn vị hiện có.",
        wrong=_TEXT + '"Đã nối mạng 23/22 đơn vị."\n',
        right=_TEXT + '"Đã nối mạng 22/22 đơn vị."\n',
        fix="sửa tử số hoặc mẫu số",
        limits="Vượt kế hoạch thì tử số lớn hơn là đúng; câu có chữ vượt, kế hoạch không bị nhắc.",
        local=True,
        find=_over,
    ),
    Rule(
        "KH443",
        Severity.WARNING,
        "Tỷ lệ quá 100%",
        "Tỷ lệ {share}% lớn hơn 100%",
        why="Phần trong một tổng không quá 100%.",
        wrong=_TEXT + '"Tỷ lệ xã có mạng là 120%."\n',
        right=_TEXT + '"Tỷ lệ xã có mạng là 100%."\n',
        fix="sửa con số; nếu là so với kế hoạch thì viết rõ",
        limits="Tỷ lệ so với kế hoạch, tốc độ tăng có thể quá 100% và không bị nhắc khi nói rõ.",
        local=True,
        find=_large,
    ),
)
