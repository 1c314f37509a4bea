"""Next period's plan made from this one."""

from pathlib import Path

import pytest

from kehoach_cli.checks.checker import check, has_errors
from kehoach_cli.drafts.next_plan import NextPlan, next_plan
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.attach import CannotAttachError
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.vietnamese.periods import parse_period

PLANS = Path(__file__).parents[2] / "plans"
PLAN = """\
# Ghi chú của phòng
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai   # giữ
  so_van_ban: 12
  ngay_ban_hanh: 05/01/2026
  trich_yeu: Chuyển đổi số năm 2026
  thoi_ky: 2026
  nguoi_ky: {ho_ten: Lê Văn A, chuc_vu: Chủ tịch}
  noi_nhan: Các sở
can_cu:
  - Quyết định số 12/QĐ-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh Lào Cai
noi_dung:
  - muc: Hiện trạng
    vai_tro: hien_trang
    doan_van: |
      Năm 2025 có 47 máy chủ.
      - Đã nối mạng 9 xã.
    muc_con:
      - {muc: Nhân lực, doan_van: Có 10 người.}
    bang:
      cot: [{ten: Chỉ tiêu}, {ten: Năm 2025}]
      hang:
        - [Máy chủ, 47]
  - muc: Mục tiêu năm 2026
    doan_van: Năm 2026 nối mạng 12 xã; năm 2025 đã nối 9 xã (Quyết định ngày 02 tháng 3 năm 2026).
  - muc: Kinh phí
    doan_van: Cần {{ tong.nam_2026 | tien }}, xem {{ phu_luc.nam_2026 }}.
nguon_von: {tinh: Ngân sách tỉnh}
chi_tieu:
  - ten: Tỷ lệ hồ sơ trực tuyến
    hien_trang: 65%
    thoi_diem: 12/2025
    gia_tri: {2026: 80%}
du_an:
  # mạng LAN còn làm tiếp
  - {ma: lan, ten: Mạng LAN, thoi_gian: 2025-2027, von: {2026: {tinh: 500}}}
  # một cửa xong rồi
  - ma: mot_cua
    ten: Một cửa
    thoi_gian: 2026
    von: {2026: {tinh: 300}}
  - {ten: Trực vận hành, thoi_gian: Thường xuyên, von: {2026: {tinh: 50}}}
  - {ten: Kho dữ liệu, thoi_gian: 2026, tong_kinh_phi: 900, von: {2026: {tinh: 400}}}
phu_luc:
  - ma: nam_2026
    ten: Danh mục năm 2026
    bang:
      chon: [lan, mot_cua]
      tong_ghi: 800
      cot: [{ten: Tên, gia_tri: ten}, {ten: Vốn 2026, gia_tri: von.2026.tinh}]
"""


def made(text: str = PLAN, period: str = "2027") -> NextPlan:
    return next_plan(Source("cu.yaml", text), parse_period(period))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("so_van_ban: 12\n", "so_van_ban:\n"),
        ("ngay_ban_hanh: 05/01/2026\n", "ngay_ban_hanh:\n"),
        ("ho_ten: Lê Văn A", 'ho_ten: ""'),
        ("trich_yeu: Chuyển đổi số năm 2026\n  thoi_ky: 2026",
         "trich_yeu: Chuyển đổi số năm 2027\n  thoi_ky: 2027"),
        ("muc: Mục tiêu năm 2026", "muc: Mục tiêu năm 2027"),
        ("Năm 2026 nối mạng 12 xã; năm 2025 đã nối 9 xã (Quyết định ngày 02 tháng 3 năm 2026).",
         "Năm 2027 nối mạng 12 xã; năm 2026 đã nối 9 xã (Quyết định ngày 02 tháng 3 năm 2026)."),
        ("Cần {{ tong.nam_2026 | tien }}, xem {{ phu_luc.nam_2026 }}.",
         "Cần {{ tong.nam_2027 | tien }}, xem {{ phu_luc.nam_2027 }}."),
        ("  - ma: nam_2026\n    ten: Danh mục năm 2026",
         "  - ma: nam_2027\n    ten: Danh mục năm 2027"),
        ("{ten: Vốn 2026, gia_tri: von.2026.tinh}", "{ten: Vốn 2027, gia_tri: von.2027.tinh}"),
        ("{ten: Năm 2025}", "{ten: Năm 2026}"),
        ("[Máy chủ, 47]", '[Máy chủ, "[điền số liệu mới]"]'),
        ("{muc: Nhân lực, doan_van: Có 10 người.}",
         '{muc: Nhân lực, doan_van: "[cập nhật tình hình, kết quả đến hết năm 2026]"}'),
        ("    gia_tri: {2026: 80%}", '    gia_tri: {2026: 80%, 2027: "[điền số liệu mới]"}'),
        ("chon: [lan, mot_cua]", "chon: [lan]"),
    ],
)  # fmt: skip
def test_what_belongs_to_the_old_period_moves_or_goes(before: str, after: str) -> None:
    assert before in PLAN
    text = made().text
    assert after in text
    assert before not in text


