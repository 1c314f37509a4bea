"""Pictures of Word files and web pages → files beside the draft and `hinh`."""

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm

from kehoach_cli.cli import import_plan
from kehoach_cli.cli.kept_pictures import free_folder, kept
from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.imports.pages import pictures
from kehoach_cli.imports.parts import shown
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.imports.result import Draft
from kehoach_cli.imports.yaml_text import bare
from tests.conftest import Run
from tests.imports.books import changed
from tests.pictures import noise, picture

RED, BLUE = picture("png", (300, 150)), picture("jpeg", (200, 100))
HEAD = (
    "SỞ SỐ HÓA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-SSH",
    "Hòa An, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026",
)  # fmt: skip


def _word(*parts: str | bytes, width: float = 120) -> bytes:
    """A Word file: texts are paragraphs, bytes are pictures."""
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            document.add_picture(io.BytesIO(part), width=Mm(width))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _draft(data: bytes, name: str = "a.docx") -> Draft:
    return drafted(pages_of(name, data), folder="a-hinh")


def _part(draft: Draft, key: str) -> Any:
    data: Any = bare(draft.data)
    return data[key]


def test_a_picture_is_a_file_with_its_width_and_caption() -> None:
    draft = _draft(
        _word(*HEAD, "I. MỤC TIÊU", "Mạng:", RED, "Hình 1. Sơ đồ mạng", "Sau hình.", BLUE, RED)
    )
    assert _part(draft, "noi_dung") == [
        {
            "muc": "MỤC TIÊU",
            "vai_tro": "muc_tieu",
            "doan_van": [
                "Mạng:",
                {"hinh": {"tep": "a-hinh/hinh-1.png", "ten": "Hình 1. Sơ đồ mạng", "rong": "120"}},
                "Sau hình.",
                {"hinh": {"tep": "a-hinh/hinh-2.jpeg", "rong": "120"}},
                {"hinh": {"tep": "a-hinh/hinh-1.png", "rong": "120"}},
            ],
        }
    ]
    assert draft.pictures == {"a-hinh/hinh-1.png": RED, "a-hinh/hinh-2.jpeg": BLUE}
    assert draft.counts["hình"] == 2
    assert not [fault for fault in faults_in(draft) if fault.rule.id == "KH042"]


def test_a_picture_alone_in_an_appendix_is_its_content() -> None:
    draft = _draft(_word(*HEAD, "I. MỘT", "Việc.", "GIÁM ĐỐC", "PHỤ LỤC", "SƠ ĐỒ", RED, width=300))
    assert _part(draft, "phu_luc") == [
        {"ten": "SƠ ĐỒ", "hinh": {"tep": "a-hinh/hinh-1.png", "rong": "165"}}
    ]


def test_a_picture_in_a_cell_stands_below_its_table() -> None:
    document = Document()
    for line in (*HEAD, "I. MỘT"):
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("TT", "Sơ đồ", "1", "Mạng"), strict=True):
        cell.text = text
    table.cell(1, 1).paragraphs[0].add_run().add_picture(io.BytesIO(RED), width=Mm(50))
    document.add_paragraph("Sau bảng.")
    buffer = io.BytesIO()
    document.save(buffer)
    draft = _draft(buffer.getvalue())
    (part,) = _part(draft, "noi_dung")
    kinds = [next(iter(item)) if isinstance(item, dict) else item for item in part["doan_van"]]
    assert kinds == ["bang", "hinh", "Sau bảng."]
    assert [one.place for one in draft.remarks if one.told == shown.BELOW] == [
        "bảng 1, hàng 2, cột 2"
    ]


def _without_part(files: dict[str, bytes]) -> None:
    del files["word/media/image1.png"]


def _outside(files: dict[str, bytes]) -> None:
    key = "word/_rels/document.xml.rels"
    files[key] = files[key].replace(
        b'Target="media/image1.png"', b'Target="file:///etc/passwd" TargetMode="External"'
    )


