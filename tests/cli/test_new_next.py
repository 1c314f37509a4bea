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
    assert "Phải quyết định lại:\n- Số, ngày ban hành, người ký: đã bỏ trống." in ran.err
    assert old.read_text(encoding="utf-8") == PLAN


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


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    assert "Không tìm thấy tệp" in run("new", "--tu", "x.yaml", "--thoi-ky", "2027").err
