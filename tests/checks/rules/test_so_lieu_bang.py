"""Figures of tables with rows of their own."""

import pytest

from kehoach_cli.checks.own_tables import figure, is_sum
from tests.checks.rules.test_so_lieu import figures

COLUMNS = "[{ten: TT}, {ten: Dự án}, {ten: Kinh phí}]"


def table(rows: str, columns: str = COLUMNS, unit: str = "triệu đồng") -> str:
    return (
        f"noi_dung:\n- muc: A\n  bang:\n    don_vi_tinh: {unit}\n    cot: {columns}\n    hang:\n"
    ) + "".join(f"    - {row.strip()}\n" for row in rows.strip().split("\n"))


def found(text: str) -> list[tuple[str, int]]:
    return [(item.rule.id, item.span.first.line) for item in figures(text)]


@pytest.mark.parametrize(
    "rows",
    [
        '[1, A, 200]\n[2, B, 300]\n["", Tổng cộng, 500]',
        '["", Tổng số, 500]\n[1, A, 200]\n[2, B, 300]',
        "{nhom: Một}\n[1, A, 200]\n{nhom: Hai}\n[1, B, 300]\n{o: [Cộng, '', 500], dam: có}",
        '[I, Một, 200]\n[1, A, 200]\n[II, Hai, 300]\n[2, B, 300]\n["", Cộng, 500]',
        '[A, Phần, 500]\n[I, Một, 200]\n[1, A, 200]\n[II, Hai, 300]\n[1, B, 300]\n["", Cộng, 500]',
        '[I, Một, ""]\n[1, A, 200]\n["", Cộng (I), 200]\n[II, Hai, ""]\n[1, B, 300]\n'
        '["", Cộng (II), 300]\n["", Tổng cộng (I + II), 500]',
        '[1, A, 200]\n[a, Phần một, 150]\n[b, Phần hai, 50]\n[2, B, 300]\n["", Cộng, 500]',
        '[1, A, 200]\n["", Thêm, 50]\n[2, B, 300]\n["", Cộng, 550]',
        '[1, A, ""]\n[a, Phần một, 150]\n[b, Phần hai, 50]\n[2, B, 300]\n["", Cộng, 500]',
        '[I, Một, 200]\n[II, Hai, 300]\n["", Cộng, 500]',
        '[1, A, "10,3"]\n[2, B, "10,3"]\n[3, C, "10,3"]\n["", Cộng, "31,0"]',
        '[1, A, 40]\n[2, B, 60]\n["", Cộng, 50]',
        '[1, A, "**200**"]\n[2, B, "-"]\n[3, C, 300]\n["", "**Tổng cộng**", 500]',
        "[1, A, chưa rõ]\n[2, B, chưa rõ]\n[3, Cộng, 500]",
        "[1, A, 2016]\n[2, B, 2017]\n['', Tổng, 5]",
    ],
)
def test_right_sums_are_left_alone(rows: str) -> None:
    assert found(table(rows)) == []


def test_a_row_may_end_before_the_column_of_numbers() -> None:
    columns = "[{ten: Dự án}, {ten: Kinh phí}, {ten: TT}]"
    assert found(table("[A, 200, 1]\n[B, 300]\n[Tổng cộng, 500]", columns)) == []


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ('[1, A, 200]\n[2, B, 300]\n["", Tổng cộng, 600]', [9]),
        ('["", Tổng số, 600]\n[1, A, 200]\n[2, B, 300]', [7]),
        ('[I, Một, 250]\n[1, A, 200]\n[II, Hai, 300]\n[1, B, 300]\n["", Cộng, 550]', [7, 11]),
        ('[I, Một, ""]\n[1, A, 200]\n["", Cộng (I), 210]\n["", Tổng cộng, 200]', [9]),
        ("[1, A, 200]\n[2, B, 300]\n[Tổng, '', 600]", [9]),
        ("[1, A, 1.200]\n[2, B, 300]\n['', Cộng]\n['', Tổng cộng, 600]", [10]),
    ],
)
def test_wrong_sums_are_found_at_their_cell(rows: str, lines: list[int]) -> None:
    assert found(table(rows)) == [("KH420", line) for line in lines]


def test_several_cells_may_repair_the_sums() -> None:
    rows = "[I, Một, 510]\n" + "".join(f"[{n}, Việc, 10{n}]\n" for n in range(1, 5))
    first, second = figures(table(rows + '["", Cộng, 510]'))
    assert "có 4 con số mà sửa một" in first.fix
    assert "cùng phần lệch với dòng 7" in second.fix


