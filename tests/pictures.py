"""Pictures made for tests, and a plan's reading with them."""

import io
from textwrap import dedent

from PIL import Image

from kehoach_cli.plan.reader import Reading, read_plan
from kehoach_cli.source.attach import CannotAttachError
from kehoach_cli.source.text import read_source


def picture(
    kind: str = "png", size: tuple[int, int] = (150, 75), dpi: int = 0, exif: bytes = b""
) -> bytes:
    """A picture of one colour; `dpi` 0: it says nothing of its size on paper."""
    out = io.BytesIO()
    more = ({"dpi": (dpi, dpi)} if dpi else {}) | ({"exif": exif} if exif else {})
    Image.new("RGB", size, (0, 90, size[0] % 256)).save(out, kind, **more)
    return out.getvalue()


def noise(side: int) -> bytes:
    """A picture whose every point differs from the next: it cannot be packed."""
    out = io.BytesIO()
    points = bytes((at * at * 2_654_435_761 >> 13) % 256 for at in range(side * side * 3))
    Image.frombytes("RGB", (side, side), points).save(out, "png")
    return out.getvalue()


def turned() -> bytes:
    """Exif that says: turn it by a quarter."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif.tobytes()


SAMPLES = {"hinh/so-do.png": picture("png", (300, 150), 150)}
"""The pictures that the examples of the documentation name."""


def reading(text: str, files: dict[str, bytes]) -> Reading:
    """The reading of a plan's text in a folder with these pictures."""

    def opener(name: str) -> bytes:
        if name not in files:
            raise CannotAttachError("không có tệp ấy")
        return files[name]

    source = read_source("a.yaml", dedent(text).encode("utf-8"))
    return read_plan(source, pictures=opener)
