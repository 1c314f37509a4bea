"""Numbers in Vietnamese form: "." groups thousands, "," opens the decimals."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.unreadable import Unreadable, either, quote
from kehoach_cli.vietnamese.words import decimal_in_words

_WHOLE_LIMIT = 18
_DECIMALS_LIMIT = 9
_PLAIN = pattern(
    r"(?P<sign>[+-]?)"
    r"(?P<whole>0[1-9]?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)"
    r"(?:,(?P<decimals>[0-9]+))?"
)
_MINUS_AND_SPACES = str.maketrans(
    {"\u2212": "-", "–": "-", "\u00a0": None, "\u202f": None, "\u2009": None, " ": None, "'": None}
)


def parse_decimal(text: str) -> Decimal:
    """The exact number that a text like 26.162, 26162 or 42,54 stands for.

    A sign is read; one padding zero too ("05"). Raises Unreadable for every other form, and for
    forms with two readings: 8,000 (8.000 or 8), 3.5 (3,5 or 3.500).
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        return _parse_unusual(text)
    sign, whole, decimals = match.groups()
    if decimals is None:
        if len(whole) <= _WHOLE_LIMIT:
            return Decimal(sign + whole.replace(".", ""))
        return _parse_long(text, sign, whole, "")
    if len(decimals) == 3 and len(whole) <= 3 and whole[0] != "0":
        raise _two_readings(
            text, (f"{sign}{whole}.{decimals}", _spelled(f"{whole},{decimals}", sign))
        )
    return _parse_long(text, sign, whole, decimals)


def as_decimal(figures: str) -> Decimal:
    """The number of a text known to be figures in Vietnamese form, "1.234,5"."""
    return Decimal(figures.replace(".", "").replace(",", "."))


def format_count(number: int) -> str:
    """A whole number as it is printed: 1234 → "1.234"."""
    return f"{number:,}".replace(",", ".")


