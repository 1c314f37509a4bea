"""The main text: bases, sections, bullets, the end."""

from typing import TypeGuard

import pytest

from kehoach_cli.document.model import Block, Cell, Paragraph, blocks_in, runs_in
from tests.document.as_text import as_text, body, document, paragraphs, rows, tables


def test_lines_become_paragraphs_and_bullets() -> None:
    assert body(
        """
        noi_dung:
        - doan_van: |
            Mở đầu:
            - Máy chủ: 47 máy.
              + Mỗi máy 2,35.

            -không phải gạch
            +84
            Hết
        """
    ) == [
        "khoan_tron #0.1 Mở đầu:",
        "gach_dau_dong Máy chủ: 47 máy.",
        "dau_cong Mỗi máy 2,35.",
        "noi_dung -không phải gạch",
        "noi_dung +84",
        "noi_dung Hết./.",
    ]


def test_a_stroke_at_the_end_of_a_line_breaks_it_within_the_paragraph() -> None:
    assert body(
        """
        noi_dung:
        - doan_van: |
            Trụ sở: \\
              số 1 **phố \\
            Huế**
            - Điện thoại\\
            024
            C:\\KH \\ hết \\
        """
    ) == [
        "khoan_tron #0.1 Trụ sở: / số 1 phố / Huế",
        "gach_dau_dong Điện thoại / 024",
        "noi_dung C:\\KH \\ hết./.",
    ]


def test_a_line_breaks_in_cells_and_notes_too() -> None:
    found = document(
        r"""
        noi_dung:
        - bang:
            cot: [{ten: A}]
            hang: [["a\\\nb\nc"]]
            ghi_chu: "d\\\ne"
        """
    )
    (cell,) = tables(found)[0].rows[0]
    assert isinstance(cell, Cell)
    assert [block.text for block in cell.content if isinstance(block, Paragraph)] == ["a\nb", "c"]
    assert "ghi_chu_bang d / e./." in paragraphs(found)


def test_a_line_that_announces_stays_with_what_follows() -> None:
    found = document("noi_dung: [{muc: A, doan_van: [B., 'Gồm:', C., D.]}]")
    kept = {
        block.text: block.keep_next
        for block in found.sections[0].blocks
        if isinstance(block, Paragraph)
    }
    assert (kept["B."], kept["Gồm:"], kept["C."], kept["D./."]) == (False, True, False, True)


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        (
            "{doan_van: Trước., bang: BANG, chen: chi_tieu}",
            ["noi_dung Trước.", "C\n  x", "gach_dau_dong Máy: năm 2026 đạt 9./."],
        ),
        (
            "{chen: chi_tieu, bang: BANG, doan_van: Sau.}",
            ["gach_dau_dong Máy: năm 2026 đạt 9.", "C\n  x", "noi_dung Sau./."],
        ),
        ("{bang: BANG, hinh: h.png}", ["C\n  x", "hinh [Chưa có hình: h.png]"]),
    ],
)
def test_several_things_in_one_item_print_in_typed_order(item: str, printed: list[str]) -> None:
    table = "{cot: [{ten: C}], hang: [[x]], tong_cong: không}"
    targets = "chi_tieu: [{ma: a, ten: Máy, gia_tri: {2026: 9}}]"
    held = f"muc_con: [{{muc: A, doan_van: [{item.replace('BANG', table)}]}}]"
    blocks = document(f"{targets}\nphu_luc: [{{ten: P, {held}}}]").sections[1].blocks
    lines = [line for block in blocks if (line := as_text(block).strip())]
    assert lines[lines.index("muc_la_ma #0.1 A") + 1 :] == printed


DEEP = """
noi_dung:
- muc: Một
  muc_con:
  - muc: Hai
    muc_con:
    - muc: Ba
      muc_con:
      - muc: Bốn
        muc_con: [{muc: Năm, doan_van: Sáu.}]
"""


