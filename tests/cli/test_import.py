"""`kehoach import`: where it writes, what it says, what it refuses."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kehoach_cli.cli import import_plan, older, programs
from kehoach_cli.cli.placing import alone
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.merging.batches import Batch
from kehoach_cli.imports.merging.merged import Merged, merged
from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.imports.text.reader import line_for
from kehoach_cli.plan.reader import Reading
from tests.cli.samples import GOOD
from tests.conftest import Run
from tests.imports.books import paragraph, saved, word, workbook
from tests.imports.printed_files import Placed, drawn, lattice, printed
from tests.imports.samples import PLAN, printed_table


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A plan as plain text."""
    path = tmp_path / "cu.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_the_draft_stands_beside_its_source(run: Run, source: Path) -> None:
    done = run("import", str(source))
    assert done.exit == 0
    assert "Đã hiểu: 5 mục" in done.err
    assert "Bước tiếp theo" in done.err
    text = source.with_suffix(".yaml").read_text(encoding="utf-8")
    assert "trich_yeu: Chuyển đổi số của Sở Số hóa năm 2026" in text


def test_the_draft_is_checked_and_printed_at_once(run: Run, source: Path) -> None:
    run("import", str(source))
    plan = str(source.with_suffix(".yaml"))
    assert run("check", plan, "--severity", "lỗi").exit == 0
    assert "CHUYỂN ĐỔI" in run("render", plan, "--txt").out.upper()


def test_a_draft_that_is_there_stays(run: Run, source: Path) -> None:
    target = source.with_suffix(".yaml")
    target.write_text("cũ", encoding="utf-8")
    done = run("import", str(source))
    assert (done.exit, target.read_text(encoding="utf-8")) == (2, "cũ")
    assert run("import", str(source), "--force").exit == 0
    assert target.read_text(encoding="utf-8") != "cũ"


def test_the_draft_may_go_elsewhere(run: Run, source: Path, tmp_path: Path) -> None:
    (tmp_path / "moi").mkdir()
    assert run("import", str(source), "-o", str(tmp_path / "moi")).exit == 0
    assert (tmp_path / "moi" / "cu.yaml").is_file()
    assert run("import", str(source), "-o", "-").out.startswith("phien_ban: 1\n")


@pytest.mark.parametrize("name", ["a.txt", "cu.docx"])
def test_a_draft_has_a_name_of_its_own(run: Run, source: Path, name: str) -> None:
    done = run("import", str(source), "-o", str(source.with_name(name)))
    assert done.exit == 2
    assert "đuôi .yaml" in done.err


def test_a_source_is_never_written_over(run: Run, source: Path) -> None:
    plan = source.rename(source.with_suffix(".yaml"))
    done = run("import", str(plan), "--force")
    assert done.exit == 2
    assert plan.read_text(encoding="utf-8") == PLAN


def test_the_report_for_programs_is_whole(run: Run, source: Path) -> None:
    source.write_text(PLAN.replace("-------", "\n\n".join(f"Dấu {n}!" for n in range(30))))
    done = run("import", str(source), "--format", "json")
    report = json.loads(done.out)
    assert report["understood"]["dự án"] == 3
    assert len(report["to_check"]) == 30
    assert set(report["to_check"][0]) == {"place", "text", "told"}


def test_many_places_are_cut_short_on_a_screen(run: Run, source: Path) -> None:
    source.write_text(PLAN.replace("-------", "\n\n".join(f"Dấu {n}!" for n in range(30))))
    assert "và 10 chỗ nữa" in run("import", str(source)).err


def test_what_the_draft_still_lacks_is_told(run: Run, source: Path) -> None:
    source.write_text("I. MỤC TIÊU\nMột.\n", encoding="utf-8")
    done = run("import", str(source))
    assert done.exit == 0
    assert "[điền …]" in done.err
    assert "trích yếu" in done.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("khong-co.docx",), "Không tìm thấy"),
        (("-",), "đầu vào chuẩn"),
        (("cu.txt", "--format", "xml"), "--format là một trong: text, json"),
        (("cu.txt", "--cot", "Việc"), "Tên cột=trường"),
        (("cu.txt", "--cot", "Việc=tenn"), "có phải ten?"),
        (("cu.txt", "--cot", "Việc=xyzxyz"), "kehoach schema"),
        (("cu.txt", "--cot", "Việc=ten"), "các cột: “TT”, “Tên dự án”"),
        (("chu.txt", "--cot", "Việc=ten"), "không có bảng nào"),
        (("cu.txt", "--vao", "-"), "tên tệp ấy"),
        (("cu.txt", "--vao", "a.yaml", "-o", "b.yaml"), "bỏ -o"),
        (("cu.txt", "--vao", "khong-co.yaml"), "Không tìm thấy"),
        (("chu.bin", "--vao", "khong-co.yaml"), "Không tìm thấy tệp khong-co.yaml"),
    ],
)
def test_wrong_use_ends_in_one_sentence(
    run: Run, source: Path, args: tuple[str, ...], said: str
) -> None:
    source.with_name("chu.txt").write_text("Chữ.", encoding="utf-8")
    done = run("import", *args, cwd=source.parent)
    assert done.exit == 2
    assert said in done.err