def _replaced(data: bytes) -> bytes:
    def change(files: dict[str, bytes]) -> None:
        files["word/media/image1.png"] = data

    return changed(_word(*HEAD, "I. MỘT", RED), change)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (_word(*HEAD[:2], RED, *HEAD[2:], "I. MỘT"), "phần đầu"),
        (_word(*HEAD, "I. MỘT", RED, width=5), "biểu tượng"),
        (_word(*HEAD, "I. MỘT", picture("png", (20, 20)), width=9), "biểu tượng"),
        (changed(_word(*HEAD, "I. MỘT", RED), _without_part), "không lấy ra được"),
        (changed(_word(*HEAD, "I. MỘT", RED), _outside), "không lấy ra được"),
        (_replaced(b"\x01\x00\x00\x00EMF"), "không phải hình PNG"),
        (_replaced(RED[:60]), "bị hỏng"),
        (_replaced(b"GIF89a" + bytes(10_000_001)), "quá lớn"),
    ],
)
def test_a_picture_that_is_not_taken_is_told_of(data: bytes, told: str) -> None:
    draft = _draft(data)
    assert not draft.pictures
    assert "hinh" not in draft.text
    assert [told in remark.told for remark in draft.remarks if "hình" in remark.text] == [True]


def test_pictures_past_a_number_or_a_size_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _word(*HEAD, "I. MỘT", RED, BLUE)
    monkeypatch.setattr(shown, "MOST", 1)
    assert len(_draft(data).pictures) == 1
    monkeypatch.setattr(pictures, "_MAX_ALL", len(RED))
    assert [*_draft(data).pictures] == ["a-hinh/hinh-1.png"]


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [("Sơ đồ 2: Mạng", True), ("Hình 1;", False), ("Sau đó", False), ("Hình " + "a" * 200, False)],
)
def test_a_caption_names_a_picture_and_is_short(line: str, is_caption: bool) -> None:
    text = _draft(_word(*HEAD, "I. MỘT", RED, line)).text
    assert (f"ten: {line}" in text or f'ten: "{line}"' in text) == is_caption


INSIDE = "data:image/png;base64," + base64.b64encode(RED).decode()


def _page(body: str) -> bytes:
    head = "".join(f"<p>{line}</p>" for line in HEAD)
    return f"<html>{head}<p>I. MỘT</p><p>Việc.</p>{body}</html>".encode()


def test_pictures_of_a_web_page_are_in_it_or_beside_it() -> None:
    names: list[str] = []

    def beside(name: str) -> bytes:
        names.append(name)
        return BLUE

    page = _page(
        f"<p><img width=378 src='{INSIDE}'></p><p align=center>Mạng của tỉnh</p>"
        "<img width=16 src=x.png><img src='a%20b/c.jpg' alt='Máy'>"
        f"<table><tr><td>TT<td>Hình<tr><td>1<td>x<img src='{INSIDE}'><tr><td>2<td>y</table>"
    )
    draft = drafted(pages_of("a.html", page, beside), folder="a-hinh")
    assert names == ["a b/c.jpg"]
    assert [*draft.pictures.values()] == [RED, BLUE]
    assert "ten: Mạng của tỉnh\n          rong: 100" in draft.text
    assert any(remark.told == shown.BELOW for remark in draft.remarks)
    below = draft.text.partition("bang:")[2]
    assert "hinh: a-hinh/hinh-1.png" in below


@pytest.mark.parametrize(
    "source", ["data:image/png;base64,a", "kehoach-hinh:9", "kehoach-hinh:x", "", "http://a.vn/x"]
)
def test_a_picture_of_a_web_page_that_is_not_to_be_had(source: str) -> None:
    draft = drafted(pages_of("a.html", _page(f"<img src='{source}'>")), folder="a-hinh")
    assert not draft.pictures
    assert any("không lấy ra được" in remark.told for remark in draft.remarks)


def test_more_pictures_in_a_page_than_a_file_may_have_are_left() -> None:
    page = _page("<img src='data:image/png;base64,YQ=='>" * 501)
    assert len(pages_of("a.html", page).blocks) == len(HEAD) + 503


