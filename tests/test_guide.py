"""Every command in the user guide is run, and says what its page shows."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import Golden, Say
from tests.test_docs import anchor
from tools.guide import Part, agrees, parts, played, shortened, steps

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
RUN = re.compile("^```(console|powershell|sh)$", re.MULTILINE)
OWN_TEST = "<!-- said:begin -->"
"""In a page whose commands another test runs."""
PAGES = [
    page
    for page in sorted(DOCS.glob("*.md"))
    if RUN.search(text := page.read_text("utf-8")) and OWN_TEST not in text
]
LARGEST = 100_000  # bytes of a picture
SHOWN_ONLY = ("sh", "powershell")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_its_commands_say(
    page: Path, say: Say, tmp_path: Path, golden: Golden
) -> None:
    text = page.read_text(encoding="utf-8")
    if "$ git " in text and shutil.which("git") is None:
        pytest.skip("needs git")
    now, place = "", 0
    for part in parts(text):
        if part.kind == "console":
            now += text[place : part.start] + played(part.text, say)
            place = part.start + len(part.text)
        else:
            done(part, say, tmp_path / "ke-hoach")
    golden(page, now + text[place:])


def done(part: Part, say: Say, folder: Path) -> None:
    """Do what a part that shows no answer asks for."""
    if part.kind == "tệp":
        file = folder / part.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(part.text, encoding="utf-8")
    elif part.kind == "chép":
        shutil.copy(ROOT / part.text, folder)
    elif part.kind == "hình":
        assert (DOCS / part.text.split(",")[0]).stat().st_size < LARGEST
        assert (folder / part.text.split()[-1]).is_file()
    elif part.kind == "chạy":
        say(part.text)
    elif part.kind in SHOWN_ONLY:
        typed_alone(part.text, part.name, say)


def typed_alone(block: str, tried: str, say: Say) -> None:
    """Run the commands of kehoach in a block; the others have been run where the page says."""
    for line in block.splitlines():
        command = re.split(r"\s+# ", line)[0].strip()
        if command.startswith("kehoach "):
            said = "\n".join(say(command))
            assert not re.search(r"--help$|Traceback|Không tìm thấy| đã có[;,] ", said), said
        elif command and not command.startswith("#"):
            assert tried, f"no remark says where this is tried: {command}"
            names = tried.partition("thử ở: ")[2].removesuffix("-->\n")
            assert all((ROOT / name.strip()).is_file() for name in names.split(",") if names)


@pytest.mark.parametrize(
    ("shown", "said", "agree"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "b"], ["a", "c"], False),
        (["a", "…"], ["a", "b", "c"], True),
        (["a", "…"], ["a"], True),
        (["…", "c"], ["a", "b", "c"], True),
        (["a", "…", "c"], ["a", "c"], True),
        (["a", "…", "c"], ["a", "b"], False),
        (["…"], [], True),
        (["kehoach …, Python …"], ["kehoach 1, Python 3"], True),
        (["a.c"], ["abc"], False),
        ([], [], True),
        ([], ["a"], False),
    ],
)
def test_dots_stand_for_what_is_left_out(shown: list[str], said: list[str], agree: bool) -> None:
    assert agrees(shown, said) is agree


def test_a_page_is_rewritten_with_as_much_left_out_as_before() -> None:
    assert shortened(["x", "…", "y"], ["1", "2", "3", "4"]) == ["1", "…", "4"]
    assert shortened(["x", "…"], ["1", "2", "3"]) == ["1", "…"]
    assert shortened(["x"], ["1", "2"]) == ["1", "2"]
    assert played("$ a\nold\n$ b\n", lambda command: [command * 2]) == "$ a\naa\n$ b\nbb\n"


def test_a_page_is_cut_into_what_is_run() -> None:
    page = (
        "x\n<!-- tệp: a.yaml -->\n```yaml\nk: v\n```\n<!-- chép: b -->\n"
        "```console\n$ a \\\n  b\n1\n$ c\n```\n"
        "<!-- thử ở: t -->\n```sh\nmake\n```\n```yaml\nz\n```\n"
    )
    found = [(part.kind, part.text, part.name) for part in parts(page)]
    assert found == [
        ("tệp", "k: v\n", "a.yaml"),
        ("chép", "b", ""),
        ("console", "$ a \\\n  b\n1\n$ c\n", ""),
        ("sh", "make\n", "<!-- thử ở: t -->\n"),
        ("yaml", "z\n", ""),
    ]
    assert [tuple(step) for step in steps(found[2][1])] == [("a \\\n  b", ["1"]), ("c", [])]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_to_headings_that_are_there(page: Path) -> None:
    for file, name in re.findall(r"\]\(([\w./-]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        text = (DOCS / (file or page.name)).read_text(encoding="utf-8")
        assert name in {anchor(line) for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.stem)
def test_every_page_is_in_the_index(page: Path) -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    assert page.name == "README.md" or f"({page.name})" in index
