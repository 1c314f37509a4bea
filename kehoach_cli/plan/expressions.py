"""`{{ tong.nam_2014 | tien }}` in a text: a name of a value, and filters; nothing else.

Jinja reads it, Jinja never runs it: its tree is walked, so that no call, loop or arithmetic can
be written.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice

from kehoach_cli.annotations import Any
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.filters import FILTERS, STATES, Amount, Value, as_text, stated_value
from kehoach_cli.plan.ledger import Selection
from kehoach_cli.plan.named_values import VALUES, Names
from kehoach_cli.plan.paths import LISTED, BadPathError, MoneyPath, ShortPathError
from kehoach_cli.plan.references import Reference
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import to_identifier

PIECE = pattern(r"\{\{([^{}]*)\}\}")
_OTHER = pattern(r"\{\{|\{%|\{#")
MAX_LENGTH = 200
_SHAPE = (
    r"[ ]?[a-z_][a-z0-9_]*(?:\.(?:[a-z_][a-z0-9_]*|[1-9][0-9]{0,3}))*[ ]?"
    r"(?:\|[ ]?[a-z_][a-z0-9_]*[ ]?)*"
)
_PLAIN = pattern(_SHAPE)
"""What nearly every expression looks like: importing Jinja for it costs more than the check."""
BEGUN = pattern(r"\{\{\s*([a-z_][\w.]*(?:\s*\|\s*\w+)*)\s*(?:\}(?!\})|$)")
"""An expression whose end is missing."""
LONE = pattern(rf"(?<!\{{)\{{({_SHAPE})\}}(?!\}})")
"""An expression between single braces."""
_NOT_OURS = pattern(r"^\s*[-+]|[-+]\s*$|(?:[(\[{][^)\]}]*){4}")
"""Jinja's marks for white space, and brackets deep enough to exhaust its parser."""


class Expression(Values):
    """Names joined by dots, and filters with their one argument ("" none)."""

    names: tuple[str, ...]
    filters: tuple[tuple[str, str], ...]


def stray_signs(text: str) -> Iterator[tuple[int, int]]:
    """Where a text opens something of Jinja that is no expression of ours."""
    rest = PIECE.sub(lambda match: " " * len(match[0]), text)
    return (match.span() for match in _OTHER.finditer(rest))


def parse_expression(text: str) -> Expression:
    """The expression inside `{{ }}`. Raises BadPathError for anything but names and filters."""
    if len(text) <= MAX_LENGTH and _PLAIN.fullmatch(text):
        names, *filters = (part.strip() for part in text.split("|"))
        return Expression(tuple(names.split(".")), tuple((name, "") for name in filters))
    bad = BadPathError("KH024", text.strip(), tuple(_in_plain_letters(text)))
    if len(text) > MAX_LENGTH or _NOT_OURS.search(text):
        raise bad
    return _read_by_jinja(text, bad)


def _in_plain_letters(text: str) -> Iterator[str]:
    """The expression without marks and blanks in its names, where that makes it one."""
    filters = [
        ".".join(to_identifier(name) for name in part.split("."))
        for part in text[:MAX_LENGTH].split("|")
    ]
    plain = " | ".join(filters)
    if _PLAIN.fullmatch(plain):
        yield plain


def _read_by_jinja(text: str, bad: BadPathError) -> Expression:
    import jinja2  # only what is not plain pays for it
    from jinja2 import nodes

    try:
        body = jinja2.Environment(autoescape=True).parse("{{" + text + "}}").body
    except jinja2.TemplateError as error:
        raise bad from error
    output = body[0] if len(body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise bad
    node: Any = output.nodes[0]
    filters: list[tuple[str, str]] = []
    while isinstance(node, nodes.Filter):
        filters.insert(0, (node.name, _argument(node, bad)))
        node = node.node
    return Expression(_names(node, bad), tuple(filters))


def _argument(node: Any, bad: BadPathError) -> str:
    if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) > 1:
        raise bad
    value = getattr(node.args[0], "value", None) if node.args else ""
    if not isinstance(value, str):
        raise bad
    return value


def _names(node: Any, bad: BadPathError) -> tuple[str, ...]:
    from jinja2 import nodes

    names: list[str] = []
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
        if not isinstance(name, str | int):
            raise bad
        names.insert(0, str(name))
        node = node.node
    if not isinstance(node, nodes.Name):
        raise bad
    return (node.name, *names)


def evaluate(text: str, names: Names) -> str:
    """The printed text of what stands inside `{{ }}`. Raises BadPathError."""
    return as_text(value_of(text, names))


def value_of(text: str, names: Names, filled: Callable[[str], str] = str) -> Value:
    """The value of what stands inside `{{ }}`, through its filters. Raises BadPathError.

    `filled`: what becomes of the `{{ }}` in a text that it names.
    """
    expression = parse_expression(text)
    value = named(expression, names)
    if isinstance(value, str):
        value = filled(value)
    elif isinstance(value, Reference):
        # The title of a part without a number stands in it as typed.
        pieces = (piece._replace(text=filled(piece.text)) for piece in value.pieces)
        value = value.but(pieces=tuple(pieces))
    for name, argument in expression.filters:
        if name not in FILTERS:
            raise BadPathError("KH026", name, FILTERS)
        value = FILTERS[name](value, argument)
    return value


def named(expression: Expression, names: Names) -> Value:
    """The value before its filters."""
    head, *rest = expression.names
    if head not in VALUES:
        raise BadPathError("KH025", head, VALUES)
    try:
        return VALUES[head](rest, names)
    except BadPathError as error:
        if error.name:
            raise
        short = ".".join(expression.names)  # it ends where a further name is needed
        known = tuple(f"{short}.{name}" for name in islice(error.known, LISTED))
        raise ShortPathError(error.rule, short, known) from error


class StatedValue(Values):
    """A figure given to `ghi`, and what the terms come to. `is_money`: else a count."""

    terms: tuple[str, ...]
    stated: Decimal
    computed: Decimal
    is_money: bool


def stated_values(text: str, names: Names) -> Iterator[StatedValue]:
    """What stands inside `{{ }}` states of a sum or a count; raises BadPathError."""
    expression = parse_expression(text)
    value = named(expression, names)
    for name, argument in expression.filters:
        if name == STATES:
            stated = stated_value(value, argument)
            is_money = isinstance(value, Amount)
            computed = value.value if isinstance(value, Amount) else Decimal(str(value))
            yield StatedValue(expression.names[1:], stated, computed, is_money)


def summed(text: str, names: Names) -> Selection:
    """What a sum or a count is over; everything for what is neither."""
    head, *terms = parse_expression(text).names
    return names.ledger.select(terms) if head in ("tong", "so_du_an") else Selection(MoneyPath())


def empty_sum(text: str, names: Names) -> str:
    """The terms of a sum that no project has money for; "" where some has, or it is no sum."""
    head, *terms = parse_expression(text).names
    if head != "tong":
        return ""
    if names.ledger.has_money(names.ledger.select(terms)):
        return ""
    return ".".join((head, *terms))
