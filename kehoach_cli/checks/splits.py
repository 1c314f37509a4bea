"""Money of prose that is told apart: a whole, and the parts named below or behind it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kehoach_cli.checks.blocks import Block, Line
from kehoach_cli.checks.counts import is_slip
from kehoach_cli.checks.money import Mention, mentions
from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import fold


class Split:
    """A whole, the figures that may be it, and its parts. `span`: the place of the whole."""

    def __init__(
        self,
        span: Span,
        wholes: Sequence[Mention],
        parts: Sequence[Mention],
        lines: Sequence[Line],
    ) -> None:
        self.span, self.wholes, self.parts, self.lines = span, wholes, parts, lines

    def wrong_part(self, whole: Decimal) -> Span | None:
        """The place of the only part that is a slip for what makes the parts fit a whole."""
        found = []
        for part, line in zip(self.parts, self.lines, strict=True):
            typed, right = (n / part.step for n in (part.amount, part.amount + whole - self.total))
            if not right % 1 and is_slip(int(typed), int(right)):
                found.append(line.span(part.start, part.end))
        return found[0] if len(found) == 1 else None

    @property
    def total(self) -> Decimal:
        """The parts added up."""
        return sum((part.amount for part in self.parts), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """Parts less whole; 0 where they fit one of the wholes, or divide one several times."""
        total = self.total
        steps = {mention.step for mention in (*self.wholes, *self.parts)}
        slack = max(steps) if len(steps) > 1 else Decimal(0)
        for whole in self.wholes:
            times = max(1, round(total / whole.amount)) if whole.amount else 1
            times = min(times, len(self.parts))
            if abs(total - whole.amount * times) <= slack * times:
                return Decimal(0)
        return total - self.wholes[0].amount


def splits_of(blocks: Iterable[Block]) -> Iterator[Split]:
    """Every whole with parts, in order."""
    for block in blocks:
        for number, line in enumerate(block.lines):
            found = mentions(line.text)
            if not (found or line.opens):
                continue
            wholes = found or _whole_above(block, number)
            parts = _parts_below(block, number) if line.opens and wholes else ()
            if parts:
                place = line if found else block.lines[number - 1]
                span = place.span(wholes[0].start, wholes[0].end)
                yield Split(span, wholes, parts, block.below(number))
            inline = _inline(line.text, found)
            if inline:
                span = line.span(found[0].start, found[0].end)
                yield Split(span, found[:1], inline, [line] * len(inline))


def _whole_above(block: Block, number: int) -> Sequence[Mention]:
    """The total named on the line before a heading line like "Nguồn vốn:"."""
    if not number:
        return ()
    before, line = block.lines[number - 1], block.lines[number]
    heads = re.match(r"[-+ ]*(?:trong do|nguon|co cau|chia|gom|bao gom)\b", fold(line.text))
    if before.level != line.level or not heads or "tong" not in fold(before.text).split():
        return ()
    return [mention for mention in mentions(before.text) if not mention.rough][:1]


def _parts_below(block: Block, number: int) -> Sequence[Mention]:
    """The first amounts of the bullets below a line; none unless every bullet has one."""
    firsts = [(line.text, next(iter(mentions(line.text)), None)) for line in block.below(number)]
    known = [
        mention.times(count)
        for text, mention in firsts
        if mention is not None and not mention.rough
        if (count := _times(text[: mention.start]))
    ]
    return known if len(known) == len(firsts) and len(known) > 1 else ()


_EACH_LIST = ("mỗi", "hằng", "hàng", "bình quân")
_EACH = pattern(rf"\b(?:{'|'.join(_EACH_LIST)}) (?:năm|quý|tháng|xã|phường|đơn vị|thôn|hộ|lớp)")
_YEARS = pattern(r"(20\d\d)\D{1,12}(20\d\d)")


def _times(text: str) -> int:
    """How often a part counts: "mỗi năm từ 2027 đến 2030" four times; 0 where that is not told."""
    low = text.lower()
    if not (any(word in low for word in _EACH_LIST) and _EACH.search(low)):
        return 1
    years = _YEARS.search(text)
    return int(years[2]) - int(years[1]) + 1 if years and "năm" in low else 0


_OVER = pattern(
    r"\.\s|;\s*(?:đã |được )?(?:giải ngân|thanh toán|quyết toán|tạm ứng|sử dụng|chi |thực hiện|"
    r"l[ũu][yỹ] kế|đạt|bằng|tăng|giảm|ước)"
)
"""Where the parts of a sum are over: the sentence, or a clause that tells what became of it."""


def _inline(text: str, found: Sequence[Mention]) -> Sequence[Mention]:
    """The parts after "trong đó" or "gồm" of one sentence."""
    if len(found) < 3 or any(mention.rough for mention in found):
        return ()
    opening = re.search(r"trong đó|gồm|chia ra", text[found[0].end : found[1].start])
    stop = _OVER.search(text, found[0].end)
    parts = [m for m in found[1:] if stop is None or m.start < stop.start()]
    end = parts[-1].end if parts else found[0].end
    again = re.search(r"trong đó|gồm|\(", text[found[1].start : end])
    return parts if opening and len(parts) > 1 and not again else ()