@pytest.mark.parametrize(
    ("scheme", "lines"),
    [
        (
            "I/1/a)",
            ["muc_la_ma #0.1 MỘT", "khoan #1.1 Hai", "diem #2.1 Ba", "khoan_tron Bốn"],
        ),
        (
            "A/I/1/a)",
            ["muc_chu #0.1 MỘT", "muc_la_ma #1.1 HAI", "khoan #2.1 Ba", "diem #3.1 Bốn"],
        ),
        (
            "Phần I/I/1/1.1/a)",
            ["phan #0.1 MỘT", "muc_la_ma #1.1 HAI", "khoan #2.1 Ba", "tieu_khoan #3.1 Bốn"],
        ),
        (
            "1/1.1/1.1.1",
            ["khoan #0.1 Một", "tieu_khoan #1.1 Hai", "tieu_khoan #2.1 Ba", "khoan_tron Bốn"],
        ),
    ],
)
def test_titles_take_the_style_and_number_of_their_level(scheme: str, lines: list[str]) -> None:
    assert body(f"van_ban: {{danh_so: {scheme}}}{DEEP}")[:4] == lines


def test_sections_without_a_title_are_numbered_paragraphs() -> None:
    assert body(
        """
        van_ban: {danh_so: 1/1.1}
        noi_dung:
        - Một câu.
        - doan_van: |
            Câu đầu.
            Câu sau.
          muc_con: [Con một., Con hai.]
        """
    ) == [
        *("khoan_tron #0.1 Một câu.", "khoan_tron #0.2 Câu đầu.", "noi_dung Câu sau."),
        *("tieu_khoan_tron #1.1 Con một.", "tieu_khoan_tron #1.2 Con hai./."),
    ]


def test_a_level_may_be_skipped() -> None:
    found = body(
        """
        van_ban: {danh_so: I/1/a)}
        noi_dung:
        - {muc: A, danh_so_con: a), muc_con: [B, C]}
        - {muc: D, danh_so_con: Điều 1, muc_con: [{muc: E}]}
        """
    )
    assert found == [
        *("muc_la_ma #0.1 A", "diem #2.1 B", "diem #2.2 C"),
        *("muc_la_ma #0.2 D", "khoan #1.1 E"),
    ]


def test_bases_stand_before_the_text_where_no_section_lists_them() -> None:
    assert body(
        """
        can_cu:
        - Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006
        - Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ;
        - Thực hiện Công văn số 2423/BTTTT-KHTC.
        - {so_ky_hieu: 30/2020/NĐ-CP, ngay_ban_hanh: 05/3/2020, co_quan: Chính phủ}
        loi_dan: |
          Sở ban hành Kế hoạch như sau:
        """
    ) == [
        "can_cu Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;",
        "can_cu Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ;",
        "can_cu Thực hiện Công văn số 2423/BTTTT-KHTC;",
        "can_cu Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.",
        "noi_dung Sở ban hành Kế hoạch như sau./.",
    ]


@pytest.mark.parametrize(
    ("form", "style"), [("dòng", "noi_dung"), ("gạch đầu dòng", "gach_dau_dong")]
)
def test_a_section_may_list_the_bases_instead(form: str, style: str) -> None:
    found = body(
        f"""
        can_cu: [Luật A năm 2006, Luật B năm 2010;]
        noi_dung:
        - muc: Mở đầu
          muc_con: [{{muc: Căn cứ, chen: {{nguon: can_cu, dang: {form}}}}}]
        """
    )
    assert found == [
        *("muc_la_ma #0.1 MỞ ĐẦU", "khoan #1.1 Căn cứ"),
        *(f"{style} Luật A năm 2006;", f"{style} Luật B năm 2010./."),
    ]


@pytest.mark.parametrize(
    ("last", "printed"),
    [("Hết.", "Hết./."), ("Hết", "Hết./."), ("Hết./.", "Hết./."), ("Hết;", "Hết./.")],
)
def test_the_last_sentence_ends_with_the_closing_mark(last: str, printed: str) -> None:
    assert body(f"noi_dung: [{{muc: A, doan_van: '{last}'}}]")[-1] == f"noi_dung {printed}"


