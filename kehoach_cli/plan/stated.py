"""Sums printed elsewhere (`tong_ghi`): typed to be compared with the computed ones, never printed.

They are named by the terms of `{{ tong }}`, nested in any order: {2017: {ha_tang: 9.100}}.
"""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.plan.kinds import MONEY
from kehoach_cli.plan.records import Context
from kehoach_cli.source.nodes import Mapping, Node, Sequence
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values

_WHOLE = "tong"
"""The key that adds no term: the sum of what the keys above it name."""

STATED_DEPTH = 4
"""How many terms one sum may have: a year, a source, a measure, a group."""


class Stated(Values):
    """A stated sum in the plan's unit. `terms`: as after `tong.` in `{{ }}`; none: all money."""

    terms: tuple[str, ...]
    amount: Decimal
    node: Node

    @property
    def span(self) -> Span:
        """The place of the figure."""
        return self.node.span


class StatedKind:
    """An amount, or amounts by year, source, group or measure."""

    name = "số tiền, hoặc số tiền theo năm, nguồn, nhóm, số liệu"

    def read(self, node: Node, label: str, context: Context) -> list[Stated] | None:
        """The stated sums that could be read."""
        return list(_sums(node, (), label, context)) or None


def _sums(node: Node, terms: tuple[str, ...], label: str, context: Context) -> Iterator[Stated]:
    if isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            inner = terms if key == _WHOLE else (*terms, key)
            yield from _sums(value, inner, f"{label} › {key}", context)
        return
    if isinstance(node, Sequence):
        got = "một danh sách"
        context.fault("KH011", node.span, label=label, wanted="một số tiền", got=got)
        return
    amount = MONEY.read(node, label, context)
    if amount is not None:
        yield Stated(terms, amount, node)


STATED = StatedKind()
