"""Forms in appendices: a heading of their own above, places to sign below, dots to be filled in."""

import pytest

from kehoach_cli.document.model import Block, Cell, Paragraph, Table
from tests.document.as_text import as_text, cell_lines, document

WHOLE = """\
ten_loai: Báo cáo, trich_yeu: "Kết quả {{ so_du_an }} dự án", nguoi_ky: [Giám đốc],
 co_quan_chu_quan: UBND tỉnh A, co_quan_ban_hanh: Sở B, dia_danh: A, noi_nhan: [UBND tỉnh A]"""


def form(fields: str, more: str = "") -> list[Block]:
    """What stands in the appendix below its own title."""
    text = f"phu_luc:\n- ten: P\n  mau_bieu: {{{fields}}}\n  doan_van: Lời.\n{more}"
    blocks = [*document(text).sections[1].blocks]
    return blocks[3:]


def told(fields: str, more: str = "") -> list[str]:
    """The blocks as text; cells side by side are parted by "|", their lines by "/"."""
    return [_told(block) for block in form(fields, more)]


def _told(block: Block) -> str:
    if not isinstance(block, Table):
        return as_text(block)
    rows = [" | ".join(" / ".join(cell_lines(cell)) for cell in row) for row in block.rows]
    return " // ".join(rows)


def test_a_form_has_its_heading_above_and_its_places_to_sign_below() -> None:
    gap, head, kind, title, rule, text, space, sign = told(WHOLE)
    assert (gap, rule, text, space) == ("", "-----", "noi_dung Lời.", "")
    assert head == (
        "co_quan_chu_quan UBND TỈNH A / co_quan_ban_hanh SỞ B / ----- | "
        "quoc_hieu CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / tieu_ngu Độc lập - Tự do - Hạnh phúc"
        " / ----- // so_ky_hieu Số: ……/BC-…… | dia_danh_ngay A, ngày … tháng … năm ……"
    )
    assert (kind, title) == ("ten_loai BÁO CÁO", "trich_yeu Kết quả 0 dự án")
    assert sign == (
        "noi_nhan Nơi nhận: / noi_nhan_dong UBND tỉnh A; / noi_nhan_dong Lưu: VT. | "
        "quyen_han_ky GIÁM ĐỐC / "
    )


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ("ten_loai: Báo cáo", "Số: ……/BC-……"),
        ("ten_loai: Biểu tổng hợp", "Số: ……/……-……"),
        ("ky_hieu: BC-SNV", "Số: ……/BC-SNV"),
        ("dia_danh: Cà Mau", "Số: ……/……-……"),
    ],
)
def test_what_is_not_known_of_a_form_is_dotted(fields: str, number: str) -> None:
    head = told(fields)[1]
    assert head.startswith("co_quan_ban_hanh ………… / -----")
    assert f"so_ky_hieu {number} | dia_danh_ngay" in head


def test_a_form_without_a_type_and_a_symbol_has_no_number_and_no_title() -> None:
    _, head, text = told("co_quan_ban_hanh: Trường A")
    assert "so_ky_hieu" not in head
    assert text == "noi_dung Lời."
    assert told("trich_yeu: Kết quả")[2:4] == ["ten_loai ……", "trich_yeu Kết quả"]
    assert "trich_yeu …………" in told("ten_loai: Báo cáo")


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ("nguoi_ky: Người khai", "|quyen_han_ky NGƯỜI KHAI / "),
        (
            'nguoi_ky: ["Người lập\\n(Ký tên)", Giám đốc]',
            "quyen_han_ky NGƯỜI LẬP / kem_theo (Ký tên) / |quyen_han_ky GIÁM ĐỐC / ",
        ),
        (
            "nguoi_ky: [A, B], noi_nhan: [C]",
            "noi_nhan Nơi nhận: / noi_nhan_dong C; / noi_nhan_dong Lưu: VT.|quyen_han_ky A / "
            "|quyen_han_ky B / ",
        ),
        ("noi_nhan: [C]", "noi_nhan Nơi nhận: / noi_nhan_dong C; / noi_nhan_dong Lưu: VT.| / "),
    ],
)
def test_those_who_sign_stand_side_by_side(fields: str, sign: str) -> None:
    table = form(fields)[-1]
    assert isinstance(table, Table)
    (row,) = table.rows
    assert "|".join(" / ".join(cell_lines(cell)) for cell in row) == sign
    assert sum(column.width for column in table.columns) == pytest.approx(165)
    assert (table.columns[0].style == "noi_nhan_dong") == ("noi_nhan" in fields)


@pytest.mark.parametrize("signers", ["A", "[A, B, C]"])
def test_a_form_may_lie_on_a_landscape_page(signers: str) -> None:
    blocks = form(f"ten_loai: Báo cáo, nguoi_ky: {signers}", "  kho_giay: ngang\n")
    head, sign = (block for block in blocks if isinstance(block, Table))
    for table in (head, sign):
        assert sum(column.width for column in table.columns) == pytest.approx(252)
    assert all(isinstance(cell, Cell) for cell in sign.rows[0])


@pytest.mark.parametrize("more", ["", "  bang: {cot: [{ten: C}], hang: [[x]]}\n"])
def test_the_last_of_a_form_is_kept_with_those_who_sign(more: str) -> None:
    *_, end, space, sign = form("ten_loai: Báo cáo, nguoi_ky: A", more)
    assert isinstance(space, Paragraph)
    assert isinstance(sign, Table)
    assert end.kept == {0} if isinstance(end, Table) else isinstance(end, Paragraph)
    assert more or (isinstance(end, Paragraph) and end.keep_next and end.text == "Lời.")


def test_a_form_around_a_lying_table_lies_with_it() -> None:
    table = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}"
    text = f"phu_luc: [{{ten: P, mau_bieu: {{ten_loai: Báo cáo, nguoi_ky: A}}, {table}}}]"
    _, lying = document(text).sections
    assert lying.landscape
    head, _, sign = (block for block in lying.blocks if isinstance(block, Table))
    assert [sum(column.width for column in x.columns) for x in (head, sign)] == [252, 252]
