"""`--vao`: rows added to a register that is there; what differs is listed, nothing changes."""

from typing import Any

import pytest

from kehoach_cli.imports.merging.batches import batches_of
from kehoach_cli.imports.merging.merged import Merged, merged
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.text.reader import read_text
from kehoach_cli.plan.reader import read_plan, read_profile
from kehoach_cli.source.text import Source
from tests.imports.books import saved, workbook
from tests.imports.samples import PLAN

HEAD = ["STT", "Tên dự án", "Chủ trì", "Kinh phí 2026 (tỷ đồng)", "Vốn tỉnh năm 2027"]
THERE = """\
nguon_von: {von_tinh: Vốn tỉnh}
phan_nhom:
  nhom:
    ha_tang: Hạ tầng số
du_an:
  - ten: Máy chủ   # giữ
    chu_tri: Sở C
    tong_kinh_phi: 7.000
    von: {2026: 2.000, 2027: {von_tinh: 5.000}}
"""


def _merged(plan: str, *rows: list[Any], head: list[str] = HEAD, given: str = "") -> Merged:
    book = saved(workbook([head, *rows]))
    named = {given: "ma"} if given else {}
    batches, remarks = batches_of(pages_of("a.xlsx", book), named)
    done = merged(read_plan(Source("p.yaml", plan)), batches)
    return done._replace(remarks=[*remarks, *done.remarks])


def test_rows_stand_behind_the_last_project_and_the_rest_stays() -> None:
    done = _merged(THERE, [1, "Mạng LAN", "Sở A", 1.5, 2], [2, "Một cửa", "Sở B", None, 1])
    added = """\
  - ten: Mạng LAN
    chu_tri: Sở A
    von:
      2026: 1.500
      2027:
        von_tinh: 2.000
  - ten: Một cửa
    chu_tri: Sở B
    von:
      2027:
        von_tinh: 1.000
"""
    assert done.source.text == THERE + added
    assert (done.added, done.same, done.remarks) == (2, 0, [])


def test_a_project_that_is_there_stays_and_what_differs_is_listed() -> None:
    done = _merged(THERE, [1, "may chu", "Sở B", 2, 4])
    assert done.source.text == THERE
    assert [(remark.place, remark.text, remark.told) for remark in done.remarks] == [
        ("DA!B2", "chu_tri: Sở B", "dự án “Máy chủ” ghi “Sở C”; không đổi"),
        ("DA!B2", "von.2027.von_tinh: 4.000", "dự án “Máy chủ” ghi “5.000”; không đổi"),
    ]


def test_every_field_is_compared() -> None:
    head = ["STT", "Tên dự án", "Ngày duyệt", "Tổng kinh phí (triệu đồng)", "Nhu cầu 2026"]
    rows: list[list[Any]] = [["I", "Hạ tầng"], [1, "Máy chủ", "5/3", 7000, 9], ["", "Ổ đĩa", "", 5]]
    done = _merged(THERE, *rows, head=head)
    texts = [remark.text for remark in done.remarks]
    assert "khac.ngay_duyet: 5/3" in texts
    assert "hạng mục con: Ổ đĩa" in texts
    assert "nhom: Hạ tầng" in texts
    assert any(text.startswith("kinh_phi.") for text in texts)
    assert not any("tong_kinh_phi" in text for text in texts)


def test_a_total_that_the_plan_adds_up_does_not_differ() -> None:
    plan = "du_an:\n  - {ten: A, von: {2026: 5}}\n  - {ten: B}\n"
    head = ["STT", "Tên dự án", "Tổng kinh phí (triệu đồng)"]
    done = _merged(plan, [1, "A", 5], [2, "B", 6], head=head)
    assert [(remark.text, remark.told) for remark in done.remarks] == [
        ("tong_kinh_phi: 6", "dự án “B” chưa có; không thêm")
    ]


