"""`kehoach render`: where the file goes, what stops it, what it never harms."""

import errno
import io
import os
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from typing import BinaryIO

import pytest

from kehoach_cli.cli.writing import write_whole
from kehoach_cli.errors import KehoachError
from tests.cli.samples import BROKEN, DRAFT, GOOD
from tests.conftest import Run


def put(path: Path, text: str = GOOD) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def words(path: Path) -> str:
    """The body of a Word file as XML."""
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode("utf-8")


def test_the_word_file_stands_beside_the_plan(run: Run, tmp_path: Path) -> None:
    plan = put(tmp_path / "ke-hoach.yaml")
    status, out, err = run("render", str(plan))
    assert (status, out) == (0, "")
    assert f"Đã ghi {tmp_path / 'ke-hoach.docx'}" in err
    assert "172/KH-UBND" in words(tmp_path / "ke-hoach.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ke-hoach.docx", "ke-hoach.yaml"]


def test_the_same_plan_gives_the_same_bytes_wherever_it_stands(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = put(tmp_path / "a.yaml"), put(tmp_path / "b" / "khác.yaml")
    assert run("render", str(first), str(second)).exit == 0
    assert first.with_suffix(".docx").read_bytes() == second.with_suffix(".docx").read_bytes()


def test_the_output_may_be_a_file_or_a_folder(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    (tmp_path / "ra").mkdir()
    assert run("render", "--docx", "a.yaml", "-o", "ra", cwd=tmp_path).exit == 0
    assert run("render", "a.yaml", "-o", "ra/b.docx", cwd=tmp_path).exit == 0
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == ["a.docx", "b.docx"]


def test_a_dash_writes_the_word_file_to_stdout(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    status, out, err = run("render", "a.yaml", "-o", "-", cwd=tmp_path)
    data = out.encode("utf-8", "surrogateescape")
    assert (status, err) == (0, "")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_plan_from_stdin_is_written_into_this_folder(run: Run, tmp_path: Path) -> None:
    assert run("render", "-", input=GOOD, cwd=tmp_path).exit == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ke-hoach.docx"]


def test_several_plans_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    put(tmp_path / "b.yaml")
    (tmp_path / "ra").mkdir()
    assert run("render", "a.yaml", "b.yaml", "-o", "ra", cwd=tmp_path).exit == 0
    assert len(list((tmp_path / "ra").iterdir())) == 2
    for out, said in (
        ("c.docx", "-o phải là"),
        ("-", "-o - chỉ"),
        ("khong-co", "Không có thư mục"),
    ):
        found = run("render", "a.yaml", "b.yaml", "-o", out, cwd=tmp_path)
        assert (found.exit, said in found.err) == (2, True)


def test_two_forms_that_print_are_not_poured_into_one_stdout(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    found = run("render", "a.yaml", "--txt", "--json", cwd=tmp_path)
    assert (found.exit, found.out) == (2, "")
    assert found.err.startswith("--txt và --json cùng in ra màn hình")
    assert run("render", "a.yaml", "--txt", "--json", "-o", ".", cwd=tmp_path).exit == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".yaml", ".txt", ".json"}


def test_two_plans_of_one_name_do_not_overwrite_each_other(run: Run, tmp_path: Path) -> None:
    for folder in ("a", "b", "ra"):
        (tmp_path / folder).mkdir()
    put(tmp_path / "a" / "k.yaml")
    put(tmp_path / "b" / "k.yaml", GOOD.replace("2014", "2015"))
    assert run("render", "a/k.yaml", "b/k.yaml", "-o", "ra", cwd=tmp_path).exit == 2


def test_one_bad_plan_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", BROKEN)
    put(tmp_path / "b.yaml")
    status, _, err = run("render", "a.yaml", "x.yaml", "b.yaml", cwd=tmp_path)
    assert status == 2
    assert "[KH000]" in err
    assert "x.yaml" in err
    assert (tmp_path / "b.docx").exists()
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize(
    "text",
    ["", "- a\n", BROKEN, GOOD + 'loi_dan: "{{ tog }}"\n', GOOD + "du_an: [{von: {2014: {a: 5}}}]"],
)
def test_what_cannot_be_read_as_a_plan_ends_with_1(run: Run, tmp_path: Path, text: str) -> None:
    status, out, err = run("render", str(put(tmp_path / "a.yaml", text)))
    assert (status, out) == (1, "")
    assert "lỗi" in err
    assert "Traceback" not in err
    assert not (tmp_path / "a.docx").exists()


def test_missing_fields_stop_it_with_2_and_a_draft_is_offered(run: Run, tmp_path: Path) -> None:
    status, _, err = run("render", str(put(tmp_path / "a.yaml", DRAFT)))
    assert (status, err.count("[KH030]")) == (2, 2)
    assert "--draft" in err
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize(
    "text",
    [
        DRAFT,
        "{}",
        "van_ban:\n",
        "phu_luc: [{}]\n",
        "noi_dung: [{}, {muc: A}, {muc_con: [{}]}]\n",
        "phu_luc: [{ten: A, bang: {cot: [{ten: B, gia_tri: khong_co}]}}]\n",
        'loi_dan: "{{ tog }}"\n',
        "du_an: [{ten: A, von: {2014: {tinh: 8,5}}}]\n",
        "can_cu: [{}]\n",
        "noi_dung: [{muc: A, bang: {cot: [{}]}}]\n",
        "van_ban: {noi_nhan: [{vai_tro: a}], nguoi_ky: {quyen: có}, kem_theo: phu_luc}\n",
    ],
)
def test_a_draft_is_always_written_and_marked(run: Run, tmp_path: Path, text: str) -> None:
    status, _, err = run("render", "--draft", str(put(tmp_path / "a.yaml", text)))
    assert (status, "Traceback" in err) == (0, False)
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        parts = b"".join(package.read(name) for name in package.namelist())
    assert "DỰ THẢO" in parts.decode("utf-8", "ignore")


@pytest.mark.parametrize("bang", ["{}", "{cot: []}", "{cot: [{rong: -5}, {}]}"])
def test_a_draft_with_a_table_that_is_barely_begun_is_written(
    run: Run, tmp_path: Path, bang: str
) -> None:
    text = f"noi_dung: [{{muc: A, bang: {bang}}}]"
    assert run("render", "--draft", str(put(tmp_path / "a.yaml", text))).exit == 0


def test_a_plan_that_is_ready_is_not_marked(run: Run, tmp_path: Path) -> None:
    assert run("render", str(put(tmp_path / "a.yaml"))).exit == 0
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert not any("DỰ THẢO" in package.read(n).decode() for n in package.namelist())


def test_even_a_draft_needs_a_file_that_can_be_read(run: Run, tmp_path: Path) -> None:
    assert run("render", "--draft", str(put(tmp_path / "a.yaml", BROKEN))).exit == 1
    assert run("render", "--draft", str(tmp_path / "x.yaml")).exit == 2


def test_warnings_are_one_line_each_and_do_not_stop_it(run: Run, tmp_path: Path) -> None:
    text = GOOD.replace("  so_van_ban: 172\n", "").replace("trich_yeu", "Trích yếu")
    status, _, err = run("render", str(put(tmp_path / "a.yaml", text)))
    warnings = [line for line in err.splitlines() if ": cảnh báo: " in line]
    assert (status, len(warnings)) == (0, 2)


@pytest.mark.parametrize(
    "before", ["# kehoach: bỏ qua KH062 vì tiết kiệm\n", ""], ids=["answered", "open"]
)
def test_a_warning_that_a_comment_answers_for_is_not_told(
    run: Run, tmp_path: Path, before: str
) -> None:
    project = "du_an: [{ten: A, thoi_gian: 2014, tong_kinh_phi: 5, von: {2014: 3}}]\n"
    status, _, err = run("render", str(put(tmp_path / "a.yaml", GOOD + before + project)))
    assert (status, err.count("[KH062]")) == (0, 0 if before else 1)


def test_a_warning_that_the_profile_leaves_out_is_not_told(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "kehoach.yaml", "quy_tac_bo_qua: [KH010]\n")
    text = GOOD.replace("trich_yeu", "Trích yếu")
    assert "[KH010]" not in run("render", str(put(tmp_path / "a.yaml", text))).err


def test_a_missing_field_that_stops_it_is_named_in_spite_of_a_comment(
    run: Run, tmp_path: Path
) -> None:
    text = "# kehoach: bỏ qua KH030 vì chưa có\n" + DRAFT
    status, _, err = run("render", str(put(tmp_path / "a.yaml", text)))
    assert (status, err.count("[KH030]")) == (2, 2)


def test_what_kehoach_wrote_is_overwritten(run: Run, tmp_path: Path) -> None:
    plan = put(tmp_path / "a.yaml")
    assert run("render", str(plan)).exit == 0
    put(plan, GOOD.replace("Nâng cao", "Giữ vững"))
    assert run("render", str(plan)).exit == 0
    assert "Giữ vững" in words(tmp_path / "a.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"my work of a week"])
def test_what_kehoach_did_not_write_is_left_alone(run: Run, tmp_path: Path, data: bytes) -> None:
    put(tmp_path / "a.yaml")
    (tmp_path / "a.docx").write_bytes(data)
    status, _, err = run("render", "a.yaml", cwd=tmp_path)
    assert (status, "--force" in err) == (2, True)
    assert (tmp_path / "a.docx").read_bytes() == data
    assert run("render", "a.yaml", "--force", cwd=tmp_path).exit == 0
    assert "172/KH-UBND" in words(tmp_path / "a.docx")


def test_a_word_file_of_another_program_is_left_alone(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr(
            "docProps/app.xml", "<Properties><Application>W</Application></Properties>"
        )
    assert run("render", "a.yaml", cwd=tmp_path).exit == 2


def test_the_plan_itself_is_never_the_output(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    assert run("render", "a.yaml", "-o", "a.yaml", cwd=tmp_path).exit == 2
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == GOOD


def test_the_plan_itself_is_not_overwritten_by_force_either(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    run("render", "a.yaml", "-o", "a.yaml", "--force", cwd=tmp_path)
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == GOOD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_device_is_written_to_and_not_replaced(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    os.mkfifo(tmp_path / "ra")
    with subprocess.Popen(["cat", "ra"], cwd=tmp_path, stdout=subprocess.PIPE) as reader:
        status, _, _ = run("render", "a.yaml", "-o", "ra", cwd=tmp_path)
        data = reader.communicate(timeout=20)[0]
    assert (status, (tmp_path / "ra").is_fifo()) == (0, True)
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("khong-co/a.docx", "Không có thư mục khong-co"),
        ("tep/a.docx", "tep"),
        ("/proc/a.docx", "/proc"),
        ("k" * 300 + ".docx", "kkk"),
    ],
)
def test_an_output_that_cannot_be_written_ends_with_2(
    run: Run, tmp_path: Path, out: str, said: str
) -> None:
    put(tmp_path / "a.yaml")
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    status, _, err = run("render", "a.yaml", "-o", out, cwd=tmp_path)
    assert (status, said in err, "Traceback" in err) == (2, True, False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "tep"]


def test_a_folder_in_place_of_the_word_file_ends_with_2(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml")
    (tmp_path / "a.docx").mkdir()
    for flags in ((), ("--force",)):
        status, _, err = run("render", "a.yaml", *flags, cwd=tmp_path)
        assert (status, "a.docx" in err) == (2, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.yaml"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_marks_and_spaces_are_kept_as_typed(run: Run, tmp_path: Path, form: str) -> None:
    name = unicodedata.normalize(form, "kế hoạch năm 2026")  # type: ignore[arg-type]
    put(tmp_path / f"{name}.yaml")
    assert run("render", f"{name}.yaml", cwd=tmp_path).exit == 0
    assert (tmp_path / f"{name}.docx").exists()


def full_disk(file: BinaryIO) -> None:
    file.write(b"half")
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    with pytest.raises(KehoachError, match="Đĩa đã đầy"):
        write_whole(target, full_disk)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), MemoryError(), ValueError("x")])
def test_whatever_stops_the_writing_leaves_nothing_behind(
    tmp_path: Path, stop: BaseException
) -> None:
    def stopped(file: BinaryIO) -> None:
        file.write(b"half")
        raise stop

    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    with pytest.raises(type(stop)):
        write_whole(target, stopped)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "Word đang mở"),
        (errno.EROFS, "Không được phép ghi"),
        (errno.EIO, "tệp cũ còn nguyên"),
        (errno.EDQUOT, "Đĩa đã đầy"),
    ],
)
def test_each_way_of_failing_says_what_to_do(tmp_path: Path, number: int, said: str) -> None:
    def failing(_file: object) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    with pytest.raises(KehoachError, match=said):
        write_whole(target, failing)
    assert target.read_bytes() == b"old"


def one_letter(file: BinaryIO) -> None:
    file.write(b"x")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_rewritten_file_keeps_its_mode_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"")
    old.chmod(0o640)
    for path in (old, new):
        write_whole(path, one_letter)
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    assert old.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_blanks_that_are_printed_are_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kh.yaml").write_text(
        "van_ban: {co_quan_ban_hanh: Bộ Y tế, trich_yeu: A, noi_nhan: B, nguoi_ky: {chuc_vu: C}}\n"
        "noi_dung: Có [điền số máy] máy ở [điền nơi].\n",
        encoding="utf-8",
    )
    said = run("render", "kh.yaml", cwd=tmp_path).err
    assert "bản in còn 2 chỗ chưa điền; kehoach fill kh.yaml" in said
    assert "chưa điền" not in run("render", "kh.yaml", "--draft", cwd=tmp_path).err


@pytest.mark.parametrize("form", ["txt", "json"])
def test_a_file_that_bears_no_mark_is_told_as_such(run: Run, tmp_path: Path, form: str) -> None:
    put(tmp_path / "a.yaml")
    call = ("render", "a.yaml", f"--{form}", "-o", f"b.{form}")
    assert run(*call, cwd=tmp_path).exit == 0
    status, _, err = run(*call, cwd=tmp_path)
    assert (status, f"mà tệp .{form} không cho biết ai ghi" in err) == (2, True)
    assert run(*call, "--force", cwd=tmp_path).exit == 0
