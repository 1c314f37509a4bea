"""Pictures beside a plan: which are read, and what is said of those that are not."""

import json
import zipfile
from pathlib import Path

import pytest

from kehoach_cli.cli import beside
from tests.cli.samples import GOOD
from tests.conftest import Run
from tests.pictures import picture

PNG = picture()


def put(folder: Path, name: str, *more: str) -> None:
    """A plan that shows these pictures, and one picture in a folder below it."""
    (folder / "hinh").mkdir(parents=True, exist_ok=True)
    (folder / "hinh" / "a.png").write_bytes(PNG)
    shown = "".join(f"  - hinh: {json.dumps(item)}\n" for item in (name, *more))
    text = f"{GOOD}- muc: Hình\n  doan_van:\n{shown}"
    (folder / "k.yaml").write_text(text, encoding="utf-8")


def said(run: Run, folder: Path) -> list[str]:
    """Each finding: its place, its reason."""
    found = json.loads(run("check", "k.yaml", "--format", "json", cwd=folder).out)
    return [
        f"{item['line']}:{item['column']} {item['message'].partition('”: ')[2]}"
        for item in found["findings"]
        if item["rule"] == "KH042"
    ]


def test_a_picture_of_the_plans_folder_is_printed(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "hinh/a.png")
    assert said(run, tmp_path) == []
    assert run("render", "k.yaml", cwd=tmp_path).exit == 0
    with zipfile.ZipFile(tmp_path / "k.docx") as package:
        assert package.read("word/media/image1.png") == PNG


def test_a_backslash_parts_folders_as_windows_writes_it(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "hinh\\a.png")
    assert said(run, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../ngoai.png", "tệp nằm ngoài thư mục của kế hoạch"),
        ("hinh/../../ngoai.png", "tệp nằm ngoài thư mục của kế hoạch"),
        ("noi.png", "tệp nằm ngoài thư mục của kế hoạch"),
        ("/etc/passwd", "chỉ ghi đường dẫn tính từ thư mục của kế hoạch, như hinh/so-do.png"),
        ("C:\\a.png", "chỉ ghi đường dẫn tính từ thư mục của kế hoạch, như hinh/so-do.png"),
        ("\\\\may\\a.png", "chỉ ghi đường dẫn tính từ thư mục của kế hoạch, như hinh/so-do.png"),
        ("khong-co.png", "không có tệp khong-co.png"),
        ("hinh", "hinh là một thư mục; ghi cả tên tệp trong đó"),
        ("http://a.vn/b.png", "kehoach không mở mạng, chỉ lấy tệp nằm cạnh kế hoạch"),
        ("chu.png", "tệp không phải hình PNG hay JPEG"),
        ("cut.png", "tệp hình bị hỏng hoặc bị cắt cụt"),
    ],
)
def test_what_cannot_be_printed_is_said_with_its_place_and_stops_the_render(
    run: Run, tmp_path: Path, name: str, reason: str
) -> None:
    folder = tmp_path / "ke hoach"
    put(folder, name)
    (tmp_path / "ngoai.png").write_bytes(PNG)
    (folder / "noi.png").symlink_to(tmp_path / "ngoai.png")
    (folder / "chu.png").write_text("chữ", encoding="utf-8")
    (folder / "cut.png").write_bytes(PNG[:-20])
    assert said(run, folder) == [f"13:11 {reason}"]
    status, _, err = run("render", "k.yaml", cwd=folder)
    assert (status, "KH042" in err, (folder / "k.docx").exists()) == (1, True, False)
    assert run("render", "k.yaml", "--draft", "--txt", cwd=folder).out.count("[Chưa có hình: ") == 1


def test_pictures_too_large_alone_or_together_are_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "hinh/a.png", "hinh/a.png")
    monkeypatch.setattr(beside, "_MAX_PICTURES", 2 * len(PNG) - 1)
    assert said(run, tmp_path) == ["14:11 các hình cộng lại lớn hơn 0 MB"]
    monkeypatch.setattr(beside, "_MAX_PICTURE", len(PNG) - 1)
    assert said(run, tmp_path)[0] == "13:11 tệp lớn hơn 0 MB"


def test_a_picture_that_may_not_be_read_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "hinh/a.png")

    def locked(*_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(beside, "open", locked, raising=False)
    (found,) = said(run, tmp_path)
    assert "Không được phép đọc" in found


def test_a_picture_named_in_an_attached_part_stands_beside_the_plan(
    run: Run, tmp_path: Path
) -> None:
    put(tmp_path, "hinh/a.png")
    (tmp_path / "hinh" / "phan.yaml").write_text("hinh: hinh/a.png\n", encoding="utf-8")
    with (tmp_path / "k.yaml").open("a", encoding="utf-8") as file:
        file.write("- kem_tep: hinh/phan.yaml\n")
    assert said(run, tmp_path) == []
