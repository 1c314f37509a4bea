"""Pictures of a source document: their bytes, the names that they get beside the draft."""

import zipfile
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import PurePosixPath
from xml.parsers import expat

from kehoach_cli.source.attach import CannotAttachError, PictureOpener
from kehoach_cli.source.pictures import Picture, read_picture

FOLDER = "hinh"
_MAX_PICTURE, _MAX_ALL = 10_000_000, 50_000_000
"""Bytes: what a plan may have beside it."""
_MAX_RELATIONS = 1_000_000


class Pictures:
    """Those taken so far; one that stands twice is one file. `folder`: beside the draft."""

    def __init__(self, folder: str = FOLDER) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        self._numbers = count(1)

    def taken(self, data: bytes) -> Picture:
        """A picture under the name that the draft gives it. Raises CannotAttachError."""
        picture = read_picture(self._names.get(data, ""), data)
        if not picture.name:
            if sum(map(len, self.files.values())) + len(data) > _MAX_ALL:
                raise CannotAttachError("các hình cộng lại quá lớn")
            name = f"{self.folder}/hinh-{next(self._numbers)}.{picture.kind}"
            self._names[data] = name
            self.files[name] = data
            picture = picture.but(name=name)
        return picture


def opener_of(files: Mapping[str, bytes]) -> PictureOpener:
    """Opens pictures that are not written yet."""

    def opener(name: str) -> bytes:
        if name not in files:
            raise CannotAttachError("không có tệp ấy")
        return files[name]

    return opener


def pictures_in(package: zipfile.ZipFile, main: PurePosixPath) -> dict[str, bytes]:
    """The pictures that a part of a Word file shows, by the ids of their relations."""
    found: dict[str, bytes] = {}
    left = _MAX_ALL
    for key, name in _relations(package, main):
        try:
            size = package.getinfo(str(name)).file_size
            if size <= min(left, _MAX_PICTURE):
                found[key] = package.read(str(name))
                left -= size
        except (KeyError, zipfile.BadZipFile):
            continue
    return found


def _relations(
    package: zipfile.ZipFile, main: PurePosixPath
) -> Iterator[tuple[str, PurePosixPath]]:
    """Ids and parts of the pictures that stand in the file itself."""
    found: list[tuple[str, PurePosixPath]] = []

    def seen(_name: str, said: dict[str, str]) -> None:
        inside = said.get("TargetMode") != "External" and said.get("Target")
        if inside and said.get("Type", "").endswith("/image"):
            target = said["Target"]
            whole = PurePosixPath(target[1:]) if target.startswith("/") else main.parent / target
            found.append((said.get("Id", ""), whole))

    parser = expat.ParserCreate()
    parser.StartElementHandler = seen
    part = main.parent / "_rels" / f"{main.name}.rels"
    with package.open(str(part)) as file:
        parser.Parse(file.read(_MAX_RELATIONS), True)
    yield from found
