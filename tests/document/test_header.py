"""The top of page 1 and the title."""

from datetime import date

import pytest

from kehoach_cli.document.header import balanced_lines, fit_heading, rule_length
from kehoach_cli.document.metrics import wrap
from kehoach_cli.document.model import Document, Paragraph, Rule, Table, blocks_in
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.letter_widths import text_width
from tests.document.as_text import LAYOUT, document, heading, paragraphs


def head(fields: str) -> tuple[list[str], list[str]]:
    return heading(document(f"van_ban: {{{fields}}}"))


def table(fields: str) -> Table:
    found = document(f"van_ban: {{{fields}}}").sections[0].blocks[0]
    assert isinstance(found, Table)
    return found


def test_the_head_has_the_issuer_on_the_left_and_the_nation_on_the_right() -> None:
    left, right = head(
        "co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang, so_van_ban: 172,"
        " ngay_ban_hanh: 01/11/2013"
    )
    assert left == [
        "co_quan_ban_hanh ỦY BAN NHÂN DÂN",
        "co_quan_ban_hanh TỈNH TIỀN GIANG",
        "-----",
        "so_ky_hieu Số: 172/KH-UBND",
    ]
    assert right == [
        "quoc_hieu CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "tieu_ngu Độc lập - Tự do - Hạnh phúc",
        "-----",
        "dia_danh_ngay Tiền Giang, ngày 01 tháng 11 năm 2013",
    ]


def test_a_draft_leaves_room_for_number_and_date() -> None:
    left, right = head("co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang")
    assert left[-1].startswith("so_ky_hieu Số:     ")
    assert left[-1].endswith("/KH-UBND")
    assert right[-1].split() == ["dia_danh_ngay", "Tiền", "Giang,", "ngày", "tháng", "năm"]
    assert "ngày    " in right[-1]
    assert right[-1].endswith("năm")


@pytest.mark.parametrize(
    ("typed", "printed"), [("5", "05"), ("05", "05"), ("15", "15"), ("172a", "172a")]
)
def test_a_number_below_ten_has_a_zero_before_it(typed: str, printed: str) -> None:
    left, _ = head(f"co_quan_ban_hanh: Ủy ban nhân dân xã A, so_van_ban: {typed}")
    assert left[-1] == f"so_ky_hieu Số: {printed}/KH-UBND"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("01/02/2026", "ngày 01 tháng 02 năm 2026"),
        ("9/11/2026", "ngày 09 tháng 11 năm 2026"),
        ("10/3/2026", "ngày 10 tháng 3 năm 2026"),
        ("tháng 10 năm 2026", "tháng 10 năm 2026"),
    ],
)
def test_the_date_is_written_as_the_law_wants(typed: str, printed: str) -> None:
    _, right = head(f"dia_danh: A, ngay_ban_hanh: {typed}")
    assert right[-1].endswith(printed)


@pytest.mark.parametrize(
    ("agency", "symbol"),
    [
        ("Ủy ban nhân dân tỉnh Tiền Giang", "UBND"),
        ("UỶ BAN NHÂN DÂN HUYỆN A", "UBND"),
        ("Hội đồng nhân dân tỉnh A", "HĐND"),
        ("Sở Khoa học và Công nghệ", "SKHCN"),
        ("Sở Tài chính", "STC"),
        ("Ban Chỉ đạo", "BCĐ"),
    ],
)
def test_the_symbol_is_made_of_the_agency(agency: str, symbol: str) -> None:
    left, _ = head(f"co_quan_ban_hanh: {agency}")
    assert left[-1].endswith(f"/KH-{symbol}")


@pytest.mark.parametrize(
    ("agency", "symbol"),
    [
        ("UBND tỉnh Tiền Giang", "UBND"),
        ("HĐND tỉnh Tiền Giang", "HĐND"),
        ("Sở Tài chính tỉnh Tiền Giang", "STC"),
        ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
    ],
)
def test_the_symbol_has_only_the_letters_of_the_agency(agency: str, symbol: str) -> None:
    left, _ = head(f'co_quan_ban_hanh: "{agency}"')
    assert left[-1].endswith(f"/KH-{symbol}")


def test_the_symbol_has_letters_only() -> None:
    left, _ = head("co_quan_ban_hanh: Ban Quản lý dự án (mới)")
    assert left[-1].rpartition("-")[2].isalpha()


