"""KH440-KH449: figures of prose that contradict themselves."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.checks.blocks import Block
from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.money import in_unit, mentions
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.splits import Split
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import money_in_words, parse_words

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_FIRST_NUMBER = rf"{FIRST_DIGIT}(?:\d{{0,2}}(?:\.\d{{3}})+|\d*)"
_SHARE = r"(?P<share>\d+(?:,\d+)?)\s*%"
_GOAL = r"\s*(?:so với|kế hoạch|kh\b|chỉ tiêu|mục tiêu|dự toán|yêu cầu|nhu cầu|cùng kỳ)"
_LINK = (
    r"(?:đạt|chiếm|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ|=|~|≈|\()"
    r"(?:\s*(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|là))?\s*:?\s*"
)

_WORDS = Pattern(
    rf"(?P<money>{_NUMBER}(?:,\d+)?\s*(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s+)?đồng)\s*"
    r"(?:\((?:\s*(?:viết )?bằng chữ\s*:?)?|[,;.]\s*(?:viết )?bằng chữ\s*:)\s*"
    r"(?P<words>[^\W\d][^()\d\n;.]{5,250})",
    needs=("đồng (", "đồng(", "đồng, ", "đồng; ", "đồng."),
    lower=True,
)
_BARE = Pattern(
    rf"(?P<number>{_FIRST_NUMBER}(?:,\d+)?)\s*\((?P<words>[^\W\d][^()\d\n;.]{{5,250}}đồng)\)",
    needs=("đồng)",),
    lower=True,
)
_RATIO = Pattern(
    rf"(?P<part>{_FIRST_NUMBER})/(?P<whole>{_NUMBER})(?![\d/]|[.,]\d)"
    rf"[^\d\n;.()%/\ue001]{{0,90}}?[\s,(]{_LINK}{_SHARE}(?!{_GOAL})",
    needs=("%",),
    lower=True,
)
_SHARE_FIRST = Pattern(
    rf"(?<![\d.,]){_SHARE}\s*\((?P<part>{_NUMBER})/(?P<whole>{_NUMBER})(?![\d/]|[.,]\d)",
    needs=("%(", "% ("),
)
_THINGS = (
    "đơn vị|sở|xã|phường|thị trấn|huyện|cơ quan|trường|máy|điểm|thôn|bản|ubnd|cán bộ|công chức|"
    "người|hộ|dịch vụ|thủ tục|chỉ tiêu|nhiệm vụ|dự án|hồ sơ|văn bản|ngành|tỉnh|bệnh viện"
)
_OVER = Pattern(
    rf"(?P<part>{_FIRST_NUMBER})/(?P<whole>{_NUMBER})\s+(?:{_THINGS})\b(?P<after>[^\n.;]*)",
    needs=("/",),
    lower=True,
)
_LARGE = Pattern(
    r"(?:tỷ lệ|tỉ lệ|chiếm)(?P<what>[^.;\n%\d]{0,80})(?<![\d.,])(?P<share>\d{3,}(?:,\d+)?)\s*%"
    r"(?P<after>[^\n.;]{0,30})",
    needs=("%",),
    lower=True,
)
_GROWING = r"tăng|giảm|vượt|so với|kế hoạch|dự toán|chỉ tiêu|hoàn thành|trưởng|giải ngân|thu\b|lần"


def _words(subject: Subject) -> Iterator[Found]:
    """Money whose words in brackets say another amount."""
    for match in _WORDS.search(subject.corpus):
        money = next(iter(mentions(match["money"])), None)
        try:
            said = parse_words(match["words"])
        except Unreadable:
            continue
        if money and said != money.amount:
            facts = {"money": match["money"], "said": format_decimal(Decimal(said))}
            facts["right"] = money_in_words(money.amount / subject.unit.factor, subject.unit)
            yield Found(subject.corpus.span(*match.span("words")), facts)


def _no_unit(subject: Subject) -> Iterator[Found]:
    """Figures without a unit whose words in brackets are the same digits of money."""
    for match in _BARE.search(subject.corpus):
        try:
            said = Decimal(parse_words(match["words"]))
        except Unreadable:
            continue
        number = _amount(match["number"])
        unit = next((unit for unit in MoneyUnit if said == number * unit.factor), None)
        if unit is not None and number > 0:
            facts = {"number": match["number"], "unit": unit.value}
            yield Found(subject.corpus.span(*match.span("number")), facts)


_MOST = Decimal(10) ** 12
"""More than that is no count of anything, and more than decimals are exact to."""


def _amount(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _shares(subject: Subject) -> Iterator[Found]:
    for pattern in (_RATIO, _SHARE_FIRST):
        for match in pattern.search(subject.corpus):
            part, whole = _amount(match["part"]), _amount(match["whole"])
            if not whole or part > _MOST or _is_no_share(match):
                continue
            share, right = _amount(match["share"]), part * 100 / whole
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


def _over(subject: Subject) -> Iterator[Found]:
    for match in _OVER.search(subject.corpus):
        part, whole = _amount(match["part"]), _amount(match["whole"])
        if part > whole and not _is_no_share(match) and not re.search(_GROWING, match["after"]):
            facts = {"ratio": f"{match['part']}/{match['whole']}"}
            yield Found(subject.corpus.span(match.start("part"), match.end("whole")), facts)


def _large(subject: Subject) -> Iterator[Found]:
    for match in _LARGE.search(subject.corpus):
        around = match.string[max(0, match.start() - 40) : match.end()].rpartition("\n")[2]
        if _amount(match["share"]) > 100 and not re.search(_GROWING, around):
            facts = {"share": match["share"]}
            yield Found(subject.corpus.span(*match.span("share")), facts)


_MEAN = (
    rf"(?<![\d.,/])(?P<total>{_NUMBER})\s+(?P<what>[^\W\d]+)"
    rf"(?:\s*/\s*(?P<given>\d+)\s+[^\W\d][^,;\d]*)?[,;(]?[^\d\n/]{{0,30}}?"
    r"(?P<mean>\d+,\d+)\s+(?P=what)/(?P<per>[^\W\d]+(?: [^\W\d]+)?)"
)


def _means(subject: Subject) -> Iterator[Found]:
    """The first average of a section that fits no number of units named there."""
    for block in subject.blocks:
        for line in block.lines:
            match = re.search(_MEAN, line.text) if "/" in line.text else None
            if match is None:
                continue
            low, high = _units_meant(match)
            counts = [int(match["given"])] if match["given"] else _denominators(block, match["per"])
            if len(set(counts)) == 1 and not low <= counts[0] <= high:
                facts = {
                    "total": f"{match['total']} {match['what']}",
                    "mean": match["mean"],
                    "meant": str(round((low + high) / 2)),
                    "count": f"{counts[0]} {match['per']}",
                }
                yield Found(line.span(*match.span("mean")), facts)
                break
        yield from _per_person(block)


_PERSONS = r"(?:cán bộ|công chức|viên chức|người lao động|người|ccvc)"
_OF_PERSONS = rf"\d/({_NUMBER})\s+{_PERSONS}"
_MEAN_OF_PERSONS = (
    rf"(?<![\d.,/])(?P<total>{_NUMBER})\s+(?P<what>[^\W\d]+)\b(?P<between>[^\n;]{{0,160}}?)"
    rf"(?<![\d.,/])(?P<mean>\d+,\d+)\s+(?P=what)/{_PERSONS}"
)


def _per_person(block: Block) -> Iterator[Found]:
    """An average per person that does not fit the one number of persons of its section."""
    counts = {
        int(number.replace(".", ""))
        for line in block.lines
        if "/" in line.text
        for number in re.findall(_OF_PERSONS, line.text.lower())
    }
    for line in block.lines if len(counts) == 1 else ():
        match = re.search(_MEAN_OF_PERSONS, line.text.lower())
        if match:
            low, high = _units_meant(match)
            count = next(iter(counts))
            if not low <= count <= high:
                facts = {"total": f"{match['total']} {match['what']}", "mean": match["mean"]}
                meant = str(round((low + high) / 2))
                facts |= {"meant": meant, "count": f"{count} người"}
                yield Found(line.span(*match.span("mean")), facts)


def _units_meant(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Between how many units the total was divided, the mean being rounded or cut."""
    total, mean = _amount(match["total"]), _amount(match["mean"])
    step = Decimal(1).scaleb(-len(match["mean"].partition(",")[2]))
    return total / (mean + step), total / max(mean - step, step / 2)


