"""Bodies and places of 2025-2026: judged at the plan's date."""

import pytest

from kehoach_cli.vietnamese.bodies import agencies_gone, bodies_begun, provinces_gone
from tests.checks.rules.wording import of_text, said

IN_2026 = "van_ban: {ngay_ban_hanh: 15/5/2026}\n"

GONE = [
    ("Phối hợp với tỉnh Bắc Giang.", "KH601", "tỉnh Bắc Giang"),
    ("UBND TỈNH HÀ GIANG phối hợp.", "KH601", "TỈNH HÀ GIANG"),
    ("Học tập tỉnh Đồng Nai.", "KH601", "tỉnh Đồng Nai"),
    ("Học tập tỉnh Thừa Thiên Huế.", "KH601", "tỉnh Thừa Thiên Huế"),
    ("UBND các huyện chủ trì.", "KH602", "huyện"),
    ("UBND quận Hải Châu chủ trì.", "KH602", "quận"),
    ("Các thị xã chủ trì.", "KH602", "thị xã"),
    ("Sở Thông tin và Truyền thông chủ trì.", "KH603", "Sở Thông tin và Truyền thông"),
    ("Sở TT&TT chủ trì.", "KH603", "Sở TT&TT"),
    ("Trình Bộ Kế hoạch và Đầu tư.", "KH603", "Bộ Kế hoạch và Đầu tư"),
    ("Gửi Ủy ban Dân tộc.", "KH603", "Ủy ban Dân tộc"),
    ("Sở Giao thông vận tải, năm 2026.", "KH603", "Sở Giao thông vận tải"),
    ("Theo Kế hoạch số 12/KH-UBND, Sở GTVT chủ trì.", "KH603", "Sở GTVT"),
]


@pytest.mark.parametrize(("line", "rule", "letters"), GONE)
def test_what_is_no_more_is_found(line: str, rule: str, letters: str) -> None:
    assert [(r, text) for r, text, _ in said(line, IN_2026) if r != "KH560"] == [(rule, letters)]


@pytest.mark.parametrize(("line", "rule", "letters"), GONE)
@pytest.mark.parametrize(
    "head",
    ["", "van_ban: {thoi_ky: 2016-2020}\n", "van_ban: {ngay_ban_hanh: 05/12/2024}\n"],
)
def test_before_that_and_without_a_date_it_is_right(
    head: str, line: str, rule: str, letters: str
) -> None:
    assert (rule, letters) not in [(found[0], found[1]) for found in said(line, head)]


@pytest.mark.parametrize(
    "line",
    [
        "Theo Quyết định số 12/QĐ-UBND ngày 02/4/2024 của UBND tỉnh Hà Giang.",
        "Theo Kế hoạch số 5/KH-STTTT của Sở Thông tin và Truyền thông.",
        "Năm 2024, UBND các huyện giải quyết 90% hồ sơ.",
        "Giai đoạn 2021 - 2025, Sở Giao thông vận tải là đầu mối.",
        "Dữ liệu của tỉnh Quảng Nam trước đây được chuyển về thành phố Đà Nẵng.",
        "Địa bàn huyện Bát Xát (cũ) gồm 21 xã.",
        "Sau khi sáp nhập tỉnh Bắc Giang, dữ liệu dùng chung.",
        "Sở Khoa học và Công nghệ kế thừa hệ thống của Sở Thông tin và Truyền thông.",
        "Thành phố Huế, thành phố Đồng Nai, tỉnh Bắc Ninh, Sở Tài chính, xã, phường, đặc khu.",
        "Tỉnh có nhiều hòa bình, thái bình; địa bàn Hà Giang, Bắc Giang; quân đội; huyện đảo.",
    ],
)
def test_what_was_is_named_as_it_was(line: str) -> None:
    assert not [found for found in said(line, IN_2026) if found[0].startswith("KH6")]


def test_the_present_state_and_the_bases_speak_of_the_past() -> None:
    assert not of_text(
        f"{IN_2026}can_cu: [Chương trình phối hợp với tỉnh Hà Giang]\n"
        "noi_dung:\n- muc: Hiện trạng\n  vai_tro: hien_trang\n  muc_con:\n"
        "  - muc: Mạng\n    doan_van: UBND các huyện có mạng.\n"
        "du_an: [{ten: A, quyet_dinh_dau_tu: 12/QĐ-UBND của UBND tỉnh Hà Giang}]\n"
    )


@pytest.mark.parametrize(
    "name",
    ["Ủy ban nhân dân tỉnh Hà Giang", "Sở Thông tin và Truyền thông", "Ủy ban nhân dân huyện A"],
)
def test_an_issuer_that_is_no_more_is_an_error_once(name: str) -> None:
    text = f"van_ban: {{co_quan_ban_hanh: {name}, ngay_ban_hanh: 15/5/2026}}\n"
    assert [finding.rule.id for finding in of_text(text)] == ["KH600"]
    assert not of_text(text.replace("2026", "2024"))


@pytest.mark.parametrize("key", ["co_quan_ban_hanh", "co_quan_chu_quan"])
@pytest.mark.parametrize("name", ["Ủy ban nhân dân tỉnh Hà Giang", "Ủy ban nhân dân huyện A"])
def test_the_advice_names_the_field_that_holds_the_body(key: str, name: str) -> None:
    (finding,) = of_text(f"van_ban: {{{key}: {name}, ngay_ban_hanh: 15/5/2026}}\n")
    assert finding.fix.startswith(f"ghi cơ quan mới ở {key},")


@pytest.mark.parametrize(
    ("line", "day", "letters"),
    [
        ("Giao Sở Nông nghiệp và Môi trường.", "15/3/2016", "Sở Nông nghiệp và Môi trường"),
        ("Gửi Bộ Dân tộc và Tôn giáo.", "15/3/2018", "Bộ Dân tộc và Tôn giáo"),
        ("Học tập thành phố Đồng Nai.", "15/3/2026", "thành phố Đồng Nai"),
    ],
)
def test_what_is_not_yet_is_found(line: str, day: str, letters: str) -> None:
    head = f"van_ban: {{ngay_ban_hanh: {day}}}\n"
    assert [(rule, text) for rule, text, _ in said(line, head)] == [("KH604", letters)]
    assert said(line, IN_2026) == []


def test_a_body_is_reported_once_with_its_places() -> None:
    [finding] = of_text(
        f"{IN_2026}noi_dung: [Gửi Sở TT&TT., Gửi lại Sở TT&TT., Theo số 5/KH-A của Sở TT&TT.]\n"
    )
    assert "2 chỗ" in finding.message
    assert "Sở Khoa học và Công nghệ" in finding.fix


def test_each_body_has_a_day_and_a_successor() -> None:
    assert len({body.name for body in provinces_gone()}) == len(provinces_gone())
    assert len([body for body in provinces_gone() if body.day.year == 2025]) == 32
    for body in (*provinces_gone(), *agencies_gone()):
        assert body.successor
        assert body.day.year >= 2007
    assert {body.successor for body in bodies_begun()} == {""}


def test_a_recipient_that_is_no_more_is_told_of_though_it_was_named_before() -> None:
    found = of_text(
        "van_ban: {ngay_ban_hanh: 15/5/2013, noi_nhan: ['Bộ Bưu chính, Viễn thông']}\n"
        "loi_dan: Báo cáo Bộ Bưu chính, Viễn thông và Sở Thủy sản; Bộ Bưu chính, Viễn thông\n"
    )
    assert [f"{item.rule.id} {item.span.first.line}" for item in found] == [
        "KH603 1",
        "KH603 2",
    ]
