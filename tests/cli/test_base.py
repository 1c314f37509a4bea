"""`kehoach render --mau-docx`: what is said, and that nothing is harmed."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Run
from tests.document.docx.bases import UNSOUND, default, red, saved, with_macro
from tests.gates import all_gates


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A plan, and `mau.docx`, which kehoach wrote for it."""
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert run("render", "a.yaml", "-o", "mau.docx", cwd=tmp_path).exit == 0
    return tmp_path


def styles(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/styles.xml").decode("utf-8")


def test_a_plan_is_printed_in_the_looks_of_the_file(run: Run, folder: Path) -> None:
    own = saved(red, (folder / "mau.docx").read_bytes())
    (folder / "so.docx").write_bytes(own)
    status, out, err = run("render", "a.yaml", "--mau-docx", "so.docx", cwd=folder)
    assert (status, out) == (0, "")
    assert err.splitlines()[0] == "Đã ghi a.docx"
    all_gates(folder / "a.docx")
    assert '<w:color w:val="C00000"/>' in styles(folder / "a.docx")
    assert (folder / "so.docx").read_bytes() == own


def test_a_file_of_ours_as_base_gives_the_same_bytes(run: Run, folder: Path) -> None:
    assert run("render", "a.yaml", "--mau-docx", "mau.docx", cwd=folder).exit == 0
    assert (folder / "a.docx").read_bytes() == (folder / "mau.docx").read_bytes()


def test_what_was_not_taken_over_is_told(run: Run, folder: Path) -> None:
    (folder / "la.docx").write_bytes(default())
    status, _, err = run("render", "a.yaml", "--mau-docx", "la.docx", cwd=folder)
    assert status == 0
    first, second, *_ = err.splitlines()
    assert first.startswith("Mẫu la.docx không có kiểu “Quốc hiệu”, “Tiêu ngữ”, ")
    assert first.endswith(" kiểu khác; các kiểu ấy in theo thể thức.")
    assert second == (
        "Lề của mẫu la.docx ngoài quy định (trên 25,4 mm, dưới 25,4 mm, phải 31,8 mm); "
        "in theo lề của thể thức."
    )
    (folder / "macro.docx").write_bytes(with_macro())
    _, _, err = run("render", "a.yaml", "--mau-docx", "macro.docx", "--force", cwd=folder)
    assert "Bỏ qua trong mẫu macro.docx: macro, liên kết ra ngoài.\n" in err


def test_a_lone_style_that_is_missing_is_named(run: Run, folder: Path) -> None:
    own = saved(lambda base: base.styles["Trích yếu"].delete(), (folder / "mau.docx").read_bytes())
    (folder / "so.docx").write_bytes(own)
    err = run("render", "a.yaml", "--mau-docx", "so.docx", cwd=folder).err
    assert "Mẫu so.docx không có kiểu “Trích yếu”; các kiểu ấy in theo thể thức.\n" in err


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_file_is_refused_and_nothing_is_touched(
    run: Run, folder: Path, name: str
) -> None:
    (folder / "la.docx").write_bytes(UNSOUND[name][0])
    (folder / "a.docx").write_bytes((folder / "mau.docx").read_bytes())
    status, out, err = run("render", "a.yaml", "--mau-docx", "la.docx", cwd=folder)
    assert (status, out) == (2, "")
    assert err.startswith("Không dùng được mẫu la.docx: ")
    assert err.count("\n") == 1
    assert (folder / "a.docx").read_bytes() == (folder / "mau.docx").read_bytes()
    assert len(list(folder.iterdir())) == 4


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("khong-co.docx", "Không tìm thấy tệp khong-co.docx"),
        (".", ". là một thư mục; hãy chỉ rõ tệp mẫu .docx trong đó."),
        (os.devnull, f"{os.devnull} không phải một tệp; hãy chỉ ra một tệp mẫu .docx."),
        ("a\0b", "Tên tệp 'a\\x00b' không hợp lệ"),
    ],
)
def test_what_is_no_file_is_told(run: Run, folder: Path, name: str, said: str) -> None:
    status, _, err = run("render", "a.yaml", "--mau-docx", name, cwd=folder)
    assert status == 2
    assert err.startswith(said)
    assert not (folder / "a.docx").exists()


def test_a_large_file_is_not_even_read(run: Run, folder: Path) -> None:
    with (folder / "lon.docx").open("wb") as file:
        file.truncate(200_000_000)
    status, _, err = run("render", "a.yaml", "--mau-docx", "lon.docx", cwd=folder)
    assert (status, err) == (2, "lon.docx lớn hơn 20 MB, không phải mẫu .docx.\n")


def test_the_base_itself_is_never_written_over(run: Run, folder: Path) -> None:
    before = (folder / "mau.docx").read_bytes()
    said = ("render", "a.yaml", "--force", "--mau-docx", "mau.docx", "-o", "./mau.docx")
    status, _, err = run(*said, cwd=folder)
    assert (status, err) == (2, "mau.docx chính là tệp mẫu; hãy ghi ra tên khác bằng -o.\n")
    assert (folder / "mau.docx").read_bytes() == before


def test_who_has_no_base_does_not_wait_for_its_reader(folder: Path) -> None:
    code = (
        "import sys; from kehoach_cli.cli.app import main\n"
        "sys.argv = ['kehoach', 'render', 'a.yaml']\n"
        "try: main()\n"
        "except SystemExit: print('docx' in sys.modules, 'lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    assert done.stdout.split() == [b"False", b"False"]
