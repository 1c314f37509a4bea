"""The file as a whole."""

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kehoach_cli.document.docx.package import is_ours
from tests.gates import audit_gate, sdk_gate

from .books import PLANS, plan_text, sheets, written

TEXT = plan_text("cot: [{ten: V, gia_tri: tong_kinh_phi}]", "du_an: [{tong_kinh_phi: 1}]")
DATED = (
    "van_ban: {co_quan_ban_hanh: UBND tỉnh X, so_van_ban: 5, ngay_ban_hanh: 01/11/2013,"
    f" trich_yeu: Chuyển đổi số}}\n{TEXT}"
)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_the_files_of_all_plans_are_sound(plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(written(plan))
    audit_gate(path)
    sdk_gate(path)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert written(DATED) == written(DATED)


def test_entries_have_no_time_and_no_system() -> None:
    with zipfile.ZipFile(io.BytesIO(written(TEXT))) as package:
        found = {(entry.date_time, entry.create_system) for entry in package.infolist()}
    assert found == {((1980, 1, 1, 0, 0, 0), 0)}


def test_the_file_names_the_plan_and_its_date_and_nobody_else() -> None:
    found = load_workbook(io.BytesIO(written(DATED))).properties
    assert (found.title, found.creator) == ("Kế hoạch Chuyển đổi số", "UBND tỉnh X")
    assert found.subject == "Số 05/KH-UBND"
    assert str(found.created) == str(found.modified) == "2013-11-01 00:00:00"
    assert found.lastModifiedBy == "UBND tỉnh X"


def test_a_plan_without_a_date_takes_none_from_the_clock() -> None:
    found = load_workbook(io.BytesIO(written(TEXT))).properties
    assert found.created is not None
    assert found.created.year == 2020


def test_the_file_is_known_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(written(TEXT))
    assert is_ours(path)


def test_nothing_links_or_runs() -> None:
    with zipfile.ZipFile(io.BytesIO(written(DATED))) as package:
        names = " ".join(package.namelist())
        parts = " ".join(package.read(name).decode("utf-8") for name in package.namelist())
    assert not re.search(r"vba|external|macro|hyperlink|drawing", names, re.IGNORECASE)
    assert 'TargetMode="External"' not in parts


def test_ten_thousand_projects_are_written_in_seconds() -> None:
    projects = "".join(
        f"- {{ten: 'Nâng cấp mạng số {n}', nhom: g{n % 9}, tong_kinh_phi: {n % 97}}}\n"
        for n in range(10_000)
    )
    columns = "nhom_theo: nhom\ncot: [{gia_tri: stt}, {gia_tri: ten}, {gia_tri: tong_kinh_phi}]"
    text = plan_text(columns, f"du_an:\n{projects}")
    start = time.process_time()
    data = written(text)
    assert time.process_time() - start < 20
    assert sheets(data)[0].max_row > 10_000
