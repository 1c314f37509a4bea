"""Tables that only set things side by side: issuer and Quốc hiệu, recipients and signature."""

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_SAID = ("cong hoa xa hoi chu nghia", "dang cong san viet nam", "noi nhan:", "noi nhan :")
_MOST_ROWS = 6
_SPACES = pattern(r"\s+")


def is_layout(text: str, rows: int) -> bool:
    """Whether a table of so many rows that says so much is none but a means of layout."""
    plain = _SPACES.sub(" ", fold(text))
    return rows <= _MOST_ROWS and any(word in plain for word in _SAID)
