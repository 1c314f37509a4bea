"""What an imported file calls its pictures decides nothing about where they are written."""

import io
import os
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Run
from tests.imports.books import changed
from tests.pictures import picture

PICTURE = picture("png", (300, 150))
PART, RELATIONS = "word/media/image1.png", "word/_rels/document.xml.rels"
NAMES = (
    *("../../../la.png", "../../../../../../../../tmp/la.png", "/etc/la.png", "C:\\la.png"),
    *("..\\..\\la.png", "\\\\may\\chia-se\\la.png", "CON", "PRN.png", "aux.png", "media/NUL"),
    *("la.png:khac", "media/.la.png", "media/la.exe", "media/la\u202egnp.exe", "media/%2e%2e/la"),
    *("media/" + "l" * 4_000, "media/-rf", "media/$(id)", "media/ ", "kehoach.yaml", "a.yaml"),
)


def named(name: str) -> bytes:
    """A Word file whose picture is a part of this name."""
    document = Document()
    document.add_paragraph("I. MỤC TIÊU")
    document.add_picture(io.BytesIO(PICTURE), width=5_000_000)
    buffer = io.BytesIO()
    document.save(buffer)

    def change(files: dict[str, bytes]) -> None:
        target = name.replace("&", "&amp;").encode()
        files[RELATIONS] = files[RELATIONS].replace(b"media/image1.png", target)
        whole = name.removeprefix("/") if name.startswith("/") else f"word/{name}"
        files[whole] = files.pop(PART)

    return changed(buffer.getvalue(), change)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:20].encode("unicode_escape"))
def test_a_picture_is_written_under_a_name_of_ours(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "x" / "y"
    folder.mkdir(parents=True)
    (folder / "a.docx").write_bytes(named(name))
    assert run("import", "a.docx", cwd=folder).exit == 0
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert written - {"x/y/a-hinh/hinh-1.png"} == {"x/y/a.docx", "x/y/a.yaml"}
    assert not os.path.lexists("/tmp/la.png")  # noqa: S108 - where a part above would lead


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_folder_for_pictures_is_made_anew_and_no_link_is_followed(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "khac").mkdir()
    (tmp_path / "a-hinh").symlink_to("khac")
    (tmp_path / "a-hinh-2").symlink_to("khong-co")
    (tmp_path / "a.docx").write_bytes(named("media/image1.png"))
    assert run("import", "a.docx", cwd=tmp_path).exit == 0
    assert (tmp_path / "a-hinh-3" / "hinh-1.png").read_bytes() == PICTURE
    assert list((tmp_path / "khac").iterdir()) == []
    assert not (tmp_path / "khong-co").exists()


@pytest.mark.parametrize("name", ["CON", "nul", "-x", "..a", "$(id)", "a\nb", "\u202e"])
def test_a_folder_for_pictures_has_a_plain_name(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.docx").write_bytes(named("media/image1.png"))
    assert run("import", "a.docx", "-o", f"./{name}.yaml", cwd=tmp_path).exit == 0
    (folder,) = (path.name for path in tmp_path.iterdir() if path.is_dir())
    assert folder.endswith("-hinh")
    assert folder.isprintable()
    assert not folder.startswith((".", "-"))
    assert not set(folder) & set("$()\n")
