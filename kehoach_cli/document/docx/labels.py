"""What stands before a numbered paragraph: Word's number, or a label typed out.

Word's counters are followed along, so that a number Word would show wrongly is typed instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach_cli.document.docx.numbering import APPENDIX_SLOT, Slot
from kehoach_cli.document.model import APPENDIX, Number
from kehoach_cli.plan.scheme import Level, Scheme, roman


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph's number: its place in Word's list, the typed label, or both."""

    slot: Slot | None
    typed: str = ""
    own_line: bool = False


@dataclass(slots=True)
class Labels:
    """The counters of one document, moved on by each numbered paragraph in reading order."""

    outlines: Sequence["Counter"]
    appendices: int = 0

    def next(self, number: Number) -> Mark:
        """The mark of the next paragraph that has a number."""
        if number.level == APPENDIX:
            return self._appendix(number)
        return self.outlines[number.outline].next(number)

    def _appendix(self, number: Number) -> Mark:
        if number.position != self.appendices + 1:
            return Mark(None, f"Phụ lục {roman(number.position)}", own_line=True)
        self.appendices += 1
        return Mark(APPENDIX_SLOT, own_line=True)


@dataclass(slots=True)
class Counter:
    """The counters of one outline."""

    scheme: Scheme
    slots: Sequence[Slot]
    counts: dict[int, int] = field(default_factory=dict)
    path: dict[int, int] = field(default_factory=dict)

    def next(self, number: Number) -> Mark:
        """The mark of its next numbered paragraph."""
        level = self.scheme[number.level]
        self.path = {at: n for at, n in self.path.items() if at < number.level}
        self.path[number.level] = number.position
        slot = self._live_slot(number)
        shown = slot is not None and bool(slot.text)
        return Mark(slot, "" if shown else self._typed(number, level), level.own_line)

    def _live_slot(self, number: Number) -> Slot | None:
        for slot in self.slots:
            segment = slot.segment
            if slot.level == number.level and segment.first <= number.position <= segment.last:
                count = self.counts.get(slot.index, 0) + 1
                if segment.first + count - 1 == number.position and self._chain_stands(slot):
                    self.counts = {at: n for at, n in self.counts.items() if at < slot.index}
                    self.counts[slot.index] = count
                    return slot
        return None

    def _chain(self, level: int) -> range:
        return range(max(0, level + 1 - self.scheme[level].depth), level)

    def _chain_stands(self, slot: Slot) -> bool:
        chain = self._chain(slot.level)
        parents = {above.level: above.index for above in self.slots if above.level in chain}
        return not slot.text or all(
            at in parents and at in self.path and self.counts.get(parents[at]) == self.path[at]
            for at in chain
        )

    def _typed(self, number: Number, level: Level) -> str:
        above = [
            self.scheme[at].number(self.path[at])
            for at in self._chain(number.level)
            if at in self.path
        ]
        return level.prefix + ".".join([*above, level.number(number.position)]) + level.suffix
