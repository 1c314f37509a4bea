"""Files that are written: whole, or not at all."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kehoach_cli.cli.placing import put
from kehoach_cli.cli.reading import FULL, StrPath, is_file, is_folder, is_there, reason_of
from kehoach_cli.errors import KehoachError, TakenError


def write_whole(path: Path, make: Callable[[BinaryIO], None]) -> None:
    """Write beside the target, then put it in place in one step.

    On any failure the old file stays as it was and nothing else is left behind. A link is
    followed; a device or pipe is written to as it is. Raises KehoachError for what the user can
    put right.
    """
    if is_there(path) and not path.is_file():
        _write_through(path, make)
        return
    if is_file(path) and not os.access(path, os.W_OK):
        raise KehoachError(
            f"{path} chỉ cho đọc; hãy bỏ thuộc tính ấy hoặc ghi ra chỗ khác bằng -o."
        )
    try:
        put(_end_of_link(path), make)
    except OSError as error:
        raise KehoachError(_cannot_write(path, error)) from error


def _end_of_link(path: Path) -> Path:
    """What a link leads to, the path itself where it is none. Raises OSError for a ring of them."""
    if not path.is_symlink():
        return path
    end = Path(os.path.realpath(path))
    if end.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return end


def write_new(path: Path, data: bytes) -> None:
    """Write a file, whole, where none is; whatever stands there, also since a moment ago, stays.

    Raises KehoachError, TakenError.
    """
    try:
        if os.path.lexists(path):
            raise FileExistsError
        put(path, lambda file: file.write(data), anew=True)
    except FileExistsError as error:
        raise TakenError(f"{path} đã có, không ghi đè; hãy đặt tên khác bằng -o.") from error
    except ValueError as error:
        raise KehoachError(f"Tên tệp {str(path)!r} không hợp lệ; hãy đặt tên khác.") from error
    except OSError as error:
        raise KehoachError(_cannot_write(path, error)) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it where they are not there. Raises KehoachError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KehoachError(_cannot_write(path, error)) from error


def write_bytes(path: StrPath, data: bytes) -> None:
    """Put a file in place, whole, as `write_whole` does."""

    def make(file: BinaryIO) -> None:
        file.write(data)

    write_whole(Path(path), make)


def _write_through(path: Path, make: Callable[[BinaryIO], None]) -> None:
    buffer = io.BytesIO()
    make(buffer)
    try:
        with path.open("wb", buffering=0) as file:
            left = memoryview(buffer.getvalue())
            while left:
                left = left[file.write(left) :]
    except OSError as error:
        raise KehoachError(_cannot_write(path, error)) from error


def _cannot_write(path: Path, error: OSError) -> str:
    if not is_there(path.parent):
        return f"Không có thư mục {path.parent}; hãy tạo thư mục ấy hoặc ghi ra chỗ khác bằng -o."
    if error.errno in FULL:
        return f"Đĩa đã đầy, chưa ghi được {path}; tệp cũ còn nguyên, hãy dọn bớt rồi chạy lại."
    if is_folder(path):
        return f"{path} là một thư mục; hãy ghi rõ tên tệp .docx."
    if isinstance(error, PermissionError) and is_there(path) and os.access(path.parent, os.W_OK):
        return f"Chưa ghi được {path}: Word đang mở tệp này; hãy đóng tệp trong Word rồi chạy lại."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Không được phép ghi vào {path.parent}; hãy ghi ra chỗ khác bằng -o."
    why = reason_of(error)
    return f"Chưa ghi được {path} ({why}); tệp cũ còn nguyên, hãy ghi ra chỗ khác bằng -o."
