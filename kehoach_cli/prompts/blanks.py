"""Blanks within texts: what each asks for, its name, how its answer is read and shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from kehoach_cli.patterns import pattern
from kehoach_cli.prompts.question import Heard, Question
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.dates import date_phrase, parse_date
from kehoach_cli.vietnamese.document_types import leading_type, trailing_type
from kehoach_cli.vietnamese.money import parse_money
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.percent import parse_percent
from kehoach_cli.vietnamese.ratios import parse_quantity, with_unit
from kehoach_cli.vietnamese.text import fold, to_identifier
from kehoach_cli.vietnamese.units import MoneyUnit
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import decimal_in_words, money_in_words

_SAMPLE = pattern(r"(?i)\s*\[ví dụ\]\s*")
"""What templates put before a sample."""
_FILL_IN = pattern(r"(?i)^(?:điền|ghi|nhập)\s*|^[.…x?]+$")
_CLAUSE = pattern(r"[^\]>.,;:()\n\d]*$")
_ABOUT = pattern(r"(?:>=?|<=?|≥|≤|~|khoảng|trên|dưới|hơn|gần|tối thiểu|ít nhất|đạt)\s*")
_TO = pattern(r"(?<=[0-9%])\s*(?:-|–|đến)\s*(?=[0-9])")
_UNIT_AFTER = pattern(r"\s*(?P<unit>(?:nghìn |triệu |tỷ )?đồng)")
_NO_FIGURE = pattern(r"so (?:hieu|ky hieu|van ban|quyet dinh|lieu|va ky|dien thoai)")
_EXPRESSION = pattern(r"\{\{[^}]*\}\}")
_OF_THE_FILE = pattern(r"^\s*(?:- )?(?:[a-z][a-z_]*: )?")
"""What of a line is of the file and not of its text: a dash, a key."""
_WORDS_BEFORE = 3
_MOST_WORDS = 6
_AROUND = 120  # letters shown on each side of a blank


def wanted(blank: str) -> str:
    """What a blank asks for: "[điền số máy]" → "số máy"."""
    return _FILL_IN.sub("", blank.strip("[]<> "))


def slug(text: str) -> str:
    """The first words as a name: "số máy chủ" → "so-may-chu"."""
    return "-".join(to_identifier(text).split("_")[:_MOST_WORDS])


def blank_name(span: Span) -> str:
    """A name that stays when other blanks of the text are filled: its words, those before it.

    The words before count within the clause alone, for what other blanks become stands elsewhere.
    """
    line = span.source.line(span.first.line)
    clause = _CLAUSE.search(line, 0, span.first.column - 1)
    before = slug(" ".join((clause[0] if clause else "").split()[-_WORDS_BEFORE:]))
    own = slug(wanted(span.text)) or "dien"
    return f"{own}@{before}" if before else own


def each_once(questions: Iterable[Question]) -> Iterator[Question]:
    """Each place once; blanks that are named alike stand at places of their own."""
    seen: set[str] = set()
    for question in questions:
        if "#" in question.id or question.id not in seen:
            yield question
        seen.add(question.id)


def named_apart(questions: Iterable[Question]) -> list[Question]:
    """Of blanks that are named alike, each by its number and their count.

    With the count no name of theirs lives on when one is filled, to mean another blank.
    """
    found = list(questions)
    total = Counter(question.id for question in found)
    seen: Counter[str] = Counter()
    for number, question in enumerate(found):
        if "#" in question.id and total[question.id] > 1:
            seen[question.id] += 1
            own = f"{question.id}.{seen[question.id]}-{total[question.id]}"
            found[number] = question._replace(id=own)
    return found


def in_sentence(span: Span) -> str:
    """The line of a blank with marks around the blank, cut where it is long."""
    line, at = span.source.line(span.first.line), span.first.column - 1
    typed = span.text
    before = _OF_THE_FILE.sub("", _EXPRESSION.sub("…", line[:at]), count=1)
    after = _EXPRESSION.sub("…", line[at + len(typed) :]).rstrip()
    if before.startswith(('"', "'")):
        before, after = before[1:], after.removesuffix(before[0])
    before = before if len(before) <= _AROUND else "…" + before[-_AROUND:]
    after = after if len(after) <= _AROUND else after[:_AROUND] + "…"
    return f"{before}→{typed}←{after}"


def past_words(span: Span) -> Iterator[str]:
    """The comment lines right under a value: what an older plan said there."""
    source = span.source
    for number in range(span.first.line + 1, len(source.line_starts) + 1):
        line = source.line(number).strip()
        if not line.startswith("#"):
            return
        yield line.lstrip("# ").rstrip()


def reader_of(asked: str, after: str = "", *, alone: bool = False) -> Callable[[str], Heard] | None:
    """How the answer to what a blank asks for is read; None where any text may stand.

    `after`: the text behind the blank, which may say the unit. `alone`: the blank is all of a
    value, whose column or field says the unit.
    """
    words = fold(asked).removeprefix("cap nhat ")
    if words.startswith("ngay"):
        return _explained(lambda text: date_phrase(parse_date(text)))
    if "," in words or " va " in words or _NO_FIGURE.match(words):
        return None
    if words.startswith("so tien"):
        return _explained(lambda text: _money(text, after, alone=alone))
    if words.startswith("ty le"):
        return figure_reader("") if alone or after.startswith("%") else _rate_reader
    return figure_reader("") if words.startswith("so ") or words == "so" else None


def asks_for_document(blank: str) -> bool:
    """Whether a blank asks for a document of a type, with its number and date."""
    asked = wanted(blank)
    is_whole = leading_type(asked) or trailing_type(asked)
    return bool(is_whole) and {"so", "ngay"} <= set(fold(asked).replace(",", " ").split())


def _rate_reader(text: str) -> Heard:
    """A rate within a sentence, where nothing else would print its sign."""
    if text not in ("-", "–") and "%" not in text:
        return Heard(wrong=f"viết kèm dấu %, như {text}%" if text.isdecimal() else "viết như 65%")
    return figure_reader("%")(text)


def figure_reader(unit: str) -> Callable[[str], Heard]:
    """How a figure of a unit is read: "khoảng 80%", "1.250 máy", "80-85"; "-" says there is none.

    `unit`: "" where the answer may name any; of things that are counted no share can stand.
    """
    explained = _explained(lambda text: _figure(text, unit))

    def read(text: str) -> Heard:
        if text in ("-", "–"):
            return Heard(said="không có")
        heard = explained(text)
        bare = unit == "%" and text[-1:].isdigit() and not heard.wrong
        return heard._replace(meant=f"{text}%") if bare else heard

    return read


def _figure(text: str, unit: str) -> str:
    rest = text.strip()
    while match := _ABOUT.match(rest.lower()):
        rest = rest[match.end() :]
    about = text.strip()[: len(text.strip()) - len(rest)]
    parts = [_one_figure(part, unit) for part in _TO.split(rest)]
    return about + " đến ".join(parts)


def _one_figure(text: str, unit: str) -> str:
    """A figure with its unit, and in words. Raises Unreadable."""
    if unit and unit != "%" and text.endswith("%"):
        raise Unreadable(text, f"chỗ này đếm bằng {unit}; ghi số {unit}, không ghi phần trăm")
    if unit == "%" or text.endswith("%"):
        number = parse_percent(text if text.endswith("%") else f"{text}%")
        return f"{format_decimal(number)}% ({decimal_in_words(number)} phần trăm)"
    number, own = parse_quantity(text)
    return f"{with_unit(format_decimal(number), own or unit)} ({decimal_in_words(number)})"


def _money(text: str, after: str, *, alone: bool) -> str:
    amount, unit = parse_money(text)
    behind = _UNIT_AFTER.match(after)
    known = unit or (MoneyUnit(behind["unit"]) if behind else None)
    if known is None and alone:
        return f"{text} = {decimal_in_words(amount)}"
    if known is None:
        raise Unreadable(text, f"viết kèm đơn vị, như {text} triệu đồng")
    return f"{text} = {money_in_words(amount, known).lower()}"


def _explained(show: Callable[[str], str]) -> Callable[[str], Heard]:
    """A reader of what `show` reads and says in other words."""

    def read(text: str) -> Heard:
        try:
            return Heard(said=show(text))
        except Unreadable as error:
            return Heard(wrong=error.reason)

    return read


def asks_for_all(span: Span, node: Scalar) -> bool:
    """Whether a blank stands for all of a value, or marks all of it as a sample."""
    return span.text == node.value.strip() or (is_sample(span.text) and is_sample(node.value))


def is_sample(text: str) -> bool:
    """Whether a text is marked as a sample."""
    return _SAMPLE.match(text) is not None


def without_mark(text: str) -> str:
    """A text less the mark of a sample and blanks around it."""
    return _SAMPLE.sub("", text, count=1).strip() if is_sample(text) else text.strip()