def test_the_last_row_of_a_table_at_the_end_is_kept_with_the_signature() -> None:
    found = document(
        """
        noi_dung:
        - muc: A
          bang: {cot: [{ten: C}], hang: [[x], [y], [z], [t]]}
        """
    )
    (table,) = tables(found)
    assert table.kept == {0, 2, 3}


def is_text(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph)


@pytest.mark.parametrize("more", ["", ", hang: []", ", chi_tinh: 2031"])
def test_an_empty_table_has_a_row_to_be_filled_by_hand(more: str) -> None:
    text = f"noi_dung: [{{muc: A, bang: {{cot: [{{ten: C}}, {{ten: D}}]{more}}}}}, B]"
    (table,) = tables(document(text))
    assert rows(table) == ["C|D", "|"]


def test_inline_marks_make_bold_italic_and_notes() -> None:
    found = document(
        """
        noi_dung:
        - muc: A
          doan_van: |
            Một **đậm *cả* hai** và *nghiêng*^[Xem *[1]* nữa.] hết
            ^[Chú thích đầu dòng] 2*3*4 * 5 ** 6
        """
    ).sections[0]
    first, second = [
        block for block in found.blocks if is_text(block) and block.style == "noi_dung"
    ][:2]
    looks = [(run.text, run.bold, run.italic, bool(run.note)) for run in first.runs]
    assert looks == [
        *(("Một ", None, None, False), ("đậm ", True, None, False), ("cả", True, True, False)),
        *((" hai", True, None, False), (" và ", None, None, False)),
        *(("nghiêng", None, True, True), (" hết", None, None, False)),
    ]
    assert first.runs[5].note is not None
    assert "".join(run.text for run in first.runs[5].note) == "Xem [1] nữa."
    assert second.text == " 2*3*4 * 5 ** 6./."


def test_addresses_of_pages_and_mail_print_as_typed() -> None:
    text = "Xem https://a.gov.vn/x_y?b=1#c, hỏi b_c@a.gov.vn."
    made = document(f'noi_dung: [{{muc: A, doan_van: ["{text}", Hết.]}}]')
    assert text in [block.text for block in blocks_in(made) if isinstance(block, Paragraph)]


def test_notes_that_touch_are_all_kept() -> None:
    found = document("noi_dung: [{muc: A, doan_van: 'B^[một]^[hai] C^[ba].'}]")
    notes = [run.note[0].text for run in last_text(found.sections[0].blocks).runs if run.note]
    assert notes == ["một", "hai", "ba"]


def last_text(blocks: tuple[Block, ...]) -> Paragraph:
    return [
        block for block in blocks if is_text(block) and block.style == "noi_dung" and block.runs
    ][-1]


def test_one_item_may_hold_a_text_a_register_and_a_table() -> None:
    found = document(
        """
        can_cu: [Luật A]
        noi_dung:
        - muc: M
          doan_van:
          - {chen: can_cu, bang: {cot: [{ten: C}], hang: [[x]]}, doan_van: Hết.}
        """
    )
    assert [line for line in paragraphs(found)[2:-1] if line] == [
        *("muc_la_ma #0.1 M", "noi_dung Luật A.", "noi_dung Hết./."),
    ]
    assert len(tables(found)) == 1


def test_a_text_that_names_itself_ends() -> None:
    found = body(
        "van_ban: {trich_yeu: 'A {{ van_ban.trich_yeu }}'}\nnoi_dung: ['{{ van_ban.trich_yeu }}']"
    )
    assert found == ["khoan_tron #0.1 A [chưa rõ: van_ban.trich_yeu]./."]


def test_a_filter_works_on_what_a_named_text_prints() -> None:
    found = body(
        "du_an: [{ma: a, ten: 'b {{ so_du_an }} c'}]\nnoi_dung: ['{{ ten_du_an.a | hoa }}']"
    )
    assert found == ["khoan_tron #0.1 B 1 C./."]


