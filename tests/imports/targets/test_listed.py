"""Targets in the clauses of a list: they go into the register, and the page stays the same."""

from typing import Any

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.targets.listed import with_targets
from kehoach_cli.imports.text.reader import read_text
from kehoach_cli.imports.yaml_text import bare, yaml_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import Source
from tests.document.as_text import document, paragraphs


def _data(text: Any, title: str = "Mục tiêu đến năm 2026", **more: Any) -> dict[str, Any]:
    return {"noi_dung": [{"muc": title, "doan_van": text}], **more}


def _printed(data: dict[str, Any]) -> list[str]:
    return paragraphs(document(yaml_of(data)))


def _targets(data: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {item["ten"]: item["gia_tri"] for item in data.get("chi_tieu", [])}


@pytest.mark.parametrize(
    ("clause", "name", "values"),
    [
        (
            "- 100% hồ sơ cấp tỉnh xử lý trên mạng.",
            "Hồ sơ cấp tỉnh xử lý trên mạng",
            {"2026": "100%"},
        ),
        (
            "- Tỷ lệ hồ sơ trực tuyến đạt 80%; đến năm 2030 đạt 90,5%.",
            "Tỷ lệ hồ sơ trực tuyến",
            {"2026": "80%", "2030": "90,5%"},
        ),
        (
            "+ Tối thiểu 90 % cơ quan nhà nước có nền tảng số;",
            "Cơ quan nhà nước có nền tảng số",
            {"2026": "Tối thiểu 90 %"},
        ),
        (
            "Phấn đấu đến năm 2030 có trên 80% hộ gia đình dùng Internet.",
            "Hộ gia đình dùng Internet",
            {"2030": "trên 80%"},
        ),
        (
            "- Đến hết năm 2028, tỷ lệ người dân có tài khoản số đạt 70% trở lên",
            "Tỷ lệ người dân có tài khoản số",
            {"2028": "70% trở lên"},
        ),
        (
            "- Tổ chức ít nhất 02 lớp tập huấn kỹ năng số cho cán bộ.",
            "Số lớp tập huấn kỹ năng số cho cán bộ",
            {"2026": "ít nhất 02"},
        ),
        (
            "- 100.000 người được phổ cập kỹ năng số;",
            "Số người được phổ cập kỹ năng số",
            {"2026": "100.000"},
        ),
        (
            "- 34/34 tỉnh kết nối mạng truyền số liệu.",
            "Số tỉnh kết nối mạng truyền số liệu",
            {"2026": "34/34"},
        ),
        (
            "- Số xã có tổ công nghệ số đạt 34/34 xã.",
            "Số xã có tổ công nghệ số",
            {"2026": "34/34"},
        ),
        (
            "- Số doanh nghiệp số đạt trên 500 doanh nghiệp; đến năm 2030 đạt 1.200 doanh nghiệp.",
            "Số doanh nghiệp số",
            {"2026": "trên 500", "2030": "1.200"},
        ),
        (
            "- Tỷ trọng kinh tế số trong GRDP chiếm 10% vào năm 2027, năm 2030 đạt 20%.",
            "Tỷ trọng kinh tế số trong GRDP",
            {"2027": "10%", "2030": "20%"},
        ),
    ],
)
def test_a_clear_clause_is_a_target_and_prints_the_same(
    clause: str, name: str, values: dict[str, str]
) -> None:
    data = _data(f"Cụ thể như sau.\n{clause}\nHết.")
    found = with_targets(data)
    assert _targets(found) == {name: values}
    assert "{{ chi_tieu." in found["noi_dung"][0]["doan_van"]  # type: ignore[index, call-overload]
    assert _printed(found) == _printed(data)


@pytest.mark.parametrize(
    "clause",
    [
        "- Tăng 10% so với năm 2025.",
        "- Kinh tế số chiếm 20% GRDP.",
        "- 50% cấp tỉnh, 40% cấp xã.",
        "- 80% người dân hài lòng; 90% hồ sơ đúng hạn.",
        "- Số hóa 100% kết quả.",
        "- **100%** xã có mạng.",
        "- Tỷ lệ đạt 80%.",
        "- Mỗi xã có 02 cán bộ chuyên trách.",
        "- Ít nhất 02 lớp.",
        "- Tổ chức 02 lớp tập huấn cho 100 cán bộ xã.",
        "- Số lớp tập huấn kỹ năng đạt 5 lớp; năm 2027 đạt 9 cuộc.",
        "- 3 nhiệm vụ trọng tâm của tỉnh.",
        "- 100% xã của tỉnh như năm 2025.",
        "- Tỷ lệ hồ sơ trực tuyến đạt 80%, năm 2026 đạt 90%.",
        "- " + "Tỷ lệ hồ sơ " * 40 + "đạt 80%.",
        "Có 100% xã có mạng:",
    ],
)
def test_a_clause_that_is_not_clear_stays(clause: str) -> None:
    data = _data(clause)
    assert with_targets(data) == data


def test_other_sections_and_texts_without_a_year_stay() -> None:
    for data in (
        _data("100% xã có mạng số.", "Hiện trạng"),
        _data("100% xã có mạng số.", "Mục tiêu"),
    ):
        assert with_targets(data) == data


@pytest.mark.parametrize(("period", "key"), [("2026", "2026"), ("2026-2030", "2026-2030")])
def test_the_plan_may_say_the_year(period: str, key: str) -> None:
    data = _data("100% xã có mạng số.", "Chỉ tiêu", van_ban={"thoi_ky": period})
    found = with_targets(data)
    assert _targets(found) == {"Xã có mạng số": {key: "100%"}}
    assert _printed(found) == _printed(data)


def test_a_line_above_may_say_the_year() -> None:
    found = with_targets(_data("Đến năm 2030:\n- 100% xã có mạng số.", "Mục tiêu"))
    assert _targets(found) == {"Xã có mạng số": {"2030": "100%"}}


def test_points_below_and_lists_of_texts_are_read_too() -> None:
    inner = [
        {"muc": "Cụ thể", "muc_con": ["100% xã có mạng số.", {"doan_van": "Trên 5% hộ dân cư."}]}
    ]
    data = {
        "noi_dung": [
            {"muc": "Mục tiêu năm 2027", "doan_van": ["50% máy tính mới.", {"chen": "can_cu"}],
             "muc_con": inner}
        ],
        "phu_luc": [{"ten": "A"}],
    }  # fmt: skip
    found = with_targets(data)  # type: ignore[arg-type]
    assert list(_targets(found)) == ["Máy tính mới", "Xã có mạng số", "Hộ dân cư"]
    assert list(found) == ["noi_dung", "chi_tieu", "phu_luc"]


def test_a_target_that_a_table_has_stays_one() -> None:
    there: Any = [{"ma": "xa", "ten": "Xã có mạng số", "gia_tri": {"2026": "90%"}}]
    data = _data("- 100% xã có mạng số.\n- 100% xã có mạng WAN.", chi_tieu=there)
    found = with_targets(data)
    assert [item["ma"] for item in found["chi_tieu"]] == ["xa", "xa_co_mang_wan"]  # type: ignore[index, call-overload]
    assert with_targets(found) == found


def test_codes_are_never_the_same_and_never_begin_with_a_figure() -> None:
    text = "- 10% 5G phủ sóng toàn xã.\n- 100% Hộ dân số.\n- 100% Hộ dân sợ."
    found = with_targets(_data(text.replace("10% 5G", "10% xã có")))
    codes = [item["ma"] for item in found["chi_tieu"]]  # type: ignore[index, call-overload]
    assert len(set(codes)) == len(codes)


def test_a_long_name_is_a_code_of_whole_words() -> None:
    found = with_targets(_data("- 100% hồ sơ công việc được xử lý trên môi trường mạng của xã."))
    codes = [item["ma"] for item in found["chi_tieu"]]  # type: ignore[index, call-overload]
    assert codes == ["ho_so_cong_viec_duoc_xu_ly_tren_moi"]


def test_a_draft_of_a_text_has_its_targets_without_new_faults() -> None:
    text = (
        "UBND TỈNH HÒA AN\n\nKẾ HOẠCH\nChuyển đổi số năm 2026\n\nI. MỤC TIÊU\n"
        "- 100% xã có nền tảng số dùng chung.\n- Tỷ lệ hồ sơ trực tuyến đạt 80%.\n"
        "II. TỔ CHỨC THỰC HIỆN\nCác sở thực hiện.\n"
    )
    draft = drafted(read_text(text))
    assert list(_targets(bare(draft.data))) == [  # type: ignore[arg-type]
        "Xã có nền tảng số dùng chung", "Tỷ lệ hồ sơ trực tuyến"
    ]  # fmt: skip
    found = check(read_plan(Source("p.yaml", draft.text)))
    assert not [one for one in found if "chi_tieu" in one.message or "chỉ tiêu" in one.message]
