"""Recipients and signature."""

import pytest

from kehoach_cli.document.html_writer import as_html
from kehoach_cli.document.model import Document, Paragraph, Run, Table, blocks_in
from kehoach_cli.document.text_writer import as_text
from tests.document.as_text import LAYOUT, cell_lines, document, signature


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        ("chuc_vu: Giám đốc", ["GIÁM ĐỐC"]),
        ("chuc_vu: Phó Giám đốc, ky_thay: Giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (
            "chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch, thay_mat: Ủy ban nhân dân",
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        ("chuc_vu: Chánh Văn phòng, thua_lenh: Chủ tịch", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        ("chuc_vu: Trưởng phòng, thua_uy_quyen: Giám đốc", ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"]),
        ("chuc_vu: Giám đốc, quyen: có", ["Q. GIÁM ĐỐC"]),
        ("chuc_vu: Giám đốc, quyen: không", ["GIÁM ĐỐC"]),
        ("quyen: có", []),
    ],
)
def test_the_signer_signs_in_the_right_name(signer: str, lines: list[str]) -> None:
    _, right = signature(document(f"van_ban: {{nguoi_ky: {{{signer}, ho_ten: Trần A}}}}"))
    assert right == [*(f"quyen_han_ky {line}" for line in lines), "nguoi_ky Trần A"]


def test_a_draft_leaves_room_for_the_name() -> None:
    _, right = signature(document("van_ban: {nguoi_ky: {chuc_vu: Giám đốc}}"))
    assert right == ["quyen_han_ky GIÁM ĐỐC", ""]


def test_a_long_title_of_the_signer_breaks_by_sense() -> None:
    _, right = signature(
        document(
            "van_ban: {nguoi_ky: {chuc_vu: Phó Trưởng ban, thay_mat:"
            " Ban Chỉ đạo ứng dụng công nghệ thông tin và xây dựng chính quyền điện tử tỉnh}}"
        )
    )
    assert len(right) >= 4
    assert right[0].startswith("quyen_han_ky TM. BAN CHỈ ĐẠO")


def test_recipients_may_share_a_role() -> None:
    shared = "{ten: [Tỉnh ủy;, '', HĐND tỉnh], vai_tro: (để b/c)}, {ten: [Sở A, Sở B]}"
    left, _ = signature(document(f"van_ban: {{noi_nhan: [{shared}, C]}}"))
    assert left[1:4] == [
        "noi_nhan_dong Tỉnh ủy, / HĐND tỉnh (để b/c);",
        "noi_nhan_dong Sở A, / Sở B;",
        "noi_nhan_dong C;",
    ]


def test_recipients_end_with_a_semicolon_and_the_archive_with_a_stop() -> None:
    left, _ = signature(
        document(
            """
            van_ban:
              noi_nhan: [VP Chính phủ;, Các sở., {ten: UBND tỉnh, vai_tro: để báo cáo}]
              luu_van_thu: VT, KTTH.
              nguoi_soan: PL.(30)
            """
        )
    )
    assert left == [
        "noi_nhan Nơi nhận:",
        *("noi_nhan_dong VP Chính phủ;", "noi_nhan_dong Các sở;"),
        "noi_nhan_dong UBND tỉnh (để báo cáo);",
        "noi_nhan_dong Lưu: VT, KTTH. PL.(30)",
    ]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ('noi_nhan: [A, "Lưu: VT, X"]', ["A;", "Lưu: VT, X."]),
        ('noi_nhan: [A, "Lưu: VT, X"], luu_van_thu: VT', ["A;", "Lưu: VT, X;", "Lưu: VT."]),
        ('noi_nhan: ["Lưu: VT, X", "Lưu: Y"]', ["Lưu: Y;", "Lưu: VT, X."]),
        ('noi_nhan: [{ten: "Lưu: X", vai_tro: b/c}]', ["Lưu: X (b/c);", "Lưu: VT."]),
    ],
)
def test_an_archive_line_among_the_recipients_is_never_lost(fields: str, lines: list[str]) -> None:
    left, _ = signature(document(f"van_ban: {{{fields}}}"))
    assert left == ["noi_nhan Nơi nhận:", *(f"noi_nhan_dong {line}" for line in lines)]


def test_without_recipients_the_archive_alone_is_named() -> None:
    assert signature(document("mau: a"))[0] == ["noi_nhan Nơi nhận:", "noi_nhan_dong Lưu: VT."]


def test_recipients_of_the_electronic_copy_stand_apart() -> None:
    left, _ = signature(
        document("van_ban: {noi_nhan: [A], noi_nhan_dien_tu: [{ten: B, vai_tro: (để đăng)}]}")
    )
    assert left == [
        *("noi_nhan Nơi nhận:", "noi_nhan_dong A;"),
        *("noi_nhan Bản điện tử:", "noi_nhan_dong B (để đăng);", "noi_nhan_dong Lưu: VT."),
    ]


@pytest.mark.parametrize("text", ["Theo {{ muc.a }}", "Theo {{ muc.a }}.", "{{ muc.a }}^[b]"])
def test_a_reference_at_the_end_is_left_whole(text: str) -> None:
    found = document(f"noi_dung: [{{muc: A, ma: a, doan_van: '{text}'}}]")
    last = [block for block in blocks_in(found) if isinstance(block, Paragraph) and block.text][-1]
    assert last.text.endswith("Mục I./.")
    assert (last.runs[-2].text, last.runs[-2].target) == ("I", "muc-1")
    assert (last.runs[-1].text, last.runs[-1].target) == ("./.", "")
    assert [run.note for run in last.runs if run.note] == ([(Run("b"),)] if "^" in text else [])


def many(count: int) -> str:
    """A plan with so many recipients, a line each."""
    named = ", ".join(f"UBND xã số {n}" for n in range(count))
    signer = "{chuc_vu: Chủ tịch, ho_ten: Trần A}"
    return f"van_ban: {{nguoi_ky: {signer}, noi_nhan: [{named}]}}"


def signed_by(found: Document) -> Table:
    """The table of recipients and signature."""
    (*_, table) = (b for b in blocks_in(found) if isinstance(b, Table) and not b.borders)
    return table


def test_recipients_stand_beside_the_signature_unless_they_are_many() -> None:
    assert len(signed_by(document(many(20))).rows) == 1


def test_of_many_recipients_those_below_the_signature_may_go_on_to_the_next_page() -> None:
    found = document(many(60))
    table = signed_by(found)
    beside = len(list(cell_lines(table.rows[0][0])))
    # As high as the signature: two lines of 14 pt and 70 pt between, in lines of 11 pt.
    assert beside == pytest.approx((2 * 14 * 1.15 + 70) / (11 * 1.15), abs=2)
    assert len(table.rows) == 1 + 62 - beside
    assert table.kept == {len(table.rows) - 3, len(table.rows) - 2}
    left, right = signature(found)
    assert left[1:-1] == [f"noi_nhan_dong UBND xã số {n};" for n in range(60)]
    assert [line for line in right if line] == ["quyen_han_ky CHỦ TỊCH", "nguoi_ky Trần A"]


def test_what_has_no_pages_shows_all_recipients_in_one_place() -> None:
    found = document(many(60))
    page = as_html(found, LAYOUT)
    end = page[page.index("<footer") :]
    assert end.index("UBND xã số 59;") < end.index("Lưu: VT.") < end.index("Trần A")
    narrow = as_text(found, LAYOUT, 60)
    assert narrow.index("Lưu: VT.") < narrow.index("Trần A")
