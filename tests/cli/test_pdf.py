"""Word file → PDF by LibreOffice, and every way in which it can go wrong."""

import io
import os
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from kehoach_cli.cli.pdf import docx_to_pdf, lost_rows, time_limit
from kehoach_cli.cli.programs import BASE_SECONDS, find_office, run_program
from kehoach_cli.cli.resources import layout
from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.docx.writer import write_docx
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.installed import templates
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.conftest import Run

from .samples import GOOD

FAKE = "#!/bin/sh\n"
OUT = 'while [ "$1" != --outdir ]; do shift; done; '
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")

Office = Callable[[str], Callable[[], Path | None]]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A stand-in for LibreOffice that does what a line of sh says."""

    def make(line: str) -> Callable[[], Path | None]:
        program = tmp_path / "soffice"
        program.write_text(f"{FAKE}{line}\n", encoding="utf-8")
        program.chmod(0o755)
        return lambda: program

    return make


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder for temporary files."""
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def failure(find: Callable[[], Path | None], seconds: float = BASE_SECONDS) -> KehoachError:
    with pytest.raises(KehoachError) as caught:
        docx_to_pdf(b"docx", seconds=seconds, find=find)
    assert caught.value.status is Exit.USAGE
    assert caught.value.message.count(".") == 1
    return caught.value


def test_without_libreoffice_the_user_learns_what_to_do() -> None:
    found = failure(lambda: find_office(path="", places=()))
    assert found.message == (
        "Chưa có LibreOffice trên máy này; cài LibreOffice, "
        "hoặc mở tệp Word rồi chọn Lưu thành PDF."
    )


@posix
def test_the_program_is_found_on_the_path_under_both_names(tmp_path: Path, office: Office) -> None:
    program = office("exit 0")()
    assert program is not None
    assert find_office(path=str(tmp_path), places=()) == program
    other = program.rename(tmp_path / "libreoffice")
    assert find_office(path=str(tmp_path), places=()) == other


def test_the_program_is_found_in_its_usual_place(tmp_path: Path) -> None:
    place = tmp_path / "soffice.com"
    assert find_office(path="", places=[place]) is None
    place.touch()
    assert find_office(path="", places=[tmp_path / "khac", place]) == place


