"""`kehoach undo`: a file as it was before kehoach last wrote over it; again, and it is redone."""

from pathlib import Path

from kehoach_cli.cli.copies import MAX_BYTES, copy_for, not_kept, replace
from kehoach_cli.cli.reading import STDIN, open_input
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.reports.text import typed


def run(name: str, *, force: bool) -> Exit:
    """Bring the earlier copy back; what stood there is kept in its stead.

    Raises KehoachError where there is no copy, and without `force` where the file was changed
    since.
    """
    if name == STDIN:
        raise KehoachError("Không hoàn tác được đầu vào chuẩn; hãy ghi tên tệp.")
    path = Path(name)
    with open_input(path, MAX_BYTES, "kế hoạch .yaml") as file:
        current = file.read()
    copy = copy_for(path, current)
    if copy is None:
        raise KehoachError(f"Không có gì để hoàn tác: máy này không giữ bản cũ nào của {name}.")
    if copy.data == current:
        raise KehoachError(f"Không có gì để hoàn tác: {name} đang như trước khi kehoach sửa.")
    if not copy.fits(current) and not force:
        raise KehoachError(
            f"{name} đã đổi sau khi kehoach ghi nên chưa hoàn tác; vẫn lấy lại bản cũ thì chạy: "
            f"kehoach undo {typed(name)} --force"
        )
    is_redo = copy.undone and copy.fits(current)
    is_kept = replace(path, current, copy.data, undone=not is_redo)
    say(_told(name, is_redo=is_redo, is_kept=is_kept), err=True)
    say(f"Bước tiếp theo: kehoach check {typed(name)}", err=True)
    return Exit.OK


def _told(name: str, *, is_redo: bool, is_kept: bool) -> str:
    if not is_kept:
        return f"Đã ghi {name}. {not_kept()}"
    done = "Đã làm lại những chỗ kehoach sửa trong" if is_redo else "Đã lấy lại bản cũ của"
    other = "hoàn tác" if is_redo else "làm lại"
    return f"{done} {name}; muốn {other} thì chạy lệnh này lần nữa."
