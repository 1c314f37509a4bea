"""Numbers and amounts in words, as printed after "bằng chữ"; and back.

Northern formal reading: nghìn, linh, mốt, tư, lăm.
"""

from decimal import Decimal

from kehoach_cli.vietnamese.text import fold, upper_first
from kehoach_cli.vietnamese.units import MoneyUnit, whole_dong
from kehoach_cli.vietnamese.unreadable import Unreadable, quote

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_FIRST = {1: "nhất", 4: "tư"}
_TY = 10**9
_MOST_WORDS = 200
_SCALES = (("ty", _TY), ("trieu", 10**6), ("nghin", 10**3))
_SYNONYMS = {"ti": "ty", "ngan": "nghin", "le": "linh", "bon": "tu", "lam": "nam", "nham": "nam"}
_VALUES = {
    _SYNONYMS.get(word, word): value for value, word in enumerate(fold(" ".join(_DIGITS)).split())
}
_ENDINGS = ("chan", "dong", "viet nam")


def number_in_words(n: int) -> str:
    """21 → "hai mươi mốt", 1005 → "một nghìn không trăm linh năm", 0 → "không"."""
    if n < 0:
        return f"âm {number_in_words(-n)}"
    return _read(n, leading=True) if n else _DIGITS[0]


def ordinal_in_words(n: int) -> str:
    """1 → "thứ nhất", 4 → "thứ tư", 12 → "thứ mười hai"."""
    return f"thứ {_FIRST.get(n) or number_in_words(n)}"


def decimal_in_words(value: Decimal) -> str:
    """42,54 → "bốn mươi hai phẩy năm mươi tư"; zeros after the comma are read one by one."""
    digits, _, decimals = f"{abs(value):f}".partition(".")
    words = number_in_words(int(digits))
    decimals = decimals.rstrip("0")
    if decimals:
        words += f" phẩy {_read_decimals(decimals)}"
    return f"âm {words}" if value < 0 else words


def money_in_words(amount: Decimal, unit: MoneyUnit) -> str:
    """An amount in full đồng with a capital first letter.

    26162 triệu đồng → "Hai mươi sáu tỷ một trăm sáu mươi hai triệu đồng".
    """
    return upper_first(f"{decimal_in_words(whole_dong(amount, unit))} đồng")


def parse_words(text: str) -> int:
    """The whole number that words spell, "đồng" after them or not; the inverse of the above.

    Reads tỉ as tỷ, ngàn as nghìn, lẻ as linh, and forgives missing marks. Raises Unreadable.
    """
    folded = " ".join(fold(text).replace(",", " ").split()).rstrip(" ./")
    for ending in _ENDINGS:
        folded = folded.removesuffix(ending).rstrip()
    words = [_SYNONYMS.get(word, word) for word in folded.split()]
    negative = words[:1] == ["am"]
    value = None if _unfit(words) else _number(words[negative:])
    if value is None:
        reason = f"{quote(text)} không phải là số viết bằng chữ; ghi ví dụ “hai mươi sáu tỷ đồng”"
        raise Unreadable(text, reason)
    return -value if negative else value


def _unfit(words: list[str]) -> bool:
    """Whether it is too long, or colloquial at the end: "một trăm hai" may be 102 or 120."""
    if len(words) > _MOST_WORDS:
        return True
    return len(words) > 1 and words[-2] in ("tram", *dict(_SCALES)) and words[-1] in _VALUES


def _read(n: int, leading: bool) -> str:
    high, low = divmod(n, _TY)
    parts = [f"{_read(high, leading)} tỷ"] if high else []
    leading = leading and not high
    for scale, name in ((10**6, " triệu"), (10**3, " nghìn"), (1, "")):
        group = low // scale % 1000
        if group:
            parts.append(_read_group(group, leading) + name)
            leading = False
    return " ".join(parts)


def _read_group(group: int, leading: bool) -> str:
    """A group of three digits; hundreds of zero are read unless the group opens the number."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [] if leading and not hundreds else [f"{_DIGITS[hundreds]} trăm"]
    if tens == 1:
        words.append("mười")
    elif tens:
        words.append(f"{_DIGITS[tens]} mươi")
    elif ones and words:
        words.append("linh")
    if ones:
        special = _AFTER_TENS.get(ones) if tens > 1 else "lăm" if tens and ones == 5 else None
        words.append(special or _DIGITS[ones])
    return " ".join(words)


def _read_decimals(decimals: str) -> str:
    number = decimals.lstrip("0")
    zeros = [_DIGITS[0]] * (len(decimals) - len(number))
    spoken = (
        [number_in_words(int(number))] if len(number) <= 3 else [_DIGITS[int(d)] for d in number]
    )
    return " ".join(zeros + spoken)


def _number(words: list[str]) -> int | None:
    """The value of words; the last of the largest scale words splits what is before and after."""
    for name, scale in _SCALES:
        if name in words:
            split = len(words) - 1 - words[::-1].index(name)
            stacked = scale < _TY and name in words[:split]
            high = None if stacked else _number(words[:split])
            low = _number(words[split + 1 :]) if words[split + 1 :] else 0
            return None if high is None or low is None or low >= scale else high * scale + low
    return _group(words)


def _group(words: list[str]) -> int | None:
    """The value of a group of up to three digits, or None."""
    if len(words) > 1 and words[1] == "tram":
        hundreds = _VALUES.get(words[0])
        rest = _tens(words[2:]) if words[2:] else 0
        return None if hundreds is None or rest is None else hundreds * 100 + rest
    return _tens(words)


def _tens(words: list[str]) -> int | None:
    values = [_VALUES.get(word) for word in words]
    match words, values:
        case ["muoi"], _:
            return 10
        case (["muoi", _], [_, int(ones)]) | (["linh", _], [_, int(ones)]):
            return ones + (10 if words[0] == "muoi" else 0)
        case [_, "muoi"], [int(tens), _]:
            return tens * 10
        case [_, "muoi", _], [int(tens), _, int(ones)]:
            return tens * 10 + ones
        case [_], [int(ones)]:
            return ones
    return None
