"""Pictures of a document → files beside the draft, and `hinh` with the caption below.

A picture is taken where a plan may have one: a PNG or JPEG, whole, of a size that prints. The names
of the files are numbers; nothing that the document says is in them.
"""

import re
from collections.abc import Iterator, Sequence

from kehoach_cli.imports.head.document_type import type_at
from kehoach_cli.imports.head.names import bare_of_marks
from kehoach_cli.imports.outline.labels import label_of
from kehoach_cli.imports.pages.model import Block, Line, Remark, Shown
from kehoach_cli.imports.pages.pictures import Pictures
from kehoach_cli.imports.yaml_text import Data, Noted
from kehoach_cli.patterns import pattern
from kehoach_cli.source.attach import CannotAttachError
from kehoach_cli.source.pictures import read_picture

BELOW = "hình đứng trong ô của bảng; đặt ngay dưới bảng"
NOWHERE = "in ra màn hình thì không lưu được hình; ghi ra tệp bằng -o TÊN.yaml"
_OF_HEAD = "hình ở phần đầu (biểu trưng, kẻ dòng), không nhập"
_SMALL_TOLD = "hình nhỏ như một biểu tượng, không nhập"
_UNREAD = "không lấy ra được hay quá lớn; lưu hình thành PNG, thêm bằng hinh"
_SMALL = 8.0  # mm: an icon, a bullet, a drawn rule
_NARROWEST, _WIDEST = 5, 165
"""Widths in mm that a plan may ask for: up to that of a page's text."""
_CAPTION = pattern(r"\W*(?:hình|sơ đồ|biểu đồ|bản đồ|ảnh|mô hình|lược đồ)\b", re.IGNORECASE)
_CAPTION_LETTERS = 200
MOST = 200  # pictures that a draft takes


def without_shown(data: Data) -> Data:
    """The data without pictures; the words under one stay as a paragraph."""
    if isinstance(data, Noted):
        return Noted(without_shown(data.value), data.note)
    if isinstance(data, dict):
        return {key: without_shown(value) for key, value in data.items()}
    if isinstance(data, str):
        return data
    return [without_shown(bare) for one in data if (bare := _words_of(one)) is not None]


def _words_of(block: Data) -> "Data | None":
    """A block; of a picture the words under it, None where there are none."""
    shown = block.get("hinh") if isinstance(block, dict) else None
    return shown.get("ten") if isinstance(shown, dict) else block


class ShownPictures:
    """The pictures of a draft as files. `folder`: their own, beside the draft; None for none."""

    def __init__(self, folder: str | None) -> None:
        self.remarks: list[Remark] = []
        self._kept = Pictures(folder) if folder else None

    @property
    def files(self) -> dict[str, bytes]:
        """The files, by their paths from the draft's folder."""
        return self._kept.files if self._kept else {}

    def placed(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks, the pictures that are taken with their files and captions; the others gone
        and told of."""
        head = type_at(blocks) or 0
        found: list[Block] = []
        below = iter([*blocks[1:], None])
        for at, (block, after) in enumerate(zip(blocks, below, strict=True)):
            if not isinstance(block, Line) or block.shown is None:
                if not self._is_caption_of(found, block):
                    found.append(block)
            else:
                found += self._taken(block, block.shown, is_head=at < head, after=after)
        return found

    def _taken(
        self, line: Line, shown: Shown, *, is_head: bool, after: "Block | None"
    ) -> Iterator[Line]:
        """The line of a picture with its file and caption; nothing for one that is not taken."""
        path, told = ("", _OF_HEAD) if is_head else self._file(shown)
        if path:
            yield line._replace(shown=shown._replace(path=path, caption=_caption(after)))
        else:
            self.remarks.append(Remark(line.place, line.text, told))

    def _is_caption_of(self, found: Sequence[Block], block: Block) -> bool:
        """Whether a line is the caption that the picture above has taken."""
        above = found[-1] if found else None
        if not isinstance(above, Line) or above.shown is None or not isinstance(block, Line):
            return False
        return bool(above.shown.caption) and above.shown.caption == _caption(block)

    def _file(self, shown: Shown) -> tuple[str, str]:
        """The file that a picture gets, or why it gets none."""
        if self._kept is None:
            return "", NOWHERE
        if not shown.data:
            return "", _UNREAD
        try:
            picture = read_picture("", shown.data)
            if 0 < shown.width < _SMALL or max(picture.width, picture.height) < _SMALL:
                return "", _SMALL_TOLD
            if len(self.files) >= MOST and shown.data not in self.files.values():
                return "", "không nhập: tệp có quá nhiều hình"
            return self._kept.taken(shown.data).name, ""
        except CannotAttachError as error:
            return "", f"không nhập: {error}; lưu hình thành PNG, thêm bằng hinh"


def figure_data(shown: Shown) -> Data:
    """A picture as `hinh` has it."""
    data: dict[str, Data] = {"tep": shown.path}
    if shown.caption:
        data["ten"] = shown.caption
    if shown.width:
        data["rong"] = str(round(min(max(shown.width, _NARROWEST), _WIDEST)))
    return data if len(data) > 1 else shown.path


def _caption(block: "Block | None") -> str:
    """The caption that a block is of the picture above it; "" for none."""
    if not isinstance(block, Line) or block.shown is not None:
        return ""
    text = " ".join(bare_of_marks(block.whole).split())
    if len(text) > _CAPTION_LETTERS or text.endswith((";", ":")):
        return ""
    is_set = block.centred and not text.isupper() and label_of(text) is None and text[:1] != "("
    return text if is_set or _CAPTION.match(text) else ""
