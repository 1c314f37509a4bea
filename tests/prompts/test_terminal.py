"""The real prompts in a pseudo-terminal."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from tests.prompts.test_questions import HEAD

PLAN = HEAD.replace("  trich_yeu: Chuyển đổi số năm 2027\n", "").replace(
    "05/01/2027", "31/13/2027"
) + (
    "phan_nhom: {nhom: {ha_tang: Hạ tầng, du_lieu: Dữ liệu}}\n"
    "noi_dung: Tổng vốn {{ tong | tien }}; có [số máy] máy.\n"
    "du_an:\n"
    "  - {ten: Mạng LAN, chu_tri: Sở Nội vụ; Công an tỉnh, tong_kinh_phi: 10}\n"
    '  - {ten: Một cửa, chu_tri: "[tên đơn vị]", tong_kinh_phi: 20}\n'
)
UP, DOWN, CTRL_C, TAB = "\x1b[A", "\x1b[B", "\x03", "\t"


class Terminal:
    """A command in a pseudo-terminal."""

    def __init__(self, *args: str, cwd: Path, columns: int = 80, **environment: str) -> None:
        env = {**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
        env |= environment
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "kehoach_cli", *args],
            cwd=str(cwd),
            env=env,
            encoding="utf-8",
            dimensions=(40, columns),
            timeout=20,
        )

    def see(self, text: str) -> None:
        self.child.expect_exact(text)

    def type(self, text: str) -> None:
        """Type when the place to type is there."""
        self.child.expect_exact("›")
        self.child.send(text)

    def end(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kh.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def text_of(folder: Path) -> str:
    return (folder / "kh.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("columns", "environment"),
    [
        (80, {}),
        (60, {}),
        (80, {"TERM": "dumb"}),
        (80, {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252"}),
    ],
)
def test_a_whole_sitting(folder: Path, columns: int, environment: dict[str, str]) -> None:
    at = Terminal("fill", "kh.yaml", cwd=folder, columns=columns, **environment)
    at.see("[1/4] Trích yếu")
    at.type("Chuyển đổi số năm 2027\r")
    at.see("[2/4] Ngày ban hành")
    at.type("32/1/2027\r")
    at.see("chỉ có 31 ngày")
    at.type("05/01/2027\r")
    at.see("ngày 05 tháng 01 năm 2027")
    at.see("[3/4] Số máy")
    at.type("47\r")
    at.see("[4/4] Đơn vị chủ trì")
    at.type("?\r")
    at.see("Đơn vị chủ trì")
    at.type("cong an\r")
    at.see("Công an tỉnh")
    at.see("không còn gì phải điền")
    assert at.end() == 0
    text = text_of(folder)
    assert "có 47 máy" in text
    assert "chu_tri: Công an tỉnh" in text
    assert "ngay_ban_hanh: 05/01/2027" in text


def test_ctrl_c_keeps_what_was_answered_and_the_rest_can_be_asked_later(folder: Path) -> None:
    at = Terminal("fill", "kh.yaml", cwd=folder)
    at.see("[1/4]")
    at.type("Chuyển đổi số năm 2027\r")
    at.see("[2/4]")
    at.type(CTRL_C)
    at.see("Còn 3 chỗ phải điền")
    assert at.end() == 2
    assert "trich_yeu: Chuyển đổi số năm 2027" in text_of(folder)
    again = Terminal("fill", "kh.yaml", cwd=folder)
    again.see("[1/3] Ngày ban hành")
    again.type(CTRL_C)
    again.end()


@pytest.mark.parametrize(("reply", "is_filled"), [("", True), ("khong", False)])
def test_what_is_needed_on_issue_is_proposed_at_the_end(
    folder: Path, reply: str, is_filled: bool
) -> None:
    text = HEAD.replace("  so_van_ban: 12\n", "") + "noi_dung: Nối mạng.\n"
    (folder / "kh.yaml").write_text(text, encoding="utf-8")
    at = Terminal("fill", "kh.yaml", cwd=folder)
    at.see("điền khi phát hành hoặc nên xem; hỏi tiếp?")
    at.type(f"{reply}\r")
    if is_filled:
        at.see("Số văn bản")
        at.type("12\r")
    at.see("không còn gì phải điền")
    assert at.end() == 0
    assert ("so_van_ban: 12" in text_of(folder)) is is_filled


def test_rows_are_proposed_for_a_register_that_a_table_prints(folder: Path) -> None:
    table = "phu_luc: [{ten: A, bang: {cot: [{ten: Tên, gia_tri: ten}]}}]\n"
    (folder / "kh.yaml").write_text(HEAD + "noi_dung: Nối mạng.\n" + table, encoding="utf-8")
    at = Terminal("fill", "kh.yaml", cwd=folder)
    at.see("Có bảng in du_an mà danh mục ấy còn trống")
    at.type("\r")
    for number, answer in enumerate(("Mạng LAN", "", "", "500"), 1):
        at.see(f"[{number}/")
        at.type(f"{answer}\r")
    at.see("Đã có 1 dự án")
    at.see("[1/")
    at.type("\r")
    at.see("Đã ghi các câu trả lời vào kh.yaml")
    assert at.end() == 0
    assert "du_an:\n  - ten: Mạng LAN\n    tong_kinh_phi: 500\n" in text_of(folder)


def test_the_up_arrow_goes_back_and_the_answer_can_be_changed(folder: Path) -> None:
    at = Terminal("fill", "kh.yaml", cwd=folder)
    at.type("Sai\r")
    at.see("[2/4]")
    at.type(UP)
    at.see("[1/4] Trích yếu")
    at.see("[Sai]")
    at.child.send(f"{TAB} rồi\r")
    at.see("[2/4]")
    at.type(UP)
    at.see("[Sai rồi]")
    at.child.send(DOWN)
    at.see("[2/4]")
    at.type(f"{DOWN}{CTRL_C}")
    at.end()
    assert "trich_yeu: Sai rồi\n" in text_of(folder)


def test_projects_are_added_in_a_loop_with_a_running_total(folder: Path) -> None:
    at = Terminal("fill", "kh.yaml", "--them", "du_an", cwd=folder)
    for answer in ("Kho dữ liệu", "du lieu", "noi vu", "2027", "1.500"):
        at.type(f"{answer}\r")
    at.see("Đã có 3 dự án, cộng 1.530 triệu đồng")
    at.type("\r")
    at.end()
    assert (
        "  - ten: Kho dữ liệu\n    nhom: du_lieu\n    chu_tri: Sở Nội vụ\n    thoi_gian: 2027\n"
        in text_of(folder)
    )


def test_a_long_text_may_be_written_in_the_users_editor(folder: Path) -> None:
    editor = folder / "soan.sh"
    editor.write_text('#!/bin/sh\nprintf "Dòng một\\n- Dòng hai\\n" > "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    (folder / "kh.yaml").write_text(HEAD + "noi_dung:\n", encoding="utf-8")
    at = Terminal("fill", "kh.yaml", cwd=folder, EDITOR=str(editor))
    at.see("[1/1] Nội dung")
    at.type("/e\r")
    at.see("không còn gì phải điền")
    at.end()
    assert text_of(folder) == HEAD + "noi_dung: |-\n  Dòng một\n  - Dòng hai\n"


def test_render_offers_to_fill_in_what_is_missing(folder: Path) -> None:
    (folder / "kh.yaml").write_text(
        HEAD.replace("  noi_nhan: Các sở\n", "") + "noi_dung: Nối mạng.\n", encoding="utf-8"
    )
    at = Terminal("render", "kh.yaml", cwd=folder)
    at.see("Còn thiếu 1 mục bắt buộc; điền ngay?")
    at.type("\r")
    at.see("Nơi nhận")
    at.type("Các sở\r")
    at.see("Đã ghi kh.docx")
    assert at.end() == 0


def test_render_goes_on_without_filling_where_that_is_declined(folder: Path) -> None:
    (folder / "kh.yaml").write_text(
        HEAD.replace("  noi_nhan: Các sở\n", "") + "noi_dung: Nối mạng.\n", encoding="utf-8"
    )
    at = Terminal("render", "kh.yaml", cwd=folder)
    at.type("khong\r")
    at.see("Chưa in kh.yaml: còn thiếu 1 mục bắt buộc")
    assert at.end() == 2


@pytest.mark.parametrize(
    ("kind", "agency"),
    [("chuyen doi so", "lao cai"), ("ke-hoach-xa", "Ủy ban nhân dân xã Bát Xát, tỉnh Lào Cai")],
)
def test_the_whole_road_from_nothing_to_a_page(tmp_path: Path, kind: str, agency: str) -> None:
    at = Terminal("new", "-o", "kh.yaml", cwd=tmp_path)
    texts = (f"{kind}\r", f"{agency}\r", "2027\r", "\r", "Trần Văn B\r", "\r")
    for number, text in enumerate(texts, 1):
        at.see(f"[{number}/6]")
        at.type(text)
    at.see("Đã ghi kh.yaml")
    assert at.end() == 0
    path = tmp_path / "kh.yaml"
    blanks = path.read_text(encoding="utf-8").count("[điền")
    assert blanks > 10
    fill = Terminal("fill", "kh.yaml", cwd=tmp_path)
    for number in range(1, 4):
        fill.see(f"[{number}/")
        fill.type("12\r")
    fill.see("[4/")
    fill.type(CTRL_C)
    assert fill.end() == 2
    assert path.read_text(encoding="utf-8").count("[điền") == blanks - 3
    check = Terminal("check", "kh.yaml", cwd=tmp_path, columns=200)
    check.see("cảnh báo")
    assert check.end() == 0
    render = Terminal("render", "kh.yaml", "--draft", cwd=tmp_path)
    render.see("Đã ghi kh.docx")
    assert render.end() == 0


def test_leaving_the_questions_of_a_new_plan_writes_nothing(tmp_path: Path) -> None:
    at = Terminal("new", cwd=tmp_path)
    at.type("\r")
    at.type(CTRL_C)
    assert at.end() == 130
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_name_of_a_file_does_not_lose_the_answers(tmp_path: Path) -> None:
    (tmp_path / "co-roi.yaml").write_text("của tôi\n", encoding="utf-8")
    at = Terminal("new", cwd=tmp_path)
    for text in ("\r", "lao cai\r", "2027\r", "\r", "Trần Văn B\r", "\r"):
        at.type(text)
    for name, said in (
        ("a.docx", "không có đuôi .yaml"),
        ("co-roi.yaml", "không bị ghi đè"),
        ("khong/co.yaml", "Không có thư mục"),
    ):
        at.type(f"{name}\r")
        at.see(said)
    at.type("moi.yaml\r")
    at.see("Đã ghi moi.yaml")
    assert at.end() == 0
