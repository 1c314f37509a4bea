"""`kehoach new --tu`: next year's plan from this year's file."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.drafts.test_next_plan import PLAN


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach-2026.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_the_new_file_has_the_new_year_in_its_name_and_what_to_decide_is_told(
    run: Run, old: Path
) -> None:
    ran = run("new", "--tu", str(old), "--thoi-ky", "2027", cwd=old.parent)
    assert ran.exit == 0, ran.err
    made = old.with_name("ke-hoach-2027.yaml")
    assert "thoi_ky: 2027" in made.read_text(encoding="utf-8")
    assert "đầu tệp mới):\n- Số, ngày ban hành, người ký: đã bỏ trống." in ran.err
    assert ran.err.splitlines()[-1].startswith("Bước tiếp theo: kehoach fill ke-hoach-2027.yaml")
    assert old.read_text(encoding="utf-8") == PLAN


def test_the_years_of_a_longer_period_leave_the_name_together(run: Run, tmp_path: Path) -> None:
    text = PLAN.replace("thoi_ky: 2026", "thoi_ky: 2026-2030")
    (tmp_path / "so-2026-2030.yaml").write_text(text, encoding="utf-8")
    ran = run("new", "--tu", "so-2026-2030.yaml", "--thoi-ky", "2031-2035", cwd=tmp_path)
    assert ran.err.startswith("Đã ghi so-2031-2035.yaml\n")


def test_an_existing_file_is_never_written_over(run: Run, old: Path) -> None:
    old.with_name("ke-hoach-2027.yaml").write_text("của tôi\n", encoding="utf-8")
    ran = run("new", "--tu", str(old), "--thoi-ky", "2027", cwd=old.parent)
    assert ran.exit == 2
    assert old.with_name("ke-hoach-2027.yaml").read_text(encoding="utf-8") == "của tôi\n"


def test_a_dry_run_prints_the_new_plan(run: Run, old: Path) -> None:
    ran = run("new", "--tu", str(old), "--thoi-ky", "2027", "--dry-run", cwd=old.parent)
    assert "thoi_ky: 2027" in ran.out
    assert not old.with_name("ke-hoach-2027.yaml").exists()


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "--tu cần --thoi-ky"),
        (("--thoi-ky", "2027", "--mau", "ke-hoach-nam"), "chỉ ghi thêm --thoi-ky và -o"),
        (("--thoi-ky", "2027", "--dat", "van_ban.so_van_ban=1"), "chỉ ghi thêm --thoi-ky và -o"),
        (("--thoi-ky", "abc"), "Thời kỳ:"),
        (("--thoi-ky", "2026"), "thời kỳ mới phải ở sau"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    run: Run, old: Path, flags: tuple[str, ...], said: str
) -> None:
    ran = run("new", "--tu", str(old), *flags, cwd=old.parent)
    assert ran.exit == 2
    assert said in ran.err
    assert [path.name for path in old.parent.iterdir()] == [old.name]


PARTED = """\
van_ban: {co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai, trich_yeu: Số năm 2026, thoi_ky: 2026}
noi_dung:
  - kem_tep: phan/muc.yaml
du_an: {kem_tep: phan/du-an-2026.yaml}
"""
PARTS = {
    "muc.yaml": "muc: Mục tiêu năm 2026\ndoan_van: {kem_tep: phan/bai.txt}\n",
    "bai.txt": "Năm 2026 nối mạng 12 xã.",
    "du-an-2026.yaml": "- {ten: LAN, thoi_gian: 2025-2027}\n- {ten: Một cửa, thoi_gian: 2026}\n",
}


@pytest.fixture
def parted(tmp_path: Path) -> Path:
    folder = tmp_path / "cu"
    (folder / "phan").mkdir(parents=True)
    for name, text in PARTS.items():
        (folder / "phan" / name).write_text(text, encoding="utf-8")
    (folder / "ke-hoach.yaml").write_text(PARTED, encoding="utf-8")
    return folder / "ke-hoach.yaml"


@pytest.mark.parametrize("folder", ["cu", "moi"])
def test_attached_files_are_carried_over_under_names_of_their_own(
    run: Run, parted: Path, tmp_path: Path, folder: str
) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    ran = run("new", "--tu", str(parted), "--thoi-ky", "2027", "-o", str(tmp_path / folder))
    assert ran.exit == 0, ran.err
    new = tmp_path / folder / "phan"
    assert {name: (parted.parent / "phan" / name).read_text("utf-8") for name in PARTS} == PARTS
    assert "phan/muc-2027.yaml" in (new.parent / "ke-hoach-2027.yaml").read_text("utf-8")
    assert (new / "muc-2027.yaml").read_text("utf-8") == (
        "muc: Mục tiêu năm 2027\ndoan_van: {kem_tep: phan/bai-2027.txt}\n"
    )
    assert (new / "bai-2027.txt").read_text("utf-8") == "Năm 2027 nối mạng 12 xã."
    assert (new / "du-an-2027.yaml").read_text("utf-8") == "- {ten: LAN, thoi_gian: 2025-2027}\n"


def test_nothing_is_written_where_an_attached_file_is_there_already(run: Run, parted: Path) -> None:
    mine = parted.parent / "phan" / "muc-2027.yaml"
    mine.write_text("của tôi\n", encoding="utf-8")
    ran = run("new", "--tu", str(parted), "--thoi-ky", "2027", cwd=parted.parent)
    assert (ran.exit, "muc-2027.yaml đã có, không ghi đè" in ran.err) == (2, True)
    assert mine.read_text(encoding="utf-8") == "của tôi\n"
    assert not (parted.parent / "ke-hoach-2027.yaml").exists()
    assert not (parted.parent / "phan" / "bai-2027.txt").exists()


def test_a_dry_run_tells_of_attached_files(run: Run, parted: Path) -> None:
    ran = run("new", "--tu", str(parted), "--thoi-ky", "2027", "--dry-run")
    assert "Tệp kèm phan/muc-2027.yaml chỉ được ghi cùng kế hoạch" in ran.err


def test_a_folder_that_cannot_be_made_is_told(run: Run, parted: Path, tmp_path: Path) -> None:
    (tmp_path / "phan").write_text("", encoding="utf-8")
    ran = run("new", "--tu", str(parted), "--thoi-ky", "2027", "-o", str(tmp_path / "moi.yaml"))
    assert (ran.exit, "Traceback" in ran.err) == (2, False)
    assert not (tmp_path / "moi.yaml").exists()


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    assert "Không tìm thấy tệp" in run("new", "--tu", "x.yaml", "--thoi-ky", "2027").err