def test_a_file_with_a_password_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    assert "có mật khẩu" in run("import", str(path)).err


@pytest.mark.parametrize(
    ("data", "said"), [(b"\xd0\xcf\x11\xe0x", "LibreOffice"), (b"%PDF-1", "poppler")]
)
def test_without_the_program_an_older_file_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, said: str
) -> None:
    monkeypatch.setattr(programs, "find_office", lambda: None)
    monkeypatch.setattr("shutil.which", lambda _: None)
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    done = run("import", str(path))
    assert done.exit == 2
    assert said in done.err


def _made(text: str) -> object:
    def program(command: list[str], _seconds: float, folder: Path, _by_hand: str) -> int:
        name = "van-ban.html" if command[0].endswith("pdftotext") else "van-ban.docx"
        data = printed([[(0, 0, text)]]) if name.endswith("html") else word(paragraph(text))
        (folder / name).write_bytes(data if text else b"")
        return 0

    return program


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0x", b"%PDF-1"])
def test_an_older_file_is_turned_by_the_program(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(programs, "find_office", lambda: Path("/usr/bin/soffice"))
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/pdftotext")
    monkeypatch.setattr(programs, "run_program", _made("I. MỤC TIÊU"))
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    assert "MỤC TIÊU" in run("import", str(path), "-o", "-").out
    monkeypatch.setattr(programs, "run_program", _made(""))
    said = "hỏng hoặc chưa tải hết" if data.startswith(b"%PDF") else "Không chuyển được"
    assert said in run("import", str(path), "-o", "-").err


def test_the_program_must_be_one_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: "pdftotext")
    with pytest.raises(KehoachError, match="poppler"):
        older.text_of_pdf("a.pdf", b"%PDF")


TABLE: list[Placed] = [(1, 0, "TT"), (7, 0, "Việc"), (1, 1, "1"), (7, 1, "Mạng LAN")]


def _poppler(
    monkeypatch: pytest.MonkeyPatch, pages: int, draw: Callable[[list[str], Path], None]
) -> None:
    """Stand-ins for poppler's programs, for so many pages of one table each."""

    def program(command: list[str], _seconds: float, folder: Path, _by_hand: str) -> int:
        if command[0].endswith("pdftotext"):
            (folder / command[-1]).write_bytes(printed([TABLE] * pages))
        else:
            draw(command, folder / command[-1])
        return 0

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(programs, "run_program", program)


def test_tables_of_a_pdf_are_known_by_their_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def draw(command: list[str], target: Path) -> None:
        asked.append(command[1:6])
        count = int(command[5]) - int(command[3]) + 1
        target.write_bytes(drawn([lattice((0, 6, 30), (0, 1, 2))] * count))

    _poppler(monkeypatch, 30, draw)
    text, tables = older.text_of_pdf("a.pdf", b"%PDF")
    assert asked == [["-svg", "-f", "1", "-l", "25"], ["-svg", "-f", "26", "-l", "30"]]
    assert [table.rows[1] for table in tables] == [["1", "Mạng LAN"]]
    assert text.decode().split()[0] == "┌A┐"


def _late(_command: list[str], _target: Path) -> None:
    raise KehoachError("pdftocairo chạy quá lâu.")


def _nothing(_command: list[str], _target: Path) -> None:
    pass


def _huge(_command: list[str], target: Path) -> None:
    with target.open("wb") as file:
        file.truncate(10**8)


@pytest.mark.parametrize(("pages", "draw"), [(1, _late), (1, _nothing), (1, _huge), (501, _late)])
def test_without_a_drawing_in_bounds_tables_are_known_by_their_words(
    monkeypatch: pytest.MonkeyPatch, pages: int, draw: Callable[[list[str], Path], None]
) -> None:
    _poppler(monkeypatch, pages, draw)
    text, tables = older.text_of_pdf("a.pdf", b"%PDF")
    assert (text.decode().count("Việc"), tables) == (pages, [])


def test_pages_without_words_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(*_: object) -> None:
        raise AssertionError

    _poppler(monkeypatch, 0, draw)
    with pytest.raises(KehoachError, match="hỏng hoặc chưa tải hết"):
        older.text_of_pdf("a.pdf", b"%PDF")


