"""docs/nhieu-ke-hoach.md: its commands run and print what is shown; it names every place."""

import re
import shlex
from pathlib import Path

import pytest

from kehoach_cli.cli import naming
from tests.cli.samples import GOOD
from tests.conftest import Run

PAGE = Path(__file__).parent.parent / "docs" / "nhieu-ke-hoach.md"
TEXT = PAGE.read_text(encoding="utf-8")
COMMANDS = re.findall(r"^kehoach ([^#>\n]*?)(?:(?: 2)?>.*| +#.*)?$", TEXT, re.MULTILINE)
SAID = re.compile(r"(?<=<!-- said:begin -->\n).*?(?=<!-- said:end -->)", re.DOTALL)
NAMES = re.compile(r"(?<=<!-- names:begin -->\n).*?(?=<!-- names:end -->)", re.DOTALL)
FILES = ("ke-hoach/xa-an-binh/chuyen-doi-so.yaml", "ke-hoach/xa-hoa-hung/chuyen-doi-so.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a plan of two communes, and a list of them."""
    for name in FILES:
        text = GOOD.replace("tỉnh Tiền Giang", "xã An Bình" if "an-binh" in name else "xã Hòa Hưng")
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "danh-sach.txt").write_text("\n".join(FILES), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(run: Run, folder: Path, command: str) -> None:
    status, _, err = run(*shlex.split(command.replace("-j 0", "-j 1")), cwd=folder)
    assert status == 0, err


def test_it_shows_what_is_said(run: Run, folder: Path, request: pytest.FixtureRequest) -> None:
    bad = folder / FILES[1]
    lines = bad.read_text(encoding="utf-8").splitlines(keepends=True)
    bad.write_text("".join(line for line in lines if "nguoi_ky" not in line), encoding="utf-8")
    (shown,) = SAID.findall(TEXT)
    command = re.search(r"^\$ kehoach (.*)$", shown, re.MULTILINE)
    assert command
    status, out, err = run(*shlex.split(command[1]), cwd=folder)
    told = "".join(line + "\n" for line in err.splitlines() if "giây" not in line.casefold())
    wanted = f"```console\n{command[0]}\n{told}```\n"
    if request.config.getoption("--update-golden"):
        PAGE.write_text(SAID.sub(lambda _: wanted, TEXT), encoding="utf-8")
        return
    assert (status, out) == (2, "")
    assert shown == wanted


def test_it_names_every_place_of_a_pattern() -> None:
    (table,) = NAMES.findall(TEXT)
    named = re.findall(r"^\| `\{(\w+)\}` \|", table, re.MULTILINE)
    assert named == [*naming._OF_FILE, *naming._OF_PLAN, naming.SUFFIX]
