"""The texts of a plan that people read, each with the record and the field it stands in."""

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.bang import Hang
from kehoach_cli.plan.kinds import Code, ListOf, MapOf
from kehoach_cli.plan.kinds import Text as TextKind
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Kind, Record, fields_of
from kehoach_cli.plan.resolve import scalars
from kehoach_cli.source.nodes import Scalar

_CODE = pattern(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+")
Text = tuple[Scalar, Record, str]
"""A text of a plan, the record and the field that it stands in."""
_TEXT_FIELDS: dict[type[Record], dict[str, bool]] = {}


def prose(record: Record) -> list[Text]:
    """Every text that people read, with the record and field it stands in; codes are left out.

    The parts of a plan come in the order of the printed document, what they hold as typed.
    """
    found: list[Text] = []
    _gather(record, found)
    return found


def _gather(record: Record, found: list[Text]) -> None:
    if isinstance(record, Hang) and record.node is not None and not record.at:
        cells = scalars(record.node)
        found += [(text, record, "o") for text in cells if not _is_code(text.value)]
        return
    is_text = _text_fields(type(record))
    for key in is_text if isinstance(record, Plan) else record.at:
        if not is_text[key]:
            _gather_inside(getattr(record, key), found)
        elif isinstance(node := record.at.get(key), Scalar):
            if not _is_code(node.value):
                found.append((node, record, key))
        elif node is not None:
            found += [(text, record, key) for text in scalars(node) if not _is_code(text.value)]


def _text_fields(cls: type[Record]) -> dict[str, bool]:
    """The fields of a record, and whether people read their texts."""
    if cls not in _TEXT_FIELDS:
        _TEXT_FIELDS[cls] = {key: _is_text(field.kind) for key, field in fields_of(cls).items()}
    return _TEXT_FIELDS[cls]


def _is_code(text: str) -> bool:
    return text.isascii() and _CODE.fullmatch(text) is not None


def _is_text(kind: Kind) -> bool:
    while isinstance(kind, ListOf | MapOf):
        kind = kind.kind
    return isinstance(kind, TextKind) and not isinstance(kind, Code)


def _gather_inside(value: object, found: list[Text]) -> None:
    if isinstance(value, Record):
        _gather(value, found)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            if isinstance(item, Record):
                _gather(item, found)