def test_texts_that_name_texts_end_at_some_depth() -> None:
    names = "\n".join(f"- {{ma: a{n}, ten: '{{{{ ten_du_an.a{n + 1} }}}}'}}" for n in range(999))
    found = body(f"du_an:\n{names}\n- {{ma: a999, ten: Z}}\nnoi_dung: ['{{{{ ten_du_an.a0 }}}}']")
    assert found == ["khoan_tron #0.1 [chưa rõ: ten_du_an.a21]./."]


def test_a_text_that_ends_with_a_table_has_no_closing_mark() -> None:
    found = document(
        "noi_dung: [{muc: A, doan_van: B., bang: {cot: [{ten: C}], hang: [[D]], tong_cong: không}}]"
    )
    assert not any("./." in line for line in paragraphs(found))


def test_an_empty_plan_has_no_closing_mark_either() -> None:
    assert body("mau: a") == []


def test_what_is_typed_behind_sub_sections_prints_behind_them() -> None:
    lines = body(
        """
        noi_dung:
        - muc: A
          doan_van: Trước.
          muc_con: [{muc: B, muc_con: [C], doan_van: Sau C.}, {muc: D}]
          chen: can_cu
        - muc_con: [E]
          doan_van: Sau E.
        can_cu: [Luật F]
        """
    )
    assert lines == [
        "muc_la_ma #0.1 A",
        "noi_dung Trước.",
        "khoan #1.1 B",
        "diem #2.1 C",
        "noi_dung Sau C.",
        "khoan #1.2 D",
        "noi_dung Luật F.",
        "khoan_tron #0.2",
        "khoan_tron #1.1 E",
        "noi_dung Sau E./.",
    ]


def test_a_lone_text_behind_no_sub_sections_is_the_section_s_own() -> None:
    assert body("noi_dung: [{muc_con: [], doan_van: A}]") == ["khoan_tron #0.1 A./."]


def test_what_is_attached_is_listed_before_the_signature() -> None:
    assert body(
        """
        van_ban: {kem_theo: [phu_luc, Bảng kê;]}
        noi_dung: [{muc: A, doan_van: B.}]
        phu_luc: [{ten: Một}, {ten: "Hai\\nba"}]
        """
    )[1:] == [
        *("noi_dung B.", "noi_dung Kèm:"),
        *("gach_dau_dong Phụ lục I: Một;", "gach_dau_dong Phụ lục II: Hai ba;"),
        "gach_dau_dong Bảng kê./.",
    ]


def test_the_closing_sentence_ends_before_what_is_attached() -> None:
    text = "van_ban: {kem_theo: Bảng kê}\nnoi_dung: [{muc: A, doan_van: B.}]\nloi_ket: Nay lập"
    assert body(text)[2:4] == ["noi_dung Nay lập.", "noi_dung Kèm:"]


def test_nothing_is_listed_where_nothing_is_attached() -> None:
    found = body("van_ban: {kem_theo: phu_luc}\nnoi_dung: [{muc: A, doan_van: B.}]")
    assert found == ["muc_la_ma #0.1 A", "noi_dung B./."]


def test_values_are_filled_in_and_what_names_nothing_shows_itself() -> None:
    found = body(
        """
        du_an: [{ten: A, von: {2014: 1.250}}]
        noi_dung:
        - muc: Kinh phí {{ tong.2014 | tien }}
          doan_van: Tổng {{ tong }} ({{ tog }}), lại {{ tong }}, {giữ}.
        """
    )
    assert found == [
        "muc_la_ma #0.1 KINH PHÍ 1.250 TRIỆU ĐỒNG",
        "noi_dung Tổng 1.250 ([chưa rõ: tog]), lại 1.250, {giữ}./.",
    ]


