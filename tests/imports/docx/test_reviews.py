"""Red marks of a reviewer in Word: what was changed is taken as it will read, and each is told."""

import pytest

from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.pages.model import Grid, Line, Remark
from tests.imports.books import changed, paragraph, word

WHO = 'w:author="Văn phòng" w:date="2026-03-20T08:00:00Z"'


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def struck(text: str, who: str = WHO) -> str:
    return f'<w:del w:id="1" {who}>{run(text, "delText")}</w:del>'


def added(text: str, who: str = WHO) -> str:
    return f'<w:ins w:id="2" {who}>{run(text)}</w:ins>'


def remark(key: int, about: str = "") -> str:
    start = f'<w:commentRangeStart w:id="{key}"/>' if about else ""
    return f'{start}{about}<w:r><w:commentReference w:id="{key}"/></w:r>'


def comment(key: int, text: str, who: str = WHO) -> str:
    return f'<w:comment w:id="{key}" {who}>{paragraph(text)}</w:comment>'


def read(inside: str, **parts: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a paragraph, and what is told of it."""
    pages = pages_of("a.docx", word(f"<w:p>{inside}</w:p>", **parts))
    text = " ".join(block.text for block in pages.blocks if isinstance(block, Line))
    return text, [(one.text, one.told) for one in pages.remarks]


NEW = "còn theo dõi, lấy chữ mới"


@pytest.mark.parametrize(
    ("inside", "text", "told"),
    [
        (
            run("Đạt ") + struck("80%") + added("85%") + run(" hồ sơ"),
            "Đạt 85% hồ sơ",
            [("80%", f"Văn phòng sửa thành “85%”, {NEW}")],
        ),
        (
            struck("8") + struck("0%") + added("8") + added("5%"),
            "85%",
            [("80%", f"Văn phòng sửa thành “85%”, {NEW}")],
        ),
        (struck("a", "") + added("b", ""), "b", [("a", f"người góp ý sửa thành “b”, {NEW}")]),
        (
            struck("a") + run("c") + added("b"),
            "cb",
            [
                ("a", "chữ Văn phòng xóa còn theo dõi, không lấy"),
                ("b", "chữ Văn phòng thêm còn theo dõi, vẫn lấy"),
            ],
        ),
        (
            struck("a") + added("b", 'w:author="Sở"'),
            "b",
            [
                ("a", "chữ Văn phòng xóa còn theo dõi, không lấy"),
                ("b", "chữ Sở thêm còn theo dõi, vẫn lấy"),
            ],
        ),
        (
            struck("a") + added("b") + struck("c") + added("d"),
            "bd",
            [
                ("a", f"Văn phòng sửa thành “b”, {NEW}"),
                ("c", f"Văn phòng sửa thành “d”, {NEW}"),
            ],
        ),
        (f'<w:ins w:id="3" {WHO}>{struck("a")}{run("b")}</w:ins>', "b",
         [("b", "chữ Văn phòng thêm còn theo dõi, vẫn lấy")]),
        (struck(" ") + run("a"), "a", []),
        (
            struck("a") + struck(" ") + struck("b") + added("c") + struck(" ") + run("d"),
            "cd",
            [("a b", f"Văn phòng sửa thành “c”, {NEW}")],
        ),
    ],
)  # fmt: skip
def test_a_tracked_change_is_told_with_both_texts(
    inside: str, text: str, told: list[tuple[str, str]]
) -> None:
    assert read(inside) == (text, told)


def test_a_long_new_text_is_cut_where_it_is_told() -> None:
    _, ((_, told),) = read(struck("a") + added("b " * 100))
    assert "…”" in told
    assert len(told) < 120


def test_a_comment_is_told_with_its_writer_and_what_it_is_about() -> None:
    inside = run("Báo cáo trước ") + remark(0, run("ngày 15")) + run(" hằng năm") + remark(1)
    comments = comment(0, "sửa thành ngày 10") + comment(1, "bổ sung", 'w:author=""')
    assert read(inside, comments=comments) == (
        "Báo cáo trước ngày 15 hằng năm",
        [
            ("sửa thành ngày 10", "Văn phòng ghi chú ở “ngày 15”, không đưa vào bản nháp"),
            ("bổ sung", "người góp ý ghi chú, không đưa vào bản nháp"),
        ],
    )


def test_a_comment_that_is_empty_missing_or_called_twice_is_told_no_more() -> None:
    inside = run("a") + remark(0) + remark(0) + remark(1) + remark(7)
    assert read(inside, comments=comment(0, "x") + comment(1, "")) == (
        "a",
        [("x", "Văn phòng ghi chú, không đưa vào bản nháp")],
    )


def test_broken_comments_do_not_hide_the_text() -> None:
    def spoil(files: dict[str, bytes]) -> None:
        files["word/comments.xml"] = b"<w:comments"

    file = changed(word(f"<w:p>{run('a')}{remark(0)}</w:p>", comments=""), spoil)
    pages = pages_of("a.docx", file)
    assert [block.text for block in pages.blocks if isinstance(block, Line)] == ["a"]
    assert [one.text for one in pages.remarks] == ["ghi chú bên lề (phần ấy bị hỏng)"]


def row(text: str, properties: str = "") -> str:
    return f"<w:tr>{properties}<w:tc>{paragraph(text)}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr>"


STRUCK = f'<w:trPr><w:del w:id="5" {WHO}/></w:trPr>'


def test_a_row_that_was_struck_out_is_left_out_and_told() -> None:
    body = f"<w:tbl>{row('a')}{row('b', STRUCK)}{row('c')}</w:tbl>" + paragraph("hết")
    pages = pages_of("a.docx", word(body))
    grid = next(block for block in pages.blocks if isinstance(block, Grid))
    assert [cells[0] for cells in grid.rows] == ["a", "c"]
    assert pages.remarks == [Remark("bảng", "b | x", "hàng Văn phòng xóa còn theo dõi, không lấy")]


def test_a_table_of_which_every_row_was_struck_out_is_none() -> None:
    pages = pages_of("a.docx", word(f"<w:tbl>{row('a', STRUCK)}</w:tbl>" + paragraph("hết")))
    assert [block.text for block in pages.blocks if isinstance(block, Line)] == ["hết"]
    assert len(pages.blocks) == 1
