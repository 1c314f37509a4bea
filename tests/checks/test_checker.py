"""A reading to findings: every one, once, in order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.checks.checker import blocking, check, has_errors, in_words, unanswered
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.reports.as_json import AsJson
from kehoach_cli.reports.text import report
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Source, Span, read_source
from tests.conftest import ReadPlan
from tests.places import places, rules
from tests.reports.whole import whole

GOOD = """\
phien_ban: 1
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang
  so_van_ban: 172
  ngay_ban_hanh: 01/11/2013
  trich_yeu: Ứng dụng công nghệ thông tin năm 2014
  don_vi_tien: triệu đồng
  danh_so: I/1/a)
  nguoi_ky: {ho_ten: Trần Thanh Đức, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}
  kem_theo: phu_luc
  noi_nhan: [VP Chính phủ, {ten: Các sở, vai_tro: để thực hiện}]
can_cu:
- Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006
noi_dung:
- muc: Kinh phí
  doan_van: |
    - Tổng {{ tong.nam_2014 | tien }}.
      + Bằng chữ: {{ tong.2014 | bang_chu }}.
  muc_con: [{muc: Một, doan_van: "Hai {{ so_du_an | hai_chu_so }}"}, Ba.]
nguon_von: {tinh: Vốn tỉnh, tw: Vốn trung ương}
phan_nhom: {nhom: {ha_tang: Hạ tầng}}
du_an:
- ma: lan
  ten: Mạng LAN
  nhom: ha_tang
  tong_kinh_phi: 3.900
  von: {2014: {tinh: 2.179, tw: "2,5"}}
  hang_con: [{ten: Huyện A, von: {2014: {tinh: 5}}, tinh_vao_tong: có}]
phu_luc:
- ten: Danh mục
  kho_giay: ngang
  bang:
    nhom_theo: nhom
    tong_cong: cả hai
    cot:
    - {ten: Stt, gia_tri: stt}
    - {ten: Tên, gia_tri: ten}
    - {ten: Vốn, cot: [{ten: Tỉnh, gia_tri: von.2014.tinh}, {ten: TW, gia_tri: von.2014.tw}]}
"""


def test_a_good_plan_has_no_findings(plan: ReadPlan) -> None:
    assert check(plan(GOOD)) == []


def test_bases_may_be_documents_of_the_party(plan: ReadPlan) -> None:
    cited = (
        "can_cu:\n- Chỉ thị số 58-CT/TW ngày 17 tháng 10 năm 2000 của Bộ Chính trị về tin học\n"
        "- Thực hiện Kết luận số 12-KL/TU ngày 05 tháng 3 năm 2012 của Tỉnh ủy về tin học\n"
        "- {loai: Nghị quyết, so_ky_hieu: 42-NQ/TU, ngay_ban_hanh: 28/8/2008, co_quan: Tỉnh ủy, "
        "trich_yeu: về tin học}\n"
    )
    assert check(plan(GOOD.replace("can_cu:\n", cited))) == []


def test_findings_stand_in_order_of_place(plan: ReadPlan) -> None:
    found = check(
        plan(
            """
            phu_luc: [{ten: P, kho_giay: xoay}]
            van_ban:
              trang_bia: có
              ngay_ban_hanh: 31/02/2014
            noi_dung: ["{{ tog }}"]
            mau: a
            mau: b
            """
        )
    )
    named = [
        place
        for place in places(found)
        if place.startswith("KH0") and place[:5] not in ("KH030", "KH031")
    ]
    assert named == [
        *("KH012 2:30-34", "KH009 4:3-12", "KH013 5:18-28", "KH025 6:13-22", "KH007 8:1-4"),
    ]


def test_one_fault_in_two_places_of_the_reader_is_told_once() -> None:
    span = Span(Source("a.yaml", "abc"), 0, 1)
    facts = {"name": "x", "near": "", "known": "y"}
    assert len(in_words([Fault("KH025", span, facts), Fault("KH025", span, facts)])) == 1


def test_an_alias_is_not_told_of_again_for_each_use(plan: ReadPlan) -> None:
    found = check(plan('loi_dan: &a "{{ tog }}"\nmau: *a\n'))
    assert rules(found).count("KH025") == 1


def test_a_file_that_is_no_plan_is_asked_for_no_fields(plan: ReadPlan) -> None:
    assert rules(check(plan("- a\n"))) == ["KH017"]


def test_missing_fields_are_errors_or_wait_for_the_issue(plan: ReadPlan) -> None:
    found = check(plan("van_ban: {trich_yeu: A, noi_nhan: [B]}\nnoi_dung: [C]\n"))
    assert rules(unanswered(found)) == ["KH030", "KH030"]
    assert rules(found).count("KH031") == 2
    assert blocking(found) == []
    assert has_errors(found)


@pytest.mark.parametrize(
    ("text", "blocked"),
    [
        ('loi_dan: "{{ tog }}"', ["KH025"]),
        ('van_ban: {trich_yeu: "A {{ van_ban.trich_yeu }}"}', ["KH051"]),
        ('noi_dung: [{ma: a, danh_so: không, muc: "Như {{ muc.a }}"}]', ["KH051"]),
        ('du_an: [{ma: a, ten: "{{ ten_du_an.b | hoa }}"}, {ma: b, ten: "B {{ tong }}"}]', []),
        ("du_an: [{ten: A, tong_kinh_phi: 8,000}]", ["KH022"]),
        ('du_an: [{ten: A, tong_kinh_phi: "8,000"}]', ["KH015"]),
        ("van_ban: {trang_bia: có}", []),
        ("van_ban: {ngay_ban_hanh: 31/02/2014}", ["KH013"]),
    ],
)
def test_what_would_print_wrong_figures_stops_printing(
    plan: ReadPlan, text: str, blocked: list[str]
) -> None:
    assert rules(blocking(check(plan(text)))) == blocked


def test_warnings_alone_are_no_errors(plan: ReadPlan) -> None:
    found = [item for item in check(plan("Mẫu: a")) if item.rule.id == "KH010"]
    assert found
    assert not has_errors(found)


SNIPPETS = st.sampled_from(
    [
        "{{ ",
        " }}",
        "- ",
        "\n",
        "\t",
        ": ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "#",
        "&a ",
        "*a",
        "|",
        ">",
        "\x00",
        "\ufeff",
        "́",
        "Ð",
        "9",
        ",",
        ".",
        "%",
        "!",
        "~",
        "0,5",
        "<<: ",
        "? ",
        "ế",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), SNIPPETS), max_size=5))
def test_a_good_plan_with_slips_is_read_checked_and_reported(
    slips: list[tuple[int, int, str]],
) -> None:
    text = GOOD
    for at, length, typed in slips:
        text = text[:at] + typed + text[at + length :]
    found = check(read_plan(read_source("a.yaml", text.encode("utf-8"))))
    assert report(found).count("Cách sửa: ") == len(found)
    assert whole(AsJson(), [("a.yaml", found)])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_checked_and_reported(data: bytes) -> None:
    found = check(read_plan(read_source("a.yaml", data)))
    assert report(found).count("Cách sửa: ") == len(found)
    assert whole(AsJson(), [("a.yaml", found)])


LINES = st.sampled_from(GOOD.splitlines(keepends=True))


@given(st.lists(LINES, max_size=30))
def test_lines_of_a_plan_in_any_order_are_checked(lines: list[str]) -> None:
    source = read_source("a.yaml", "".join(lines).encode("utf-8"))
    for finding in check(read_plan(source)):
        assert 0 <= finding.span.start <= finding.span.end <= len(source.text) + 1
