"""Files of other kinds → what `import` reads, by programs that this machine may have."""

from kehoach_cli.cli import programs
from kehoach_cli.cli.programs import BASE_SECONDS
from kehoach_cli.cli.workshop import workshop
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.printed_words import lines_of

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
_BY_HAND = "mở tệp ấy bằng chương trình của nó rồi lưu thành .docx, .txt"
_FAILED = f"Không chuyển được {{name}}; hãy {_BY_HAND}."


def made_new(name: str, data: bytes, kind: str) -> bytes:
    """The .docx or .xlsx of a file of another kind: "doc", "xls", "rtf", "odt", "ods".

    Raises KehoachError where LibreOffice cannot make it.
    """
    what, own, suffix = _KINDS[kind]
    program = programs.find_office()
    if program is None:
        raise KehoachError(
            f"{name} là tệp {what}; mở trong {own} rồi lưu thành .{suffix}, hoặc cài LibreOffice "
            "rồi chạy lại."
        )
    with workshop() as home:
        old = home / f"van-ban.{kind}"
        old.write_bytes(data)
        return _made(programs.office_made(program, old, suffix, BASE_SECONDS, _BY_HAND), name)


def text_of_pdf(name: str, data: bytes) -> bytes:
    """The text of a PDF. Raises KehoachError where pdftotext is not there or fails."""
    program = programs.find_pdftotext()
    if program is None:
        raise KehoachError(_NO_POPPLER.format(name=name))
    with workshop() as home:
        words = home / "van-ban.html"
        (home / "van-ban.pdf").write_bytes(data)
        command = [program, "-bbox", "-enc", "UTF-8", "van-ban.pdf", words.name]
        programs.run_program(command, BASE_SECONDS, home, _BY_HAND)
        found = words.read_bytes() if words.is_file() else b""
        return _made(lines_of(found.decode(errors="replace")).encode(), name)


def _made(data: bytes, name: str) -> bytes:
    """What a program made; nothing counts as a failure."""
    if not data.strip():
        raise KehoachError(_FAILED.format(name=name))
    return data
