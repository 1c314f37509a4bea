"""The bytes of a picture → what it is: PNG or JPEG, told by content, and its natural size.

python-docx's image parser reads the headers; it is imported only once a plan has a picture.
"""

from binascii import crc32

from kehoach_cli.source.attach import CannotAttachError
from kehoach_cli.values import Values

MAX_PIXELS = 100_000_000
"""More would fill the memory of the PC that opens the file."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SCAN, _END = b"\xff\xda", b"\xff\xd9"
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
"""The segment that names a JPEG: python-docx knows one only by it, or by that of Exif."""
_MM_PER_INCH = 25.4
_DPI = range(30, 2401)
_USUAL_DPI = 96  # Word's, for a picture that gives none or an absurd one


class Picture(Values):
    """A picture as a plan names it. `kind`: "png" or "jpeg". `width`, `height`: natural, in mm.

    Without `data` where it could not be read.
    """

    name: str
    data: bytes = b""
    kind: str = ""
    width: float = 0.0
    height: float = 0.0


def read_picture(name: str, data: bytes) -> Picture:
    """The picture in the bytes of a file. Raises CannotAttachError, the reason in Vietnamese."""
    if data.startswith(_PNG):
        kind, whole = "png", _is_whole_png(data)
    elif data.startswith(_JPEG):
        kind, whole = "jpeg", data.rfind(_END) > data.rfind(_SCAN) > 0
    else:
        raise CannotAttachError("tệp không phải hình PNG hay JPEG")
    if not whole:
        raise CannotAttachError("tệp hình bị hỏng hoặc bị cắt cụt")
    width, height = _natural_size(data)
    return Picture(name, data, kind, width, height)


def _is_whole_png(data: bytes) -> bool:
    """Whether every chunk is there and has its checksum, up to the last (ISO/IEC 15948, 5.3)."""
    at = len(_PNG)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        end = at + 8 + size
        if crc32(data[at + 4 : end]).to_bytes(4, "big") != data[end : end + 4]:
            return False
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at = end + 4
    return False


def _natural_size(data: bytes) -> tuple[float, float]:
    """Width and height in mm: pixels by the density that the picture gives."""
    from docx.image.image import Image

    named = data[6:10] in (b"JFIF", b"Exif") or data.startswith(_PNG)
    try:
        image = Image.from_blob(data if named else data[:2] + _JFIF + data[2:])
        across, down = image.px_width, image.px_height
        densities = image.horz_dpi, image.vert_dpi
    except Exception as error:  # the parser raises even bare Exception
        raise CannotAttachError("tệp hình bị hỏng, không đọc được kích thước") from error
    if not 0 < across * down <= MAX_PIXELS:
        raise CannotAttachError(f"hình có {across} × {down} điểm ảnh, không in được")
    dpi = densities if all(density in _DPI for density in densities) else (_USUAL_DPI, _USUAL_DPI)
    return across / dpi[0] * _MM_PER_INCH, down / dpi[1] * _MM_PER_INCH
