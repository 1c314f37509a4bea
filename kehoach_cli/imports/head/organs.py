"""The name of an organ whose end a copy of the page lost → the name that the text itself gives."""

import re
from collections.abc import Sequence

from kehoach_cli.imports.head.names import Names, bare_of_marks
from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold, fold_tone

_COUNCILS = {
    "uy ban nhan dan": "Ủy ban nhân dân|UBND",
    "hoi dong nhan dan": "Hội đồng nhân dân|HĐND",
}
_UNIT = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
_OPEN = pattern(r"\s(?:và|các)$", re.IGNORECASE)
"""What ends no name."""
_TITLES = pattern(r"^(?:bộ trưởng|chủ tịch|giám đốc|tổng giám đốc|cục trưởng)\s+", re.IGNORECASE)


def whole_organ(short: str, place: str, blocks: Sequence[Block], names: Names) -> str:
    """The whole name of an organ; "" for one that is whole or that the text does not name.

    `place`: where the document was signed, which a council must be of.
    """
    texts = [bare_of_marks(block.text) for block in blocks if isinstance(block, Line)]
    council = _COUNCILS.get(fold(short))
    if council and place:
        return _of_place(council, short, place, texts)
    return _gone_on_with(short, texts, names) if _OPEN.search(short) else ""


def _of_place(council: str, short: str, place: str, texts: Sequence[str]) -> str:
    named = pattern(
        rf"(?:{council})\s+(?P<unit>{_UNIT})\s+{re.escape(fold_tone(place))}(?!\w)", re.IGNORECASE
    )
    for text in texts:
        match = named.search(fold_tone(text))
        if match:
            return f"{short} {match['unit'].lower()} {place}"
    return ""


def _gone_on_with(short: str, texts: Sequence[str], names: Names) -> str:
    """A line in capitals that says the same and goes on: "BỘ TRƯỞNG BỘ … VÀ …"."""
    begun = fold_tone(short).upper()
    for text in texts:
        said = _TITLES.sub("", fold_tone(text))
        if text.isupper() and said.startswith(f"{begun} "):
            return names.cased(said)
    return ""