def test_pictures_are_written_with_the_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a b:c.docx").write_bytes(_word(*HEAD, "I. MỘT", RED))
    assert "1 hình ở a b-c-hinh" in run("import", "a b:c.docx", cwd=tmp_path).err
    assert (tmp_path / "a b-c-hinh" / "hinh-1.png").read_bytes() == RED
    checked = run("check", "a b:c.yaml", cwd=tmp_path)
    assert "KH042" not in checked.out + checked.err
    before = (tmp_path / "a b:c.yaml").read_bytes()
    run("import", "a b:c.docx", "--force", cwd=tmp_path)
    assert (tmp_path / "a b:c.yaml").read_bytes() == before
    assert not (tmp_path / "a b-c-hinh-2").exists()
    (tmp_path / "a b-c-hinh" / "hinh-1.png").write_bytes(BLUE)
    run("import", "a b:c.docx", "--force", cwd=tmp_path)
    assert "a b-c-hinh-2/hinh-1.png" in (tmp_path / "a b:c.yaml").read_text(encoding="utf-8")
    assert (tmp_path / "a b-c-hinh" / "hinh-1.png").read_bytes() == BLUE


def test_on_the_screen_no_picture_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(_word(*HEAD, "I. MỘT", RED))
    done = run("import", "a.docx", "-o", "-", cwd=tmp_path)
    assert "hinh" not in done.out
    assert "không lưu được hình" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_on_the_screen_no_picture_of_a_plan_of_ours_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(RED)
    (tmp_path / "k.yaml").write_text(
        "van_ban: {trich_yeu: Chuyển đổi số}\n"
        "noi_dung:\n- muc: Một\n  doan_van:\n  - Câu một.\n"
        "  - hinh: {tep: a.png, ten: Sơ đồ mạng}\n  - hinh: {tep: a.png}\n  - Câu hai.\n",
        encoding="utf-8",
    )
    run("render", "k.yaml", "--draft", cwd=tmp_path)
    done = run("import", "k.docx", "-o", "-", cwd=tmp_path)
    assert "hinh" not in done.out
    assert done.out.index("Câu một.") < done.out.index("Sơ đồ mạng") < done.out.index("Câu hai.")
    assert "hinh/hinh-1.png" in done.err


def test_a_draft_that_is_not_written_leaves_no_picture(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KehoachError("hết chỗ")

    monkeypatch.setattr(import_plan, "write_new", full)
    (tmp_path / "a.docx").write_bytes(_word(*HEAD, "I. MỘT", RED))
    assert "hết chỗ" in run("import", "a.docx", cwd=tmp_path).err
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_picture_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "b.png").write_bytes(b"old")
    with pytest.raises(KehoachError), kept({"x/a.png": RED, "x/b.png": RED}, tmp_path):
        pass
    assert [path.read_bytes() for path in (tmp_path / "x").iterdir()] == [b"old"]


def test_a_folder_of_many_names_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.lexists", lambda _: True)
    with pytest.raises(KehoachError, match="quá nhiều"):
        free_folder(tmp_path / "a.yaml")


def test_pictures_of_a_file_of_our_own_come_back_too(run: Run, tmp_path: Path) -> None:
    large = noise(100)
    assert len(large) > 20_000
    (tmp_path / "a.docx").write_bytes(_word(*HEAD, "I. MỘT", "Mạng:", large))
    run("import", "a.docx", cwd=tmp_path)
    for kind in ("docx", "html"):
        run("render", "a.yaml", "--draft", f"--{kind}", "-o", f"b.{kind}", cwd=tmp_path)
        assert "1 hình ở" in run("import", f"b.{kind}", "--force", cwd=tmp_path).err
        (drawn,) = (tmp_path / "b-hinh").iterdir()
        assert drawn.read_bytes() == large
        drawn.unlink()
        drawn.parent.rmdir()
    assert "không lưu được hình" in run("import", "b.html", "-o", "-", cwd=tmp_path).err
