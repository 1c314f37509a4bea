"""`{{ … }}` in a text: names and filters, and nothing that could run."""

import contextlib
from textwrap import dedent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.plan.expressions import Expression, evaluate, parse_expression
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source

PLAN = dedent("""
    van_ban: {trich_yeu: "Chuyển đổi số\\nnăm 2014"}
    nguon_von: {tinh: Vốn tỉnh}
    phan_nhom: {nhom: {ha_tang: Hạ tầng kỹ thuật}, tinh_trang: {moi: Dự án mới}}
    du_an:
    - {ma: mang-lan, ten: A, nhom: ha_tang, von: {2014: {tinh: 1.250}, 2015: 5}}
    - {ten: B, nhom: ung_dung, von: {2014: "0,5"}}
    noi_dung: [{muc: Kinh phí, ma: kinh_phi, bang: {ma: dau, cot: [{ten: A}]}}]
    phu_luc: [{ma: p, ten: P}, {ma: q, ten: Q}, {ten: R, bang: {ma: cuoi, cot: [{ten: A}]}}]
    """)


def value(expression: str, text: str = PLAN) -> str:
    reading = read_plan(read_source("a.yaml", text.encode("utf-8")))
    assert reading.plan
    return evaluate(expression, Names(reading.plan, reading.unit))


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        (" tong ", "1.255,5"),
        ("tong.2014", "1.250,5"),
        ("tong.nam_2014.tinh", "1.250"),
        ('tong["2014"]', "1.250,5"),
        ("tong.2014 | tien", "1.250,5 triệu đồng"),
        ('tong.2014 | tien("tỷ đồng")', "1,2505 tỷ đồng"),
        ('tong.2014 | so("nghìn đồng")', "1.250.500"),
        ("tong.2014 | so", "1.250,5"),
        ("tong.2014.tinh | bang_chu", "Một tỷ hai trăm năm mươi triệu đồng"),
        ("so_du_an", "2"),
        ("so_du_an.ha_tang", "1"),
        ("so_du_an | hai_chu_so", "02"),
        ("so_du_an | bang_chu", "Hai"),
        ("so_du_an | so", "2"),
        ("so_nhom", "2"),
        ("so_nhom.tinh_trang", "0"),
        ("ten_nhom.ha_tang", "Hạ tầng kỹ thuật"),
        ("ten_nhom.ung_dung | hoa", "UNG_DUNG"),
        ("ten_nhom.moi", "Dự án mới"),
        ("phu_luc.q", "Phụ lục II"),
        ("phu_luc.q | hoa", "PHỤ LỤC II"),
        ("phu_luc.q | so", "Phụ lục II"),
        ("bang.dau", "Bảng 1"),
        ("bang.cuoi", "Bảng 2"),
        ("nguon_von.tinh", "Vốn tỉnh"),
        ("ten_du_an.mang_lan", "A"),
        ("van_ban.trich_yeu", "Chuyển đổi số năm 2014"),
        ("van_ban.dia_danh", ""),
        ("muc.kinh_phi", "Mục I"),
        ("(tong)", "1.255,5"),
    ],
)
def test_a_name_and_its_filters_print(expression: str, printed: str) -> None:
    assert value(expression) == printed


def test_a_lone_appendix_is_named_without_a_number() -> None:
    assert value("phu_luc.p", "phu_luc: [{ma: p, ten: P}]") == "Phụ lục"


@pytest.mark.parametrize(
    "expression",
    [
        "",
        " ",
        "1 + 1",
        "tong + 1",
        " -tong",
        "tong()",
        "tong.items()",
        "1",
        "'a'",
        "[tong]",
        "tong, tong",
        "tong if tong",
        "not tong",
        "tong == 1",
        "tong[1:2]",
        "tong[tong]",
        "tong | tien(1)",
        "tong | tien('a', 'b')",
        "tong | tien(unit='a')",
        "tong | tien(*x)",
        "tong is defined",
        "tong }} {{ tong",
        "% for a in b %",
        "tong ~ tong",
        "x" * 201,
        "{" * 20,
        "(tong",
        "tong |",
    ],
)
def test_anything_but_names_and_filters_is_refused(expression: str) -> None:
    with pytest.raises(BadPathError) as refusal:
        value(expression)
    assert refusal.value.rule == "KH024"


