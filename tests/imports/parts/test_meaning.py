"""What import understands of a text: references, parts of a plan, its kind."""

import pytest

from kehoach_cli.imports.parts.references import with_references
from kehoach_cli.imports.parts.roles import with_roles
from kehoach_cli.imports.text.boxes import boxed_at
from kehoach_cli.imports.yaml_text import Data, Noted

SECTIONS: list[Data] = [
    {"muc": "MỤC TIÊU", "muc_con": [{"muc": "Chung", "doan_van": "Nối mạng."}, "Một việc."]},
    Noted({"muc": "KINH PHÍ"}, "bản gốc ghi số IX"),
]


def _referring(text: str, **more: Data) -> dict[str, Data]:
    sections: list[Data] = [*SECTIONS, {"muc": "TỔ CHỨC", "doan_van": text}]
    return with_references({"van_ban": {}, "noi_dung": sections, **more})


def _last(data: dict[str, Data]) -> Data:
    sections = data["noi_dung"]
    assert isinstance(sections, list)
    assert isinstance(sections[-1], dict)
    return sections[-1]["doan_van"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Theo Mục I.1 và Mục II.", "Theo {{ muc.chung }} và {{ muc.kinh_phi }}."),
        ("Theo Mục I.2.", "Theo {{ muc.muc_2 }}."),
        ("Theo Mục IV.", "Theo Mục IV."),
        ("Theo Mục II Nghị định số 30/2020/NĐ-CP.", "Theo Mục II Nghị định số 30/2020/NĐ-CP."),
        ("Theo Mục II.1.5.", "Theo Mục II.1.5."),
    ],
)
def test_words_that_name_a_section_refer_to_it(said: str, wanted: str) -> None:
    assert _last(_referring(said)) == wanted


def test_what_is_referred_to_gets_a_code_of_its_own() -> None:
    data = _referring("Theo Mục II.", phu_luc=[{"ten": "Kinh phí", "ma": "kinh_phi"}])
    sections = data["noi_dung"]
    assert isinstance(sections, list)
    assert isinstance(sections[1], Noted)
    assert sections[1].value == {"muc": "KINH PHÍ", "ma": "kinh_phi_2"}


@pytest.mark.parametrize(
    ("count", "said", "wanted"),
    [
        (1, "Chi tiết tại Phụ lục kèm theo.", "Chi tiết tại {{ phu_luc.danh_muc }} kèm theo."),
        (2, "Chi tiết tại Phụ lục II.", "Chi tiết tại {{ phu_luc.danh_muc }}."),
        (2, "Chi tiết tại Phụ lục.", "Chi tiết tại Phụ lục."),
    ],
)
def test_words_that_name_an_appendix_refer_to_it(count: int, said: str, wanted: str) -> None:
    appendices: list[Data] = [{"ten": "Danh mục"} for _ in range(count)]
    assert _last(_referring(said, phu_luc=appendices)) == wanted


def test_a_table_of_a_reference_only_text_keeps_its_cells() -> None:
    bang: Data = {"cot": [{"ten": "Việc"}], "hang": [["Theo Mục II"]]}
    data = _referring("Mục II.", phu_luc=[{"ten": "A", "bang": bang}])
    assert data["phu_luc"] == [{"ten": "A", "bang": bang}]


def _roles(*titles: str, period: str = "2026") -> dict[str, Data]:
    sections: list[Data] = [{"muc": title} for title in titles]
    return with_roles({"van_ban": {"thoi_ky": period}, "noi_dung": sections})


PARTS = ("HIỆN TRẠNG", "MỤC TIÊU", "NHIỆM VỤ", "GIẢI PHÁP", "LỘ TRÌNH", "KINH PHÍ",
         "TỔ CHỨC THỰC HIỆN")  # fmt: skip


def test_titles_tell_the_parts_and_these_the_kind() -> None:
    data = _roles(*PARTS, period="2026-2030")
    sections = data["noi_dung"]
    assert isinstance(sections, list)
    roles = [section["vai_tro"] for section in sections if isinstance(section, dict)]
    assert roles == ["hien_trang", "muc_tieu", "nhiem_vu", "giai_phap", "lo_trinh", "kinh_phi",
                     "to_chuc_thuc_hien"]  # fmt: skip
    assert data["mau"] == "ke-hoach-giai-doan"


@pytest.mark.parametrize("period", ["", "2026"])
def test_no_kind_is_named_where_none_or_several_fit(period: str) -> None:
    assert "mau" not in _roles("MỤC TIÊU", "NHIỆM VỤ", "LINH TINH", period=period)


def test_a_role_is_given_once_and_inside_large_parts_too() -> None:
    inner: list[Data] = [
        {"muc": "Mục tiêu"},
        Noted({"muc": "Kinh phí"}, "x"),
        {"muc": "Mục tiêu 2"},
    ]
    data = with_roles({"noi_dung": [Noted({"muc": "Phần chung", "muc_con": inner}, "x"), "Một."]})
    sections = data["noi_dung"]
    assert isinstance(sections, list)
    assert isinstance(sections[0], Noted)
    assert sections[0].value == {
        "muc": "Phần chung",
        "muc_con": [
            {"muc": "Mục tiêu", "vai_tro": "muc_tieu"},
            Noted({"muc": "Kinh phí", "vai_tro": "kinh_phi"}, "x"),
            {"muc": "Mục tiêu 2"},
        ],
    }
    assert with_roles({}) == {}


DRAWN = """\
┌────┬──────────┬───────────┐
│ TT │ Nội dung │   Kinh    │
│    │          ├─────┬─────┤
│    │          │ TW  │ ĐP  │
├────┴──────────┼─────┼─────┤
│ Tổng cộng     │   3 │   4 │
├────┬──────────┼─────┼─────┤
│ 1  │ - Số 58/ │   3 │   4 │
│    │ KH       │     │     │
│    │ - Mạng   │     │     │
└────┴──────────┴─────┴─────┘"""


def test_a_drawn_table_is_read_cell_by_cell() -> None:
    grid, after = boxed_at(DRAWN.split("\n"), 0)
    assert grid is not None
    assert after == len(DRAWN.split("\n"))
    assert grid.rows == [
        ["TT", "Nội dung", "Kinh", ""],
        ["", "", "TW", "ĐP"],
        ["Tổng cộng", "", "3", "4"],
        ["1", "- Số 58/KH\n- Mạng", "3", "4"],
    ]
    assert grid.spans == {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (2, 0): (1, 2)}


@pytest.mark.parametrize("text", ["a", "┌──┐\nb\n└──┘", "┌──┐\n│ KHẨN │\n└──┘", "┌──"])
def test_what_is_no_whole_table_is_left(text: str) -> None:
    assert boxed_at(text.split("\n"), 0)[0] is None
