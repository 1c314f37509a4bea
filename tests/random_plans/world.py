"""What the parts of one random plan say of each other: codes, keys, years, units, schemes."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from kehoach_cli.vietnamese.units import MoneyUnit

PICTURES = ("so-do.png", "hinh/anh.jpg", "hinh/cao.png")
SOURCES = ("tw", "dia_phuong", "su_nghiep", "xa_hoi_hoa")
MEASURES = ("nhu_cau", "bo_tri", "giai_ngan")
GROUPS = {
    "nhom": ("ha_tang", "ung_dung", "nhan_luc"),
    "tinh_trang": ("chuyen_tiep", "khoi_cong"),
}
SECTIONS = ("muc_tieu", "giai_phap")
TABLES = ("tien_do", "lo_trinh", "khac")
CUSTOM = ("dia_ban", "ghi_chu_them", "don_vi_su_dung")
CURATED = (
    "I/1/a)",
    "A/I/1",
    "A/I/1/a)",
    "Phần I/I/1/1.1/a)",
    "1/1.1/1.1.1",
    "1/1.1",
    "I/1/a.",
    "Chương I/Điều 1/1/a)",
    "Chương I/Mục 1/Điều 1/1/a)",
)
LEVELS = ("Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "Điều 1", "A", "I", "1", "1)", "(1)", "1.1")
DEEP = ("1.1.1", "a)", "a.", "(a)", "a", "I)", "phần A")
SCHEMES = st.one_of(
    st.sampled_from(CURATED),
    st.lists(st.sampled_from(LEVELS + DEEP), min_size=1, max_size=6).map("/".join),
)


@dataclass(slots=True)
class World:
    """The codes of one plan. `used`: sections and tables that some text refers to.

    `sections`, `tables`: codes not given yet. `asked`: each expression written, by its number.
    """

    years: list[int]
    sources: list[str]
    measures: list[str]
    groups: dict[str, list[str]]
    unit: MoneyUnit
    projects: list[str | None]
    targets: list[str | None]
    appendices: list[str | None]
    custom: list[str]
    sections: list[str] = field(default_factory=lambda: list(SECTIONS))
    tables: list[str] = field(default_factory=lambda: list(TABLES))
    used: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """The codes, before anything that may name them."""
    first = draw(st.sampled_from((2014, 2019, 2024)))
    grouped = [name for name in GROUPS if draw(st.integers(0, 2))]
    return World(
        years=list(range(first, first + draw(st.integers(1, 4)))),
        sources=list(SOURCES[: draw(st.integers(0, 4))]),
        measures=list(MEASURES[: draw(st.sampled_from((0, 0, 1, 2, 3)))]),
        groups={name: list(GROUPS[name]) for name in grouped},
        unit=draw(st.sampled_from(MoneyUnit)),
        projects=_codes("du_an", draw(st.sampled_from((0, 1, 2, 3, 5, 8))), draw),
        targets=_codes("ct", draw(st.sampled_from((0, 0, 1, 3))), draw),
        appendices=_codes("pl", draw(st.sampled_from((0, 1, 1, 2, 3))), draw),
        custom=list(CUSTOM[: draw(st.integers(0, 3))]),
    )


def _codes(stem: str, count: int, draw: st.DrawFn) -> list[str | None]:
    """A code for most; references write the hyphen of a project's as "_"."""
    mark = "-" if stem == "du_an" else "_"
    return [f"{stem}{mark}{n}" if draw(st.integers(0, 4)) else None for n in range(count)]