def test_things_stand_in_the_order_in_which_they_are_typed() -> None:
    found = document(
        """
        noi_dung:
        - muc: A
          bang: {ten: Bảng một, cot: [{ten: C}], hang: [[x]]}
          doan_van: [B., {bang: {cot: [{ten: D}], hang: [[y]], ghi_chu: Ghi chú.}}, E.]
          muc_con: [F.]
        """
    )
    kinds = [
        str(getattr(block, "text", "") or type(block).__name__)
        for block in found.sections[0].blocks[4:-2]
    ]
    gap = "Paragraph"
    wanted = ["A", "Bảng một", "Table", "B.", gap, "Table", "Ghi chú.", "E.", "F./."]
    assert kinds == wanted


MONEY = """
nguon_von: {tinh: Vốn tỉnh, tw: Vốn TW}
du_an: [{ten: A, von: {2014: {tinh: 24.744, tw: "0,5"}}}]
noi_dung: [{muc: B, chen: {nguon: kinh_phi%s}}]
"""


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        (
            "",
            [
                "gach_dau_dong Vốn tỉnh: 24.744 triệu đồng;",
                "gach_dau_dong Vốn TW: 0,5 triệu đồng./.",
            ],
        ),
        (
            ", dang: dòng, chon: [tw, tinh]",
            ["noi_dung Vốn TW: 0,5 triệu đồng;", "noi_dung Vốn tỉnh: 24.744 triệu đồng./."],
        ),
        (", dang: câu", ["noi_dung Vốn tỉnh: 24.744 triệu đồng; Vốn TW: 0,5 triệu đồng./."]),
        (", chi_tinh: 2031", []),
        (", dang: câu, chi_tinh: 2031", []),
        (", chi_tinh: x", ["gach_dau_dong [chưa rõ: x]./."]),
    ],
)
def test_money_may_be_told_apart_in_lines(form: str, lines: list[str]) -> None:
    assert body(MONEY % form) == ["muc_la_ma #0.1 B", *lines]


def test_a_section_may_have_no_number_while_the_others_count_on() -> None:
    assert body(
        """
        noi_dung:
        - {muc: A, danh_so: không, muc_con: [B.]}
        - {muc: C, muc_con: [D., {muc: E, danh_so: không, doan_van: G.}, H.]}
        - {danh_so: không, doan_van: I.}
        - K.
        """
    ) == [
        *("muc_la_ma #0.0 A", "khoan_tron #1.1 B."),
        *("muc_la_ma #0.1 C", "khoan_tron #1.1 D."),
        *("khoan #1.0 E", "noi_dung G.", "khoan_tron #1.2 H."),
        *("noi_dung I.", "khoan_tron #0.2 K./."),
    ]


def test_a_numbered_table_at_the_head_of_a_section_keeps_its_number() -> None:
    table = "bang: {ma: a, ten: Lộ trình, cot: [{ten: A}]}"
    found = paragraphs(document(f"noi_dung: [{{muc: M, muc_con: [{{{table}}}]}}]"))
    assert found[3:5] == ["khoan_tron #1.1", "ten_bang #-2.1 Lộ trình"]


def test_titles_in_capitals_leave_what_they_refer_to_alone() -> None:
    found = document("noi_dung: [{muc: 'Theo {{ muc.b }}^[Ghi chú]'}, {muc: B, ma: b}]")
    runs = [run for run in runs_in(blocks_in(found)) if run.target or "Ghi" in run.text]
    assert [(run.text, run.target) for run in runs] == [
        ("MỤC ", "muc-2"),
        ("II", "muc-2"),
        ("Ghi chú", ""),
    ]


def test_a_title_that_stands_in_a_reference_is_filled_in() -> None:
    bare = 'ma: a, danh_so: không, muc: "Có {{ so_du_an }}"'
    lines = body(f'noi_dung: [{{{bare}}}, {{muc: B, doan_van: "Theo {{{{ muc.a }}}}."}}]')
    assert lines[-1] == "noi_dung Theo phần “Có 0”./."