@posix
def test_a_program_in_the_current_folder_is_not_trusted(
    tmp_path: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office("exit 0")
    monkeypatch.chdir(tmp_path)
    assert find_office(path=".", places=()) is None


@posix
@pytest.mark.parametrize(
    "line", ["exit 1", "exit 0", f'{OUT}echo hỏng > "$2/van-ban.pdf"', "kill -9 $$"]
)
def test_a_failure_is_one_sentence_and_leaves_nothing(
    line: str, office: Office, temporary: Path
) -> None:
    assert "LibreOffice không chuyển được" in failure(office(line)).message
    assert not list(temporary.iterdir())


def test_a_program_that_cannot_be_started_is_a_failure(tmp_path: Path) -> None:
    assert "LibreOffice không chạy được" in failure(lambda: tmp_path / "soffice").message


@posix
def test_a_slow_program_is_stopped_with_all_that_it_started(
    office: Office, temporary: Path, tmp_path: Path
) -> None:
    late = tmp_path / "muon"
    start = time.monotonic()
    found = failure(office(f"(sleep 2; touch {late}) & sleep 60"), seconds=0.5)
    assert time.monotonic() - start < 5
    assert "quá 0 giây" in found.message or "quá 1 giây" in found.message
    assert not list(temporary.iterdir())
    time.sleep(2)
    assert not late.exists()


@posix
def test_the_sentence_names_the_program_and_what_to_do_without_it(tmp_path: Path) -> None:
    program = tmp_path / "pdftotext"
    program.write_text(f"{FAKE}sleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(KehoachError) as caught:
        run_program([str(program)], 0.2, tmp_path, "chép chữ ra tệp .txt")
    assert caught.value.message == (
        "pdftotext chạy quá 0 giây mà chưa xong nên đã bị dừng; hãy chép chữ ra tệp .txt."
    )


@posix
def test_the_program_gets_the_file_and_a_profile_of_its_own(office: Office) -> None:
    said = 'printf "%%PDF-%s\\n" "$*" > "$all"; cat van-ban.docx >> "$all"'
    find = office(f'all="$PWD/van-ban.pdf"; {said}')
    first, second = (docx_to_pdf(b"noi dung", find=find).decode("utf-8") for _ in range(2))
    assert first.endswith("noi dung")
    assert "--headless" in first
    assert "-env:UserInstallation=file:///" in first
    assert first != second


@posix
def test_a_temporary_folder_that_cannot_be_written_is_the_users_to_mend(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/khong/co")
    assert "Chưa ghi được tệp tạm" in failure(office("exit 0")).message


def element(number: int, kind: str, kids: str) -> bytes:
    """A tag of a PDF."""
    held = f"/K[{kids} ]\n" if kids else ""
    said = f"{number} 0 obj\n<</Type/StructElem\n/S/{kind}\n/P 1 0 R\n{held}>>\nendobj\n"
    return said.encode("ascii")


@pytest.mark.parametrize(
    ("row", "cells", "lost"),
    [
        ("4 0 R 5 0 R", ("6 0 R", "7 0 R"), 0),
        ("4 0 R 5 0 R", ("6 0 R", ""), 0),
        ("4 0 R 5 0 R", ("", ""), 1),
        ("", ("6 0 R", "7 0 R"), 1),
    ],
)
def test_a_row_without_anything_in_its_cells_is_lost(
    row: str, cells: tuple[str, str], lost: int
) -> None:
    shown = element(11, "TR", "12 0 R") + element(12, "TH", "13 0 R")
    first, second = cells
    rest = element(3, "TR", row) + element(4, "TD", first) + element(5, "TD", second)
    assert lost_rows(shown + rest) == lost


def test_larger_documents_have_more_time() -> None:
    assert (time_limit(0), time_limit(10_000)) == (60, 160)


def word_file() -> bytes:
    reading = read_plan(read_source("a.yaml", GOOD.encode("utf-8")))
    assert reading.plan is not None
    law, out = layout(), io.BytesIO()
    document = compose_document(reading.plan, reading.unit, law)
    write_docx(document, law, templates() / "docx", out)
    return out.getvalue()


@pytest.mark.usefixtures("office")
def test_libreoffice_makes_a_pdf_that_tells_nothing_of_the_clock(temporary: Path) -> None:
    data = word_file()
    made = docx_to_pdf(data, issued=date(2013, 11, 1))
    assert made.startswith(b"%PDF-1.")
    assert not list(temporary.iterdir())
    time.sleep(1)
    assert docx_to_pdf(data, issued=date(2013, 11, 1)) == made
    with pdfplumber.open(io.BytesIO(made)) as pdf:
        assert pdf.metadata["CreationDate"].startswith("D:20131101000000")
        assert "KẾ HOẠCH" in pdf.pages[0].extract_text()


@posix
def test_the_day_of_a_pdf_is_the_plans_in_every_time_zone(office: Office) -> None:
    said = "%%PDF-1 /CreationDate(D:20260102030405+07'00') trailer /ID [<{0}>] /DocChecksum /{0}"
    find = office(f'{OUT}printf "{said.format("0123456789ABCDEF" * 2)}" > "$2/van-ban.pdf"')
    found = docx_to_pdf(b"a", issued=date(2013, 11, 1), find=find)
    assert b"(D:20131101000000+00'00')" in found
    assert b"0123456789ABCDEF" not in found
    assert found != docx_to_pdf(b"b", issued=date(2013, 11, 1), find=find)


@pytest.mark.parametrize(("losses", "tries", "status"), [((2, 1, 0), 3, 0), ((1,) * 9, 5, 2)])
def test_a_pdf_that_lost_rows_is_made_again_with_shorter_pages_or_not_handed_out(
    losses: tuple[int, ...],
    tries: int,
    status: int,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[bytes] = []
    lost = iter(losses)

    def convert(data: bytes, **_rest: object) -> bytes:
        made.append(data)
        return b"%%PDF-%d" % len(made)

    monkeypatch.setattr("kehoach_cli.cli.pdf.docx_to_pdf", convert)
    monkeypatch.setattr("kehoach_cli.cli.pdf.lost_rows", lambda _pdf: next(lost))
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    ended = run("render", str(tmp_path / "a.yaml"), "--pdf")
    assert (ended.exit, len(set(made)), len(made)) == (status, tries, tries)
    pdf = tmp_path / "a.pdf"
    assert pdf.exists() == (status == 0)
    assert "bỏ sót hàng" in ended.err or pdf.read_bytes() == b"%PDF-3"
