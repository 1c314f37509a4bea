"""The file that `kehoach new` makes: its name, what is written beside it, what is said."""

import os
from pathlib import Path

from kehoach_cli.cli import schema
from kehoach_cli.cli.reading import STDIN, is_file, is_folder
from kehoach_cli.cli.resources import PROFILE
from kehoach_cli.cli.say import say
from kehoach_cli.cli.writing import make_folder, write_new
from kehoach_cli.drafts.draft import Draft
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import typed

_SUFFIXES = (".yaml", ".yml")


def wrong_name(name: str) -> str:
    """What is wrong with the name of a file that is to be made; "" where nothing is."""
    try:
        path = _target(Draft("", "ke-hoach.yaml", []), name)
    except KehoachError as error:
        return error.message
    if is_file(path):
        return f"{path} đã có và không bị ghi đè; hãy đặt tên khác."
    return "" if is_folder(path.parent) else f"Không có thư mục {path.parent}; hãy tạo trước."


def free_name(name: str) -> str:
    """A name that no file has: the proposed one, else with a number behind it."""
    path, number = Path(name), 1
    while is_file(path):
        number += 1
        path = Path(name).with_name(f"{Path(name).stem}-{number}{Path(name).suffix}")
    return str(path)


def write(draft: Draft, out: str | None, *, dry_run: bool, next_command: str = "") -> Exit:
    """Write a draft, or print it, and tell of it. `next_command`: that of a profile.

    Raises KehoachError where the file is there already or cannot be written.
    """
    if dry_run or out == STDIN:
        _remark(draft)
        for name in draft.files:
            say(f"Tệp kèm {name} chỉ được ghi cùng kế hoạch, khi có -o TỆP.", err=True)
        say(draft.text, end="")
        if dry_run:
            say(f"Bước tiếp theo: bỏ --dry-run để ghi {draft.file_name}.", err=True)
        return Exit.OK
    path = _target(draft, out)
    _write_all(path, draft)
    if not next_command:
        _schema_beside(path)
    _remark(draft)
    if next_command:
        say(f"Bước tiếp theo: sửa hồ sơ, rồi {next_command} ở thư mục ấy.", err=True)
        return Exit.OK
    name = typed(str(path))
    say(
        f"Bước tiếp theo: kehoach fill {name} hỏi từng chỗ [điền …] còn trống (hoặc mở tệp mà viết "
        f"vào); xem bản in: kehoach render {name} --draft",
        err=True,
    )
    return Exit.OK


def _write_all(path: Path, draft: Draft) -> None:
    """Write the file and those that it attaches; nothing where any of them is there already.

    The file itself comes last: a run that was killed before it can simply be run again.
    """
    texts = {path.parent / name: text for name, text in draft.files.items()} | {path: draft.text}
    data = {target: text.encode("utf-8") for target, text in texts.items()}
    there = [target for target, own in data.items() if target != path and _holds(target, own)]
    for target in data:
        if target not in there and os.path.lexists(target):
            raise KehoachError(f"{target} đã có, không ghi đè; hãy đặt tên khác bằng -o.")
    for target, content in data.items():
        if target in there:
            continue
        if target != path:
            make_folder(target.parent)
        write_new(target, content)
        say(f"Đã ghi {target}", err=True)


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file holds these very bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _remark(draft: Draft) -> None:
    for remark in draft.remarks:
        say(remark, err=True)


def _target(draft: Draft, out: str | None) -> Path:
    """Where to write. Raises KehoachError for a name that no plan can have."""
    is_profile = draft.file_name == PROFILE
    path = Path(out) if out else Path(draft.file_name)
    if is_folder(path):
        return path / draft.file_name
    if out and out.endswith(("/", "\\")):
        raise KehoachError(f"Không có thư mục {out}; hãy tạo thư mục ấy rồi chạy lại.")
    if path.suffix.casefold() not in _SUFFIXES:
        if path.suffix and not path.suffix[1:].isdigit():
            raise KehoachError(f"{path} không có đuôi .yaml; hãy đặt lại tên tệp.")
        path = path.with_name(f"{path.name}.yaml")
    if is_profile and path.name != PROFILE:
        raise KehoachError(f"Hồ sơ đơn vị phải có tên {PROFILE}; dùng -o THƯ_MỤC để chọn chỗ.")
    if path.name == PROFILE and not is_profile:
        raise KehoachError(f"{path} là tên của hồ sơ đơn vị; hãy đặt tên khác bằng -o.")
    return path


def _schema_beside(path: Path) -> None:
    """The schema that the first line of the plan names, so that editors complete keys at once."""
    target = path.parent / schema.DEFAULT_NAME
    if is_file(target):
        return
    try:
        write_new(target, schema.as_text().encode("utf-8"))
    except KehoachError as error:
        say(f"{error.message} Trình soạn thảo sẽ không gợi ý khóa.", err=True)
        return
    say(f"Đã ghi {target} (để trình soạn thảo gợi ý khóa)", err=True)
