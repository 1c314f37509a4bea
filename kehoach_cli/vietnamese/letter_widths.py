"""How wide text is in Times New Roman.

The advance widths are those of Liberation Serif 2.1, which was drawn to the widths of Times New
Roman; kerning is left out, as Word leaves it out.
"""

import unicodedata
from functools import lru_cache

_FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}
MM_PER_POINT = 25.4 / 72

_SAMPLE = "abcdeghiklmnopqrstuvxy"


class _Widths(dict[str, float]):
    """Width of a character in mm at 1 pt."""

    unknown = 0.0

    def __missing__(self, char: str) -> float:
        """Marks and format characters take no room, other strangers the mean of the letters."""
        width = 0.0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else self.unknown
        self[char] = width
        return width


@lru_cache(maxsize=4)
def _face(name: str) -> _Widths:
    from kehoach_cli.vietnamese.letter_faces import FACES, UNITS_PER_EM  # few checks measure

    widths = _Widths()
    for width, chars in FACES[name].items():
        widths.update(dict.fromkeys(chars, width * (MM_PER_POINT / UNITS_PER_EM)))
    widths.unknown = sum(widths[char] for char in _SAMPLE) / len(_SAMPLE)
    widths["\t"] = widths[" "]
    return widths


def text_width(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """Width in mm of a text set on one line at a size in points."""
    widths = _face(_FACES[bold, italic])
    return sum(map(widths.__getitem__, unicodedata.normalize("NFC", text))) * size_pt