def _denominators(block: Block, unit: str) -> list[int]:
    pattern = rf"\d/(\d+)\s+{re.escape(unit)}\b"
    return [int(number) for line in block.lines for number in re.findall(pattern, line.text)]


def _told(split: Split, unit: MoneyUnit) -> Found:
    whole, total = split.wholes[0].amount, split.total
    facts = {
        "whole": in_unit(whole, unit),
        "sum": in_unit(total, unit),
        "difference": in_unit(abs(total - whole), unit),
    }
    return Found(split.span, facts)


def _too_much(subject: Subject) -> Iterator[Found]:
    return (_told(split, subject.unit) for split in subject.splits if split.difference > 0)


def _too_little(subject: Subject) -> Iterator[Found]:
    return (_told(split, subject.unit) for split in subject.splits if split.difference < 0)


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "
_BLOCK = "noi_dung:\n- muc: Nguồn lực\n  doan_van: |\n    "
_SOURCES = (
    "Kinh phí của đề án: 46.965 triệu đồng, trong đó:\n"
    "    - Vốn đầu tư: 38.795 triệu đồng;\n    - Vốn sự nghiệp: {} triệu đồng.\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH440",
        Severity.ERROR,
        "Số tiền và chữ trong ngoặc khác nhau",
        "Số ghi {money}, chữ đọc ra {said} đồng",
        why="Số và chữ khác nhau thì không biết theo bên nào khi cấp vốn, thanh toán.",
        wrong=_TEXT
        + '"Đã chi 26.162 triệu đồng (Hai mươi sáu tỷ một trăm sáu mươi ba triệu đồng)."\n',
        right=_TEXT
        + '"Đã chi 26.162 triệu đồng (hai mươi sáu tỉ một trăm sáu mươi hai triệu đồng)."\n',
        fix="viết “{right}”, hoặc sửa số; dùng {{{{ … | bang_chu }}}} thì chương trình viết chữ",
        limits="Chữ viết theo lối nói tắt (một trăm hai) không đọc được nên không so.",
        local=True,
        find=_words,
    ),
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
    Rule(
        "KH444",
        Severity.WARNING,
        "Số bình quân không khớp số đơn vị",
        "{total} bình quân {mean} là chia cho {meant}, ở đây lại tính trên {count}",
        why="Cùng một mục mà số đơn vị suy ra từ bình quân khác số đơn vị đã nêu.",
        wrong=_BLOCK
        + "- Máy chủ: 47 máy, bình quân 2,35 máy/đơn vị.\n    - Có LAN: 22/22 đơn vị.\n",
        right=_BLOCK
        + "- Máy chủ: 47 máy, bình quân 2,14 máy/đơn vị.\n    - Có LAN: 22/22 đơn vị.\n",
        fix="tính lại bình quân, hoặc thống nhất số đơn vị",
        limits="Hai số có thể tính trên hai nhóm đơn vị khác nhau.",
        local=True,
        find=_means,
    ),
    Rule(
        "KH445",
        Severity.ERROR,
        "Các phần cộng quá tổng",
        "Tổng ghi {whole}, các phần cộng được {sum}, thừa {difference}",
        why="Các phần của một số không thể cộng quá số ấy.",
        wrong=_BLOCK + _SOURCES.format("9.170"),
        right=_BLOCK + _SOURCES.format("8.170"),
        fix="sửa tổng, hoặc phần ghi nhầm",
        limits="Không biết tổng hay phần nào sai; phần ghi khoảng, gần, trên thì không xét.",
        local=True,
        find=_too_much,
    ),
    Rule(
        "KH446",
        Severity.WARNING,
        "Các phần cộng chưa đủ tổng",
        "Tổng ghi {whole}, các phần cộng được {sum}, thiếu {difference}",
        why="Kể các phần của một số thì thường kể đủ; thiếu là sót một phần hoặc có số sai.",
        wrong=_BLOCK + _SOURCES.format("7.170"),
        right=_BLOCK + _SOURCES.format("8.170"),
        fix="sửa số ghi nhầm, hoặc kể thêm phần còn thiếu",
        limits="“Trong đó” có thể chỉ kể vài phần; khi ấy thêm một dòng cho phần còn lại.",
        local=True,
        find=_too_little,
    ),
    Rule(
        "KH447",
        Severity.WARNING,
        "Số tiền thiếu đơn vị",
        "Số {number} không có đơn vị, chữ trong ngoặc cho thấy là {unit}",
        why="Số không kèm đơn vị đọc được thành nhiều số tiền khác nhau.",
        wrong=_TEXT + '"Đã chi 500 (Năm trăm triệu đồng)."\n',
        right=_TEXT + '"Đã chi 500 triệu đồng (Năm trăm triệu đồng)."\n',
        fix="viết {number} {unit}",
        limits="Chỉ thấy khi chữ trong ngoặc đọc ra đúng số ấy theo một đơn vị.",
        local=True,
        find=_no_unit,
    ),
)
