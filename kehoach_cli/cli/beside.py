"""Files that a plan names: only those in its own folder or below it."""

import os
import re

from kehoach_cli.cli.reading import STDIN, cannot_read, is_file, is_folder, read_input
from kehoach_cli.errors import KehoachError
from kehoach_cli.patterns import pattern
from kehoach_cli.source.attach import CannotAttachError, Opener, PictureOpener
from kehoach_cli.source.text import Source

_MB = 1_000_000
_DEVICE = pattern(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ .]*(?:\..*)?", re.I)
"""Windows opens a device by these names in every folder, whatever their endings."""
_HIDDEN = pattern(r"\.[^.].*|\.\..+", re.DOTALL)
"""Passwords and keys stand in such files, as in .env, .git/config."""
_MAX_PICTURE, _MAX_PICTURES = 10 * _MB, 50 * _MB


def opener_beside(plan: str) -> Opener:
    """Opens the files that a plan attaches: only those in its own folder or below it."""

    def opener(name: str) -> Source:
        path = _beside(plan, name)
        try:
            return read_input(path)
        except KehoachError as error:
            raise CannotAttachError(error.message.rstrip(".")) from error

    return opener


def pictures_beside(plan: str) -> PictureOpener:
    """Opens the pictures of a plan: those of its own folder, and no more than a mail can carry."""
    left = _MAX_PICTURES

    def opener(name: str) -> bytes:
        nonlocal left
        path = _beside(plan, name)
        try:
            with open(path, "rb") as file:
                data = file.read(_MAX_PICTURE + 1)
        except OSError as error:
            raise CannotAttachError(cannot_read(path, error).rstrip(".")) from error
        left -= len(data)
        if len(data) > _MAX_PICTURE:
            raise CannotAttachError(f"tệp lớn hơn {_MAX_PICTURE // _MB} MB")
        if left < 0:
            raise CannotAttachError(f"các hình cộng lại lớn hơn {_MAX_PICTURES // _MB} MB")
        return data

    return opener


def is_inside(path: str, folder: str) -> bool:
    """Whether a path, links followed, leads to a folder or below it."""
    from pathlib import Path  # which few plans need

    try:
        return Path(path).resolve().is_relative_to(Path(folder).resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _beside(plan: str, name: str) -> str:
    """The path of a file in a plan's folder or below it. Raises CannotAttachError for others."""
    folder = "" if plan == STDIN else os.path.dirname(plan)
    if "://" in name:
        raise CannotAttachError("kehoach không mở mạng, chỉ lấy tệp nằm cạnh kế hoạch")
    name = name.replace("\\", "/")  # as Windows writes it
    if ":" in name or name.startswith("/"):
        raise CannotAttachError(
            "chỉ ghi đường dẫn tính từ thư mục của kế hoạch, như hinh/so-do.png"
        )
    if any(_DEVICE.fullmatch(part) for part in name.split("/")):
        raise CannotAttachError("Windows giữ tên ấy cho một thiết bị; hãy đổi tên tệp")
    if any(_HIDDEN.fullmatch(part) for part in name.split("/")):
        raise CannotAttachError("tên bắt đầu bằng dấu chấm là tệp ẩn, không phải phần của kế hoạch")
    path = os.path.join(folder, *name.split("/"))
    if not is_inside(path, folder):
        raise CannotAttachError("tệp nằm ngoài thư mục của kế hoạch")
    if is_folder(path):
        raise CannotAttachError(f"{path} là một thư mục; ghi cả tên tệp trong đó")
    if not is_file(path):
        raise CannotAttachError(f"không có tệp {path}")
    return path
