"""KH200-KH204: how the numbers of cited documents are written."""

from collections.abc import Iterator

from kehoach_cli.checks.mention import Mention, Part
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.organs import is_surely_party
from kehoach_cli.vietnamese.text import fold

_NUMBER = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3"
_OF_STATE = ("CP", "TTg", "UBND", "HĐND")
_TODAY = 2006
"""Numbers of before circular 55/2005/TTLT-BNV-VPCP had other shapes: "15/QĐ/UB"."""


def _wrong(subject: Subject) -> Iterator[tuple[Mention, Part, str]]:
    """Numbers that are misspelt, with the spelling they should have."""
    for mention in subject.mentions:
        if mention.number is not None and mention.parsed is None and mention.right is not None:
            yield mention, mention.number, mention.right


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _wrong_marks(subject: Subject) -> Iterator[Found]:
    for mention, number, right in _wrong(subject):
        sign, typed = mention.sign, _squeezed(number.text)
        if sign is None or (mention.ngay and mention.ngay.year < _since(sign.org)):
            continue
        central = sign.org in _OF_STATE or is_surely_party(sign.org)
        if _letters(typed) == _letters(right) and typed != right and sign.type_code and central:
            yield Found(number.span, {"number": number.text, "right": right}, right)


def _since(org: str) -> int:
    """The year since which an organ writes its numbers as today; the Government: law of 1996."""
    return 1997 if org in ("CP", "TTg") else _TODAY


_MARKS = dict.fromkeys(map(ord, "/\\-\u2010\u2011\u2012\u2013\u2014\u2015"))


def _letters(number: str) -> str:
    """A number without its strokes and hyphens."""
    return number.translate(_MARKS)


def _spaces(subject: Subject) -> Iterator[Found]:
    for mention in subject.mentions:
        number = mention.number
        if number is not None and _squeezed(number.text) == (mention.right or ""):
            yield Found(number.span, {"number": number.text}, mention.right)


_ORGS = {"Ttg": "TTg", "TTG": "TTg", "HDND": "HĐND"}


def _letters_wrong(subject: Subject) -> Iterator[Found]:
    for mention in subject.mentions:
        number, sign = mention.number, mention.sign
        if number is None or sign is None:
            continue
        right = str(sign)
        if sign.org in _ORGS:
            right = right.removesuffix(sign.org) + _ORGS[sign.org]
        elif _same_but_for_marks(_squeezed(number.text), right):
            continue
        yield Found(number.span, {"number": number.text, "right": right}, right)


def _same_but_for_marks(typed: str, right: str) -> bool:
    """Whether two spellings differ in strokes and hyphens, or in the capitals of a type only."""
    typed, right = _letters(typed), _letters(right)
    capitals = fold(typed) == fold(right) and _has_marks(typed) == _has_marks(right)
    return typed == right or (capitals and "TTg" not in right) or fold(typed) != fold(right)


def _has_marks(number: str) -> bool:
    return not number.isascii()


def _party(subject: Subject) -> Iterator[Found]:
    for mention in subject.mentions:
        sign = mention.parsed
        if sign and sign.kind == "admin" and is_surely_party(sign.org) and mention.number:
            right = f"{sign.number}-{sign.type_code}/{sign.org}"
            yield Found(mention.number.span, {"number": str(sign), "right": right}, right)


def _state_as_party(subject: Subject) -> Iterator[Found]:
    for mention in subject.mentions:
        sign = mention.parsed
        if sign and sign.kind == "party" and sign.org in _OF_STATE and mention.number:
            right = f"{sign.number}/{sign.type_code}-{sign.org}"
            yield Found(mention.number.span, {"number": str(sign), "right": right}, right)


_RIGHT = "loi_dan: Theo Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ.\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH200",
        Severity.ERROR,
        "Số, ký hiệu sai dấu nối",
        "“{number}” đặt sai dấu / hoặc dấu nối",
        why="Số, năm và ký hiệu cách nhau dấu /, loại và cơ quan nối bằng -; sai dấu thì tra không "
        "ra văn bản.",
        wrong="loi_dan: Theo Quyết định số 45/2016-QĐ-TTg ngày 19/10/2016.\n",
        right="loi_dan: Theo Quyết định số 45/2016/QĐ-TTg ngày 19/10/2016.\n",
        fix="ghi {right}",
        clause=_NUMBER,
        limits="Chỉ xét ký hiệu của Chính phủ, Thủ tướng, Ủy ban nhân dân, Hội đồng nhân dân và "
        "cơ quan Đảng; văn bản trước năm 2006 có cách ghi khác nên không xét.",
        local=True,
        find=_wrong_marks,
    ),
    Rule(
        "KH201",
        Severity.WARNING,
        "Dấu cách trong số, ký hiệu",
        "Có dấu cách trong “{number}”",
        why="Số, ký hiệu viết liền; có dấu cách thì bị ngắt dòng và tìm kiếm không thấy.",
        wrong="loi_dan: Theo Nghị định số 64/2007/NĐ- CP ngày 10/4/2007 của Chính phủ.\n",
        right=_RIGHT,
        fix="xóa dấu cách",
        clause=_NUMBER,
        limits="Chỉ thấy dấu cách ở hai bên dấu / và dấu nối.",
        local=True,
        find=_spaces,
    ),
    Rule(
        "KH202",
        Severity.ERROR,
        "Chữ viết tắt trong ký hiệu sai",
        "“{number}” viết sai chữ viết tắt",
        why="Mỗi loại văn bản và cơ quan có một chữ viết tắt: NĐ, QĐ, HĐND, TTg.",
        wrong="loi_dan: Theo Nghị định số 64/2007/ND-CP ngày 10/4/2007 của Chính phủ.\n",
        right=_RIGHT,
        fix="ghi {right}",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I",
        limits="Chữ viết tắt của sở, ngành do địa phương đặt nên không xét.",
        local=True,
        find=_letters_wrong,
    ),
    Rule(
        "KH203",
        Severity.WARNING,
        "Văn bản Đảng ghi theo mẫu của cơ quan nhà nước",
        "“{number}” là văn bản của Đảng mà ghi theo mẫu của cơ quan nhà nước",
        why="Văn bản của Đảng nối số với loại bằng dấu -, rồi mới đến dấu /: 57-NQ/TW.",
        wrong="loi_dan: Theo Nghị quyết số 57/NQ-TW ngày 22/12/2024 của Bộ Chính trị.\n",
        right="loi_dan: Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.\n",
        fix="ghi {right}",
        clause="thể thức văn bản của Đảng, thông lệ",
        limits="Chỉ biết cơ quan Đảng qua chữ viết tắt như TW, TU, VPTW.",
        local=True,
        find=_party,
    ),
    Rule(
        "KH204",
        Severity.WARNING,
        "Văn bản nhà nước ghi theo mẫu của Đảng",
        "“{number}” là văn bản của cơ quan nhà nước mà ghi theo mẫu của Đảng",
        why="Văn bản hành chính đặt dấu / sau số, rồi đến loại và cơ quan: 186/KH-UBND.",
        wrong="loi_dan: Theo Kế hoạch số 186-KH/UBND ngày 10/4/2017 của UBND tỉnh.\n",
        right="loi_dan: Theo Kế hoạch số 186/KH-UBND ngày 10/4/2017 của UBND tỉnh.\n",
        fix="ghi {right}",
        clause=_NUMBER,
        limits="Chỉ xét Chính phủ, Thủ tướng Chính phủ, Ủy ban nhân dân, Hội đồng nhân dân.",
        local=True,
        find=_state_as_party,
    ),
)
