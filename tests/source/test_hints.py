"""What a beginner's slip in YAML is told: the right line, and what to type instead."""

import pytest

from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose

HEAD = "van_ban:\n  trich_yeu: Chuyển đổi số\n"


def hints(text: str) -> list[tuple[int, str]]:
    """The line and the advice of each syntax error."""
    faults = compose(read_source("a.yaml", text.encode())).faults
    return [(fault.span.first.line, fault.facts.get("hint", "")) for fault in faults]


@pytest.mark.parametrize(
    ("typed", "line", "said"),
    [
        ("  dia_danh: “Lào Cai: phường”\n", 3, "ngoặc cong của Word"),
        ("  dia_danh:\u00a0Lào Cai\n", 3, "không ngắt"),
        ("  dia_danh:Lào Cai\n", 3, "phải có dấu cách: dia_danh: Lào Cai"),
        ("  dia_danh:" + "a" * 90 + "\n", 3, "a…"),
        ("  dia_danh\uff1a Lào Cai\n", 3, "“\uff1a” là dấu hai chấm của bộ gõ khác"),
        ("  dia_danh = Lào Cai\n", 3, "không phải dấu ="),
        ("  noi_nhan:\n    - Các sở\n    -UBND các xã\n", 5, "dấu gạch ngang rồi một dấu cách"),
        ("  noi_nhan:\n    - Các sở\n    • UBND các xã\n", 5, "dấu gạch ngang rồi một dấu cách"),
        ("noi_dung:\n  - muc: A\n  doan_van: B\n", 5, "cách lề 2 khoảng trắng, ở dòng 4 là 4"),
        ("noi_dung:\n  - muc: A\n   doan_van: B\n", 5, "cách lề 3 khoảng trắng, ở dòng 4 là 4"),
        ("  noi_nhan:\n    -\tCác sở\n", 4, "phím Tab"),
        ("// ghi\nnoi_dung: [A]\n", 3, "mở bằng dấu #"),
        ("<!-- ghi -->\nnoi_dung: [A]\n", 3, "mở bằng dấu #"),
        ("  nguoi_ky: {ho_ten: A: B, chuc_vu: C}\n", 3, "giá trị có dấu hai chấm"),
        ("  nguoi_ky: {ho_ten: A [B], chuc_vu: C}\n", 3, "giá trị có [ hay {"),
        ("  dia_danh\n", 3, "thiếu dấu hai chấm sau khóa"),
        ("  nguoi_ky:\n   ho_ten: A\n    chuc_vu: B\n", 5, "dòng 4 là 3"),
        ("    dia_danh: Lào Cai\n", 3, "cách lề 4 khoảng trắng, ở dòng 2 là 2"),
        ('  dia_danh: "Lào Cai" cũ\n', 3, "sau ngoặc kép đóng còn chữ"),
        ("  dia_danh: [nháp] Lào Cai\n", 3, "giá trị bắt đầu bằng [ hay {"),
        ("  dia_danh: | Lào Cai\n", 3, "sau dấu | phải xuống dòng"),
        ("  nguoi_ky: {ho_ten: A #1, chuc_vu: B}\n", 3, "dấu # sau khoảng trắng"),
        ("  noi_nhan: [Sở A, Sở #2]\n", 3, "dấu # sau khoảng trắng"),
        ("  nguoi_ky: {ho_ten: A, chuc_vu: B\n", 3, "thiếu dấu phẩy hoặc chưa đóng }"),
        ("  dia_danh: Lào: Cai\n", 3, "trong dòng có thêm dấu hai chấm"),
        ("noi_dung:\n  - doan_van: |\n    Chữ.\n", 5, "sau dấu | ở dòng 4 phải thụt sâu hơn"),
        (
            "noi_dung:\n  - doan_van:\n      Chữ\n      - năm 2026: 80%\n",
            6,
            "viết doan_van: | rồi mới xuống dòng",
        ),
        ("noi_dung:\n  - Một: hai: ba\n", 4, "trong dòng có thêm dấu hai chấm"),
        ("noi_dung:\n  - Hai từ\n    nữa: ba\n", 5, "trong dòng có thêm dấu hai chấm"),
    ],
)
def test_a_slip_is_told_with_what_to_type(typed: str, line: int, said: str) -> None:
    found = hints(HEAD + typed)
    assert len(found) == 1, found
    assert found[0][0] == line
    assert said in found[0][1]


def test_a_first_line_that_stands_alone_has_a_hint() -> None:
    assert "dòng 1 ở trên thiếu dấu hai chấm" in hints("chữ\na: b\n")[0][1]


def test_all_lines_of_a_text_that_stands_too_far_left_are_one_error() -> None:
    text = (
        "noi_dung:\n  - doan_van: |\n    Một.\n    - Hai: ba\n    + Bốn\n  - muc: B\nloi_ket: C\n"
    )
    assert [line for line, _ in hints(text)] == [3]


def test_lines_indented_by_blanks_of_word_are_told_and_read_as_spaces() -> None:
    text = "van_ban:\n\u00a0\u00a0dia_danh: A\n  so_van_ban: 1\n \u00a0ky_hieu: KH\nloi_ket: a: b\n"
    tree = compose(read_source("a.yaml", text.encode()))
    told = [(fault.rule, fault.span.first.line, fault.repair) for fault in tree.faults]
    assert told == [("KH006", 2, "  "), ("KH006", 4, "  "), ("KH000", 5, None)]
    assert "U+00A0" in tree.faults[0].facts["sign"]


def test_a_text_may_begin_with_blanks_of_word() -> None:
    assert hints("noi_dung:\n  - doan_van: |\n      \u00a0\u00a0Chữ: a\n") == []
