"""What can be wrong with a file before it is a plan. Facts only; the rules put them in words."""

from dataclasses import dataclass, field

from kehoach_cli.source.text import Span


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault met while reading: the id of its rule, its place, and the facts for its message."""

    rule: str
    span: Span
    facts: dict[str, str] = field(default_factory=dict)
