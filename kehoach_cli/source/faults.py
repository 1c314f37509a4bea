"""What can be wrong with a file before it is a plan. Facts only; the rules put them in words."""

from collections.abc import Mapping
from types import MappingProxyType

from kehoach_cli.source.text import Span
from kehoach_cli.values import Values

NO_FACTS: Mapping[str, str] = MappingProxyType({})


class Fault(Values):
    """A fault met while reading: the id of its rule, its place, and the facts for its message.

    `repair`: what to write in place of the span; None where a person must decide.
    """

    rule: str
    span: Span
    facts: Mapping[str, str] = NO_FACTS
    repair: str | None = None