def test_projects_are_known_by_their_codes_first() -> None:
    plan = "du_an:\n  - {ma: DA-01, ten: A}\n  - {ma: DA-02, ten: B}\n"
    head = ["STT", "Mã dự án", "Tên dự án", "Tổng kinh phí (triệu đồng)"]
    done = _merged(plan, [1, "DA-02", "A", 5], [2, "DA-03", "C", 5], head=head, given="ma du an")
    assert (done.added, done.same) == (1, 1)
    assert "ma: DA-03" in done.source.text
    assert done.remarks[0].told.startswith("dự án “B” ")


def test_two_of_one_name_are_two_and_a_second_time_none_is_added() -> None:
    rows = [[1, "Mạng LAN", "Sở A", 1, 1], [2, "Mạng LAN", "Sở B", 2, 2]]
    first = _merged(THERE, *rows)
    assert first.added == 2
    assert first.remarks[0].place == "DA!B3"
    assert "DA!B2" in first.remarks[0].told
    again = _merged(first.source.text, *rows)
    assert (again.added, again.same, again.remarks) == (0, 2, [])


def test_new_sources_and_groups_never_take_a_code_that_is_there() -> None:
    head = ["STT", "Tên dự án", "Vốn  tỉnh 2026 (triệu đồng)", "Vốn TW 2026"]
    plan = THERE.replace("von_tinh: Vốn tỉnh", "von_tinh: Vốn tỉnh, von_tw: Vốn cũ")
    done = _merged(plan, ["I", "Hạ tầng"], [1, "A", 5, 6], head=head)
    assert "nguon_von: {von_tinh: Vốn tỉnh, von_tw: Vốn cũ, von_tw_2: Vốn TW}" in done.source.text
    assert "    ha_tang: Hạ tầng số\n    ha_tang_2: Hạ tầng\n" in done.source.text
    assert "nhom: ha_tang_2" in done.source.text
    assert "von_tw_2: 6" in done.source.text


def test_a_plan_that_has_no_register_gets_one() -> None:
    done = _merged("van_ban: {}\n", [1, "A", "B", 1, 2])
    assert done.source.text.startswith("van_ban: {}\ndu_an:\n  - ten: A\n")
    assert done.source.text.endswith("nguon_von:\n  von_tinh: Vốn tỉnh\n")


def test_sources_of_the_profile_stay_in_force() -> None:
    profile, _ = read_profile(Source("kehoach.yaml", "nguon_von: {khac: Vốn khác}\n"))
    batches, _ = batches_of(pages_of("a.xlsx", saved(workbook([HEAD, [1, "A", "B", 1, 2]]))), {})
    done = merged(read_plan(Source("p.yaml", "van_ban: {}\n"), profile), batches)
    assert "nguon_von:\n  khac: Vốn khác\n  von_tinh: Vốn tỉnh\n" in done.source.text


def test_a_table_without_a_unit_is_told_of() -> None:
    done = _merged(THERE, [1, "A", 5], head=["STT", "Tên dự án", "Tổng kinh phí"])
    assert done.remarks[0].text == "không ghi đơn vị tính"
    assert "triệu đồng" in done.remarks[0].told


def test_tables_of_other_things_and_their_totals_are_told_of() -> None:
    book = workbook([HEAD, [1, "A", "B", 1, 2], [2, "C", "D", 1, 2], ["", "Tổng cộng", "", 3, 4]])
    other = book.create_sheet("Việc")
    for row in (["TT", "Nội dung", "Hạn"], [1, "Họp", "Quý I"]):
        other.append(row)
    batches, remarks = batches_of(pages_of("a.xlsx", saved(book)), {})
    assert [(remark.place, remark.told[:25]) for remark in remarks] == [
        ("DA!D4", "tổng cộng ghi 3, các dòng"), ("Việc!A1", "không thêm: phải có cột t")
    ]  # fmt: skip
    assert len(batches) == 1


def test_projects_come_from_a_table_in_text_too() -> None:
    batches, _ = batches_of(read_text(PLAN), {})
    assert [place for _, place in batches[0].projects] == [
        "dòng 43, hàng 4", "dòng 43, hàng 5", "dòng 43, hàng 7"
    ]  # fmt: skip


