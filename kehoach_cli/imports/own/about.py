"""What a file of kehoach's own says of itself: names as typed, a number that no page has."""

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.naming import DEFAULT_TYPE
from kehoach_cli.imports.own.head import in_lines, prints_as, same_letters
from kehoach_cli.imports.pages.model import About
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.van_ban import DOCUMENT_NUMBER
from kehoach_cli.vietnamese.document_types import DOCUMENT_TYPES
from kehoach_cli.vietnamese.unreadable import Unreadable

_NUMBER = pattern(r"Số (?P<so_van_ban>[^/]+)/(?P<ky_hieu>.+)")


def with_about(
    keys: dict[str, Data], about: About, layout: Layout, *, printed: bool
) -> dict[str, Data]:
    """The keys, names written as the file's own title and author are.

    `printed`: whether type and title of the plan stand on its pages; else they are taken.
    """
    found = dict(keys)
    issuer, agency = found.get("co_quan_ban_hanh"), about.get("agency", "")
    if isinstance(issuer, str) and same_letters(issuer, agency):
        found["co_quan_ban_hanh"] = in_lines(agency, issuer)
    title = about.get("title", "")
    kind = found.get("ten_loai", DEFAULT_TYPE) if printed else _kind(title)
    if isinstance(kind, str) and f"{title} ".upper().startswith(f"{kind} ".upper()):
        words, count = title.split(), len(kind.split())
        found["ten_loai"] = " ".join(words[:count])
        rest, told = " ".join(words[count:]), found.get("trich_yeu", "")
        if rest and (not printed or _is_title(rest, told, layout)):
            found["trich_yeu"] = rest
    return found


def _is_title(title: str, printed: Data, layout: Layout) -> bool:
    """Whether a title is the printed one, whose words may be broken over its lines."""
    return isinstance(printed, str) and prints_as(title, printed, layout)


def numbered(about: About) -> dict[str, Data]:
    """The plan's own number, which stands on no page behind a decision."""
    match = _NUMBER.fullmatch(about.get("subject", ""))
    try:
        return dict(match.groupdict()) if match and DOCUMENT_NUMBER.parser(match[1]) else {}
    except Unreadable:
        return {}


def _kind(title: str) -> str:
    """The type of document that a title begins with."""
    known = (t.name for t in DOCUMENT_TYPES if f"{title} ".startswith(f"{t.name} "))
    return max(known, key=len, default=title.partition(" ")[0])
