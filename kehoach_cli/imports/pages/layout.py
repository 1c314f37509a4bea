"""Tables that only set things side by side: issuer and Quốc hiệu, recipients and signature."""

from kehoach_cli.vietnamese.text import fold

_SAID = ("conghoaxahoichunghia", "dangcongsanvietnam", "noinhan:")
_MOST_ROWS = 6


def is_layout(text: str, rows: int) -> bool:
    """Whether a table of so many rows that says so much is none but a means of layout."""
    plain = "".join(fold(text).split())
    return rows <= _MOST_ROWS and any(word in plain for word in _SAID)