def test_no_cell_may_repair_them() -> None:
    rows = '[I, Một, 210]\n[1, A, 200]\n[II, Hai, 310]\n[1, B, 300]\n["", Cộng, 510]'
    assert "không có một con số nào sửa" in figures(table(rows))[0].fix


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ("1 2 3", []),
        ("1 2 1 2 3", []),
        ("1 1.1 1.2 2 2.1 2.1.1 3", []),
        ("I 1 2 II 3 4", []),
        ("1 a b 2", []),
        ("4 5 6", []),
        ("01 02 03", []),
        ("1 2 4", [9]),
        ("1 2 2 3", [9]),
        ("I 1 2 II 4", [11]),
        ("1 1", [8]),
        ("1 3 2", [8, 9]),
        ("1 1.1 1.3 2", [9]),
        ("1 1.2", [8]),
        ("2 1.1", [8]),
    ],
)
def test_typed_numbers_run_on(numbers: str, wrong: list[int]) -> None:
    rows = "\n".join(f'["{label}", Việc, chữ]' for label in numbers.split())
    assert found(table(rows)) == [("KH422", line) for line in wrong]


ACROSS = "[{ten: TT}, {ten: Tên}, {ten: Vốn, cot: [{ten: Cộng}, {ten: TW}, {ten: ĐP}]}]"


@pytest.mark.parametrize(
    ("last", "wrong"),
    [("[4, D, 9, 4, 5]", []), ("[4, D, 8, 4, 5]", [10]), ('[4, D, "", 4, 5]', [])],
)
def test_a_column_of_totals_is_compared_with_its_sisters(last: str, wrong: list[int]) -> None:
    rows = f'[1, A, 3, 1, 2]\n[2, B, 5, 5, ""]\n[3, C, 7, 3, 4]\n{last}'
    assert found(table(rows, ACROSS)) == [("KH421", line) for line in wrong]


def test_a_column_that_is_mostly_no_total_is_left_alone() -> None:
    rows = "[1, A, 9, 1, 2]\n[2, B, 8, 5, 1]\n[3, C, 7, 3, 4]"
    assert found(table(rows, ACROSS)) == []
    assert found(table("[1, A, 9, x, 2]\n[2, B, 8, x, 1]", ACROSS)) == []


@pytest.mark.parametrize(
    ("columns", "cell", "wrong"),
    [
        (COLUMNS, "500 nghìn đồng", ["KH423"]),
        (COLUMNS, "500 triệu đồng", []),
        (COLUMNS, "5 lao động", []),
        ("[{ten: TT}, {ten: A}, {ten: Vốn (triệu đồng)}, {ten: Giá (đồng)}]", "7", ["KH423"]),
    ],
)
def test_one_table_has_one_unit(columns: str, cell: str, wrong: list[str]) -> None:
    rows = "\n".join(f"[{n}, Việc, {n}00]" for n in range(1, 6)) + f'\n[6, Việc, "{cell}"]'
    assert [rule for rule, _ in found(table(rows, columns))] == wrong


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ("3.900 6.500", []),
        ("3,5 6,25", []),
        ("3,900 6,500 150", ["KH424"]),
        ("3.900 6,500", ["KH424"]),
        ("2.5 3,5 4,5 5,5 6,5", ["KH424"]),
    ],
)
def test_figures_are_written_in_the_vietnamese_way(cells: str, wrong: list[str]) -> None:
    rows = "\n".join(f'[{n}, Việc, "{cell}"]' for n, cell in enumerate(cells.split(), 1))
    assert [rule for rule, _ in found(table(rows))] == wrong


OTHER = "[{ten: TT}, {ten: Dự án}, {ten: Vốn năm 2014}, {ten: Tổng kinh phí}]"
PROJECT = "du_an: [{ten: Cổng thông tin tỉnh, tong_kinh_phi: 9, von: {2014: 5}}]\n"


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("[1, Cổng thông tin tỉnh, 5, 9]\n[2, B, 1, 1]", []),
        ("[1, Cổng thông tin tỉnh, 6, 9]\n[2, B, 1, 1]", ["KH427"]),
        ("[1, Cổng thông tin tỉnh, 5, 8]\n[2, B, 1, 1]", ["KH427"]),
        ("[1, Cổng thông tin huyện, 6, 8]\n[2, B, 1, 1]", []),
        ('[1, Cổng thông tin tỉnh, "", 9]\n[2, B, 1, 1]', []),
    ],
)
def test_the_register_and_a_table_agree(rows: str, wrong: list[str]) -> None:
    assert [rule for rule, _ in found(PROJECT + table(rows, OTHER))] == wrong
    other = table(rows, OTHER, "nghìn đồng")
    assert [rule for rule, _ in found(PROJECT + other)] == []