@pytest.mark.parametrize(
    "gone",
    [
        "hien_trang: 65%",
        "thoi_diem: 12/2025",
        "ten: Một cửa",
        "# một cửa xong rồi",
        "tong_ghi",
        "ten: Kho dữ liệu",
    ],
)
def test_results_stated_totals_and_finished_projects_are_left_out(gone: str) -> None:
    assert gone in PLAN
    assert gone not in made().text


@pytest.mark.parametrize(
    "kept",
    [
        "# Ghi chú của phòng\n",
        "tỉnh Lào Cai   # giữ\n",
        "  # mạng LAN còn làm tiếp\n  - {ma: lan, ten: Mạng LAN, thoi_gian: 2025-2027,"
        ' von: {2026: {tinh: 500}, 2027: {tinh: ""}}}\n',
        "Quyết định số 12/QĐ-UBND ngày 05/3/2026",
        '{ten: Trực vận hành, thoi_gian: Thường xuyên, von: {2026: {tinh: 50}, 2027: {tinh: ""}}}',
    ],
)
def test_the_rest_stays_as_it_was_typed_beside_places_for_the_new_money(kept: str) -> None:
    assert kept.replace(', 2027: {tinh: ""}', "") in PLAN
    assert kept in made().text


def test_what_was_told_of_the_past_stays_as_a_comment_beside_its_blank() -> None:
    assert (
        '    doan_van: "[cập nhật tình hình, kết quả đến hết năm 2026]"\n'
        "      # Bản trước viết:\n"
        "      # Năm 2025 có 47 máy chủ.\n"
        "      # - Đã nối mạng 9 xã.\n"
        "    muc_con:\n"
    ) in made().text


def test_what_must_be_decided_again_is_listed() -> None:
    said = "\n".join(made().to_decide)
    for part in (
        "Số, ngày ban hành, người ký: đã bỏ trống.",
        "Viết lại theo kết quả mới: “Hiện trạng”.",
        "Dự án chuyển sang (2): “Mạng LAN”; “Trực vận hành”.",
        "Chưa có vốn năm 2027 (2): “Mạng LAN”; “Trực vận hành”.",
        "Đã bỏ vì thời gian hay vốn hết trước năm 2027 (2): “Một cửa”; “Kho dữ liệu”.",
        "Hiện trạng và giá trị năm 2027 của 1 chỉ tiêu: điền số liệu mới.",
    ):
        assert part in said


