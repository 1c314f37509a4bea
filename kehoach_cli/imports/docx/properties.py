"""What a Word file says of itself, in its properties."""

import zipfile
from pathlib import PurePosixPath
from xml.parsers import expat

from kehoach_cli.document.docx.base_parts import relations, sound_part
from kehoach_cli.imports.pages.model import About

_KEYS = {"title": "title", "creator": "agency", "subject": "subject"}


def about_in(package: zipfile.ZipFile) -> About:
    """What the properties of a Word file say."""
    name = relations(package, PurePosixPath()).get("core-properties")
    if name is None or str(name) not in package.namelist():
        return {}
    found: dict[str, str] = {}
    inside = ""

    def start(tag: str, _said: dict[str, str]) -> None:
        nonlocal inside
        inside = _KEYS.get(tag.rpartition(":")[2], "")

    def letters(text: str) -> None:
        if inside:
            found[inside] = found.get(inside, "") + text

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = start, letters
    parser.EndElementHandler = lambda _tag: start("", {})
    parser.Parse(sound_part(package, name, "core-properties"), True)
    return found