def test_type_and_symbol_may_be_given() -> None:
    left, _ = head("co_quan_ban_hanh: Ủy ban nhân dân xã A, ten_loai: Chương trình")
    assert left[-1].endswith("/CTr-UBND")
    left, _ = head("ky_hieu: KH-BCĐ, so_van_ban: 12")
    assert left[-1] == "so_ky_hieu Số: 12/KH-BCĐ"
    left, _ = head("ten_loai: Loại lạ, co_quan_ban_hanh: Sở A")
    assert left[-1].endswith("/KH-SA")


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang", "Tiền Giang"),
        ("co_quan_ban_hanh: Ủy ban nhân dân thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("co_quan_ban_hanh: Ủy ban nhân dân Thành phố Hà Nội", "Hà Nội"),
        ("co_quan_ban_hanh: Ủy ban nhân dân xã Tân Hương", "Tân Hương"),
        ("co_quan_ban_hanh: Sở A, co_quan_chu_quan: Ủy ban nhân dân tỉnh B", "B"),
        ("co_quan_ban_hanh: Ủy ban nhân dân tỉnh A, dia_danh: C", "C"),
    ],
)
def test_the_place_is_told_from_the_agencies(fields: str, place: str) -> None:
    _, right = head(fields)
    assert right[-1].startswith(f"dia_danh_ngay {place}, ngày")


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ('co_quan_ban_hanh: "Ủy ban nhân dân huyện Cái Bè, tỉnh Tiền Giang"', "Cái Bè"),
        ("co_quan_ban_hanh: Ủy ban nhân dân thành phố Mỹ Tho tỉnh Tiền Giang", "Mỹ Tho"),
        ("co_quan_ban_hanh: Bảo hiểm xã hội tỉnh Tiền Giang", "Tiền Giang"),
        ("co_quan_ban_hanh: ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG", "Tiền Giang"),
        (
            "co_quan_ban_hanh: Sở Lao động - Thương binh và Xã hội,"
            " co_quan_chu_quan: Ủy ban nhân dân tỉnh Tiền Giang",
            "Tiền Giang",
        ),
    ],
)
def test_the_place_is_a_place(fields: str, place: str) -> None:
    _, right = head(fields)
    assert right[-1].startswith(f"dia_danh_ngay {place}, ngày")


@pytest.mark.parametrize(
    ("superior", "issuer", "lines"),
    [
        (
            "Ủy ban nhân dân tỉnh Tiền Giang",
            "Sở Thông tin và Truyền thông",
            ["UBND TỈNH TIỀN GIANG", "SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"],
        ),
        ("UBND huyện A", "Phòng Tư pháp", ["UBND HUYỆN A", "PHÒNG TƯ PHÁP"]),
        (
            "",
            "Hội đồng nhân dân tỉnh Tiền Giang",
            ["HỘI ĐỒNG NHÂN DÂN", "TỈNH TIỀN GIANG"],
        ),
        (
            "Sở Giáo dục và Đào tạo tỉnh A",
            "Trường Phổ thông dân tộc nội trú trung học cơ sở"
            " và trung học phổ thông Nguyễn Bỉnh Khiêm",
            [
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH A",
                *("TRƯỜNG PHỔ THÔNG DÂN TỘC", "NỘI TRÚ TRUNG HỌC CƠ SỞ"),
                *("VÀ TRUNG HỌC PHỔ THÔNG", "NGUYỄN BỈNH KHIÊM"),
            ],
        ),
        ("", "Ban Chỉ đạo", ["BAN CHỈ ĐẠO"]),
        ("", '"Sở\\nKhoa học  và Công nghệ"', ["SỞ", "KHOA HỌC VÀ CÔNG NGHỆ"]),
        ("", "", []),
    ],
)
def test_names_of_agencies_break_by_sense(superior: str, issuer: str, lines: list[str]) -> None:
    left, _ = head(f"co_quan_chu_quan: {superior}, co_quan_ban_hanh: {issuer}")
    assert [line.partition(" ")[2] for line in left if line.startswith("co_quan")] == lines


LONG = (
    "Ủy ban nhân dân tỉnh Tiền Giang",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp tỉnh Bà Rịa",
    "Trung tâm Công nghệ thông tin và Truyền thông",
    "A",
)


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("place", ["Huế", "Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu"])
def test_no_line_of_the_head_breaks_by_accident(name: str, place: str) -> None:
    van_ban = VanBan(co_quan_ban_hanh=name, co_quan_chu_quan=name, dia_danh=place)
    found = fit_heading(van_ban, LAYOUT)
    sizes = LAYOUT.styles["co_quan_ban_hanh"].size(found.small)
    assert found.left + found.right == pytest.approx(LAYOUT.page.text_width())
    assert all(text_width(line, sizes, bold=True) < found.left for line in found.issuer)
    assert all(text_width(line, sizes) < found.left for line in found.superior)
    quoc_hieu = LAYOUT.styles["quoc_hieu"].size(found.small)
    assert text_width(LAYOUT.quoc_hieu, quoc_hieu, bold=True) < found.right


def test_the_smaller_pair_of_sizes_is_taken_where_it_saves_a_line() -> None:
    small = [
        name
        for name in LONG
        if fit_heading(VanBan(co_quan_ban_hanh=name, dia_danh="Huế"), LAYOUT).small
    ]
    sizes = {document(f"van_ban: {{co_quan_ban_hanh: {name}}}").small for name in small}
    assert sizes <= {True}
    assert not fit_heading(VanBan(co_quan_ban_hanh="Sở A"), LAYOUT).small


