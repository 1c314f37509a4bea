"""Money split by year, by source, or by both, as a plan file writes it."""

from kehoach_cli.plan.amounts import Amounts, Key, read_time
from kehoach_cli.plan.kinds import MONEY, wrong_shape
from kehoach_cli.plan.records import Context
from kehoach_cli.source.nodes import Mapping, Node


class Split:
    """Money split by year, by source, or by both: {2014: {dau_tu_tinh: 2.179}}."""

    name = "số tiền theo năm và nguồn vốn"

    def read(self, node: Node, label: str, context: Context) -> Amounts | None:
        """The amounts by (time, source)."""
        if not isinstance(node, Mapping):
            wrong_shape(node, label, self.name, context)
            return None
        amounts = Amounts(node)
        for key, (_, value) in node.entries.items():
            self._part(amounts, key, value, f"{label} › {key}", context)
        return amounts

    def _part(self, amounts: Amounts, key: str, value: Node, label: str, context: Context) -> None:
        time = read_time(key)
        if not isinstance(value, Mapping):
            source = None if time or key == "tong" else key
            self._leaf(amounts, (time, source), value, label, context)
            return
        for inner, (_, leaf) in value.entries.items():
            name = f"{label} › {inner}"
            if time:
                self._leaf(amounts, (time, None if inner == "tong" else inner), leaf, name, context)
            elif inner == "tong" or read_time(inner):
                self._leaf(amounts, (read_time(inner), key), leaf, name, context)
            else:
                got = f"“{key}” và “{inner}”"
                facts = {"label": label, "wanted": "một năm và một nguồn", "got": got}
                context.fault("KH011", leaf.span, near="{2026: {" + inner + ": …}}", **facts)

    def _leaf(self, amounts: Amounts, place: Key, node: Node, label: str, context: Context) -> None:
        """Keep an amount; a year in two spellings is one key typed twice."""
        if place in amounts.places:
            line = str(amounts.places[place].span.first.line)
            context.fault("KH007", node.span, key=label, line=line)
            return
        amounts.put(place, MONEY.read(node, label, context), node)
