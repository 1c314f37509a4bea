"""Files that are read.

Paths are plain names here and in what else every `check` needs: importing pathlib would be a
fortieth of its time.
"""

import errno
import os
import sys
from stat import S_ISCHR, S_ISFIFO

from kehoach_cli.annotations import BinaryIO
from kehoach_cli.errors import KehoachError
from kehoach_cli.source.caps import MAX_LETTERS
from kehoach_cli.source.text import Source, read_source

STDIN = "-"
StrPath = str | os.PathLike[str]
_OTHER_KINDS = (
    (b"PK\x03\x04", "Word, Excel hoặc nén"),
    (b"\xd0\xcf\x11\xe0", "Word hoặc Excel đời cũ"),
    (b"%PDF", "PDF"),
)
_LOOKED_AT = 1_000  # files of a folder that a name may be a slip of
_TELLING = 4  # letters of a name from which on a slip can be told
_MAX_BYTES = 4 * MAX_LETTERS
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REASONS = {
    **dict.fromkeys(FULL, "đĩa đã đầy"),
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
    if not name:
        raise KehoachError(_no_name(name))
    try:
        data = _data(name)
    except OSError as error:
        raise KehoachError(cannot_read(name, error)) from error
    except ValueError as error:
        raise KehoachError(_no_name(name)) from error
    if len(data) > _MAX_BYTES:
        raise KehoachError(f"{name} lớn hơn {_MAX_BYTES // 1_000_000} MB, không phải kế hoạch.")
    kind = next((kind for mark, kind in _OTHER_KINDS if data.startswith(mark)), None)
    if kind:
        raise KehoachError(
            f"{name} là tệp {kind}, không phải kế hoạch viết bằng YAML; lập bản nháp từ tệp ấy "
            "bằng kehoach import."
        )
    return read_source(name, data)


def _data(name: str) -> bytes:
    mode = os.stat(name).st_mode
    if S_ISCHR(mode):
        raise KehoachError(f"{name} là một thiết bị, không phải tệp kế hoạch.")
    if S_ISFIFO(mode):
        from kehoach_cli.cli.pipes import read_pipe

        return read_pipe(name, _MAX_BYTES + 1)
    with open(name, "rb") as file:
        return file.read(_MAX_BYTES + 1)


def _no_name(path: StrPath) -> str:
    return f"Tên tệp {str(path)!r} không hợp lệ; hãy kiểm tra lại tên."


def read_text(name: str) -> str:
    """The text of a small file of ours. Raises KehoachError."""
    try:
        with open(name, encoding="utf-8-sig") as file:
            return file.read()
    except OSError as error:
        raise KehoachError(cannot_read(name, error)) from error
    except ValueError as error:
        raise KehoachError(f"{name} không phải tệp chữ UTF-8; hãy kiểm tra lại tên.") from error


def open_input(path: StrPath, limit: int, kind: str) -> BinaryIO:
    """A file that is no plan, to be closed by the caller; raises KehoachError where it is too big.

    `kind`: what it is wanted for, in Vietnamese.
    """
    if is_there(path) and not is_file(path) and not is_folder(path):
        raise KehoachError(f"{path} không phải một tệp; hãy chỉ ra một tệp {kind}.")
    try:
        size, file = os.stat(path).st_size, open(path, "rb")  # noqa: SIM115 - the caller closes it
    except OSError as error:
        raise KehoachError(cannot_read(path, error, kind)) from error
    except ValueError as error:
        raise KehoachError(_no_name(path)) from error
    if size > limit:
        file.close()
        raise KehoachError(f"{path} lớn hơn {limit // 1_000_000} MB, không phải {kind}.")
    return file


def cannot_read(path: StrPath, error: OSError, kind: str = "kế hoạch .yaml") -> str:
    """Why a file cannot be read, in a sentence, and what to do. `kind`: what it is wanted for."""
    if isinstance(error, IsADirectoryError) or is_folder(path):
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


def _near(path: StrPath) -> str:
    """The file beside a name that there is not that it is a slip of; "" for none."""
    from contextlib import suppress  # all this only a wrong name needs
    from itertools import islice
    from pathlib import Path

    from kehoach_cli.plan.records import likely

    wrong = Path(path)
    with suppress(OSError, ValueError), os.scandir(wrong.parent) as entries:
        names = [entry.name for entry in islice(entries, _LOOKED_AT) if entry.is_file()]
        whole = f"{wrong.name}.yaml"
        same = [name for name in names if Path(name).stem == wrong.stem]
        slip = likely(wrong.name, names if len(wrong.stem) >= _TELLING else same)
        near = whole if whole in names else slip
        return str(wrong.with_name(near)) if near else ""
    return ""


def is_there(path: StrPath) -> bool:
    """Whether anything stands there; not for a name that the disk cannot hold."""
    return os.path.exists(path)


def is_file(path: StrPath) -> bool:
    """Whether a plain file stands there."""
    return os.path.isfile(path)


def is_folder(path: StrPath) -> bool:
    """Whether a folder stands there."""
    return os.path.isdir(path)


def same_file(one: StrPath, other: StrPath) -> bool:
    """Whether two paths are one file."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def reason_of(error: OSError) -> str:
    """Why the system refused, in Vietnamese where it is known."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
