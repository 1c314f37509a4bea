"""Citations: typed text to parts, parts to printed text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.citation import (
    Citation,
    format_citation,
    law_in_parts,
    parse_citation,
)
from kehoach_cli.vietnamese.dates import PartialDate

DECREE = Citation(
    text="Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về tin học hóa",
    loai="Nghị định",
    so_ky_hieu="64/2007/NĐ-CP",
    ngay=PartialDate(2007, 4, 10),
    co_quan="Chính phủ",
    trich_yeu="về tin học hóa",
)


def parts(c: Citation) -> tuple[object, ...]:
    return c.loai, c.ten, c.so_ky_hieu, c.ngay, c.co_quan, c.trich_yeu


@pytest.mark.parametrize(
    "typed",
    [
        "Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về tin học hóa",
        "Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về tin học hóa;",
        "- Căn cứ vào nghị định 64/2007/NĐ-CP, ngày 10/04/2007 của Chính phủ về tin học hóa./.",
        "Nghị định số: 64/2007/NĐ-CP của Chính phủ ngày 10/4/2007, về tin học hóa.",
        "Nghị định của Chính phủ số 64/2007/NĐ-CP ngày 10-4-2007 về tin học hóa",
        "Nghị định (số 64/2007/NĐ-CP) ban hành ngày 10.4.2007 của Chính phủ về tin học hóa",
        "64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về tin học hóa",
    ],
)
def test_one_document_typed_in_many_ways_has_the_same_parts(typed: str) -> None:
    assert parts(parse_citation(typed)) == parts(DECREE)
    assert format_citation(parse_citation(typed)) == DECREE.text


@pytest.mark.parametrize(
    ("typed", "issuer", "subject"),
    [
        ("của Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ", "phê duyệt Đề án"),
        ("của Thủ tướng Chính phủ đưa ra chủ trương", "Thủ tướng Chính phủ", "đưa ra chủ trương"),
        ("của UBND tỉnh Lào Cai Ban hành Quy chế", "UBND tỉnh Lào Cai", "Ban hành Quy chế"),
        ("của Bộ Xây dựng hướng dẫn xây dựng", "Bộ Xây dựng", "hướng dẫn xây dựng"),
        ("của Bộ Khoa học và Công nghệ v/v góp ý", "Bộ Khoa học và Công nghệ", "v/v góp ý"),
        (
            "của Bộ Văn hóa, Thể thao và Du lịch quy định chi tiết",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "quy định chi tiết",
        ),
        ("của Bộ Chính trị (khoá VIII) về “Đẩy mạnh”", "Bộ Chính trị (khoá VIII)", "về “Đẩy mạnh”"),
        (
            "của Ủy ban Quốc gia về chuyển đổi số ban hành Kế hoạch",
            "Ủy ban Quốc gia về chuyển đổi số",
            "ban hành Kế hoạch",
        ),
        ("của Ban Chỉ đạo tỉnh về an toàn giao thông", "Ban Chỉ đạo tỉnh", "về an toàn giao thông"),
        ("về phê duyệt Lộ trình", None, "về phê duyệt Lộ trình"),
        ("của Ủy ban nhân dân xã Tân Phú", "Ủy ban nhân dân xã Tân Phú", None),
    ],
)
def test_the_issuer_ends_where_the_subject_begins(
    typed: str, issuer: str | None, subject: str | None
) -> None:
    found = parse_citation(f"Quyết định số 12/QĐ-XYZ ngày 01/02/2025 {typed};")
    assert (found.co_quan, found.trich_yeu) == (issuer, subject)


@pytest.mark.parametrize(
    ("typed", "name", "number", "date"),
    [
        (
            "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;",
            "Luật Công nghệ thông tin",
            None,
            PartialDate(2006, 6, 29),
        ),
        (
            "Luật Chuyển đổi số số 148/2025/QH15 ngày 11/12/2025",
            "Luật Chuyển đổi số",
            "148/2025/QH15",
            PartialDate(2025, 12, 11),
        ),
        ("Luật Chuyển đổi số 148/2025/QH15", "Luật Chuyển đổi số", "148/2025/QH15", None),
        ("Luật An ninh mạng số 116/2025/QH15", "Luật An ninh mạng", "116/2025/QH15", None),
        ("Bộ luật Hình sự năm 2015", "Bộ luật Hình sự", None, PartialDate(2015)),
        ("Hiến pháp năm 2013", "Hiến pháp", None, PartialDate(2013)),
        (
            "Luật Dữ liệu (số 60/2024/QH15) được Quốc hội khóa XV thông qua ngày 30/11/2024",
            "Luật Dữ liệu",
            "60/2024/QH15",
            PartialDate(2024, 11, 30),
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thủ đô số 9/2030/QH16",
            "Luật sửa đổi, bổ sung một số điều của Luật Thủ đô",
            "9/2030/QH16",
            None,
        ),
    ],
)
def test_a_law_is_told_by_its_name(
    typed: str, name: str, number: str | None, date: PartialDate | None
) -> None:
    found = parse_citation(typed)
    assert (found.ten, found.so_ky_hieu, found.ngay) == (name, number, date)
    assert found.trich_yeu is None


@pytest.mark.parametrize(
    ("typed", "loai", "number"),
    [
        ("Căn cứ văn bản số 1178/BTTTT-THH về việc khung", "Văn bản", "1178/BTTTT-THH"),
        ("Chương trình hành động số 38-CTr/TU", "Chương trình hành động", "38-CTr/TU"),
        ("5511/BKHCN-CĐSQG ngày 10/10/2025", "Công văn", "5511/BKHCN-CĐSQG"),
        ("Kế hoạch số 172 /KH-UBND", "Kế hoạch", "172/KH-UBND"),
        ("Quyết định số 45/2016-QĐ-TTg", "Quyết định", "45/2016-QĐ-TTg"),
    ],
)
def test_type_and_number_are_found_also_when_unusual(typed: str, loai: str, number: str) -> None:
    found = parse_citation(typed)
    assert (found.loai, found.so_ky_hieu) == (loai, number)


@pytest.mark.parametrize(
    ("typed", "loai", "name", "date"),
    [
        ("Đề án 06", "Đề án", "Đề án 06", None),
        (
            "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp ngày 15/3/2026",
            "Kết luận",
            "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp",
            PartialDate(2026, 3, 15),
        ),
        ("Quyết định 31/02/2014", "Quyết định", "Quyết định 31/02/2014", None),
        ("tình hình thực tế của địa phương;", None, "Tình hình thực tế của địa phương", None),
        ("", None, None, None),
        ("Căn cứ ;", None, None, None),
    ],
)
def test_what_has_no_number_keeps_its_words(
    typed: str, loai: str | None, name: str | None, date: PartialDate | None
) -> None:
    assert parts(parse_citation(typed)) == (loai, name, None, date, None, None)


@pytest.mark.parametrize(
    ("citation", "printed"),
    [
        (Citation("", so_ky_hieu="57-NQ/TW"), "Nghị quyết số 57-NQ/TW"),
        (Citation("", so_ky_hieu="1178/BTTTT-THH"), "Công văn số 1178/BTTTT-THH"),
        (Citation("", loai="Luật", ten="Dữ liệu"), "Luật Dữ liệu"),
        (Citation("", loai="Luật", ten="Luật Dữ liệu"), "Luật Dữ liệu"),
        (Citation("", ten="Luật Dữ liệu", ngay=PartialDate(2024)), "Luật Dữ liệu năm 2024"),
        (Citation("Thông lệ"), "Thông lệ"),
    ],
)
def test_parts_that_are_given_are_printed_in_order(citation: Citation, printed: str) -> None:
    assert format_citation(citation) == printed


@pytest.mark.parametrize(
    ("given", "loai", "printed"),
    [
        (
            Citation("", loai="Luật", so_ky_hieu="60/2024/QH15", trich_yeu="Dữ liệu"),
            "Luật",
            "Luật Dữ liệu số 60/2024/QH15",
        ),
        (Citation("", loai="Luật", trich_yeu="Luật Dữ liệu"), "Luật", "Luật Dữ liệu"),
        (Citation("", ten="Bộ luật Dân sự"), "Bộ luật", "Bộ luật Dân sự"),
        (Citation("", loai="Luật", trich_yeu="về dữ liệu"), "Luật", "Luật về dữ liệu"),
        (Citation("", ten="Kết luận của kỳ họp"), None, "Kết luận của kỳ họp"),
        (
            Citation("", loai="Chỉ thị", so_ky_hieu="07/CT-TTg", trich_yeu="về vốn"),
            "Chỉ thị",
            "Chỉ thị số 07/CT-TTg về vốn",
        ),
    ],
)
def test_the_name_of_a_law_stands_before_its_number(
    given: Citation, loai: str | None, printed: str
) -> None:
    law = law_in_parts(given)
    assert (law.loai, format_citation(law)) == (loai, printed)


DATES = (
    st.dates()
    .filter(lambda day: 1945 <= day.year <= 2100)
    .map(lambda day: PartialDate(day.year, day.month, day.day))
)
ISSUERS = st.sampled_from(
    [
        "Chính phủ",
        "Thủ tướng Chính phủ",
        "Bộ Chính trị",
        "Bộ Bưu chính, Viễn thông",
        "Bộ Lao động - Thương binh và Xã hội",
        "Sở Xây dựng tỉnh Lào Cai",
        "Chủ tịch Ủy ban nhân dân thành phố Hồ Chí Minh",
        "Hội đồng nhân dân tỉnh Lào Cai khóa XVI, kỳ họp thứ 3",
        "Ban Thường vụ Tỉnh ủy Tuyên Quang (khóa XV)",
        "Ban Chấp hành Đảng bộ tỉnh",
    ]
)
SUBJECTS = st.sampled_from(
    [
        "về chuyển đổi số",
        "về việc giao dự toán năm 2026",
        "phê duyệt Chương trình giai đoạn 2016 - 2020",
        "Ban hành Quy chế quản lý, sử dụng thư điện tử",
        "quy định chi tiết một số điều của Luật Dữ liệu",
        "sửa đổi Quyết định số 12/QĐ-UBND ngày 01/02/2020 của Chủ tịch",
    ]
)
NUMBERED = st.builds(
    Citation,
    text=st.just(""),
    loai=st.sampled_from(["Nghị định", "Quyết định", "Công văn", "Chương trình hành động"]),
    so_ky_hieu=st.sampled_from(["64/2007/NĐ-CP", "36a/NQ-CP", "57-NQ/TW", "1178/BTTTT-THH"]),
    ngay=st.none() | DATES,
    co_quan=st.none() | ISSUERS,
    trich_yeu=st.none() | SUBJECTS,
    ten=st.none(),
)
NAMED = st.builds(
    Citation,
    text=st.just(""),
    loai=st.just("Luật"),
    ten=st.sampled_from(["Luật Chuyển đổi số", "Luật Tổ chức Chính phủ", "Luật Thủ đô"]),
    so_ky_hieu=st.none() | st.sampled_from(["148/2025/QH15", "60/2024/QH15"]),
    ngay=st.none() | DATES,
    co_quan=st.none(),
    trich_yeu=st.none(),
)


@given(st.one_of(NUMBERED, NAMED))
def test_printed_parts_are_found_again(citation: Citation) -> None:
    assert parts(parse_citation(format_citation(citation))) == parts(citation)


WORDS = st.sampled_from(
    [
        *("Luật", "Quyết định", "số", "của", "ngày", "năm", "2014", "31/02/2014", "1/2/2014", ","),
        *("64/2007/NĐ-CP", "57-NQ/TW", "Chính phủ", "tháng 13 năm", "(", "“", "được", "Căn cứ"),
        *("về", "x", "chuyển đổi"),
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join)))
def test_any_text_is_parsed_into_words_that_stand_in_it(text: str) -> None:
    found = parse_citation(text)
    assert all(part in found.text for part in (found.co_quan, found.trich_yeu) if part)
    assert format_citation(found) or not found.text
