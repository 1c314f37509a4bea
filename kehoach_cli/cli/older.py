"""Files of other kinds → what `import` reads, by programs that this machine may have."""

import shutil
from pathlib import Path

from kehoach_cli.cli.office_profile import profile_in
from kehoach_cli.cli.pdf import BASE_SECONDS, find_office, run_program
from kehoach_cli.cli.workshop import workshop
from kehoach_cli.errors import KehoachError

_KINDS = {
    "doc": ("Word đời cũ", "Word", "docx"),
    "xls": ("Excel đời cũ", "Excel", "xlsx"),
    "rtf": ("RTF", "Word", "docx"),
    "odt": ("OpenDocument", "LibreOffice", "docx"),
    "ods": ("OpenDocument", "LibreOffice", "xlsx"),
}
_NO_POPPLER = (
    "{name} là tệp PDF; chép chữ ra tệp .txt, hoặc cài poppler-utils (pdftotext) rồi chạy lại."
)
_FAILED = "Không chuyển được {name}; hãy mở tệp bằng chương trình của nó rồi lưu thành .docx, .txt."


def made_new(name: str, data: bytes, kind: str) -> bytes:
    """The .docx or .xlsx of a file of another kind: "doc", "xls", "rtf", "odt", "ods".

    Raises KehoachError where LibreOffice cannot make it.
    """
    what, own, suffix = _KINDS[kind]
    program = find_office()
    if program is None:
        raise KehoachError(
            f"{name} là tệp {what}; mở trong {own} rồi lưu thành .{suffix}, hoặc cài LibreOffice "
            "rồi chạy lại."
        )
    with workshop() as home:
        old = home / f"van-ban.{kind}"
        old.write_bytes(data)
        work = ["--convert-to", suffix, "--outdir", str(home), str(old)]
        command = [str(program), "--headless", "--norestore", profile_in(home), *work]
        run_program(command, BASE_SECONDS, home)
        return _made(home / f"van-ban.{suffix}", name)


def text_of_pdf(name: str, data: bytes) -> bytes:
    """The text of a PDF. Raises KehoachError where pdftotext is not there or fails."""
    program = shutil.which("pdftotext")
    if program is None or not Path(program).is_absolute():
        raise KehoachError(_NO_POPPLER.format(name=name))
    with workshop() as home:
        (home / "van-ban.pdf").write_bytes(data)
        command = [program, "-layout", "-enc", "UTF-8", "van-ban.pdf", "van-ban.txt"]
        run_program(command, BASE_SECONDS, home)
        return _made(home / "van-ban.txt", name)


def _made(path: Path, name: str) -> bytes:
    """What a program made; nothing counts as a failure."""
    made = path.read_bytes() if path.is_file() else b""
    if not made.strip():
        raise KehoachError(_FAILED.format(name=name))
    return made
