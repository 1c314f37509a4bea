"""The package: the same bytes every time, and whose file it is."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.document.docx.package import is_ours

from .samples import document, everything, repacked, written

ROOT = Path(__file__).resolve().parents[3]
APP = "docProps/app.xml"
PROGRAM = """
import sys
from tests.document.docx.samples import everything, written
sys.stdout.buffer.write(written(everything()))
"""
OURS = written(document())
PROPERTIES = "<Properties><Application>{}</Application></Properties>"


def packed(parts: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def ours(path: Path, data: bytes) -> bool:
    path.write_bytes(data)
    return is_ours(path)


def test_a_document_is_the_same_bytes_in_every_process() -> None:
    found = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "20141101")
    ]
    assert set(found) == {written(everything())}


def test_entries_say_nothing_of_clock_or_system() -> None:
    with zipfile.ZipFile(io.BytesIO(OURS)) as package:
        entries = package.infolist()
    assert [entry.filename for entry in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.compress_type) for entry in entries} == {(0, 8)}
    assert {entry.external_attr for entry in entries} == {0o600 << 16}
    assert not any(entry.extra or entry.comment for entry in entries)


def test_our_file_is_ours_also_when_packed_again(tmp_path: Path) -> None:
    assert ours(tmp_path / "a.docx", OURS)
    assert ours(tmp_path / "b.docx", repacked(OURS, {}))


@pytest.mark.parametrize(
    "text",
    [
        PROPERTIES.format("Microsoft Office Word"),
        PROPERTIES.format("kehoach 2"),
        PROPERTIES.format(""),
        "<Properties><Company>kehoach</Company></Properties>",
        "<Properties><A><Application>kehoach</Application></A></Properties>",
        "<Application>kehoach</Application>",
        "<!DOCTYPE Properties>" + PROPERTIES.format("kehoach"),
        '<!DOCTYPE P [<!ENTITY a "kehoach">]>' + PROPERTIES.format("&a;"),
        PROPERTIES.format("&a;"),
        PROPERTIES.format("kehoach") + "<",
        "",
        "kehoach",
        PROPERTIES.format("kehoach").replace("</", " " * 70_000 + "</"),
    ],
)
def test_a_file_that_names_another_program_is_not_ours(tmp_path: Path, text: str) -> None:
    assert not ours(tmp_path / "a.docx", repacked(OURS, {APP: text}))


def test_a_file_of_the_same_words_is_ours(tmp_path: Path) -> None:
    assert ours(tmp_path / "a.docx", packed({APP: PROPERTIES.format("kehoach")}))


def test_what_is_no_word_file_is_not_ours(tmp_path: Path) -> None:
    assert not is_ours(tmp_path / "khong-co.docx")
    assert not is_ours(tmp_path)
    assert not ours(tmp_path / "a.docx", b"")
    assert not ours(tmp_path / "a.docx", packed({}))
    assert not ours(tmp_path / "a.docx", repacked(OURS, {APP: None}))


@given(data=st.binary(max_size=200))
@example(data=OURS[:400])
@example(data=OURS[-60:])
def test_garbage_is_never_ours(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert not ours(tmp_path_factory.getbasetemp() / "rac.docx", data)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_file_is_refused_however_it_was_packed(tmp_path: Path, method: int) -> None:
    good = packed({APP: PROPERTIES.format("kehoach")}, method)
    start, end = 30 + len(APP) + 10, good.index(b"PK\x01\x02") - 10
    for at in range(start, end):
        damaged = good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]
        assert not ours(tmp_path / "a.docx", damaged)