@pytest.mark.parametrize(
    ("pages", "data", "said"),
    [
        ([[]], b"%PDF /Encrypt", "chỉ có hình"),
        ([], b"%PDF /Encrypt", "có mật khẩu"),
        ([], b"%PDF", "hỏng"),
    ],
)
def test_a_pdf_without_words_is_told_by_its_cause(
    monkeypatch: pytest.MonkeyPatch, pages: list[list[Placed]], data: bytes, said: str
) -> None:
    def program(command: list[str], _seconds: float, folder: Path, _by_hand: str) -> int:
        (folder / command[-1]).write_bytes(printed(pages))
        return 0

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(programs, "run_program", program)
    with pytest.raises(KehoachError, match=said):
        older.text_of_pdf("a.pdf", data)


def test_a_pdf_of_more_words_than_any_plan_has_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _poppler(monkeypatch, 10, _late)
    monkeypatch.setattr(older, "_MOST_BYTES", 1_000)
    with pytest.raises(KehoachError, match=r"^a\.pdf có quá nhiều chữ"):
        older.text_of_pdf("a.pdf", b"%PDF")


def test_letters_of_old_fonts_in_a_printed_table_are_turned(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Grid([["STT", "Nhiệm vụ"], ["1", "N©ng cÊp m¹ng cña tØnh"]], "trang 1")
    text = "Kinh tÕ x· héi cña tØnh m¹nh lªn, ®êi sèng nh©n d©n n©ng lªn.\n" * 5
    words = f"{text}{line_for(0)}\n".encode()
    monkeypatch.setattr(older, "text_of_pdf", lambda *_: (words, [table]))
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    out = run("import", str(path), "-o", "-").out
    assert "Nâng cấp mạng của tỉnh" in out
    assert "nhân dân nâng lên" in out


ROWS: list[list[object]] = [
    ["STT", "Tên dự án", "Đơn vị chủ trì", "Kinh phí 2026 (tỷ đồng)", "Vốn tỉnh năm 2027"],
    [1, "Mạng LAN", "Sở A", 1.5, 2],
    [2, "Máy chủ", "Sở B", 2, None],
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan that has one of the projects, with another lead, and counts in triệu đồng."""
    path = tmp_path / "ke-hoach.yaml"
    there = "du_an:\n  - {ten: Máy chủ, chu_tri: Sở C}  # giữ\n"
    path.write_text(GOOD + there if "du_an:" not in GOOD else GOOD, encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(saved(workbook(ROWS)))
    return path


def test_projects_are_added_to_a_plan(run: Run, plan: Path) -> None:
    before = plan.read_text(encoding="utf-8")
    done = run("import", str(plan.with_name("a.xlsx")), "--vao", str(plan))
    assert done.exit == 0
    assert "thêm 1 dự án; 1 dự án đã có" in done.err
    assert "chu_tri: Sở B" in done.err
    text = plan.read_text(encoding="utf-8")
    assert "- {ten: Máy chủ, chu_tri: Sở C}  # giữ" in text
    assert "2026: 1.500" in text
    assert "von_tinh: 2.000" in text
    assert run("undo", str(plan)).exit == 0
    assert plan.read_text(encoding="utf-8") == before


def test_a_second_time_nothing_is_added(run: Run, plan: Path) -> None:
    book = str(plan.with_name("a.xlsx"))
    run("import", book, "--vao", str(plan))
    text = plan.read_text(encoding="utf-8")
    assert "thêm 0 dự án; 2 dự án đã có" in run("import", book, "--vao", str(plan)).err
    assert plan.read_text(encoding="utf-8") == text


def test_the_files_that_a_register_attaches_stay_attached(run: Run, tmp_path: Path) -> None:
    plan, table = tmp_path / "p.yaml", tmp_path / "a.csv"
    plan.write_text("noi_dung: [{muc: A}]\ndu_an:\n  - kem_tep: b.yaml\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("- {ten: Máy chủ}\n", encoding="utf-8")
    table.write_text("TT,Tên dự án,Tổng kinh phí\n1,Máy chủ,4\n2,Mạng LAN,5\n", encoding="utf-8")
    done = run("import", str(table), "--vao", str(plan))
    assert "thêm 1 dự án; 1 dự án đã có" in done.err
    text = plan.read_text(encoding="utf-8")
    assert "du_an:\n  - kem_tep: b.yaml\n  - ten: Mạng LAN\n" in text
    (tmp_path / "b.yaml").unlink()
    plan.write_text(text.partition("  - ten")[0], encoding="utf-8")
    run("import", str(table), "--vao", str(plan))
    assert "- kem_tep: b.yaml\n  - ten: Máy chủ" in plan.read_text(encoding="utf-8")


def test_a_plan_without_projects_gets_a_register(run: Run, tmp_path: Path) -> None:
    plan, table = tmp_path / "p.yaml", tmp_path / "a.txt"
    plan.write_text("noi_dung: [{muc: Một}]\n", encoding="utf-8")
    head = "TT|Tên dự án|Tổng kinh phí|Ghi chú"
    rows = ("I|Hạ tầng||", "1|Một|4|", "|Phần|2|", "2|Hai|5|")
    table.write_text(printed_table(head, *rows), encoding="utf-8")
    assert run("import", str(table), "--vao", str(plan)).exit == 0
    text = plan.read_text(encoding="utf-8")
    assert "hang_con:" in text
    assert "ha_tang: Hạ tầng" in text


def test_a_plan_that_cannot_be_read_gets_nothing(run: Run, source: Path) -> None:
    plan = source.with_name("p.yaml")
    plan.write_text("[", encoding="utf-8")
    done = run("import", str(source), "--vao", str(plan))
    assert done.exit == 2
    assert "Không đọc được kế hoạch" in done.err


def test_what_was_added_is_told_to_programs(run: Run, plan: Path) -> None:
    done = run("import", str(plan.with_name("a.xlsx")), "--vao", str(plan), "--format", "json")
    report = json.loads(done.out)
    assert (report["added"], report["there"]) == (1, 1)
    assert report["to_check"][0]["place"] == "DA!B3"


def test_a_file_without_projects_adds_nothing(run: Run, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    other = plan.with_name("b.csv")
    other.write_text("a;b\n1;2\n", encoding="utf-8")
    done = run("import", str(other), "--vao", str(plan))
    assert done.exit == 2
    assert "không có bảng dự án" in done.err
    assert plan.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("there", ["{kem_tep: du-an.yaml}", "một chữ"])
def test_a_register_that_only_a_person_can_add_to_stays(run: Run, plan: Path, there: str) -> None:
    plan.write_text(f"noi_dung: [{{muc: Một}}]\ndu_an: {there}\n", encoding="utf-8")
    text = plan.read_text(encoding="utf-8")
    done = run("import", str(plan.with_name("a.xlsx")), "--vao", str(plan))
    assert done.exit == 1
    assert "dòng 2: chưa thêm được" in done.err
    assert plan.read_text(encoding="utf-8") == text


def test_a_plan_that_changed_meanwhile_stays(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def merged_late(reading: Reading, batches: list[Batch]) -> Merged:
        done = merged(reading, batches)
        plan.write_text("noi_dung: [{muc: Khác}]\n", encoding="utf-8")
        return done

    monkeypatch.setattr(import_plan, "merged", merged_late)
    done = run("import", str(plan.with_name("a.xlsx")), "--vao", str(plan))
    assert "vừa bị chương trình khác sửa" in done.err
    assert plan.read_text(encoding="utf-8") == "noi_dung: [{muc: Khác}]\n"


def test_two_that_add_at_once_both_add(plan: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        books = []
        for number in range(4):
            book = plan.with_name(f"{number}.csv")
            book.write_text(f"STT;Tên dự án;Kinh phí;Chủ trì\n1;A{number};5;B\n2;C{number};6;D\n")
            books.append(book)
        done = list(pool.map(lambda book: _process("import", book, "--vao", plan), books))
    assert done == [0] * 4
    text = plan.read_text(encoding="utf-8")
    assert all(f"ten: A{number}" in text and f"ten: C{number}" in text for number in range(4))


def _process(*args: object) -> int:
    command = [sys.executable, "-m", "kehoach_cli", *map(str, args)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_a_folder_that_has_no_lock_is_worked_in_all_the_same(tmp_path: Path) -> None:
    with alone(tmp_path / "khong-co"):
        (tmp_path / "a").touch()
    assert (tmp_path / "a").exists()


def _examples(language: str) -> list[str]:
    """The examples of a language in the page about import."""
    page = (Path(__file__).parents[2] / "docs" / "nhap-tu-word.md").read_text(encoding="utf-8")
    return [part.partition("```")[0] for part in page.split(f"```{language}\n")[1:]]


def test_the_reports_in_the_page_are_what_is_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "du-an.csv").write_text(_examples("csv")[0], encoding="utf-8")
    there = "noi_dung: [{muc: Một}]\ndu_an: [{ten: Mạng LAN, chu_tri: Sở A}]\n"
    (tmp_path / "ke-hoach.yaml").write_text(there, encoding="utf-8")
    draft, added = _examples("json")
    command = ("import", "du-an.csv", "--format", "json")
    assert run(*command, "-o", "nhap.yaml", cwd=tmp_path).out == draft
    assert run(*command, "--vao", "ke-hoach.yaml", cwd=tmp_path).out == added
