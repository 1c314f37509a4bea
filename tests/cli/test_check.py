"""`kehoach check`."""

import json
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from kehoach_cli.cli.say import terminal_width
from tests.cli.samples import BROKEN, DRAFT, GOOD
from tests.conftest import Golden, Run

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.yaml"))


def test_a_good_plan_ends_with_0_and_the_next_step(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    status, out, err = run("check", "a.yaml", cwd=tmp_path)
    assert (status, out) == (0, "")
    assert "1 tệp, không có gì phải sửa." in err
    assert "kehoach render a.yaml" in err


def test_a_plan_with_blanks_is_to_be_filled_in_next(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD + "loi_dan: Giao [điền] làm\n", encoding="utf-8")
    _, _, err = run("check", "a.yaml", cwd=tmp_path)
    assert "Bước tiếp theo: kehoach fill a.yaml hỏi từng chỗ còn trống;" in err


def test_blanks_of_several_plans_are_not_filled_in_at_once(run: Run, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD + "loi_dan: Giao [điền] làm\n", encoding="utf-8")
    _, _, err = run("check", "a.yaml", "b.yaml", cwd=tmp_path)
    assert "Bước tiếp theo: kehoach render a.yaml b.yaml" in err


def test_findings_are_on_stdout_and_end_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    status, out, err = run("check", "a.yaml", cwd=tmp_path)
    assert status == 1
    assert out.count("[KH030]") == 2
    assert "1 tệp: 2 lỗi, 4 cảnh báo." in err


def test_warnings_alone_end_with_0(run: Run, tmp_path: Path) -> None:
    text = GOOD.replace("  so_van_ban: 172\n", "")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    status, out, _ = run("check", "a.yaml", cwd=tmp_path)
    assert (status, out.count("[KH031]")) == (0, 1)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_findings_of_a_plan_read_as_kept(run: Run, golden: Golden, path: Path) -> None:
    status, out, err = run("check", path.name, cwd=path.parent)
    golden(path.with_suffix(".out"), f"{out}---\n{err}---\n{status}\n")


def test_there_are_golden_plans_and_none_without_its_text() -> None:
    folder = Path(__file__).parent / "golden"
    assert GOLDEN
    assert {path.stem for path in folder.iterdir()} == {path.stem for path in GOLDEN}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "KH005"),
        ("# trống\n", "KH005"),
        ("- a\n- b\n", "KH017"),
        ("Kế hoạch\n", "KH017"),
        (BROKEN, "KH000"),
        ("van_ban: {co_quan_ban_hanh: A}\nnoi_dung: [B]\n", "KH030"),
        ("phu_luc: [{ten: A, bang: {cot: [{ten: B, gia_tri: von.2014.tinh}]}}]\n", "KH020"),
        ("phu_luc: [{ten: A, bang: {cot: [{ten: B, gia_tri: khong_co}]}}]\n", "KH021"),
        ("du_an: [{ten: A, von: {2014: {tinh: 5}}}]\n", "KH020"),
        ("a: " + "[" * 50_000, "KH004"),
    ],
)
def test_a_bad_plan_ends_with_1_and_its_rule(run: Run, text: str, rule: str) -> None:
    status, out, err = run("check", "-", input=text)
    assert status == 1
    assert f"[{rule}]" in out
    assert "Traceback" not in err


