"""What files of kehoach's own say by themselves: pictures, names, signs, rows of sums."""

from pathlib import Path
from typing import Any

import pytest

from kehoach_cli.checks.checker import faults_of
from kehoach_cli.cli.formats import prepare
from kehoach_cli.cli.load import Loaded
from kehoach_cli.document.model import Cell, tables_in
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.result import Draft
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import Source
from tests.conftest import Run
from tests.pictures import picture
from tests.random_plans.test_whole_format import write

HEAD = """\
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang
  trich_yeu: Ứng dụng công nghệ thông tin
  nguoi_ky: {chuc_vu: Chủ tịch}
  noi_nhan: [Sở A]
"""
PICTURE = picture("png", (300, 200))
FORMS = pytest.mark.parametrize("form", ["docx", "html"])


def draft_of(rest: str, form: str, head: str = HEAD, folder: str | None = "a-hinh") -> Draft:
    reading = read_plan(Source("a.yaml", head + rest), pictures=lambda _: PICTURE)
    work = prepare(Loaded(reading, []), draft=False)
    return drafted(pages_of(f"a.{form}", write(work, form)), folder=folder)


def _section(rest: str, form: str) -> Any:
    found: Any = draft_of(rest, form).data["noi_dung"]
    return found[0]


@FORMS
def test_pictures_come_back_with_caption_and_width(form: str) -> None:
    figures = "[{hinh: {tep: a.png, ten: Sơ đồ *mạng*, rong: 42}}, {hinh: a.png}]"
    draft = draft_of(f"noi_dung: [{{muc: Một, doan_van: {figures}}}]\n", form)
    sections: Any = draft.data["noi_dung"]
    first, second = sections[0]["doan_van"]
    assert first["hinh"] == {"tep": "a-hinh/hinh-1.png", "ten": "Sơ đồ *mạng*", "rong": "42"}
    assert second["hinh"] == {"tep": "a-hinh/hinh-1.png"}
    assert dict(draft.pictures) == {"a-hinh/hinh-1.png": PICTURE}
    assert draft.counts["hình"] == 1


@FORMS
def test_a_picture_that_cannot_be_kept_is_told(form: str) -> None:
    draft = draft_of("noi_dung: [{muc: Một, hinh: a.png}]\n", form, folder=None)
    assert [remark.text for remark in draft.remarks] == ["hinh/hinh-1.png"]
    assert not draft.pictures
    assert "hinh" not in draft.text


def test_a_picture_of_another_kind_is_told() -> None:
    page = page_of("noi_dung: [{muc: Một, hinh: a.png}]\n").replace(";base64,", ";base64,AAAA")
    draft = drafted(pages_of("a.html", page.encode()))
    assert "PNG hay JPEG" in draft.remarks[0].told
    assert "hinh" not in draft.text


def page_of(rest: str) -> str:
    reading = read_plan(Source("a.yaml", HEAD + rest), pictures=lambda _: PICTURE)
    return write(prepare(Loaded(reading, []), draft=False), "html").decode()


@FORMS
def test_sections_are_counted(form: str) -> None:
    rest = "noi_dung: [{muc: Một, muc_con: [Hai., {muc: Ba}]}, {muc: Bốn, danh_so: không}]\n"
    assert draft_of(rest, form).counts["mục"] == 3


@FORMS
@pytest.mark.parametrize(
    "text",
    [r"2 \* 3 \* 4 và \*\*không đậm\*\*", r"\^[không là chú thích]", "2*3 * 4", r"\- gạch"],
)
def test_signs_that_mark_nothing_stay_signs(text: str, form: str) -> None:
    words = _section(f"noi_dung: [{{muc: Một, doan_van: '{text}'}}]\n", form)["doan_van"]
    again = _section(f"noi_dung: [{{muc: Một, doan_van: '{words}'}}]\n", form)["doan_van"]
    assert words == again
    assert words.replace("\\", "") == f"{text}./.".replace("\\", "")


ROWS = """\
noi_dung:
  - muc: Một
    bang:
      dong_nhom: tách
      cot: [{ten: TT, can_le: giữa}, {ten: Việc}, {ten: Nơi}, {ten: Tiền, can_le: phải}]
      hang:
        - {nhom: Hạ tầng, o: ["", "", "", 9]}
        - [1, A, B, 4]
        - {tong: Tổng kinh phí, o: ["", "", "", 5]}
        - {tong: Cộng chung}
"""


@FORMS
def test_a_typed_row_of_sums_has_its_title_over_the_columns_before(form: str) -> None:
    table = _section(ROWS, form)["bang"]
    assert table["dong_nhom"] == "tách"
    assert table["hang"] == [
        {"nhom": "Hạ tầng", "o": ["", "", "", "9"]},
        ["1", "A", "B", "4"],
        {"tong": "Tổng kinh phí", "o": ["", "", "", "5"]},
        {"tong": "Cộng chung"},
    ]


