"""Names of output files by a pattern."""

import sys
from pathlib import Path

import pytest

from tests.cli.samples import DRAFT, GOOD
from tests.conftest import Run

DECISION = """\
van_ban: {co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai, trich_yeu: A, thoi_ky: 2026-2030}
quyet_dinh: {so_van_ban: 7}
"""


def put(path: Path, text: str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def made(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.suffix.casefold() == ".docx")
    return sorted(path.relative_to(folder).as_posix() for path in found)


@pytest.mark.parametrize(
    ("out", "name"),
    [
        ("ra/{ten}.docx", "ra/k.docx"),
        ("{thu_muc}-{ten}", "xa-k.docx"),
        ("{thu_muc_cha}/{thu_muc}/{ten}.{duoi}", "tinh/xa/k.docx"),
        ("{so}", "172.docx"),
        ("{so_ky_hieu}", "172-KH-UBND.docx"),
        ("{nam}/{ngay} {loai}", "2013/2013-11-01 Kế hoạch.docx"),
        ("{ky_hieu:khong_dau}", "kh-ubnd.docx"),
        ("{co_quan}", "Ủy ban nhân dân tỉnh Tiền Giang.docx"),
        ("{co_quan:khong_dau}_{ten}", "uy-ban-nhan-dan-tinh-tien-giang_k.docx"),
        ("v1.2 {ten}", "v1.2 k.docx"),
        ("{ten}.DOCX", "k.DOCX"),
    ],
)
def test_a_pattern_names_the_file(run: Run, tmp_path: Path, out: str, name: str) -> None:
    put(tmp_path / "tinh" / "xa" / "k.yaml")
    status, _, err = run("render", "tinh/xa/k.yaml", "-o", out, cwd=tmp_path)
    assert (status, made(tmp_path)) == (0, [name]), err


def test_each_form_has_its_own_name(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "k.yaml")
    for out in ("ra/{ten}.{duoi}", "ra/{so}"):
        assert run("render", "k.yaml", "--txt", "--html", "-o", out, cwd=tmp_path).exit == 0
    names = sorted(path.name for path in (tmp_path / "ra").iterdir())
    assert names == ["172.html", "172.txt", "k.html", "k.txt"]
    for flags in (("--txt", "--html"), ("--html",)):
        status, _, err = run("render", "k.yaml", *flags, "-o", "{ten}.txt", cwd=tmp_path)
        assert (status, "{duoi}" in err) == (2, True)


def test_a_period_and_a_decision_give_year_and_number(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "k.yaml", DECISION)
    assert run("render", "k.yaml", "--draft", "-o", "{nam}_{so}", cwd=tmp_path).exit == 0
    assert made(tmp_path) == ["2026-2030_7.docx"]


def test_signs_that_no_name_can_have_are_replaced(run: Run, tmp_path: Path) -> None:
    title = 'A/B: "C" ' + "dài " * 60 + "."
    put(tmp_path / "k.yaml", GOOD.replace("Ứng dụng công nghệ thông tin năm 2014", f"'{title}'"))
    assert run("render", "k.yaml", "-o", "{trich_yeu}", cwd=tmp_path).exit == 0
    (name,) = made(tmp_path)
    assert name.startswith("A-B- -C- dài")
    assert len(name) < 90


@pytest.mark.parametrize("text", ["..", "./.", "'/'", "'  '", ""])
def test_no_value_leads_out_of_the_folder(run: Run, tmp_path: Path, text: str) -> None:
    put(tmp_path / "trong" / "k.yaml", GOOD.replace("Ủy ban nhân dân tỉnh Tiền Giang", text))
    args = ("render", "k.yaml", "--draft", "-o", "ra/{co_quan}/{ten}")
    status, _, err = run(*args, cwd=tmp_path / "trong")
    assert all(name.startswith("trong/ra/") for name in made(tmp_path))
    assert status == 0 or "cơ quan ban hành" in err


def test_a_plan_without_the_value_is_told_and_the_others_are_printed(
    run: Run, tmp_path: Path
) -> None:
    put(tmp_path / "a.yaml")
    put(tmp_path / "b.yaml", GOOD.replace("  so_van_ban: 172\n", ""))
    put(tmp_path / "c.yaml", "noi_dung: [\n")
    put(tmp_path / "kehoach.yaml", "quy_tac_bo_qua: [KH5]\n")
    names = ("a.yaml", "b.yaml", "c.yaml", "x.yaml", "kehoach.yaml")
    status, _, err = run("render", *names, "-o", "ra/{so}", cwd=tmp_path)
    assert (status, made(tmp_path)) == (2, ["ra/172.docx"])
    assert "b.yaml không có số văn bản, mà tên tệp ra cần {so}" in err
    assert "c.yaml:2:1: lỗi" in err
    assert err.count("Không tìm thấy tệp x.yaml") == 1
    assert "Bỏ qua kehoach.yaml" in err


@pytest.mark.parametrize("out", ["{la}", "{}", "{ten:hoa}", "{so", "a/{Ten}.docx"])
def test_a_value_that_is_none_is_wrong_use(run: Run, tmp_path: Path, out: str) -> None:
    put(tmp_path / "a.yaml")
    put(tmp_path / "b.yaml")
    status, _, err = run("render", "a.yaml", "b.yaml", "-o", out, cwd=tmp_path)
    assert (status, err.count("\n"), made(tmp_path)) == (2, 1, [])
    assert "{ten}" in err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_plans_that_would_go_to_one_file_stop_it_before_anything_is_written(
    run: Run, tmp_path: Path, workers: str
) -> None:
    put(tmp_path / "a.yaml", GOOD.replace("172", "9"))
    put(tmp_path / "b.yaml")
    put(tmp_path / "c.yaml")
    status, _, err = run("render", ".", "-o", "ra/{so}", "-j", workers, cwd=tmp_path)
    assert (status, made(tmp_path)) == (2, [])
    assert "b.yaml và c.yaml cùng ghi ra" in err


def test_on_some_disks_small_and_capital_letters_are_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a.yaml")
    put(tmp_path / "A.yaml")
    monkeypatch.setattr("kehoach_cli.cli.targets.sys.platform", "darwin")
    assert run("render", "a.yaml", "A.yaml", cwd=tmp_path).exit == 2
    monkeypatch.undo()
    assert run("render", "a.yaml", "A.yaml", cwd=tmp_path).exit == (
        0 if sys.platform == "linux" else 2
    )


def test_what_stands_there_follows_the_same_rule_as_ever(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "k.yaml")
    put(tmp_path / "172.docx", "công sức một tuần")
    status, _, err = run("render", "k.yaml", "-o", "{so}", cwd=tmp_path)
    assert (status, "--force" in err) == (2, True)
    assert run("render", "k.yaml", "-o", "{so}", "--force", cwd=tmp_path).exit == 0
    assert run("render", "k.yaml", "-o", "{so}", cwd=tmp_path).exit == 0


def test_stdin_has_only_the_names_that_need_no_plan(run: Run, tmp_path: Path) -> None:
    assert run("render", "-", "-o", "ra/{ten}", input=GOOD, cwd=tmp_path).exit == 0
    assert made(tmp_path) == ["ra/ke-hoach.docx"]
    status, _, err = run("render", "-", "-o", "{so}", input=GOOD, cwd=tmp_path)
    assert (status, "stdin" in err) == (2, True)


def test_a_draft_that_cannot_be_named_says_what_it_lacks(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "k.yaml", DRAFT)
    status, _, err = run("render", "k.yaml", "--draft", "-o", "{ngay}", cwd=tmp_path)
    assert (status, "ngày ban hành" in err, made(tmp_path)) == (2, True, [])
