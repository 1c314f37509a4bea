"""The needed fields of a plan that are empty."""

from collections.abc import Callable, Iterator
from functools import partial

from kehoach_cli.plan.dia_danh import place_of
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Record, fields_of
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values

ALWAYS = "luôn"
ON_ISSUE = "phát hành"
_BY_DECISION = ("nguoi_ky", "noi_nhan")

Place = Callable[[], Span]
"""Where a fault is, worked out only when there is one."""


class Missing(Values):
    """A field that the plan needs and does not have. `path`: its keys from the top."""

    path: str
    label: str
    span: Span
    when: str


def missing(plan: Plan) -> list[Missing]:
    """The needed fields that are empty, in order of declaration.

    A plan attached to a decision is numbered by it alone, and signed and sent out where it says.
    """
    found = [*_missing(plan, "", plan.span), *_no_place(plan)]
    decision = plan.quyet_dinh
    if decision is None:
        return found
    given = {f"van_ban.{key}" for key in _BY_DECISION if getattr(decision, key)}
    given.add("van_ban.so_van_ban")  # that of the plan prints nowhere
    return [item for item in found if item.path not in given]


def _no_place(plan: Plan) -> Iterator[Missing]:
    """A place that neither the plan nor the issuer's name tells."""
    van_ban = plan.van_ban
    if van_ban is not None and van_ban.co_quan_ban_hanh and not place_of(van_ban):
        span = van_ban.span("co_quan_ban_hanh")
        yield Missing("van_ban.dia_danh", "Địa danh", span, ON_ISSUE)


def _missing(record: Record, path: str, place: Place) -> Iterator[Missing]:
    given = vars(record)
    for key, field in fields_of(type(record)).items():
        value = given.get(key)
        if value is None and not field.required:
            continue
        if isinstance(value, Record | list) and value:
            below = partial(_key_span, record, key, place)
            yield from _missing_inside(value, f"{path}{key}", below)
        elif field.required and not value:
            unreadable = value is None and key in record.at and field.required != ALWAYS
            if not unreadable:
                at = _key_span(record, key, place)
                yield Missing(f"{path}{key}", field.label, at, field.required)


def _key_span(record: Record, key: str, place: Place) -> Span:
    """The place of a field's key, of the record where it is absent.

    What is missing there, or under it, has no place of its own.
    """
    node = record.node
    return node.key_span(key) if isinstance(node, Mapping) and key in node.entries else place()


def _missing_inside(value: Record | list[object], path: str, place: Place) -> Iterator[Missing]:
    if isinstance(value, Record):
        yield from _missing(value, f"{path}.", place)
        return
    for number, item in enumerate(value, 1):
        if isinstance(item, Record):
            yield from _missing(item, f"{path}[{number}].", item.span)