def format_decimal(value: Decimal) -> str:
    """The number as it is printed: 1234567.50 → "1.234.567,5"; every decimal, no zeros at the end.

    What this prints, `parse_decimal` refuses when it has three decimals after one to three digits
    ("1,125"); to write a number that is read again use `spell_decimal`.
    """
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text == "-0":
        return "0"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def median(values: Iterable[Decimal]) -> Decimal:
    """The one in the middle of some numbers, of an even count the mean of the two there."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spell_decimal(value: Decimal) -> str:
    """The number as it may be typed: 1.125 → "1,1250", which has one reading only."""
    text = format_decimal(value)
    whole, comma, decimals = text.lstrip("-").partition(",")
    ambiguous = comma and len(decimals) == 3 and len(whole) <= 3 and whole != "0"
    return f"{text}0" if ambiguous else text


def _parse_long(text: str, sign: str, whole: str, decimals: str) -> Decimal:
    digits = whole.replace(".", "")
    if len(digits) > _WHOLE_LIMIT or len(decimals) > _DECIMALS_LIMIT:
        reason = (
            f"{quote(text)} dài quá {_WHOLE_LIMIT} chữ số phần nguyên hoặc {_DECIMALS_LIMIT} "
            "chữ số sau dấu phẩy; kiểm tra lại xem có gõ thừa không"
        )
        raise Unreadable(text, reason)
    return Decimal(f"{sign}{digits}.{decimals}")


def _parse_unusual(text: str) -> Decimal:
    """A text with spaces around it is still read; any other is explained."""
    bare = text.strip()
    if bare != text and _PLAIN.fullmatch(bare):
        return parse_decimal(bare)
    for shape, explain in _EXPLANATIONS:
        match = shape.fullmatch(bare)
        found = match and explain(bare, match)
        if found:
            raise found
    if bare[:1] in "“”" and bare:
        raise Unreadable(text, 'ngoặc cong “ ” của Word không phải ngoặc kép; thay bằng dấu "')
    reason = f"{quote(text)} không phải là số; chỉ ghi số, ví dụ 26.162 hoặc 42,54"
    raise Unreadable(text, reason if bare else "chưa có số nào; ghi ví dụ 26.162 hoặc 42,54")


def _spelled(number: str, sign: str) -> str:
    """The typed form of a number given in Vietnamese form, or of a plain run of digits."""
    value = as_decimal(number)
    return spell_decimal(-value if sign == "-" else value)


def _one_reading(text: str, fault: str, choice: str) -> Unreadable | None:
    """The error that offers the only likely spelling; None when that is no number either."""
    if not _PLAIN.fullmatch(choice):
        return None
    try:
        parse_decimal(choice)
    except Unreadable as deeper:
        return Unreadable(text, deeper.reason, deeper.choices)
    return Unreadable(text, f"{quote(text)} {fault}; ghi {choice}", (choice,))


def _two_readings(text: str, choices: tuple[str, ...]) -> Unreadable:
    readings = either(tuple(f"{choice} ({_in_words(choice)})" for choice in choices))
    reason = f"{quote(text)} có thể là {readings}; ghi {either(choices)}"
    return Unreadable(text, reason, choices)


def _in_words(choice: str) -> str:
    return decimal_in_words(as_decimal(choice))


def _leading_zero(text: str, match: re.Match[str]) -> Unreadable | None:
    number = match["whole"].lstrip("0").lstrip(".") or "0"
    choice = f"{match['sign']}{number}{match['decimals'] or ''}"
    return _one_reading(text, "có số 0 thừa ở đầu", choice)


def _spaces(text: str, match: re.Match[str]) -> Unreadable | None:
    groups = re.split(r"\s|'", match["whole"])
    choice = f"{match['sign']}{'.'.join(groups)}{match['decimals'] or ''}"
    return _one_reading(text, "dùng dấu cách để ngăn hàng nghìn, phải dùng dấu chấm", choice)


def _english(text: str, match: re.Match[str]) -> Unreadable | None:
    choice = text.translate(str.maketrans(",.", ".,"))
    if match["decimals"]:
        choice = _spelled(choice.lstrip("+-"), match["sign"])
    fault = "viết theo lối tiếng Anh; tiếng Việt ngăn hàng nghìn bằng dấu chấm"
    return _one_reading(text, f"{fault}, phần thập phân bằng dấu phẩy", choice)


def _decimal_point(text: str, match: re.Match[str]) -> Unreadable | None:
    whole, decimals = match["whole"].replace(".", ""), match["decimals"]
    number = _spelled(f"{whole or '0'},{decimals}", match["sign"])
    cut = len(decimals) < 3 and whole == match["whole"] and 0 < len(whole) <= 3 and whole[0] != "0"
    if cut:
        return _two_readings(text, (number, f"{match['sign']}{whole}.{decimals:0<3}"))
    return _one_reading(text, "dùng dấu chấm trước phần thập phân, phải dùng dấu phẩy", number)


def _groups(text: str, _: re.Match[str]) -> Unreadable:
    reason = (
        f"{quote(text)} có nhóm chữ số sai: mỗi nhóm sau dấu chấm có đúng ba chữ số, dấu phẩy chỉ "
        "có một và đứng trước phần thập phân; ghi ví dụ 1.234.567 hoặc 42,54"
    )
    return Unreadable(text, reason)


def _machine(text: str, _: re.Match[str]) -> Unreadable | None:
    value = Decimal(int(text, 0)) if "x" in text.casefold() else Decimal(text)
    if abs(value.adjusted()) > _WHOLE_LIMIT:
        return None
    return _one_reading(text, "là cách viết số của máy tính", spell_decimal(value))


def _lone_mark(text: str, match: re.Match[str]) -> Unreadable | None:
    return _one_reading(text, "có dấu phẩy hoặc dấu chấm thừa", match["number"])


def _lone_comma(text: str, match: re.Match[str]) -> Unreadable | None:
    choice = _spelled(f"0,{match['decimals']}", match["sign"])
    return _one_reading(text, "thiếu số 0 trước phần thập phân", choice)


def _blank(text: str, _: re.Match[str]) -> Unreadable:
    return Unreadable(text, f"{quote(text)} là dấu để trống; bỏ trống, hoặc ghi 0 nếu là số không")


def _foreign_marks(text: str, _: re.Match[str]) -> Unreadable | None:
    """Digits of another script, a long minus, an approximate spelling by wrong characters."""
    digits = "".join(str(unicodedata.digit(c, c)) for c in text)
    choice = digits.translate(_MINUS_AND_SPACES)
    return _one_reading(text, "có ký tự lạ (chữ số hoặc dấu trừ không thông dụng)", choice)


_SIGN = r"(?P<sign>[+-]?)"
_EXPLANATIONS: tuple[
    tuple[re.Pattern[str], Callable[[str, re.Match[str]], Unreadable | None]], ...
] = tuple(
    (pattern(shape), explain)
    for shape, explain in (
        (rf"{_SIGN}(?P<whole>0+[0-9]+(?:\.[0-9]{{3}})*)(?P<decimals>,[0-9]+)?", _leading_zero),
        (rf"{_SIGN}(?P<whole>[0-9]{{1,3}}(?:[\s'][0-9]{{3}})+)(?P<decimals>,[0-9]+)?", _spaces),
        (rf"{_SIGN}[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?P<decimals>\.[0-9]+)", _english),
        (rf"{_SIGN}[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{2,}}(?P<decimals>)", _english),
        (
            rf"{_SIGN}(?P<whole>[0-9]*|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+)\.(?P<decimals>[0-9]+)",
            _decimal_point,
        ),
        (r"(?P<number>[+-]?[0-9.,]*[0-9])[.,]+", _lone_mark),
        (rf"{_SIGN},(?P<decimals>[0-9]+)", _lone_comma),
        (r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,3}", _machine),
        (r"0[xX][0-9a-fA-F]{1,20}|[0-9]+(?:_[0-9]+)+", _machine),
        (r"[+-]?[0-9][0-9.,]*", _groups),
        (r"[-–—.…]+", _blank),
        (r"(?s).*[^\x00-\x7f].*", _foreign_marks),
    )
)
