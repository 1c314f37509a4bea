"""KH440, KH445-KH447: sums of money in prose."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.checks.corpus import FIGURES, FIRST_FIGURES, Pattern
from kehoach_cli.checks.money import in_unit, mentions
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.splits import Split
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal
from kehoach_cli.vietnamese.units import MoneyUnit
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import money_in_words, parse_words

_WORDS = Pattern(
    rf"(?P<money>{FIGURES}(?:,\d+)?\s*(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s+)?đồng)\s*"
    r"(?:\((?:\s*(?:viết )?bằng chữ\s*:?)?|[,;.]\s*(?:viết )?bằng chữ\s*:)\s*"
    r"(?P<words>[^\W\d][^()\d\n;.]{5,250})",
    needs=("đồng (", "đồng(", "bằng chữ"),
    lower=True,
)
_BARE = Pattern(
    rf"(?P<number>{FIRST_FIGURES}(?:,\d+)?)\s*\((?P<words>[^\W\d][^()\d\n;.]{{5,250}}đồng)\)",
    needs=("đồng)",),
    shapes=("0 (", "0("),
    lower=True,
)
_NEAR = 14  # letters of a unit


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
        number = as_decimal(match["number"])
        unit = next((unit for unit in MoneyUnit if said == number * unit.factor), None)
        if unit is not None and number > 0:
            facts = {"number": match["number"], "unit": unit.value}
            yield Found(subject.corpus.span(*match.span("number")), facts)


def _told(split: Split, subject: Subject) -> Found:
    """At the whole; at the part that is wrong where another place has the whole too."""
    whole, total, unit = split.wholes[0].amount, split.total, subject.unit
    typed = format_decimal(whole / unit.factor)
    places = subject.words.exactly(typed)
    known = len(places) > 1 or any(_in_words(subject.corpus.text, end) for _, end in places)
    place = split.wrong_part(whole) if known else None
    facts = {
        "whole": in_unit(whole, unit),
        "sum": in_unit(total, unit),
        "difference": in_unit(abs(total - whole), unit),
    }
    return Found(place or split.span, facts)


def _in_words(text: str, end: int) -> bool:
    """Whether words in brackets stand behind an amount."""
    opened = text.find("(", end, end + _NEAR)
    return opened >= 0 and text[opened + 1 : opened + 2].isalpha()


def _too_much(subject: Subject) -> Iterator[Found]:
    return (_told(split, subject) for split in subject.splits if split.difference > 0)


def _too_little(subject: Subject) -> Iterator[Found]:
    return (_told(split, subject) for split in subject.splits if split.difference < 0)


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