def test_mixed_units_are_a_warning(run: Run) -> None:
    text = GOOD + "du_an: [{ten: A, tong_kinh_phi: 5 tỷ đồng}, {ten: B, tong_kinh_phi: 5}]\n"
    status, out, _ = run("check", "-", input=text)
    assert (status, out.count("[KH016]")) == (0, 1)
    assert "Cách sửa: viết 5.000, theo đơn vị của kế hoạch (triệu đồng)" in out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("khong-co.yaml", "Không tìm thấy"),
        (".", "thư mục"),
        ("", "Tên tệp '' không"),
        ("a/b.yaml", "a/b"),
    ],
)
def test_a_file_that_cannot_be_read_ends_with_2_and_says_why(
    run: Run, tmp_path: Path, name: str, said: str
) -> None:
    status, out, err = run("check", name, cwd=tmp_path)
    assert (status, out) == (2, "")
    assert said in err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_ends_with_2(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    status, _, err = run("check", str(path))
    assert (status, "Không được phép đọc" in err) == (2, True)


def test_a_name_that_no_system_takes_ends_with_2(run: Run) -> None:
    assert run("check", "a\0b").exit == 2


def test_a_name_too_long_for_the_disk_ends_with_2(run: Run) -> None:
    assert run("check", "x" * 300).exit == 2


def test_one_missing_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    status, out, err = run("check", "x.yaml", "a.yaml", cwd=tmp_path)
    assert status == 2
    assert "Không tìm thấy tệp x.yaml" in err
    assert "a.yaml:1:1: lỗi" in out


@pytest.mark.parametrize(
    ("typed", "there", "said"),
    [
        ("nam-2062.yaml", "nam-2026.yaml", "có phải nam-2026.yaml?"),
        ("con/a.yml", "con/a.yaml", "có phải con/a.yaml?"),
        ("nam", "nam.yaml", "có phải nam.yaml?"),
        ("a.yaml", "b.yaml", "hãy kiểm tra lại tên và thư mục."),
        ("khong/a.yaml", "b.yaml", "hãy kiểm tra lại tên và thư mục."),
    ],
)
def test_a_file_that_is_not_there_may_be_one_beside_it(
    run: Run, tmp_path: Path, typed: str, there: str, said: str
) -> None:
    (tmp_path / "con").mkdir()
    (tmp_path / there).write_text(GOOD, encoding="utf-8")
    err = run("check", typed, cwd=tmp_path).err
    assert f"Không tìm thấy tệp {typed}; {said}" in err.replace("\\", "/")


def test_several_files_are_counted_together(run: Run, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    _, out, err = run("check", "a.yaml", "b.yaml", cwd=tmp_path)
    assert "2 tệp: 4 lỗi, 8 cảnh báo." in err
    assert out.index("a.yaml:") < out.index("b.yaml:")


def test_stdin_is_read_in_any_encoding(run: Run) -> None:
    status, out, _ = run("check", "-", input=GOOD.encode("utf-16"))
    assert (status, "<stdin>:1:1: cảnh báo" in out) == (0, True)


def test_json_goes_to_stdout_whatever_happens(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    status, out, err = run("check", "--format", "json", "a.yaml", "x.yaml", cwd=tmp_path)
    data = json.loads(out)
    assert (status, data["summary"]["files"], data["summary"]["error"]) == (2, 1, 2)
    assert {finding["file"] for finding in data["findings"]} == {"a.yaml"}
    assert "x.yaml" in err


def test_an_unknown_format_is_wrong_use(run: Run) -> None:
    status, out, err = run("check", "--format", "xml", "-")
    assert (status, out) == (2, "")
    assert "xml" in err
    assert "json" in err


@pytest.mark.parametrize("name", ["kế hoạch năm 2026.yaml", "a b.yaml", "-a.yaml", "計画.yaml"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_of_files_may_hold_marks_spaces_and_dashes(
    run: Run, tmp_path: Path, name: str, form: str
) -> None:
    name = unicodedata.normalize(form, name)  # type: ignore[arg-type]
    (tmp_path / name).write_text(BROKEN, encoding="utf-8")
    status, out, _ = run("check", "--", name, cwd=tmp_path)
    assert status == 1
    assert out.startswith(f"{name}:2:1: lỗi")


def test_the_profile_beside_the_plan_is_taken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kehoach.yaml").write_text(
        "van_ban: {nguoi_ky: {chuc_vu: Giám đốc}, noi_nhan: [A]}\n", encoding="utf-8"
    )
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    status, out, _ = run("check", "a.yaml", cwd=tmp_path)
    assert (status, "[KH030]" in out) == (0, False)


def test_a_fault_in_the_profile_is_shown_in_the_profile(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kehoach.yaml").write_text("noi_dung: [a]\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    status, out, _ = run("check", str(tmp_path / "a.yaml"))
    assert status == 1
    assert f"{tmp_path / 'kehoach.yaml'}:1:1: lỗi" in out


def test_the_profile_is_no_profile_of_itself(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kehoach.yaml").write_text(GOOD, encoding="utf-8")
    status, out, _ = run("check", "kehoach.yaml", cwd=tmp_path)
    assert (status, out) == (0, "")


def test_the_profile_of_the_user_is_taken_where_no_other_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "config" / "kehoach"
    folder.mkdir(parents=True)
    (folder / "kehoach.yaml").write_text("van_ban: {trang_bia: có}\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert "[KH009]" in run("check", "-", input=GOOD).out


def test_on_a_terminal_findings_are_no_wider_than_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = GOOD + f"loi_ket: {'Các sở thực hiện ' * 9}xxx.\n"
    (tmp_path / "a.yaml").write_text(long, encoding="utf-8")
    piped = run("check", "a.yaml", cwd=tmp_path).out
    monkeypatch.setattr("kehoach_cli.cli.telling.terminal_width", lambda _: 60)
    told = run("check", "a.yaml", cwd=tmp_path).out
    assert max(map(len, piped.split("\n"))) > 60 >= max(map(len, told.split("\n")))


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal_width(sys.stdout) is None
    assert terminal_width(None) is None
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "72")
    assert terminal_width(sys.stdout) == 72
