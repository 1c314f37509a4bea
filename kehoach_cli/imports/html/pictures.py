"""Pictures of a web page: in the page itself, or files beside it; none comes from elsewhere."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from kehoach_cli.imports.pages.model import Line, Shown
from kehoach_cli.patterns import pattern
from kehoach_cli.source.attach import CannotAttachError, PictureOpener

Seen = Callable[[str], bytes]
"""The bytes of a picture by what the page calls it, b"" where it is not to be had."""
_INSIDE = pattern(r"data:image/[\w.+-]{1,40}(?:;[\w=-]{1,40})*;base64,([A-Za-z0-9+/=\s%]*)", re.I)
_MARK = "kehoach-hinh:"
_NAMED = pattern(rf"{_MARK}(\d{{1,4}})\b")
_ICON = 40  # pixels
_MM_PER_PIXEL = 25.4 / 96
_MOST, _NAME = 500, 60


def without_pictures(text: str) -> tuple[str, list[bytes]]:
    """The page with a short name in place of each picture that it holds, and their bytes."""
    found: list[bytes] = []

    def name(match: re.Match[str]) -> str:
        if len(found) >= _MOST:
            return _MARK
        try:
            found.append(base64.b64decode(unquote(match[1])))
        except (binascii.Error, ValueError):
            found.append(b"")
        return f"{_MARK}{len(found) - 1}" + "\n" * match[0].count("\n")

    return _INSIDE.sub(name, text), found


def with_pictures(text: str, found: list[bytes]) -> str:
    """The page with its pictures in it again, which `guarded` would have taken for too long."""

    def put(match: re.Match[str]) -> str:
        at = int(match[1])
        data = base64.b64encode(found[at]).decode() if at < len(found) else ""
        return f"data:image/png;base64,{data}"

    return _NAMED.sub(put, text)


def seen_in(found: list[bytes], beside: PictureOpener | None) -> Seen:
    """Looks a picture up: among those of the page, or beside its file."""

    def seen(source: str) -> bytes:
        name = source.strip()
        if name.startswith(_MARK):
            at = name.removeprefix(_MARK)
            is_number = at.isdecimal() and len(at) <= len(str(_MOST))
            return found[int(at)] if is_number and int(at) < len(found) else b""
        try:
            return beside(unquote(name)) if beside and name else b""
        except (CannotAttachError, ValueError):
            return b""

    return seen


def picture_line(attrs: Mapping[str, str | None], place: str, seen: Seen) -> Line | None:
    """A picture as a line; None for an icon."""
    sizes = [attrs.get(key) or "" for key in ("width", "height")]
    pixels = [int(size[:6]) for size in sizes if size.isascii() and size.isdecimal()]
    if any(size <= _ICON for size in pixels):
        return None
    source = attrs.get("src") or ""
    name = "" if source.startswith(_MARK) else source.rpartition("/")[2]
    text = f"hình {(attrs.get('alt') or name)[:_NAME]}".strip()
    width = int(sizes[0][:6]) * _MM_PER_PIXEL if sizes[0].isdecimal() else 0.0
    return Line(text, place, shown=Shown(seen(source), width))
