"""The year, or the years, that a heading names."""

from collections.abc import Sequence

from kehoach_cli.patterns import pattern

_YEARS = pattern(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–—]\s*((?:19|20)\d\d))?(?!\d)")


def years_in(text: str) -> str:
    """ "Kế hoạch năm 2026" → "2026", "giai đoạn 2026 – 2030" → "2026-2030"; "" for none."""
    match = _YEARS.search(text)
    if match is None:
        return ""
    return f"{match[1]}-{match[2]}" if match[2] else match[1]


def years_of(headings: Sequence[str]) -> str:
    """The years that the headings over a column name; of several the nearest."""
    found = (years_in(name) for name in reversed(headings))
    return next(filter(None, found), "")
