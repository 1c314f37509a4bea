"""A signer's post beside the issuer, and names of another province."""

import pytest

from kehoach_cli.checks.checker import contents_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source

UBND = "Ủy ban nhân dân tỉnh Lào Cai"


def found(text: str) -> list[tuple[str, str]]:
    findings = contents_of(read_plan(read_source("a.yaml", text.encode("utf-8"))))
    return [
        (f.rule.id, text[f.span.start : f.span.end])
        for f in findings
        if f.rule.id in ("KH144", "KH145", "KH146")
    ]


def signed(issuer: str, signer: str) -> str:
    return f"van_ban:\n  co_quan_ban_hanh: {issuer}\n  nguoi_ky: {{ho_ten: Trần A, {signer}}}\n"


@pytest.mark.parametrize(
    ("issuer", "signer", "rule", "place"),
    [
        (UBND, "chuc_vu: Giám đốc", "KH145", "Giám đốc"),
        (UBND, "chuc_vu: Phó Chủ tịch, ky_thay: Giám đốc", "KH145", "Giám đốc"),
        ("Sở Y tế", "chuc_vu: Chủ tịch", "KH145", "Chủ tịch"),
        ("Bộ Y tế", "chuc_vu: Giám đốc", "KH145", "Giám đốc"),
        (UBND, "chuc_vu: Phó Chủ tịch, ky_thay: Phó Chủ tịch", "KH146", "Phó Chủ tịch"),
        (UBND, "chuc_vu: Phó Chủ tịch, thua_lenh: Chủ tịch", "KH146", "Chủ tịch"),
    ],
)
def test_a_post_that_does_not_fit_is_told(issuer: str, signer: str, rule: str, place: str) -> None:
    assert found(signed(issuer, signer)) == [(rule, place)]


@pytest.mark.parametrize(
    ("issuer", "signer"),
    [
        (UBND, "chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch"),
        (UBND, "chuc_vu: Phó Chủ tịch Thường trực, ky_thay: Chủ tịch"),
        (UBND, "chuc_vu: Chánh Văn phòng, thua_lenh: Chủ tịch"),
        ("Sở Y tế", "chuc_vu: Phó Giám đốc, ky_thay: Giám đốc"),
        ("Bộ Y tế", "chuc_vu: Thứ trưởng, ky_thay: Bộ trưởng"),
        ("Bộ Y tế", "chuc_vu: Cục trưởng, thua_lenh: Bộ trưởng"),
        ("Tỉnh ủy Lào Cai", "chuc_vu: Phó Bí thư"),
        (UBND, 'chuc_vu: "[điền chức vụ]"'),
    ],
)
def test_a_post_that_fits_is_left_alone(issuer: str, signer: str) -> None:
    assert found(signed(issuer, signer)) == []


@pytest.mark.parametrize(
    "rest",
    [
        "  trich_yeu: Chuyển đổi số tỉnh Kiên Giang năm 2014\n",
        "loi_dan: Áp dụng trên địa bàn tỉnh Kiên Giang.\n",
        "loi_dan: Ủy ban nhân dân tỉnh Kiên Giang ban hành Kế hoạch.\n",
        "phu_luc: [{ten: Danh mục của tỉnh Kiên Giang}]\n",
        "noi_dung: [{muc: Mục tiêu của tỉnh Kiên Giang}]\n",
    ],
)
def test_another_province_is_told_where_the_plan_speaks_of_its_own(rest: str) -> None:
    assert found(f"van_ban:\n  co_quan_ban_hanh: {UBND}\n{rest}") == [("KH144", "Kiên Giang")]


@pytest.mark.parametrize(
    "rest",
    [
        "  trich_yeu: Chuyển đổi số tỉnh Lào Cai năm 2014\n",
        "loi_dan: Học kinh nghiệm triển khai trên địa bàn tỉnh Kiên Giang.\n",
        "noi_dung: [{muc: A, doan_van: Phối hợp với tỉnh Kiên Giang.}]\n",
        "loi_dan: Trên địa bàn thành phố Sa Pa, tỉnh Lào Cai.\n",
    ],
)
def test_other_places_are_left_alone(rest: str) -> None:
    assert found(f"van_ban:\n  co_quan_ban_hanh: {UBND}\n{rest}") == []


def test_an_issuer_of_no_province_has_no_other_one() -> None:
    text = "van_ban: {co_quan_ban_hanh: Bộ Y tế}\nloi_dan: Trên địa bàn tỉnh Kiên Giang.\n"
    assert found(text) == []