def test_a_typed_row_of_sums_prints_as_one_that_is_added_up() -> None:
    reading = read_plan(Source("a.yaml", HEAD + ROWS))
    work = prepare(Loaded(reading, []), draft=False)
    table = next(table for table in tables_in(work.document) if table.borders)
    assert table.rows[0][:2] == (Cell("I", "o_nhom_stt"), Cell("Hạ tầng", "o_nhom", span=2))
    assert table.rows[2] == (
        Cell("Tổng kinh phí", "o_tong", span=3),
        Cell("5", "o_nhom_so"),
    )
    assert table.rows[3] == (Cell("Cộng chung", "o_tong", span=4),)
    for form in ("txt", "xlsx", "json"):
        assert write(work, form)


DECIDED = """\
quyet_dinh: {trich_yeu: Ban hành Kế hoạch, dieu: [Ban hành., Thi hành.]}
noi_dung: [{muc: Một}]
"""


@FORMS
def test_names_and_numbers_that_no_page_has_come_from_the_properties(form: str) -> None:
    head = HEAD.replace("Ủy ban nhân dân tỉnh Tiền Giang", "Trung tâm Dịch vụ VIỄN THÔNG Số")
    head += "  so_van_ban: 12\n  ky_hieu: KH-TTDV\n  ten_loai: Chương trình hành động\n"
    van_ban: Any = draft_of(DECIDED, form, head).data["van_ban"]
    assert van_ban["co_quan_ban_hanh"] == "Trung tâm Dịch vụ VIỄN THÔNG Số"
    assert (van_ban["so_van_ban"], van_ban["ky_hieu"]) == ("12", "KH-TTDV")
    assert van_ban["ten_loai"] == "Chương trình hành động"


@FORMS
def test_the_older_layout_is_known_by_its_page_numbers(form: str) -> None:
    head = HEAD + "  the_thuc: tt01-2011\n"
    van_ban: Any = draft_of("noi_dung: [{muc: Một}]\n", form, head).data["van_ban"]
    assert van_ban["the_thuc"] == "tt01-2011"


@FORMS
def test_words_that_refer_to_a_table_do_so_again(form: str) -> None:
    table = "bang: {ma: lo_trinh, ten: Lộ trình, cot: [{ten: Việc}], hang: [['{{ muc.hai }}']]}"
    rest = (
        f"noi_dung: [{{muc: Một, doan_van: 'Xem {{{{ bang.lo_trinh }}}}.', {table}}},"
        " {muc: Hai, ma: hai}]\n"
    )
    section = _section(rest, form)
    assert section["doan_van"] == "Xem {{ bang.bang_1 }}."
    assert section["bang"]["hang"] == [["{{ muc.hai }}"]]


@FORMS
def test_a_bare_number_holds_none_of_the_lines_below(form: str) -> None:
    rest = "noi_dung: [{danh_so: có}, {danh_so: không, doan_van: Không số.}, {muc: Hai}]\n"
    assert _section(rest, form) == {"danh_so": "có"}


@FORMS
def test_the_title_of_a_table_may_stand_behind_a_point(form: str) -> None:
    table = "{bang: {ten: Lộ trình, cot: [{ten: Việc}], hang: [[Họp]]}}"
    rest = f"noi_dung: [{{muc: Một, danh_so_con: a), muc_con: [{table}, {{muc: Hai}}]}}]\n"
    assert _section(rest, form)["muc_con"][0]["bang"]["ten"] == "Lộ trình"


def test_the_sentence_before_what_is_attached_ends_the_plan() -> None:
    head = HEAD + "  kem_theo: [Biểu 1]\n"
    draft = draft_of("noi_dung: [{muc: Một, doan_van: Hai.}]\nloi_ket: Hết lời\n", "docx", head)
    assert draft.data["loi_ket"] == "Hết lời."


def test_a_title_of_sums_without_room_is_told() -> None:
    rows = ROWS.replace('{tong: Tổng kinh phí, o: ["", "", "", 5]}', "{tong: Tổng, o: [1]}")
    reading = read_plan(Source("a.yaml", HEAD + rows))
    assert "KH050" in {fault.rule.id for fault in faults_of(reading)}


@pytest.mark.parametrize(
    ("kind", "agency"),
    [
        ("ke-hoach-xa", "UBND xã Bát Xát, tỉnh Lào Cai"),
        ("ke-hoach-nam", "UBND tỉnh Lào Cai"),
    ],
)
def test_a_fresh_draft_without_money_comes_back_with_its_blanks(
    run: Run, tmp_path: Path, kind: str, agency: str
) -> None:
    flags = ("--mau", kind, "--co-quan", agency, "--thoi-ky", "2027", "--no-input")
    assert run("new", *flags, "-o", "a.yaml", cwd=tmp_path).exit == 0
    assert run("render", "a.yaml", "--draft", cwd=tmp_path).exit == 0
    assert run("import", "a.docx", "-o", "b.yaml", cwd=tmp_path).exit == 0
    one, other = (
        run("render", x, "--draft", "--txt", cwd=tmp_path).out for x in ("a.yaml", "b.yaml")
    )
    assert "… triệu đồng (… đồng)" in one
    assert one == other
