"""The other outputs of render, and files that are no plan."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Run


def put(folder: Path, name: str = "a.yaml", text: str = GOOD) -> Path:
    """A plan in a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_text_and_data_go_to_stdout_where_no_file_is_named(run: Run, tmp_path: Path) -> None:
    plan = str(put(tmp_path))
    shown = run("render", plan, "--txt")
    assert (shown.exit, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in shown.out) == (0, True)
    assert json.loads(run("render", plan, "--json").out)["van_ban"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_several_formats_are_written_beside_the_plan_at_once(run: Run, tmp_path: Path) -> None:
    table = GOOD + "phu_luc: [{ten: P, bang: {cot: [{ten: A}], hang: [[x]]}}]\n"
    plan = str(put(tmp_path, text=table))
    assert run("render", plan, "--docx", "--html", "--xlsx").exit == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["a.docx", "a.html", "a.xlsx", "a.yaml"]
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")
    assert run("render", plan, "--html", "--xlsx").exit == 0


@pytest.mark.parametrize("form", ["--html", "--xlsx", "--txt", "--json"])
def test_what_kehoach_did_not_write_needs_force(run: Run, tmp_path: Path, form: str) -> None:
    table = GOOD + "phu_luc: [{ten: P, bang: {cot: [{ten: A}], hang: [[x]]}}]\n"
    plan, target = str(put(tmp_path, text=table)), tmp_path / f"b.{form[2:]}"
    target.write_text("của tôi", encoding="utf-8")
    assert run("render", plan, form, "-o", str(target)).exit == 2
    assert target.read_text(encoding="utf-8") == "của tôi"
    assert run("render", plan, form, "-o", str(target), "--force").exit == 0


def test_a_name_without_a_suffix_gets_that_of_the_format(run: Run, tmp_path: Path) -> None:
    plan = str(put(tmp_path))
    assert run("render", plan, "-o", str(tmp_path / "ra")).exit == 0
    assert (tmp_path / "ra.docx").exists()


def test_a_folder_that_does_not_exist_is_not_taken_for_a_file(run: Run, tmp_path: Path) -> None:
    status, _, err = run("render", str(put(tmp_path)), "-o", f"{tmp_path}/chua-co/")
    assert (status, "Không có thư mục" in err) == (2, True)


def test_several_formats_into_no_folder_are_told_what_would_make_it(
    run: Run, tmp_path: Path
) -> None:
    plan, folder = str(put(tmp_path)), f"{tmp_path}/chua-co"
    found = run("render", plan, "--docx", "--html", "-o", f"{folder}/")
    assert (found.exit, f"Không có thư mục {folder};" in found.err) == (2, True)
    assert f"'{folder}/{{ten}}.{{duoi}}'" in found.err
    told = run("render", plan, "--docx", "--html", "-o", f"{folder}/{{ten}}.{{duoi}}")
    assert told.exit == 0
    assert f"không phải {plan}" in run("render", plan, "--docx", "--html", "-o", plan).err


def test_text_beside_a_word_file_does_not_ask_for_one(run: Run, tmp_path: Path) -> None:
    plan = str(put(tmp_path))
    told = "tệp Word để trình ký"
    assert told in run("render", plan, "--txt", "-o", f"{tmp_path}/a.txt").err
    assert told not in run("render", plan, "--txt", "--docx", "-o", str(tmp_path)).err


def test_a_profile_among_the_files_is_passed_over(run: Run, tmp_path: Path) -> None:
    profile = put(tmp_path, "kehoach.yaml", "van_ban: {dia_danh: Tiền Giang}\n")
    status, _, err = run("render", str(profile), str(put(tmp_path)))
    assert (status, "Bỏ qua" in err) == (0, True)
    assert run("check", str(profile)).exit == 0


@pytest.mark.parametrize(
    ("head", "kind"),
    [(b"PK\x03\x04", "Word"), (b"\xd0\xcf\x11\xe0", "đời cũ"), (b"%PDF-1.4", "PDF")],
)
def test_a_word_file_is_told_to_be_one(run: Run, tmp_path: Path, head: bytes, kind: str) -> None:
    (tmp_path / "a.docx").write_bytes(head + bytes(40))
    status, _, err = run("check", str(tmp_path / "a.docx"))
    assert (status, kind in err, "kehoach import" in err) == (2, True, True)


def test_what_cannot_be_read_stops_printing_but_not_a_draft(run: Run, tmp_path: Path) -> None:
    plan = str(put(tmp_path, text=GOOD.replace("01/11/2013", "31/02/2013")))
    assert run("render", plan).exit == 1
    assert run("render", plan, "--draft").exit == 0


NAMING = """\
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân {{ nguon_von.tinh }}
  so_van_ban: 172
  ngay_ban_hanh: 01/11/2013
  trich_yeu: Ứng dụng
  nguoi_ky: {ho_ten: "{{ so_du_an }} A", chuc_vu: "{{ so_du_an }} B"}
  noi_nhan: ["{{ so_du_an }} C", {ten: D, vai_tro: "{{ so_du_an }} E"}]
  kem_theo: [phu_luc, "{{ so_du_an }} F"]
can_cu: ["{{ so_du_an }} G", {loai: Nghị định, so_ky_hieu: 1/NĐ-CP, trich_yeu: "{{ so_du_an }} H"}]
noi_dung: [I]
nguon_von: {tinh: tỉnh Tiền Giang}
phan_nhom: {nhom: {a: "{{ so_du_an }} K"}}
du_an: [{ten: L, nhom: a, tong_kinh_phi: 5}]
phu_luc:
- ten: "{{ so_du_an }} M"
  bang:
    nhom_theo: nhom
    don_vi_tinh: "{{ so_du_an }} N"
    ten_tong_cong: "{{ so_du_an }} O"
    cot: [{gia_tri: ten}, {gia_tri: tong_kinh_phi}]
"""


@pytest.mark.parametrize("form", ["--txt", "--html", "--json"])
def test_values_are_filled_in_wherever_a_text_may_stand(
    run: Run, tmp_path: Path, form: str
) -> None:
    plan = str(put(tmp_path, text=NAMING))
    assert run("check", plan).exit == 0
    shown = run("render", plan, form, "-o", "-").out
    assert "{{" not in shown
    assert all(f"1 {sign}".casefold() in shown.casefold() for sign in "ABCEFGHKMNO")