def test_a_document_without_tables_gives_no_projects() -> None:
    batches, _ = batches_of(read_text("I. MỤC TIÊU\nMột.\n"), {})
    assert not batches[0].projects


@pytest.mark.parametrize("rows", [200, 400])
def test_many_rows_are_put_in_at_once(rows: int) -> None:
    done = _merged(THERE, *([n, f"Dự án {n}", "Sở A", 1, 2] for n in range(rows)))
    assert done.added == rows
    assert done.source.text.count("- ten: Dự án") == rows


def test_an_amount_past_reading_stays_as_it_is_typed() -> None:
    head = ["STT", "Tên dự án", "Tổng kinh phí (triệu đồng)"]
    done = _merged(THERE, [1, "A", 1e22], [2, "Máy chủ", 1e22], head=head)
    assert "tong_kinh_phi: 10.000.000.000.000.000.000.000" in done.source.text
    assert done.remarks[0].text.startswith("tong_kinh_phi: 10.000.")


SHOWN = """\
du_an:
  - {ten: Một cửa (giai đoạn 1), khac: {ten_cu: Một cửa, muc_tieu_cu: Cũ}, muc_tieu: Mới}
phu_luc:
  - ten: Danh mục
    bang:
      nguon: du_an
      cot:
        - {ten: Tên dự án, gia_tri: [khac.ten_cu, ten]}
        - {ten: Mục tiêu, gia_tri: [khac.muc_tieu_cu, muc_tieu]}
"""


def test_a_project_is_known_by_what_a_table_prints_for_its_name() -> None:
    head = ["STT", "Tên dự án", "Mục tiêu", "Kinh phí (triệu đồng)"]
    done = _merged(SHOWN, [1, "Một cửa", "Cũ", ""], [2, "Mạng", "Nối", 5], head=head)
    assert (done.added, done.same, done.remarks) == (1, 1, [])


BY_STATE = """\
phan_nhom:
  tinh_trang: {chuyen_tiep: Dự án chuyển tiếp, moi: Dự án khởi công mới}
du_an:
  - {ten: A, tinh_trang: moi}
phu_luc:
  - ten: Danh mục
    bang: {nguon: du_an, nhom_theo: tinh_trang, cot: [{gia_tri: ten}]}
"""
MONEY = ["STT", "Tên dự án", "Kinh phí (triệu đồng)"]


def test_rows_come_into_the_groups_by_which_the_plan_prints() -> None:
    rows: list[list[Any]] = [["I", "Dự án Chuyển tiếp"], [1, "B", 5], ["II", "Dừng"], [1, "C", 6]]
    done = _merged(BY_STATE, *rows, head=MONEY)
    assert "  - ten: B\n    tong_kinh_phi: 5\n    tinh_trang: chuyen_tiep\n" in done.source.text
    assert "  - ten: C\n    tong_kinh_phi: 6\n    tinh_trang: dung\n" in done.source.text
    assert "moi: Dự án khởi công mới, dung: Dừng}" in done.source.text
    assert done.remarks == []


def test_rows_without_a_group_that_the_plan_prints_by_are_told_of() -> None:
    done = _merged(BY_STATE, [1, "B", 5], [2, "C", 6], head=MONEY)
    assert [(remark.place, remark.text) for remark in done.remarks] == [("DA!B2", "tinh_trang")]
    assert done.remarks[0].told.endswith("2 dự án thêm vào chưa ghi")


def test_a_column_of_states_gives_their_codes() -> None:
    head = [*MONEY, "Tình trạng"]
    rows: list[list[Any]] = [[1, "B", 5, "Dự án chuyển tiếp"], [2, "C", 6, "Tạm dừng"]]
    done = _merged(BY_STATE, *rows, head=head)
    assert "tinh_trang: chuyen_tiep\n" in done.source.text
    assert "tam_dung: Tạm dừng}" in done.source.text
    again = _merged(done.source.text, *rows, head=head)
    assert (again.added, again.remarks) == (0, [])


