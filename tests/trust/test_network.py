"""No command opens a socket, asks for a name on the network, or loads what would."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Run
from tests.imports.books import paragraph, saved, word, workbook
from tests.imports.samples import PLAN

_REACHES_OUT = ("socket.", "http.client.", "urllib.", "ftplib.", "smtplib.", "webbrowser.")
_watched: list[list[str]] = []


def _watch(event: str, _args: object) -> None:
    if _watched and event.startswith(_REACHES_OUT):
        _watched[-1].append(event)
        raise PermissionError(event)


sys.addaudithook(_watch)  # cannot be taken away again; idle but for these tests


@contextmanager
def watched() -> Iterator[list[str]]:
    """The events in which this process reached out, each of them refused."""
    _watched.append([])
    try:
        yield _watched[-1]
    finally:
        _watched.pop()


LINKS = GOOD.replace("quả.", "quả, xem http://a.invalid/x và ![](http://a.invalid/x.png).").replace(
    "noi_nhan:", "kinh_gui: http://a.invalid\n  noi_nhan:"
)
TABLE: list[list[object]] = [["TT", "Tên dự án", "Tổng kinh phí"], [1, "Mạng", 5], [2, "Máy", 6]]
PAGE = "<html><link href='http://a.invalid'><img src='http://a.invalid'><p>I. MỤC TIÊU</p></html>"
SPACE = "a.yaml"


def begun(folder: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(LINKS.replace("quả,", "quả ,"), encoding="utf-8")
    (folder / "a.txt").write_text(PLAN, encoding="utf-8")
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    (folder / "a.csv").write_text("TT;Tên dự án;Tổng kinh phí\n1;Mạng;5\n", encoding="utf-8")
    (folder / "a.docx").write_bytes(word(paragraph("I. MỤC TIÊU") + paragraph("http://a.invalid")))
    (folder / "a.xlsx").write_bytes(saved(workbook(TABLE)))


@pytest.mark.parametrize(
    "command",
    [
        "check a.yaml", "check a.yaml --fix", "check . --format sarif", "check a.yaml --diff",
        "render a.yaml -o r.docx", "render a.yaml --html", "render a.yaml --txt",
        "render a.yaml --json", "render a.yaml --mau-docx a.docx -o r.docx",
        "fill a.yaml --no-input --tat-ca", "fill a.yaml --no-input --dat van_ban.dia_danh=A",
        "new --danh-sach", "new --tu a.yaml --thoi-ky 2027", "undo a.yaml",
        "new --no-input --mau ke-hoach-nam --co-quan UBND --thoi-ky 2027 --dry-run",
        "import a.txt -o -", "import a.html -o -", "import a.csv -o -", "import a.docx -o -",
        "import a.xlsx -o -", "import a.xlsx --vao b.yaml", "explain KH401", "rules --json",
        "schema", "--help", "--version", "doctor", "doctor --json",
        "check . -j 1", "render a.yaml b.yaml -j 1 --html",
    ],
)  # fmt: skip
def test_no_command_reaches_out(run: Run, tmp_path: Path, command: str) -> None:
    begun(tmp_path)
    with watched() as events:
        done = run(*command.split(), cwd=tmp_path)
    assert events == []
    assert done.exit in (0, 1, 2), done.err


def test_the_watch_sees_who_reaches_out() -> None:
    import socket

    with watched() as events, pytest.raises(PermissionError):
        socket.create_connection(("a.invalid", 80))
    assert events == ["socket.getaddrinfo"]


@pytest.mark.parametrize("key", ["kem_tep", "hinh"])
def test_an_address_is_no_file(run: Run, tmp_path: Path, key: str) -> None:
    text = GOOD.replace("doan_van: Nâng cao hiệu quả.", f"{key}: https://a.invalid/x.png")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with watched() as events:
        run("check", "a.yaml", cwd=tmp_path)
    assert events == []