@pytest.mark.parametrize(
    ("expression", "rule", "name", "near"),
    [
        ("tog", "KH025", "tog", "tong"),
        ("tong.tihn", "KH025", "tihn", "tinh"),
        ("tong.__class__", "KH025", "__class__", ""),
        ("tong.2014.__init__.__globals__", "KH025", "__init__", ""),
        ("self", "KH025", "self", ""),
        ("so_nhom.ten", "KH025", "ten", ""),
        ("so_nhom.nhom.nhom", "KH025", "nhom.nhom", ""),
        ("ten_nhom.ha_tag", "KH025", "ha_tag", "ha_tang"),
        ("nguon_von.tihn", "KH025", "tihn", "tinh"),
        ("ten_du_an.mang_lam", "KH025", "mang_lam", "mang_lan"),
        ("muc.kinh_ph", "KH025", "kinh_ph", "kinh_phi"),
        ("van_ban.nguoi_ky", "KH025", "nguoi_ky", ""),
        ("phu_luc.pp", "KH025", "pp", "p"),
        ("phu_luc", "KH025", "phu_luc", ""),
        ("tong | tein", "KH026", "tein", "tien"),
        ("tong | attr('x')", "KH026", "attr", ""),
        ("tong | hai_chu_so", "KH026", "hai_chu_so", ""),
        ("so_du_an | tien", "KH026", "tien", ""),
        ("phu_luc.p | bang_chu", "KH026", "bang_chu", ""),
        ("tong | tien('USD')", "KH026", 'tien("USD")', ""),
        ("tong | tien | bang_chu", "KH026", "bang_chu", ""),
    ],
)
def test_what_names_nothing_is_named_with_the_nearest(
    expression: str, rule: str, name: str, near: str
) -> None:
    with pytest.raises(BadPathError) as refusal:
        value(expression)
    error = refusal.value
    assert (error.rule, error.name) == (rule, name)
    assert error.near == near or name == ""


@pytest.mark.parametrize("sign", ["[", "(", "{"])
def test_brackets_in_brackets_are_refused_like_any_other_expression(sign: str) -> None:
    with pytest.raises(BadPathError):
        parse_expression(sign * 199)


@pytest.mark.parametrize("expression", ["-tong", "+tong", "tong-"])
def test_a_sign_at_the_braces_is_refused(expression: str) -> None:
    with pytest.raises(BadPathError):
        value(expression)


@pytest.mark.parametrize("expression", ['tong | hoa("x")', 'so_du_an | hai_chu_so("x")'])
def test_an_argument_that_a_filter_does_not_take_is_refused(expression: str) -> None:
    with pytest.raises(BadPathError):
        value(expression)


def test_the_parts_of_an_expression_keep_their_order() -> None:
    assert parse_expression("a.b['c'][0] | x | y('z')") == Expression(
        ("a", "b", "c", "0"), (("x", ""), ("y", "z"))
    )


SHORT = st.text(st.sampled_from("tong.2014|()[]'\" +-%#_,:~"), max_size=40)


@given(SHORT)
@example("tong.tien()")
@example('"\\x')
def test_any_text_evaluates_or_is_refused(expression: str) -> None:
    with contextlib.suppress(BadPathError):
        assert isinstance(value(expression), str)


@pytest.mark.parametrize(
    ("short", "known"),
    [
        ("chi_tieu", "chi_tieu.xa"),
        ("chi_tieu.xa", "chi_tieu.xa.ty_le, chi_tieu.xa.tu_so, chi_tieu.xa.mau_so, chi_tieu.xa.ma"),
        ("phu_luc", "phu_luc.p"),
        ("ten_du_an", "ten_du_an.mang_lan"),
        ("muc", "muc.kinh_phi"),
    ],
)
def test_a_name_that_ends_too_early_says_how_it_goes_on(short: str, known: str) -> None:
    text = PLAN + "chi_tieu: [{ma: xa, ten: X, tu_so: 1, mau_so: 2}]\n"
    with pytest.raises(BadPathError) as caught:
        value(short, text)
    assert (caught.value.name, caught.value.near) == (short, "")
    assert ", ".join(caught.value.known).startswith(known)