@pytest.mark.parametrize(
    ("places", "wrong"),
    [
        (("Thôn 1", "Thôn 2", "Thôn 3"), []),
        (("Thôn 1", "Thôn 2", "thôn 2"), ["KH428"]),
        (("", "", ""), ["KH428", "KH428"]),
    ],
)
def test_rows_of_one_name_may_be_told_apart_by_another_cell(
    places: tuple[str, ...], wrong: list[str]
) -> None:
    columns = "[{ten: TT}, {ten: Xã}, {ten: Thôn}, {ten: Kinh phí}, {ten: Ghi chú}]"
    rows = (f'[{n}, UBND xã An Phú, "{place}", 5, Đợt {n}]' for n, place in enumerate(places, 1))
    assert [rule for rule, _ in found(table("\n".join(rows), columns))] == wrong


def test_columns_of_several_years_are_not_compared() -> None:
    columns = "[{ten: TT}, {ten: Dự án}, {ten: Vốn năm 2014 và 2015}, {ten: Số máy}]"
    rows = "[1, Cổng thông tin tỉnh, 6, 1]\n[2, B, 1, 1]"
    assert found(PROJECT + table(rows, columns)) == []
    assert found(table(rows, columns) + table(rows.replace("6", "7"), columns)[10:]) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.250", 1250), ("-5", -5), ("12,5", 12.5), ("1,250", 1.25), ("a1", None), ("", None)],
)
def test_a_cell_is_a_figure_or_none(text: str, value: float | None) -> None:
    read = figure(text)
    assert (None if read is None else float(read)) == value


@pytest.mark.parametrize("text", ["Tổng cộng", "TỔNG SỐ", "Cộng (I)", "Tổng kinh phí:", "Cộng"])
def test_rows_of_sums_are_known_by_their_heading(text: str) -> None:
    assert is_sum(text)


@pytest.mark.parametrize(
    "text", ["Tổng đài điện thoại của tỉnh, huyện", "Cổng thông tin", "Công an"]
)
def test_other_rows_are_not(text: str) -> None:
    assert not is_sum(text)


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        ("abcdđeg", []),
        ("abcde", [5]),
        ("abcdđef", [7]),
        ("abfg", [3]),
        ("abcab", []),
        ("ab1ab", []),
        ("bd", []),
    ],
)
def test_points_are_counted_by_vietnamese_letters(labels: str, wrong: list[int]) -> None:
    rows = "\n".join(f"[{label}, Việc số {n}, 20]" for n, label in enumerate(labels))
    assert found(table(rows)) == [("KH422", 6 + row) for row in wrong]
    prose = "noi_dung:\n- muc: A\n  doan_van: |\n" + "".join(
        f"    {label}) Nối mạng;\n" for label in labels if label.isalpha()
    )
    assert [rule for rule, _ in found(prose)] == ["KH457"] * len(wrong)


@pytest.mark.parametrize(
    ("total", "second", "wrong"),
    [
        ('""', "90", ["KH432"]),
        ("-", "90", []),
        ("590", "90", []),
        ('""', '""', []),
    ],
)
def test_a_row_of_sums_has_no_blank(total: str, second: str, wrong: list[str]) -> None:
    rows = (
        f'["", Tổng cộng, {total}, 240]\n[I, Hạ tầng, 500, 200]\n[1, Mạng LAN, 500, 200]\n'
        f"[II, Đào tạo, {second}, 40]\n[1, Tập huấn, 90, 40]"
    )
    columns = "[{ten: TT}, {ten: Dự án}, {ten: Tổng}, {ten: Năm 2014}]"
    assert [rule for rule, _ in found(table(rows, columns)) if rule == "KH432"] == wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("1.417 hòm thư cá nhân, 1.655 cán bộ sử dụng thường xuyên", True),
        ("1.417 tài khoản cá nhân; sử dụng thường xuyên có 1.655 người", True),
        ("1.417 hòm thư cá nhân, 1.355 cán bộ sử dụng", False),
        ("1.417 hòm thư cá nhân cho 1.655 cán bộ", False),
    ],
)
def test_no_more_people_use_accounts_than_have_one(line: str, wrong: bool) -> None:
    text = f"noi_dung: [{{muc: A, doan_van: 'Có {line}.'}}]\n"
    assert ("KH449" in [rule for rule, _ in found(text)]) == wrong


@pytest.mark.parametrize(
    ("last", "wrong"),
    [
        ("3. Nhóm dự án đào tạo: vốn tỉnh", ["KH459"]),
        ("3. Nhóm dự án đào tạo: 03 dự án", []),
        ("3. Nhóm dự án đào tạo: {{ tong_so_du_an }} dự án", []),
    ],
)
def test_every_group_tells_its_number_of_projects(last: str, wrong: list[str]) -> None:
    lines = ("1. Nhóm dự án mạng: 08 dự án", "2. Nhóm dự án ứng dụng: 02 dự án", last)
    body = "".join(f"    {line}\n" for line in lines)
    text = f"noi_dung:\n- muc: A\n  doan_van: |\n{body}"
    assert [rule for rule, _ in found(text) if rule == "KH459"] == wrong
