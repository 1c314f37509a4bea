"""What a person most likely did where YAML stops, told from the line and those above it."""

from collections.abc import Callable
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import Source

ODD_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that look like a space and that YAML takes for letters; Word and web pages leave them."""

KEY_LINE = pattern(r"\s*(?:- )*([\w-]+):(?:\s|$)")
OUR_KEY = pattern(r"\s*(?:- )*[a-z][a-z0-9_]*:(?:\s|$)")
"""A line that opens as those of the format do; a paragraph hardly does."""
BAR = pattern(r"(?::|-)\s+[|>][-+0-9]*\s*(?:#.*)?$")
"""A line behind which text is to stand further in."""

_FIRST_KEY = pattern(r"\s*(?:- +)*[\w-]+")
_TIGHT_COLON = pattern(rf"\s*(?:- )*([\w-]+):([^\s]|[{ODD_BLANKS}])")
_CURVED = pattern(r"(?::|-)\s+[“”‘’]")
_ENDED_QUOTE = pattern(r"(?:^|[:-])\s+([\"'])(?:(?!\1).)*\1$")
_ENDED_BRACKET = pattern(r"(?:^|[:-])\s+(?:\[[^\[\]]*\]|\{[^{}]*\})$")
_TIGHT_DASH = pattern(r"\s*(?:-(?=[^\s-])|[+*–—•▪●◦])")
_REMARK = pattern(r"\s*(?://|<!--|/\*)")
_COLON_INSIDE = pattern(r":\s+[^\s,{}\[\]\"'][^,{}\[\]\"']*:\s")
_BRACKET_INSIDE = pattern(r":\s+[^\s,{}\[\]\"'][^,{}\[\]\"']*[\[{]")
_EQUALS = pattern(r"\s*(?:- )*[\w-]+\s*=")
_WIDE_COLON = pattern(r"\s*(?:- )*[\w-]+\s*\uff1a")

CURVED = '“ ” là ngoặc cong của Word; thay bằng ngoặc kép thẳng " ở hai đầu giá trị'
_BLANK = (
    "dấu cách sau dấu hai chấm là dấu cách không ngắt, do chép từ Word hay trang web; "
    "xóa rồi gõ lại dấu cách"
)
_LONGEST = 60  # letters of a line quoted in a hint
_LOOKED_AT = 400  # lines above


class Stop(NamedTuple):
    """Where YAML stops: a line from 1, how many letters stand before, and what YAML says."""

    source: Source
    number: int
    column: int
    said: str

    @property
    def line(self) -> str:
        """The line at fault."""
        return self.source.line(self.number)

    @property
    def before(self) -> str:
        """What of the line was read."""
        return self.line[: self.column]

    @property
    def above(self) -> int:
        """The number of the nearest line above with something on it that is no comment; 0: none."""
        for number in range(self.number - 1, max(0, self.number - _LOOKED_AT), -1):
            text = self.source.line(number).lstrip()
            if text and not text.startswith("#"):
                return number
        return 0


def likely_slip(stop: Stop) -> str:
    """What to do about it, "" where the line does not tell."""
    looks = (look for sign, look in _LOOKS if sign in stop.said)
    return next((hint for look in looks if (hint := look(stop))), "")


def key_column(line: str) -> int:
    """Where the key of a line begins, behind its blanks and dashes."""
    return len(line) - len(line.lstrip(" -"))


def _second_colon(stop: Stop) -> str:
    if _CURVED.search(stop.before):
        return CURVED
    if _FIRST_KEY.fullmatch(stop.before):
        return _uneven(stop)
    key = _open_key(stop)
    return f"chữ dưới {key}: có dấu “: ”; viết {key}: | rồi mới xuống dòng" if key else ""


def _left_of_list(stop: Stop) -> str:
    """A key further out than those it belongs beside; else a value that words follow."""
    return (_uneven(stop) if KEY_LINE.match(stop.line) else "") or _after_value(stop)


def _uneven(stop: Stop) -> str:
    """The line's own key is refused: it does not stand under the one that it belongs beside."""
    above = stop.source.line(stop.above) if stop.above else ""
    here, there = key_column(stop.line), key_column(above)
    if here == there and _FIRST_KEY.fullmatch(above):
        return f"dòng {stop.above} ở trên thiếu dấu hai chấm sau khóa"
    if not KEY_LINE.match(above):
        return ""
    return (
        f"khóa ở dòng này cách lề {here} khoảng trắng, ở dòng {stop.above} là {there}; "
        "các khóa cùng bậc phải thẳng hàng"
    )


