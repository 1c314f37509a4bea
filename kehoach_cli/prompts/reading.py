"""How an answer is read: by the very field that will read it in the plan."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from kehoach_cli.checks.checker import has_errors, in_words
from kehoach_cli.plan.kinds import Choice, ListOf, MoneyKind, RecordOf, YesNo
from kehoach_cli.plan.records import Context, Field, Kind, fields_of
from kehoach_cli.plan.van_ban import CAN_CU, CanCu
from kehoach_cli.prompts.question import Heard
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Node, Scalar, Sequence
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.citation import Citation, parse_citation
from kehoach_cli.vietnamese.dates import PartialDate, date_phrase, short_date
from kehoach_cli.vietnamese.full_citation import in_full
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.periods import Period
from kehoach_cli.vietnamese.text import nfc
from kehoach_cli.vietnamese.units import MoneyUnit
from kehoach_cli.vietnamese.words import money_in_words

_FREE_CITATION = fields_of(CanCu)["van_ban"]
_OTHER_UNIT = "KH016"
NONE = ("-", "–")
"""An amount that there is none of."""
PROSE, LIST, CHOICE, TEXT = "prose", "list", "choice", "text"


def shape_of(field: Field) -> str:
    """How the answer to a field is typed."""
    kind = field.kind
    if isinstance(kind, Choice | YesNo):
        return CHOICE
    if isinstance(kind, ListOf):
        inner = kind.kind
        is_prose = isinstance(inner, RecordOf) and inner.scalar == "doan_van"
        return PROSE if is_prose else LIST
    return TEXT


def options_of(field: Field) -> tuple[str, ...]:
    """What alone may be answered; empty where anything may."""
    if isinstance(field.kind, Choice):
        return field.kind.options
    return ("có", "không") if isinstance(field.kind, YesNo) else ()


def as_items(answer: str) -> list[str]:
    """The items of a typed list: parted by semicolons or line ends."""
    return [part.strip() for part in answer.replace("\n", ";").split(";") if part.strip()]


def reader(field: Field, unit: MoneyUnit) -> Callable[[str], Heard]:
    """What the field makes of an answer, in words of the rules of reading."""

    def read(answer: str) -> Heard:
        if isinstance(field.kind, MoneyKind) and answer in NONE:
            return Heard(said="không có tiền")
        value, faults = _read(field, answer, unit)
        findings = in_words(faults)
        if has_errors(findings):
            return Heard(wrong=f"{findings[0].message}: {findings[0].fix}")
        if value is None:
            return Heard(wrong=f"{field.label}: chưa có gì để ghi")
        if _is_citations(field):
            return heard_citations(as_items(answer) if shape_of(field) == LIST else [answer])
        return Heard(said=_shown(value, unit), meant=_in_unit(faults))

    return read


def _in_unit(faults: Iterable[Fault]) -> str:
    """The amount of an answer that names another unit, as the plan's own unit has it."""
    return next((fault.facts["amount"] for fault in faults if fault.rule == _OTHER_UNIT), "")


def _is_citations(field: Field) -> bool:
    """Whether a citation typed whole is an answer, or several are."""
    whole = (field.key, field.example) == (_FREE_CITATION.key, _FREE_CITATION.example)
    return whole or field.kind == CAN_CU


def heard_citations(answers: list[str]) -> Heard:
    """Citations shown by their parts and written in full."""
    each = [in_full(answer) for answer in answers]
    said = "; ".join(_cited(parse_citation(one)) for one in each)
    return Heard(said=said, meant="; ".join(each))


def _read(field: Field, answer: str, unit: MoneyUnit) -> tuple[Any, list[Fault]]:
    context = Context([], unit)
    kind: Kind = field.kind
    node = _node(answer)
    if shape_of(field) == LIST:
        items: list[Node] = [_node(item) for item in as_items(answer)]
        node = Sequence(node.source, 0, node.end, items)
    return kind.read(node, field.label, context), context.faults


def _node(answer: str) -> Node:
    return Scalar(Source("", answer), 0, len(answer), nfc(answer), '"')


def _shown(value: Any, unit: MoneyUnit) -> str:
    """A value in other words than it was typed in, "" where there are none."""
    if isinstance(value, PartialDate):
        return date_phrase(value)
    if isinstance(value, Decimal):
        return f"{format_decimal(value)} {unit.value} = {money_in_words(value, unit).lower()}"
    if isinstance(value, Period):
        return value.text
    if isinstance(value, list):
        return _list_shown(value)
    return ""


def _list_shown(values: list[Any]) -> str:
    cited = [value.citation for value in values if isinstance(value, CanCu)]
    return "; ".join(_cited(citation) for citation in cited) or f"{len(values)} mục"


def _cited(citation: Citation) -> str:
    """The parts that were found in a citation typed freely."""
    date = short_date(citation.ngay) if citation.ngay else None
    parts = {
        "loại": citation.loai,
        "tên": citation.ten if citation.ten != citation.text else None,
        "số": citation.so_ky_hieu,
        "ngày": date,
        "cơ quan": citation.co_quan,
        "trích yếu": citation.trich_yeu,
    }
    return " · ".join(f"{name}: {value}" for name, value in parts.items() if value)


def document_of(citation: Citation) -> str:
    """A cited document without its subject: "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của …"."""
    parts = {
        "": citation.loai or citation.ten,
        "số": citation.so_ky_hieu,
        "ngày": short_date(citation.ngay) if citation.ngay else None,
        "của": citation.co_quan,
    }
    return " ".join(f"{name} {value}".strip() for name, value in parts.items() if value)