def test_a_plan_whose_projects_are_all_finished_begins_with_a_row_to_fill_in() -> None:
    text = PLAN[: PLAN.index("du_an:")] + (
        "du_an:\n  - {ten: Một cửa, thoi_gian: 2026, kinh_phi: {du_kien: {tong: 5}}}\n"
        "phu_luc: [{ten: A, bang: {cot: [{ten: B, gia_tri: ten},"
        " {ten: C, gia_tri: kinh_phi.du_kien.tong}]}}]\n"
    )
    after = made(text).text
    assert '"[điền tên dự án, nhiệm vụ]"' in after
    assert "du_kien:" in after


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("van_ban: [\n", "Không đọc được cu.yaml"),
        ("noi_dung: A\n", "chưa ghi van_ban.thoi_ky"),
        (PLAN.replace("thoi_ky: 2026", "thoi_ky: 2027"), "thời kỳ mới phải ở sau"),
    ],
)
def test_a_plan_that_nothing_can_follow_is_refused(text: str, said: str) -> None:
    with pytest.raises(KehoachError, match=said):
        made(text)


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("tien-giang-2014", "2015"),
        ("lao-cai-2018", "2019"),
        ("tien-giang-2007-2010", "2011-2014"),
        ("tien-giang-nq36a-2016", "2018-2019"),
        ("tuyen-quang-2016-2020", "2021-2025"),
    ],
)
def test_what_follows_a_real_plan_reads_without_error_and_leaves_no_old_year(
    name: str, period: str
) -> None:
    path = PLANS / f"{name}.yaml"
    after = next_plan(read_source(path.name, path.read_bytes()), parse_period(period))
    reading = read_plan(Source("moi.yaml", after.text))
    found = check(reading)
    assert not has_errors(found), [item.message for item in found if has_errors([item])]
    assert "KH572" not in {finding.rule.id for finding in found}
    assert reading.plan is not None
    assert reading.plan.van_ban is not None
    assert reading.plan.van_ban.thoi_ky == parse_period(period)


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("Mạng {{ du_an.mot_cua.von.2026.tinh }}.", "Mạng [điền số liệu mới]."),
        ('"{{ chi_tieu.hs.hien_trang }} hồ sơ"', '"{{ chi_tieu.hs.hien_trang }} hồ sơ"'),
        ("{{ du_an.khong_co.ten }}", "{{ du_an.khong_co.ten }}"),
    ],
)
def test_a_name_of_what_is_left_out_becomes_a_blank(text: str, blanked: str) -> None:
    plan = PLAN.replace("doan_van: Cần {{ tong.nam_2026 | tien }}, xem", f"doan_van: {text} #")
    assert (
        f"doan_van: {blanked} #"
        in made(plan.replace("  - ten: Tỷ", "  - ma: hs\n    ten: Tỷ")).text
    )


FILES = {
    "nhom.yaml": "- {ten: Xong, thoi_gian: 2026}\n- {ten: Còn, thoi_gian: 2026-2028}\n",
    "rieng.yaml": "ten: Riêng\nthoi_gian: 2026\n",
    "hien-trang.txt": "Có 47 máy.",
    "chi-tieu.yaml": "- ten: Tỷ lệ\n  hien_trang: 65%\n  gia_tri: {2026: 80%}\n",
}
ATTACHING = """\
van_ban: {thoi_ky: 2026}
noi_dung: [{muc: Hiện trạng, vai_tro: hien_trang, doan_van: {kem_tep: hien-trang.txt}}]
chi_tieu: {kem_tep: chi-tieu.yaml}
du_an:
  - kem_tep: nhom.yaml
  - kem_tep: rieng.yaml
  - kem_tep: khong-co.yaml
"""


def opened(name: str) -> Source:
    if name not in FILES:
        raise CannotAttachError("không có tệp ấy")
    return Source(name, FILES[name])


def test_each_attached_file_moves_as_the_part_that_it_is() -> None:
    after = next_plan(Source("-", ATTACHING), parse_period("2027"), opened)
    assert after.files == {
        "nhom-2027.yaml": "- {ten: Còn, thoi_gian: 2026-2028}\n",
        "hien-trang-2027.txt": "[cập nhật tình hình, kết quả đến hết năm 2026]\n",
        "chi-tieu-2027.yaml": (
            '- ten: Tỷ lệ\n  hien_trang: "[điền số liệu mới]"\n'
            '  gia_tri: {2026: 80%, 2027: "[điền số liệu mới]"}\n'
        ),
    }
    assert after.text.endswith("du_an:\n  - kem_tep: nhom-2027.yaml\n  - kem_tep: khong-co.yaml\n")


def test_projects_that_were_left_out_and_that_the_text_names_are_listed() -> None:
    name = "Xây dựng hệ thống một cửa điện tử của tỉnh"
    text = PLAN.replace("ten: Một cửa\n", f"ten: {name}\n").replace(
        "doan_van: Cần", f"doan_van: Dự án {name} cần"
    )
    assert any("Lời văn còn nhắc dự án đã bỏ" in line for line in made(text).to_decide)
    assert not any("Lời văn còn nhắc" in line for line in made().to_decide)


def test_a_present_figure_told_by_its_parts_is_asked_again_and_their_units_stay() -> None:
    text = (
        "van_ban: {thoi_ky: 2026}\nchi_tieu:\n"
        "- {ten: Máy, tu_so: 47 máy, mau_so: 20 đơn vị, gia_tri: {2026: {tu_so: 60, mau_so: 20}}}\n"
    )
    parts = "gia_tri: {2026: {tu_so: 60 máy, mau_so: 20 đơn vị}"
    told = made(text).text
    assert parts in told
    assert 'hien_trang: "[điền số liệu mới]"' in told
