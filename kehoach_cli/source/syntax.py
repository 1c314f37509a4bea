"""A YAML syntax error as a fault: which rule, where, and what the person most likely did."""

from itertools import islice
from typing import Any

from kehoach_cli.patterns import pattern
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.hints import KEY_LINE, ODD_BLANKS, Stop, likely_slip
from kehoach_cli.source.text import Source, Span

_HINTS = (
    (
        "mapping values are not allowed",
        "trong dòng có thêm dấu hai chấm “: ”; hãy đặt cả giá trị "
        "trong ngoặc kép, hoặc kiểm tra khoảng thụt đầu dòng",
    ),
    (
        "could not find expected ':'",
        "thiếu dấu hai chấm sau khóa, hoặc giá trị nhiều dòng chưa viết sau dấu |",
    ),
    (
        "found character that cannot start any token",
        "ký tự này không mở đầu một giá trị được; hãy đặt giá trị trong ngoặc kép",
    ),
    ("found unexpected end of stream", "ngoặc kép hoặc ngoặc đơn mở ra mà chưa đóng"),
    ("while scanning a quoted scalar", "ngoặc kép hoặc ngoặc đơn mở ra mà chưa đóng"),
    ("expected ',' or ']'", "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc chưa đóng ]"),
    (
        "expected ',' or '}'",
        "phần trong ngoặc nhọn thiếu dấu phẩy hoặc chưa đóng }; giá trị bắt "
        "đầu bằng {{ phải đặt trong ngoặc kép",
    ),
    ("did not find expected key", "khoảng thụt đầu dòng không khớp với các dòng trên"),
    (
        "did not find expected '-' indicator",
        "mục của danh sách phải bắt đầu bằng “- ” và thẳng hàng với các mục trên",
    ),
    (
        "block sequence entries are not allowed",
        "dấu “- ” không đặt được ở đây; hãy xuống dòng và thụt vào",
    ),
    ("unknown escape character", "trong ngoặc kép, dấu \\ phải viết thành \\\\"),
    (
        "found undefined alias",
        "dấu * ở đầu giá trị có nghĩa riêng; hãy đặt giá trị trong ngoặc kép",
    ),
    ("expected a single document", "dòng --- mở một tài liệu thứ hai; mỗi tệp chỉ một kế hoạch"),
    ("found duplicate anchor", "tên sau dấu & bị dùng hai lần; hãy đặt giá trị trong ngoặc kép"),
)
_UNCLOSED = "ngoặc kép mở ở đây mà không đóng trên dòng này; thêm ngoặc kép ở cuối giá trị"
_SWALLOWED = 400  # lines that an open quote is looked for
_OPENING = pattern(r"\s*(?:- )*(?:[\w-]+:\s+)?\"")
_OPENED = ("quoted scalar", "flow sequence", "flow mapping", "simple key")
_BRACES = pattern(r"(?::|-)\s*\{\{")
_IN_QUOTES = "giá trị bắt đầu bằng {{ phải đặt trong ngoặc kép, hoặc viết sau dấu |"
_ODD_INDENT = pattern(
    rf"(?m)^(?:[{ODD_BLANKS}][{ODD_BLANKS} ]*"
    rf"|[ ]+[{ODD_BLANKS}][{ODD_BLANKS} ]*(?=(?:- )?[a-z_][a-z0-9_]*:))"
)
_SHOWN = 20  # lines named of one kind of fault
_GENERAL = "hãy so khoảng thụt đầu dòng, dấu hai chấm và dấu ngoặc với các dòng trên"


def syntax_fault(source: Source, error: Any) -> Fault:
    """The fault for one of PyYAML's marked errors."""
    offset = min(_mark(source, error).index, len(source.text))
    tab = _tab_in_indent(source, offset)
    if tab is not None:
        return Fault("KH006", Span(source, tab, tab + 1), {"sign": "dấu Tab"})
    opened = _left_open(source, offset)
    if opened is not None:
        return Fault("KH000", Span(source, opened, opened + 1), {"hint": _UNCLOSED})
    said = f"{error.problem or ''} {error.context or ''}"
    if _BRACES.search(source.line(source.place(offset).line)):
        return Fault("KH000", Span(source, offset, offset + 1), {"hint": _IN_QUOTES})
    number = source.place(offset).line
    hint = likely_slip(Stop(source, number, offset - source.offset(number), said))
    hint = hint or next((text for sign, text in _HINTS if sign in said), _GENERAL)
    return Fault("KH000", Span(source, offset, offset + 1), {"hint": hint})


def odd_indents(source: Source) -> list[Fault]:
    """Lines indented by blanks that YAML takes for letters, each with the spaces to put there."""
    faults = []
    for match in islice(_ODD_INDENT.finditer(source.text), _SHOWN):
        odd = next(letter for letter in match[0] if letter != " ")
        facts = {"sign": f"dấu cách lạ (U+{ord(odd):04X}), do chép từ Word hay trang web"}
        span = Span(source, match.start(), match.end())
        faults.append(Fault("KH006", span, facts, " " * len(match[0])))
    return faults


def straight(text: str) -> str:
    """The text with such lines indented by spaces; every offset stays."""
    return _ODD_INDENT.sub(lambda match: " " * len(match[0]), text)


def _left_open(source: Source, offset: int) -> int | None:
    """Where a quote opens that swallowed whole lines until the next quote in the file closed it.

    Such a value begins with a quote on a line of its own and goes on over lines with keys.
    """
    last = source.place(offset).line
    line = source.line(last)
    if '"' not in line:
        return None
    for number in range(last - 1, max(0, last - _SWALLOWED), -1):
        above = source.line(number)
        opening = _OPENING.match(above)
        if above.count('"') % 2 and opening:
            between = range(number + 1, last + 1)
            has_keys = any(KEY_LINE.match(source.line(at)) for at in between)
            return source.offset(number) + opening.end() - 1 if has_keys else None
        if '"' in above:
            return None
    return None


def _mark(source: Source, error: Any) -> Any:
    """Where to point: what is left open to the end of the file is shown where it opens."""
    mark, context = error.problem_mark, error.context_mark
    at_end = mark is not None and not source.text[mark.index :].strip()
    left_open = any(sign in (error.context or "") for sign in _OPENED)
    return context if context is not None and (mark is None or at_end or left_open) else mark


def _tab_in_indent(source: Source, offset: int) -> int | None:
    """Offset of a tab in the indentation of the line at fault or the one before it."""
    last = source.place(offset).line
    for number in (last, last - 1):
        if number < 1:
            continue
        line = source.line(number)
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            return source.offset(number) + indent.index("\t")
    return None