@pytest.mark.parametrize("length", [60, 200])
def test_a_place_of_any_length_leaves_room_for_the_issuer(length: int) -> None:
    assert all(column.width > 10 for column in table(f"dia_danh: {'x' * length}").columns)


def test_urgency_and_circulation_stand_in_boxes_below_the_number() -> None:
    left, _ = head("co_quan_ban_hanh: Sở A, do_khan: thượng khẩn, luu_hanh: Lưu hành nội bộ")
    boxes = [line.strip() for line in left if line.startswith("  ")]
    assert boxes == ["THƯỢNG KHẨN", "LƯU HÀNH NỘI BỘ"]


def test_the_title_is_type_subject_and_a_rule() -> None:
    found = document("van_ban: {trich_yeu: Chuyển đổi số năm 2026}")
    assert paragraphs(found)[:2] == ["ten_loai KẾ HOẠCH", "trich_yeu Chuyển đổi số năm 2026"]
    kinds = [type(block).__name__ for block in found.sections[0].blocks[:4]]
    assert kinds == ["Table", "Paragraph", "Paragraph", "Rule"]


def test_a_long_subject_is_balanced_by_indents_and_stays_whole() -> None:
    subject = "Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước năm 2014"
    found = document(f"van_ban: {{trich_yeu: {subject}}}").sections[0].blocks[2]
    assert isinstance(found, Paragraph)
    assert (found.text, found.narrow > 0) == (subject, True)


def test_a_long_title_of_a_part_breaks_by_its_sense_and_stays_whole() -> None:
    title = (
        "Thực trạng ứng dụng công nghệ thông tin tại bệnh viện"
        " và kết quả thực hiện các chỉ tiêu năm 2025"
    )
    found = document(f"van_ban: {{danh_so: Phần I/I}}\nnoi_dung: [{{muc: {title}}}, {{muc: Ngắn}}]")
    long, short = (b for b in blocks_in(found) if isinstance(b, Paragraph) and b.style == "phan")
    assert (long.text, short.narrow) == (title.upper(), 0.0)
    room = LAYOUT.page.text_width() - 2 * long.narrow
    size = LAYOUT.styles["phan"].size(found.small)
    assert wrap(long.text, room, size, bold=True) == [
        "THỰC TRẠNG ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TẠI BỆNH VIỆN",
        "VÀ KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025",
    ]


def test_a_subject_breaks_where_its_author_broke_it() -> None:
    found = document("van_ban:\n  trich_yeu: |\n    Chuyển đổi số\n    giai đoạn 2026-2030\n")
    assert paragraphs(found)[1] == "trich_yeu Chuyển đổi số / giai đoạn 2026-2030"


@pytest.mark.parametrize("lines", [["Một dòng chữ"], ["Một dòng rất dài ở trên", "năm 2014"], [""]])
def test_a_rule_is_a_third_to_a_half_of_the_line_above_it(lines: list[str]) -> None:
    width = text_width(lines[-1], 14, bold=True)
    longest = max(text_width(line, 14, bold=True) for line in lines)
    length = rule_length(lines, 14, LAYOUT.rule_share)
    assert width / 3 <= length <= width / 2 or longest / 3 <= length <= longest / 2


def test_rules_are_drawn_and_never_typed() -> None:
    found = document("van_ban: {co_quan_ban_hanh: Sở A, trich_yeu: B}\nphu_luc: [{ten: C}]")
    assert sum(isinstance(block, Rule) for s in found.sections for block in s.blocks) == 2
    assert not any("--" in line or "__" in line for line in paragraphs(found))


def properties(text: str) -> tuple[str, str, str, date | None]:
    found: Document = document(text)
    kept = found.properties
    return kept.title, kept.agency, kept.subject, kept.issued


def test_blanks_to_be_filled_in_count_as_wide_as_they_come_out() -> None:
    blank = "\u00a0" * 8
    text = f"(Kèm theo Kế hoạch số{blank}ngày{blank}tháng{blank}của Sở A)"
    width = text_width(text, 14) + 1
    assert balanced_lines(text.replace("\u00a0", " "), width, 14, bold=False)[1:] == []
    assert len(balanced_lines(text, width, 14, bold=False)) == 2


def test_the_file_says_what_it_is_and_nothing_of_the_clock() -> None:
    assert properties(
        """
        van_ban:
          co_quan_ban_hanh: Sở A
          so_van_ban: 9
          ngay_ban_hanh: 01/11/2013
          trich_yeu: |
            Chuyển đổi số
            năm 2014
        """
    ) == ("Kế hoạch Chuyển đổi số năm 2014", "Sở A", "Số 09/KH-SA", date(2013, 11, 1))
    assert properties("mau: a") == ("Kế hoạch", "", "", None)
    assert properties("van_ban: {ngay_ban_hanh: tháng 10 năm 2016}")[3] is None