def test_groups_without_names_of_their_own_are_texts() -> None:
    plan = BY_STATE.replace("tinh_trang: moi", "chu_dau_tu: Sở KH&CN").replace(
        "nhom_theo: tinh_trang", "nhom_theo: chu_dau_tu"
    )
    done = _merged(plan, ["I", "Sở Y tế"], [1, "B", 5], head=MONEY)
    assert "    chu_dau_tu: Sở Y tế\n" in done.source.text


def test_groups_in_groups_give_the_group_that_the_plan_has() -> None:
    rows: list[list[Any]] = [
        ["A", "Hạ tầng số", 12], ["I", "Mới", 5], ["1", "B", 5], ["II", "Cũ", 7], ["1", "C", 7],
        ["B", "Dữ liệu", 6], ["I", "Mới", 6], ["1", "D", 6], ["", "Tổng cộng", 18],
    ]  # fmt: skip
    done = _merged(THERE, *rows, head=MONEY)
    assert done.source.text.count("nhom: ha_tang\n") == 2
    assert "    nhom: moi" in done.source.text
    assert [remark for remark in done.remarks if remark.place != "tệp"] == []


def test_groups_may_be_numbered_within_groups() -> None:
    rows: list[list[Any]] = [
        ["I", "Chính quyền số"], ["I.1", "Hạ tầng"], [1, "B", 5], ["I.2", "Ứng dụng"], [1, "C", 7],
        ["II", "Kinh tế số"], [1, "D", 6],
    ]  # fmt: skip
    done = _merged("phan_nhom: {nhom: {cq: Chính quyền số}}\n", *rows, head=MONEY)
    assert done.source.text.count("nhom: cq\n") == 2
    assert "kinh_te_so: Kinh tế số" in done.source.text


def test_names_that_are_only_written_otherwise_are_the_same() -> None:
    plan = (
        "nguon_von: {dau_tu_tinh: Vốn đầu tư tỉnh, tw: Ngân sách trung ương}\n"
        "du_an: [{ten: A, chu_tri: Sở Khoa học và Công nghệ, thoi_gian: 2013-2014}]\n"
    )
    head = ["STT", "Tên dự án", "Chủ trì", "Thời gian", "Vốn đầu tư tỉnh bố trí năm 2013",
            "NSTW năm 2013 (triệu đồng)"]  # fmt: skip
    rows: list[list[Any]] = [[1, "A", "Sở KH&CN", "2013 - 2014", "", ""], [2, "B", "X", "Y", 1, 2]]
    done = _merged(plan, *rows, head=head)
    assert done.remarks == []
    assert "von: {2013: {dau_tu_tinh: 1, tw: 2}}" in done.source.text


def test_a_table_that_only_looks_like_one_of_projects_is_told_of_with_its_cell() -> None:
    book = workbook([MONEY, [1, "A", 5], [2, "B", 6], ["??", "C", 7]])
    _, remarks = batches_of(pages_of("a.xlsx", saved(book)), {})
    assert [remark.place for remark in remarks] == ["DA!A4"]
    assert remarks[0].told.endswith("không thêm bảng này")


def test_a_total_below_a_heading_without_a_name_of_its_own_names_the_one_above() -> None:
    book = workbook([["STT", "Tên dự án", "Kinh phí năm 2026 (triệu đồng)"], ["", "", ""],
                     [1, "A", 5], [2, "B", 6], ["", "Tổng cộng", 12]])  # fmt: skip
    for area in ("A1:A2", "B1:B2", "C1:C1"):
        book.active.merge_cells(area)  # type: ignore[union-attr]
    _, remarks = batches_of(pages_of("a.xlsx", saved(book)), {})
    assert [(remark.place, remark.text) for remark in remarks] == [
        ("DA!C5", "Kinh phí năm 2026 (triệu đồng)")
    ]
