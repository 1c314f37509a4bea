"""One thing called in two ways in one plan."""

import pytest

from tests.checks.rules.wording import of_text

NAME = "Hệ thống thông tin kinh tế - xã hội"
ROWS = "noi_dung:\n- muc: A\n  bang:\n    cot: [{ten: TT}, {ten: Tên}, {ten: Vốn}]\n    hang:\n"


def told(text: str) -> list[tuple[str, str]]:
    """Of the findings of KH554 the letters they point at, and what they say."""
    return [
        (f.span.source.text[f.span.start : f.span.end], f.message.rpartition("“")[2].rstrip("”"))
        for f in of_text(text)
        if f.rule.id == "KH554"
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"Xây dựng {NAME} (giai đoạn 1);", "giai đoạn 1"),
        (f"Triển khai, nâng cấp {NAME} năm 2016.", "năm 2016"),
        ("Xây dựng hệ thống thông tin tổng hợp kinh tế - xã hội; mạng LAN.", "tổng hợp"),
        (f"Mạng LAN; {NAME} mới", "mới"),
        (f"Xây dựng {NAME} của tỉnh", ""),
        (f"Xây dựng {NAME} và quốc phòng an ninh", ""),
        (f"Xây dựng {NAME}", ""),
        (f"Người dân dùng {NAME} mới", ""),
        ("Hệ thống thông tin kinh doanh - xã hội", ""),
        ("Hệ thống thông tin mới của xã hội", ""),
    ],
)
def test_a_name_in_the_text_is_that_of_the_register(line: str, said: str) -> None:
    text = f"noi_dung: [{{muc: A, doan_van: '- {line}'}}]\ndu_an: [{{ten: Xây dựng {NAME}}}]\n"
    assert [more for _, more in told(text)] == ([said] if said else [])


def test_titles_and_rows_of_other_tables_are_compared_too() -> None:
    rows = f"{ROWS}    - [1, {NAME} giai đoạn 2, 5]\n- muc: {NAME} mới\n  doan_van: Đủ.\n"
    text = f"{rows}du_an: [{{ten: {NAME}}}]\n"
    assert [more for _, more in told(text)] == ["giai đoạn 2", "mới"]
    assert told(text.replace(" mới", "").replace("giai đoạn 2", "dùng chung")) == []


def test_rows_of_one_table_and_long_series_are_left_alone() -> None:
    two = f"    - [1, {NAME}, 5]\n    - [2, {NAME} (giai đoạn 2), 5]\n"
    assert told(ROWS + two) == []
    series = "".join(f"- {{ten: {NAME} số {n}}}\n" for n in range(30))
    assert told(f"noi_dung: [{{muc: {NAME} 2}}]\ndu_an:\n{series}") == []
    assert told(f'noi_dung: [{{muc: {NAME} 2}}]\ndu_an: [{{ten: "{NAME}\\nChủ trì: A"}}]\n') == []


def test_the_two_names_of_the_column_of_row_numbers_are_both_told() -> None:
    table = "- {{muc: A, bang: {{cot: [{{ten: {}}}, {{ten: Tên}}], hang: [[1, Mạng]]}}}}\n"
    plan = "noi_dung:\n" + table.format("STT") + table.format("TT.")
    found = [item for item in of_text(plan) if item.rule.id == "KH555"]
    assert [item.message for item in found] == ["Cột này ghi “TT”, bảng ở trên ghi “STT”"]
    assert found[0].fix == "ghi STT ở mọi bảng, hoặc TT ở mọi bảng"
