"""A plan as one page of HTML: well formed, closed in itself, read aloud in the right order."""

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.document.html_writer import as_html
from kehoach_cli.document.model import Cell, Document, Paragraph, Run
from tests.document.as_text import LAYOUT, document, labels_of
from tests.document.docx import samples
from tests.pages.plans import PLANS

VOID = ("meta", "br", "hr", "col")


class Page(HTMLParser):
    """Builds a tree, and fails at a tag that is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder, self.open = TreeBuilder(), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in {tag}"
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.open.append(tag)
        if tag in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        if self.open:
            self.builder.data(data)


def tree(html: str) -> Element:
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open
    return page.builder.close()


def page(found: Document | str) -> Element:
    """The tree of a document's page."""
    return tree(as_html(document(found) if isinstance(found, str) else found, LAYOUT))


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def all_words(root: Element, tag: str) -> list[str]:
    return [words(element) for element in root.iter(tag)]


def by_class(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def style_of(root: Element) -> str:
    return next(root.iter("style")).text or ""


def block(element: str, html: str) -> str:
    """The body of a rule of the style sheet."""
    return html.partition(f"\n{element} {{")[2].partition("}")[0]


TITLED = "van_ban: {co_quan_ban_hanh: UBND tỉnh A, trich_yeu: Chuyển đổi số}\n"


def test_the_page_says_its_language_its_title_and_who_wrote_it() -> None:
    root = page(TITLED)
    assert root.get("lang") == "vi"
    assert all_words(root, "title") == ["Kế hoạch Chuyển đổi số"]
    named = {meta.get("name"): meta.get("content") for meta in root.iter("meta")}
    assert named["author"] == "UBND tỉnh A"
    assert named["generator"] == "kehoach"
    assert next(root.iter("meta")).get("charset") == "utf-8"


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_is_a_page_that_loads_nothing(name: str) -> None:
    html = as_html(document(PLANS[name].read_text(encoding="utf-8"), draft=True), LAYOUT)
    root = tree(html)
    assert not {"script", "link", "img", "iframe"} & {element.tag for element in root.iter()}
    links = [value for e in root.iter() for k, value in e.items() if k in ("href", "src")]
    assert all(link.startswith("#") for link in links)
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_says_all_its_words_in_their_order(name: str) -> None:
    found = document(PLANS[name].read_text(encoding="utf-8"))
    main = next(page(found).iter("main"))
    for part in (*main.iter("aside"), *main.iter("sup")):
        after = part.tail
        part.clear()
        part.tail = after
    said = "".join("".join(main.itertext()).split())
    expected = "".join(label.text + paragraph.text for paragraph, label in labels_of(found, LAYOUT))
    assert said == "".join(expected.split())


def test_headings_go_down_one_level_at_a_time() -> None:
    root = page(
        TITLED + "noi_dung: [{muc: Một, muc_con: [{muc: Hai, doan_van: Ba}]}]\n"
        "phu_luc: [{ten: Bốn, muc_con: [{muc: Năm}]}, {ten: Sáu, mau_bieu: {ten_loai: Bảy}}]"
    )
    headings = [(e.tag, words(e)) for e in root.iter() if re.fullmatch("h[1-6]", e.tag)]
    assert headings == [
        ("h1", "KẾ HOẠCH Chuyển đổi số"),
        ("h2", "I. MỘT"),
        ("h3", "1. Hai"),
        ("h2", "Phụ lục I BỐN"),
        ("h3", "I. NĂM"),
        ("h2", "Phụ lục II SÁU"),
        ("h3", "BẢY …………"),
    ]


def test_a_decision_and_its_plan_have_a_title_each() -> None:
    root = page("quyet_dinh: {trich_yeu: Ban hành, dieu: [A]}\n" + TITLED)
    assert all_words(root, "h1") == ["QUYẾT ĐỊNH Ban hành", "KẾ HOẠCH Chuyển đổi số"]


def test_a_title_may_be_the_last_thing() -> None:
    assert all_words(page(samples.document(samples.paragraph("A", "ten_loai"))), "h1") == ["A"]


def test_header_and_signature_are_named_parts_of_the_page() -> None:
    root = page(TITLED + "noi_dung: [A]")
    (header,) = root.iter("header")
    (footer,) = root.iter("footer")
    assert words(header).startswith("UBND TỈNH A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert words(footer).startswith("Nơi nhận:")
    assert header.get("style", "").startswith("--cot: ")
    assert len(list(header.iter("hr"))) == 2


def test_a_table_has_a_head_and_cells_that_span() -> None:
    root = page(samples.document(samples.MERGED))
    (table,) = root.iter("table")
    (head,) = table.iter("thead")
    spans = [(words(th), th.get("colspan"), th.get("rowspan")) for th in head.iter("th")]
    assert spans == [
        ("TT", None, "2"),
        ("Kinh phí", "2", None),
        ("2014", None, None),
        ("2015", None, None),
    ]
    scopes = [th.get("scope") for th in head.iter("th")]
    assert scopes == ["col", "colgroup", "col", "col"]
    first, second = next(table.iter("tbody"))
    assert [(words(td), td.get("colspan")) for td in first] == [("I. Hạ tầng", "3")]
    assert all_words(second, "p") == ["- Máy chủ", "+ Máy trạm"]


def test_a_cell_merged_downwards_is_written_once() -> None:
    start, on = Cell("chung", down="start"), Cell("", down="on")
    rows = [("1", start), ("2", on), ("3", on), ("4", Cell("khác", down="start")), ("5", on)]
    root = page(samples.document(samples.table(*rows)))
    assert [[words(td) for td in tr] for tr in root.iter("tr")] == [
        *(["1", "chung"], ["2"], ["3"], ["4", "khác"], ["5"])
    ]
    assert [td.get("rowspan") for td in root.iter("td") if td.get("rowspan")] == ["3", "2"]


def test_a_wide_table_scrolls_in_its_own_box() -> None:
    root = page(samples.document(samples.MERGED))
    (box,) = by_class(root, "cuon")
    assert (box.get("tabindex"), [child.tag for child in box]) == ("0", ["table"])
    assert "overflow-x: auto" in block(".cuon", style_of(root))
    assert "max-width: 45rem" in style_of(root)


def test_a_table_is_called_by_its_name_or_by_the_title_above_it() -> None:
    table = "bang: {cot: [{ten: Việc}], hang: [[Khảo sát]]"
    plan = (
        f'noi_dung:\n- muc: Lộ trình "gấp"\n  {table}}}\n'
        f"- muc: Kinh phí\n  {table}, ma: b, ten: Vốn}}\n"
        f"phu_luc:\n- ten: Danh mục\n  {table}}}\n"
    )
    boxes = by_class(page(plan), "cuon")
    assert [box.get("aria-label") for box in boxes] == [
        'I. LỘ TRÌNH "GẤP": bảng, cuộn ngang được',
        "Bảng 1. Vốn: bảng, cuộn ngang được",
        "Phụ lục DANH MỤC: bảng, cuộn ngang được",
    ]


def test_footnotes_and_their_marks_are_linked_both_ways() -> None:
    root = page('noi_dung: ["A^[Một.] b"]\nphu_luc: [{ten: P, doan_van: "C^[Hai.]"}]')
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    links = [link.get("href", "")[1:] for link in root.iter("a")]
    assert sorted(ids) == sorted(links)
    assert [words(note) for note in root.iter("li")] == ["Một. ↩", "Hai. ↩"]
    assert [notes.get("start") for notes in root.iter("ol")] == ["1", "2"]
    assert all_words(root, "sup") == ["1", "2"]


def test_the_paper_is_that_of_the_layout() -> None:
    sheet = style_of(page("phu_luc: [{ten: P, kho_giay: ngang}]"))
    assert "size: 210mm 297mm; margin: 20mm 15mm 20mm 30mm;" in sheet
    assert "@page ngang { size: 297mm 210mm; }" in sheet
    assert '"Times New Roman", "Liberation Serif"' in sheet
    assert "$" not in sheet


def test_an_appendix_that_lies_down_is_on_a_page_of_that_name() -> None:
    root = page("phu_luc: [{ten: P, kho_giay: ngang}, {ten: Q}]")
    assert [section.get("class") for section in root.iter("section")] == [
        *(None, "ngang lai", "lai")
    ]


def test_pages_are_counted_anew_in_each_appendix_and_in_a_plan_behind_its_decision() -> None:
    root = page("quyet_dinh: {dieu: [A]}\nphu_luc: [{ten: P}]")
    assert [section.get("class") for section in root.iter("section")] == [None, "lai an", "lai"]
    sheet = style_of(root)
    assert "section.lai { counter-reset: page 1; }" in sheet
    assert "section.an { page: an; }" in sheet
    assert "@page :nth(1 of an) { @top-center { content: none; } }" in sheet


def test_the_looks_of_a_style_come_from_the_layout() -> None:
    sheet = style_of(page("mau: a"))
    assert block(".trich_yeu", sheet).split("; ")[:3] == [
        *(" font-size: 14pt", "font-weight: bold", "text-align: center")
    ]
    assert "text-indent: 10mm" in block(".noi_dung", sheet)
    assert "font-size" not in block(".o_so", sheet)


def test_a_draft_is_marked_across_the_page_and_in_its_title() -> None:
    root = page(document(TITLED, draft=True))
    assert [words(mark) for mark in by_class(root, "du_thao")] == ["DỰ THẢO"]
    assert all_words(root, "title") == ["DỰ THẢO: Kế hoạch Chuyển đổi số"]
    assert not by_class(page(TITLED), "du_thao")


def test_runs_keep_their_looks() -> None:
    runs = (Run("a", bold=True), Run("b", italic=True), Run("c", bold=False), Run("d\ne"))
    (paragraph,) = by_class(page(samples.document(Paragraph("noi_dung", runs))), "noi_dung")
    assert [(child.tag, child.get("class")) for child in paragraph] == [
        *(("b", None), ("i", None), ("span", "thuong"), ("br", None))
    ]


def test_a_blank_for_the_number_keeps_its_width() -> None:
    assert f"Số: {' ' * 7}/" not in as_html(document("mau: a"), LAYOUT)
    assert f"Số:{chr(160) * 8}/" in as_html(document("mau: a"), LAYOUT)


TEXT = st.text(st.sampled_from("<>&\"'aệ\n\x00\x85\x1b/-!"), max_size=20)


@settings(max_examples=60)
@given(TEXT, TEXT)
def test_no_text_becomes_markup(one: str, other: str) -> None:
    cells = samples.table((one, Cell(other, span=1)))
    note = Run(one, note=(Run(other, bold=True),))
    root = page(samples.document(Paragraph("noi_dung", (note,)), cells))
    assert not {"script", "img"} & {element.tag for element in root.iter()}
    said = "".join("".join(next(root.iter("main")).itertext()).split())
    clean = re.sub(r"[\x00\x1b\x85\s]", "", one)
    assert said.startswith(clean + "1")


def test_the_same_document_gives_the_same_page() -> None:
    assert as_html(samples.everything(), LAYOUT) == as_html(samples.everything(), LAYOUT)


def test_references_lead_to_what_they_refer_to() -> None:
    root = page(
        """
        noi_dung:
        - muc: A
          doan_van: "Xem **{{ muc.b }}**^[Và {{ bang.t }}.]; {{ phu_luc.p }}; {{ muc.b }}."
        - {muc: B, muc_con: [{muc: C, ma: b}]}
        phu_luc: [{ten: P, ma: p, bang: {ma: t, ten: Lộ trình, cot: [{ten: D}], hang: [[d]]}}]
        """
    )
    links = [(link.get("href"), words(link)) for link in root.iter("a")]
    assert links == [
        ("#muc-2-1", "Mục II.1"),
        ("#chu-thich-1", "1"),
        ("#phu-luc-1", "Phụ lục"),
        ("#muc-2-1", "Mục II.1"),
        ("#bang-1", "Bảng 1"),
        ("#cho-1", "↩"),
    ]
    named = {element.get("id"): words(element) for element in root.iter() if element.get("id")}
    assert named["muc-2-1"] == "1. C"
    assert named["phu-luc-1"] == "Phụ lụcP"
    assert named["bang-1"] == "Bảng 1. Lộ trình"
    assert "muc-1" not in named


def test_a_reference_to_nothing_is_no_link() -> None:
    run = Run("Mục I", target="muc-1", shows="muc-1")
    assert list(page(samples.document(Paragraph("noi_dung", (run,)))).iter("a")) == []


def test_an_article_is_bold_and_a_period_stays_on_one_line() -> None:
    text = "quyet_dinh: {dieu: [Năm 2016 - 2020.]}\nnoi_dung: [{muc: A, doan_van: 2015 - 2016.}]"
    html = as_html(document(text), LAYOUT)
    assert '<b>Điều 1.</b> Năm <span class="lien">2016\u00a0-\u00a02020</span>' in html
    assert '<p class="noi_dung giu"><span class="lien">2015\u00a0-\u00a02016</span>' in html
