"""Files: what is read, and what is written whole or not at all."""

import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from kehoach_cli.errors import KehoachError, TakenError
from kehoach_cli.source.caps import MAX_LETTERS
from kehoach_cli.source.text import Source, read_source

STDIN = "-"
_OTHER_KINDS = (
    (b"PK\x03\x04", "Word, Excel hoặc nén"),
    (b"\xd0\xcf\x11\xe0", "Word hoặc Excel đời cũ"),
    (b"%PDF", "PDF"),
)
_LOOKED_AT = 1_000  # files of a folder that a name may be a slip of
_TELLING = 4  # letters of a name from which on a slip can be told
_MAX_BYTES = 4 * MAX_LETTERS
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REASONS = {
    **dict.fromkeys(_FULL, "đĩa đã đầy"),
    errno.ENAMETOOLONG: "tên quá dài: mỗi tên tệp, tên thư mục nhiều nhất 255 byte",
    errno.ELOOP: "các liên kết trỏ vòng vào nhau",
    errno.ENOTDIR: "một phần của đường dẫn là tệp chứ không phải thư mục",
    errno.EIO: "đĩa hoặc đường truyền hỏng",
    errno.ENOENT: "thư mục ấy không còn",
    errno.EACCES: "không được phép",
    errno.EPERM: "không được phép",
}


def read_input(name: str) -> Source:
    """The source of a path or of stdin ("-"). Raises KehoachError, one sentence a fault."""
    if name == STDIN:
        if sys.stdin is None:
            raise KehoachError("Không có gì ở đầu vào chuẩn; hãy ghi tên tệp thay cho dấu -.")
        return read_source("<stdin>", sys.stdin.buffer.read(_MAX_BYTES + 1))
    path = Path(name)
    if _is(path.is_char_device):
        raise KehoachError(f"{path} là một thiết bị, không phải tệp kế hoạch.")
    try:
        data = _data(path)
    except OSError as error:
        raise KehoachError(cannot_read(path, error)) from error
    except ValueError as error:
        raise KehoachError(f"Tên tệp {name!r} không hợp lệ; hãy kiểm tra lại tên.") from error
    if len(data) > _MAX_BYTES:
        raise KehoachError(f"{path} lớn hơn {_MAX_BYTES // 1_000_000} MB, không phải kế hoạch.")
    kind = next((kind for mark, kind in _OTHER_KINDS if data.startswith(mark)), None)
    if kind:
        raise KehoachError(
            f"{path} là tệp {kind}, không phải kế hoạch viết bằng YAML; lập bản nháp từ tệp ấy "
            "bằng kehoach import."
        )
    return read_source(name, data)


def _data(path: Path) -> bytes:
    if _is(path.is_fifo):
        from kehoach_cli.cli.pipes import read_pipe

        return read_pipe(path, _MAX_BYTES + 1)
    with path.open("rb") as file:
        return file.read(_MAX_BYTES + 1)


def read_text(name: str) -> str:
    """The text of a small file of ours. Raises KehoachError."""
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KehoachError(cannot_read(Path(name), error)) from error
    except ValueError as error:
        raise KehoachError(f"{name} không phải tệp chữ UTF-8; hãy kiểm tra lại tên.") from error


def open_input(path: Path, limit: int, kind: str) -> BinaryIO:
    """A file that is no plan, to be closed by the caller; raises KehoachError where it is too big.

    `kind`: what it is wanted for, in Vietnamese.
    """
    if _is(path.exists) and not is_file(path) and not is_folder(path):
        raise KehoachError(f"{path} không phải một tệp; hãy chỉ ra một tệp {kind}.")
    try:
        size, file = path.stat().st_size, path.open("rb")
    except OSError as error:
        raise KehoachError(cannot_read(path, error, kind)) from error
    except ValueError as error:
        raise KehoachError(f"Tên tệp {str(path)!r} không hợp lệ; hãy kiểm tra lại tên.") from error
    if size > limit:
        file.close()
        raise KehoachError(f"{path} lớn hơn {limit // 1_000_000} MB, không phải {kind}.")
    return file


