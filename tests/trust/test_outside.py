"""A plan reads no file outside its own folder, and no message shows what such a file holds."""

import os
from pathlib import Path

import pytest

from kehoach_cli.cli.beside import opener_beside, pictures_beside
from kehoach_cli.source.attach import CannotAttachError
from tests.cli.samples import GOOD
from tests.conftest import Run
from tests.pictures import picture

HIDDEN = "mat-khau-khong-ai-duoc-thay"
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
OUTSIDE = (
    *("../bi-mat.yaml", "x/../../bi-mat.yaml", "..\\bi-mat.yaml", "x\\..\\..\\bi-mat.yaml"),
    *("/etc/passwd", "\\etc\\passwd", "C:\\bi-mat.yaml", "C:bi-mat.yaml", "c:/bi-mat.yaml"),
    *("\\\\may-chu\\chia-se\\bi-mat.yaml", "//may-chu/chia-se/bi-mat.yaml"),
    *("\\\\?\\C:\\bi-mat.yaml", "\\\\.\\COM1", "//./pipe/x", "file:///etc/passwd"),
    *("http://a.invalid/x.yaml", "bi-mat.yaml:luong", "~/.ssh/id_rsa/../..//../bi-mat.yaml"),
    *("CON", "nul", "NUL.yaml", "aux.txt", "x/COM1.png", "lpt9 .yaml", "con. ", "CONIN$", "com¹"),
    *("/dev/zero", "/dev/stdin", "/proc/self/environ", "noi", "noi/bi-mat.yaml", "vong", "."),
    *(
        ".env",
        "x/.git/config",
        "..x",
        "./.ssh/id_rsa",
        "\0",
        "a\0b.yaml",
        "x" * 5_000,
        "../" * 2_000 + "etc/passwd",
        "ống",
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan's folder with links that lead out of it, and a secret beside it."""
    (tmp_path / "bi-mat.yaml").write_text(HIDDEN, encoding="utf-8")
    (tmp_path / "bi-mat.png").write_bytes(picture() + HIDDEN.encode())
    folder = tmp_path / "ke-hoach"
    folder.mkdir()
    if os.name != "nt":
        (folder / "noi").symlink_to(tmp_path)
        (folder / "vong").symlink_to("vong")
        os.mkfifo(folder / "ống")
    return folder


@pytest.mark.parametrize("name", OUTSIDE, ids=lambda name: name[:30].encode("unicode_escape"))
def test_nothing_outside_the_folder_is_opened(folder: Path, name: str) -> None:
    plan = str(folder / "a.yaml")
    for opener in (opener_beside(plan), pictures_beside(plan)):
        with pytest.raises(CannotAttachError) as refused:
            opener(name)
        assert HIDDEN not in str(refused.value)


@POSIX
@pytest.mark.parametrize("key", ["kem_tep", "hinh"])
@pytest.mark.parametrize("name", ["../bi-mat.yaml", "noi/bi-mat.yaml", "noi/bi-mat.png", "ống"])
def test_no_output_shows_what_a_file_outside_holds(
    run: Run, folder: Path, key: str, name: str
) -> None:
    text = GOOD.replace("doan_van: Nâng cao hiệu quả.", f"doan_van: {{{key}: {name}}}")
    text += f"- muc: B\n  noi_dung: [{{{key}: {name}}}]\n"
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    for command in ("check", "render --draft -o - --html", "render --draft --json", "fill"):
        verb, *options = command.split()
        done = run(verb, "a.yaml", *options, cwd=folder)
        assert HIDDEN not in done.out + done.err


NO_PART = (
    f"password: {HIDDEN}\n",
    f"- password: {HIDDEN}\n",
    f"a: [{HIDDEN}\n",
    f"  {HIDDEN}\n b",
    f"a: 1\npassword:{HIDDEN}\nb: 2\n",
    f"- ten: A\n  password:{HIDDEN}\n  b: 2\n",
    f"- ten: {{password: {HIDDEN}}}\n- ten:\n    password: {HIDDEN}\n",
    f"PASSWORD={HIDDEN}\nB=2\n",
    f"- ten: “{HIDDEN}”: x\n",
)


@pytest.mark.parametrize("text", NO_PART)
@pytest.mark.parametrize("key", ["du_an", "chi_tieu", "phu_luc"])
def test_a_file_beside_a_plan_that_is_no_part_of_it_is_refused_without_its_lines(
    run: Run, tmp_path: Path, text: str, key: str
) -> None:
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(GOOD + f"{key}: {{kem_tep: b.yaml}}\n", encoding="utf-8")
    assert "b.yaml:" in run("check", "a.yaml", cwd=tmp_path).out
    for command in ("check", "render -o b.docx", "check --format json", "fill"):
        verb, *options = command.split()
        done = run(verb, "a.yaml", *options, cwd=tmp_path)
        assert HIDDEN not in done.out + done.err


def test_what_the_contents_of_a_part_have_wrong_is_shown_with_its_line(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text("Đạt 100 % hồ sơ , chậm nhất quý IV.", encoding="utf-8")
    text = GOOD.replace("Nâng cao hiệu quả.", "{kem_tep: b.txt}")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert "    1 | Đạt 100 % hồ sơ ," in run("check", "a.yaml", cwd=tmp_path).out


def test_a_name_that_a_part_has_wrong_is_shown_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("- ten: A\n  von: {2026: {tihn: 5}}\n", encoding="utf-8")
    text = f"{GOOD}nguon_von: {{tinh: Tỉnh}}\ndu_an: {{kem_tep: b.yaml}}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert "    2 |   von: {2026: {tihn: 5}}" in run("check", "a.yaml", cwd=tmp_path).out


@POSIX
def test_a_profile_that_is_a_link_out_of_the_folder_is_not_read(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "kehoach.yaml").symlink_to("../bi-mat.yaml")
    done = run("check", "a.yaml", cwd=folder)
    assert (done.exit, "liên kết ra ngoài" in done.err) == (2, True)
    assert HIDDEN not in done.out + done.err


@POSIX
def test_a_link_inside_the_folder_is_followed(run: Run, folder: Path) -> None:
    (folder / "ho-so.yaml").write_text("nguon_von: {tinh: Vốn tỉnh}\n", encoding="utf-8")
    (folder / "kehoach.yaml").symlink_to("ho-so.yaml")
    (folder / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert run("check", "a.yaml", cwd=folder).exit == 0


@POSIX
@pytest.mark.parametrize(
    "command",
    ["check a.yaml --baseline ../bi-mat.yaml", "fill a.yaml --answers ../bi-mat.yaml",
     "new --no-input --answers ../bi-mat.yaml", "new --no-input --ho-so ../bi-mat.yaml",
     "render a.yaml --mau-docx ../bi-mat.yaml"],
)  # fmt: skip
def test_a_file_of_another_kind_is_refused_without_its_words(
    run: Run, folder: Path, command: str
) -> None:
    (folder / "a.yaml").write_text(GOOD, encoding="utf-8")
    done = run(*command.split(), cwd=folder)
    assert done.exit == 2
    assert HIDDEN not in done.out + done.err
