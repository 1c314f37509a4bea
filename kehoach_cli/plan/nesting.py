"""Texts with `{{ }}` that name texts with `{{ }}`."""

from collections.abc import Iterator

from kehoach_cli.plan.expressions import PIECE, named, parse_expression
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.references import Reference

DEEPEST = 20
"""Texts that name texts: how many, one in the other."""


def never_ends(text: str, names: Names) -> bool:
    """Whether a text that is named names others in turn more than DEEPEST times, or itself."""
    asked = {text}
    for _ in range(DEEPEST):
        asked = {inner for one in asked for inner in _asked_by(one, names)}
        if not asked:
            return False
    return True


def _asked_by(text: str, names: Names) -> Iterator[str]:
    """The expressions in the text that an expression names."""
    try:
        value = named(parse_expression(text), names)
    except BadPathError:
        return  # told where it stands
    if isinstance(value, str | Reference):
        yield from PIECE.findall(str(value))