def cannot_read(path: Path, error: OSError, kind: str = "kế hoạch .yaml") -> str:
    """Why a file cannot be read, in a sentence, and what to do. `kind`: what it is wanted for."""
    if isinstance(error, IsADirectoryError) or _is(path.is_dir):
        return f"{path} là một thư mục; hãy chỉ rõ tệp {kind} trong đó."
    if isinstance(error, FileNotFoundError):
        near = _near(path)
        said = f"có phải {near}?" if near else "hãy kiểm tra lại tên và thư mục."
        return f"Không tìm thấy tệp {path}; {said}"
    if isinstance(error, PermissionError):
        return (
            f"Không được phép đọc {path}; hãy xem lại quyền đọc hoặc đóng chương trình đang mở tệp."
        )
    return f"Không đọc được {path} ({reason_of(error)}); hãy thử chép tệp sang chỗ khác."


def _near(path: Path) -> str:
    """The file beside a name that there is not that it is a slip of; "" for none."""
    from kehoach_cli.plan.records import likely  # which only a wrong name needs

    with contextlib.suppress(OSError, ValueError), os.scandir(path.parent) as entries:
        names = [entry.name for entry in islice(entries, _LOOKED_AT) if entry.is_file()]
        same = [name for name in names if Path(name).stem == path.stem]
        near = likely(path.name, names if len(path.stem) >= _TELLING else same)
        return str(path.with_name(near)) if near else ""
    return ""


def _is(question: Callable[[], bool]) -> bool:
    """What a path says of itself; a name that the disk cannot hold says no."""
    try:
        return question()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether a plain file stands there."""
    return _is(path.is_file)


def is_folder(path: Path) -> bool:
    """Whether a folder stands there."""
    return _is(path.is_dir)


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths are one file."""
    return _is(lambda: one.samefile(other))


def write_whole(path: Path, make: Callable[[BinaryIO], None]) -> None:
    """Write beside the target, then put it in place in one step.

    On any failure the old file stays as it was and nothing else is left behind. A link is
    followed; a device or pipe is written to as it is. Raises KehoachError for what the user can
    put right.
    """
    if _is(path.exists) and not path.is_file():
        _write_through(path, make)
        return
    if is_file(path) and not os.access(path, os.W_OK):
        raise KehoachError(
            f"{path} chỉ cho đọc; hãy bỏ thuộc tính ấy hoặc ghi ra chỗ khác bằng -o."
        )
    from kehoach_cli.cli.placing import put  # which mere readers need not import

    try:
        put(_end_of_link(path), make)
    except OSError as error:
        raise KehoachError(_cannot_write(path, error)) from error


def _end_of_link(path: Path) -> Path:
    """What a link leads to, the path itself where it is none. Raises OSError for a ring of them."""
    if not _is(path.is_symlink):
        return path
    end = Path(os.path.realpath(path))
    if end.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return end


def write_new(path: Path, data: bytes) -> None:
    """Write a file, whole, where none is; whatever stands there, also since a moment ago, stays.

    Raises KehoachError, TakenError.
    """
    from kehoach_cli.cli.placing import put

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


def write_bytes(path: Path, data: bytes) -> None:
    """Put a file in place, whole, as `write_whole` does."""

    def make(file: BinaryIO) -> None:
        file.write(data)

    write_whole(path, make)


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
    if not _is(path.parent.exists):
        return f"Không có thư mục {path.parent}; hãy tạo thư mục ấy hoặc ghi ra chỗ khác bằng -o."
    if error.errno in _FULL:
        return f"Đĩa đã đầy, chưa ghi được {path}; tệp cũ còn nguyên, hãy dọn bớt rồi chạy lại."
    if _is(path.is_dir):
        return f"{path} là một thư mục; hãy ghi rõ tên tệp .docx."
    if isinstance(error, PermissionError) and _is(path.exists) and os.access(path.parent, os.W_OK):
        return f"Chưa ghi được {path}: Word đang mở tệp này; hãy đóng tệp trong Word rồi chạy lại."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Không được phép ghi vào {path.parent}; hãy ghi ra chỗ khác bằng -o."
    why = reason_of(error)
    return f"Chưa ghi được {path} ({why}); tệp cũ còn nguyên, hãy ghi ra chỗ khác bằng -o."


def reason_of(error: OSError) -> str:
    """Why the system refused, in Vietnamese where it is known."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