def _open_key(stop: Stop) -> str:
    """The key whose text goes on over the lines down to this one without a `|`; "" none."""
    indent = len(stop.line) - len(stop.line.lstrip(" "))
    first = stop.line
    for number in range(stop.number - 1, max(0, stop.number - _LOOKED_AT), -1):
        line = stop.source.line(number)
        key = KEY_LINE.match(line)
        if key:
            is_open = not line[key.end() :].strip() and key_column(line) < indent
            return key[1] if is_open and not first.lstrip().startswith("- ") else ""
        first = line if line.strip() else first
    return ""


def _no_colon(stop: Stop) -> str:
    line, above = stop.line, stop.source.line(stop.above) if stop.above else ""
    if BAR.search(above) and key_column(line) <= key_column(above):
        return (
            f"chữ sau dấu | ở dòng {stop.above} phải thụt sâu hơn khóa ở dòng ấy: "
            "thêm hai khoảng trắng ở đầu mỗi dòng chữ"
        )
    if _TIGHT_DASH.match(line):
        return "phần tử của danh sách mở bằng “- ”: dấu gạch ngang rồi một dấu cách"
    if _REMARK.match(line):
        return "lời ghi cho người soạn mở bằng dấu #"
    if _WIDE_COLON.match(line):
        return "“\uff1a” là dấu hai chấm của bộ gõ khác; gõ lại dấu : rồi một dấu cách"
    tight = _TIGHT_COLON.match(line)
    if tight and tight[2].isspace():
        return _BLANK
    if tight:
        rest = line[tight.start(2) :].strip()
        right = "khóa: giá trị" if stop.source.attached else f"{tight[1]}: {rest}"
        return "sau dấu hai chấm phải có dấu cách: " + (
            right if len(right) <= _LONGEST else right[: _LONGEST - 1] + "…"
        )
    if _EQUALS.match(line):
        return "sau khóa là dấu hai chấm và một dấu cách, không phải dấu ="
    return ""


def _after_value(stop: Stop) -> str:
    """A value that begins with a quote or a bracket ends with it; words behind it are too many."""
    before = stop.before.rstrip()
    if _ENDED_QUOTE.search(before):
        return (
            "sau ngoặc kép đóng còn chữ; đặt cả giá trị trong ngoặc đơn '…', hoặc viết sau dấu | "
            "ở dòng dưới"
        )
    if _ENDED_BRACKET.search(before):
        return "giá trị bắt đầu bằng [ hay { phải đặt trong ngoặc kép, hoặc viết sau dấu |"
    return ""


def _behind_bar(_: Stop) -> str:
    return "sau dấu | phải xuống dòng; chữ viết ở các dòng dưới, thụt sâu hơn khóa hai khoảng trắng"


def _in_braces(stop: Stop) -> str:
    inside = stop.line[stop.column :]
    if " #" in inside:
        return "dấu # sau khoảng trắng mở lời ghi chú; đặt giá trị có dấu # trong ngoặc kép"
    if _COLON_INSIDE.search(inside):
        return "trong ngoặc, giá trị có dấu hai chấm phải đặt trong ngoặc kép"
    if _BRACKET_INSIDE.search(inside):
        return "trong ngoặc, giá trị có [ hay { phải đặt trong ngoặc kép"
    return ""


def _tab(stop: Stop) -> str:
    if stop.line[stop.column :].startswith("\t"):
        return "chỗ này là phím Tab; thay bằng một dấu cách"
    return ""


_LOOKS: tuple[tuple[str, Callable[[Stop], str]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("did not find expected key", _after_value),
    ("did not find expected '-' indicator", _left_of_list),
    ("found character that cannot start any token", _tab),
    ("while scanning a block scalar", _behind_bar),
    ("expected ',' or '}'", _in_braces),
    ("expected ',' or ']'", _in_braces),
)
