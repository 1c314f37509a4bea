"""The pictures of the user guide, from real pages: `python -m tools.pictures`.

A page of docs/ asks for one by a remark above it, where its commands have made the file:
<!-- hình: hinh/du-thao.png, trang 1 của ke-hoach.docx -->. LibreOffice and pdftoppm draw it.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from tools.guide import Part, parts, steps

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ASKED = re.compile(r"(?P<picture>[\w/-]+\.png), trang (?P<page>\d+) của (?P<file>[\w.-]+)")
DOTS = 72
"""Dots an inch: what is on the page can be read, and a picture stays below 100 KB."""
COLOURS = 16
_MARGIN = 24  # dots left below the last line of a page
_KEHOACH = f'kehoach() {{ "{sys.executable}" -m kehoach_cli "$@"; }}'


def draw(page: Path, folder: Path) -> list[Path]:
    """Play a page's commands in an empty folder and draw what it asks for."""
    drawn = []
    for part in parts(page.read_text(encoding="utf-8")):
        if part.kind == "hình":
            drawn.append(_drawn(part, folder))
        else:
            _play(part, folder)
    return drawn


def _play(part: Part, folder: Path) -> None:
    if part.kind == "tệp":
        (folder / part.name).write_text(part.text, encoding="utf-8")
    elif part.kind == "chép":
        shutil.copy(ROOT / part.text, folder)
    elif part.kind in ("console", "chạy"):
        commands = [step.command for step in steps(part.text)] or [part.text]
        script = "\n".join((_KEHOACH, *commands))
        environment = {"PYTHONPATH": str(ROOT), "HOME": str(folder), "PATH": "/usr/bin:/bin"}
        subprocess.run(
            ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, check=False
        )


def _drawn(part: Part, folder: Path) -> Path:
    asked = ASKED.fullmatch(part.text)
    if asked is None:
        raise ValueError(part.text)
    number, pdf = asked["page"], (folder / asked["file"]).with_suffix(".pdf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, str(folder / asked["file"])], capture_output=True, check=True)
    only = ["-f", number, "-l", number, "-singlefile"]
    drawing = ["pdftoppm", "-r", str(DOTS), "-gray", "-png", *only, str(pdf), str(folder / "trang")]
    subprocess.run(drawing, capture_output=True, check=True)
    target = DOCS / asked["picture"]
    target.parent.mkdir(exist_ok=True)
    with Image.open(folder / "trang.png") as image:
        _small(image.convert("L")).save(target, optimize=True)
    return target


def _small(image: Image.Image) -> Image.Image:
    """A page in few greys, cut below its last line, with a line around it."""
    inked = ImageChops.invert(image).getbbox()
    bottom = min(image.height, (inked[3] if inked else image.height) + _MARGIN)
    cut = image.crop((0, 0, image.width, bottom))
    return ImageOps.expand(cut, border=1, fill=160).quantize(COLOURS)


if __name__ == "__main__":
    for guide in sorted(DOCS.glob("*.md")):
        if "<!-- hình: " in guide.read_text(encoding="utf-8"):
            with tempfile.TemporaryDirectory(prefix="kehoach-hinh-") as made:
                for picture in draw(guide, Path(made)):
                    sys.stdout.write(f"{picture.relative_to(ROOT)}\n")
