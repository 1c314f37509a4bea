"""The styles of a written file: sizes, depths, what follows what, and their lists."""

import pytest

from kehoach_cli.document.model import Block, Cell, Document, Number

from .samples import (
    LAW,
    NUMBERING,
    STYLES,
    W,
    document,
    everything,
    paragraph,
    part,
    table,
    tree,
    written,
)

Facts = dict[str, dict[str, str]]


def styles(found: Document) -> Facts:
    """Of each style by its id: the value of every element in it, by the element's name."""
    facts = {}
    for style in tree(written(found), STYLES).iter(f"{W}style"):
        inside = {e.tag.removeprefix(W): e.get(f"{W}val", "") for e in style.iter()}
        facts[style.get(f"{W}styleId", "")] = inside
    return facts


@pytest.mark.parametrize("small", [False, True])
def test_every_style_has_the_size_of_the_pair(small: bool) -> None:
    found = styles(document()._replace(small=small))
    by_name = {facts["name"]: facts for facts in found.values()}
    for style in LAW.styles.values():
        if style.sizes != (0, 0):
            facts = by_name[style.builtin or style.name.replace(",", "")]
            assert facts["sz"] == facts["szCs"] == str(round(2 * style.sizes[small])), style.key


@pytest.mark.parametrize(("small", "sizes"), [(False, (26, 28, 28)), (True, (24, 26, 26))])
def test_the_sizes_of_the_head_rise_and_fall_together(small: bool, sizes: tuple[int, ...]) -> None:
    found = styles(document()._replace(small=small))
    assert tuple(int(found[key]["sz"]) for key in ("QuocHieu", "TieuNgu", "DiaDanhNgay")) == sizes
    assert [found[key]["sz"] for key in ("SoKyHieu", "NoiNhan", "PhuLuc")] == ["26", "24", "28"]


def test_a_cell_style_is_written_for_each_size_that_a_table_has() -> None:
    tables = [table(("1", "a"))._replace(size=size) for size in (11, 13, 11)]
    found = styles(document(*tables))
    assert {key: found[key]["sz"] for key in found if key.startswith("OChu")} == {
        "OChu11": "22",
        "OChu13": "26",
    }


def test_a_cell_style_outside_of_tables_has_the_size_of_the_text() -> None:
    found = written(document(paragraph("a", "o_chu"))._replace(small=True))
    assert '<w:pStyle w:val="OChu13"/>' in part(found)


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("I/1/a)", {"MucLaMa": "0", "Khoan": "1"}),
        ("A/I/1", {"MucChu": "0", "MucLaMa": "1", "Khoan": "2"}),
        ("Phần I/I/1/1.1/a)", {"Phan": "0", "MucLaMa": "1", "Khoan": "2", "TieuKhoan": "3"}),
        ("1/1.1", {"Khoan": "0", "TieuKhoan": "1"}),
    ],
)
def test_headings_stand_in_the_navigation_pane_as_deep_as_in_the_outline(
    text: str, depths: dict[str, str]
) -> None:
    found = styles(document(schemes=[text]))
    assert {key: found[key]["outlineLvl"] for key in depths} == depths
    assert not any("outlineLvl" in found[key] for key in ("Diem", "NoiDung"))


def test_the_next_style_is_the_one_that_the_layout_names() -> None:
    found = styles(document())
    assert found["TenLoai"]["next"] == "TrichYeu"
    assert found["MucLaMa"]["next"] == found["Khoan"]["next"] == "NoiDung"
    assert "next" not in found["Diem"]


def test_enter_after_a_single_letter_gives_the_next_one() -> None:
    found = styles(document(schemes=["I/1/a)"]))
    chain = [key for key in found if key.startswith("Diem")]
    assert chain == ["Diem", "DiemDd", "DiemE", "DiemG", "DiemK", "DiemX"]
    assert [found[key].get("next", "") for key in chain] == ["", "DiemE", "DiemG", "", "", ""]
    assert {found[key]["basedOn"] for key in chain[1:]} == {"Diem"}
    assert [found[key]["name"] for key in chain[1:]] == [f"Điểm {letter}" for letter in "đegkx"]


def test_capital_letters_have_their_own_segments() -> None:
    found = styles(document(schemes=["I/A"]))
    assert [found[key]["name"] for key in ("MucChuG", "MucChuK")] == ["Mục A. G", "Mục A. K"]


def test_a_style_and_the_level_of_its_list_name_each_other() -> None:
    data = written(everything())
    places = {}
    for model in tree(data, NUMBERING).iter(f"{W}abstractNum"):
        for level in model.iter(f"{W}lvl"):
            link = level.find(f"{W}pStyle")
            if link is not None:
                place = (model.get(f"{W}abstractNumId"), level.get(f"{W}ilvl"))
                places[link.get(f"{W}val")] = place
    own = {
        style.get(f"{W}styleId"): (number[1].get(f"{W}val"), number[0].get(f"{W}val"))
        for style in tree(data, STYLES).iter(f"{W}style")
        for number in style.iter(f"{W}numPr")
    }
    assert own == places
    assert {"MucLaMa", "Khoan", "Diem", "DiemDd", "PhuLuc", "GachDauDong", "OGach13"} <= set(own)


def test_an_appendix_style_is_numbered_only_where_there_are_several() -> None:
    lone = styles(document(paragraph("Phụ lục", "phu_luc")))
    assert "numPr" not in lone["PhuLuc"]
    assert "numPr" in styles(everything())["PhuLuc"]


def test_every_letter_is_in_the_font_of_the_law() -> None:
    (fonts,) = tree(written(document()), STYLES).iter(f"{W}rFonts")
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert len(fonts.attrib) == 4


def test_names_are_vietnamese_and_hold_no_comma() -> None:
    names = [facts["name"] for facts in styles(document()).values()]
    assert {"Trích yếu", "Điểm đ", "Số ký hiệu"} <= set(names)
    assert len(names) == len(set(names))
    assert not any("," in name for name in names)


def test_more_bulleted_styles_than_a_list_has_levels_take_another_list() -> None:
    tables = [table(("1", "- a"))._replace(size=size) for size in (9, 10, 11, 12, 13)]
    data = written(document(*tables))
    lists = {
        number.get(f"{W}val")
        for style in tree(data, STYLES).iter(f"{W}style")
        for number in style.iter(f"{W}numId")
        if (style.get(f"{W}styleId") or "").startswith(("OGach", "OCong"))
    }
    assert len(lists) == 2


@pytest.mark.parametrize("block", [paragraph("a", "la"), table(("1", Cell("a", "la")))])
def test_a_style_that_the_layout_lacks_is_a_key_error(block: Block) -> None:
    with pytest.raises(KeyError):
        written(document(block))


def test_hanging_and_left_indents_of_a_layout_are_kept() -> None:
    style = LAW.styles["diem"]._replace(first=-5.0, left=15.0)
    law = LAW._replace(styles=LAW.styles | {"diem": style})
    data = written(document(paragraph("a", "diem", Number(0, 1)), schemes=["a)"]), law)
    assert '<w:ind w:left="850" w:hanging="283"/>' in part(data, STYLES)
    assert '<w:ind w:left="850" w:hanging="283"/>' in part(data)
