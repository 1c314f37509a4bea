"""TAB in four shells: the scripts are written from the commands and run by the shells."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kehoach_cli.checks.rules import RULES
from kehoach_cli.cli.command_tree import described
from kehoach_cli.cli.commands import program
from kehoach_cli.cli.shells import SCRIPTS
from tests.conftest import Run

LINES = (
    ("kehoach d", {"doctor"}),
    ("kehoach check --fo", {"--format"}),
    ("kehoach check --format sa", {"sarif"}),
    ("kehoach check ke.yaml --severity c", {"cảnh báo"}),
    ("kehoach explain KH60", {rule.id for rule in RULES if rule.id.startswith("KH60")}),
    ("kehoach new --mau ke-hoach-s", {"ke-hoach-so"}),
    ("kehoach completion f", {"fish"}),
)


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"needs {shell}")


def asked(command: list[str], folder: Path) -> set[str]:
    """The words that a shell offers, told one a line."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    words = done.stdout.decode("utf-8").splitlines()
    return {word.partition("\t")[0].replace("\\", "") for word in words if word}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_names_every_command_and_option(run: Run, shell: str) -> None:
    status, out, err = run("completion", shell)
    assert (status, err) == (0, "")  # a shell that runs it at its start tells nothing
    for command in described(program()):
        assert command.name in out
        names = [name for option in command.options for name in option.names]
        assert all(re.search(rf"[-\s']{name.lstrip('-')}\b", out) for name in names)


def test_a_shell_that_is_none_of_ours_is_told(run: Run) -> None:
    status, out, err = run("completion", "tcsh")
    assert (status, out) == (2, "")
    assert "bash, zsh, fish, powershell" in err


@needs("bash")
@pytest.mark.parametrize(("line", "words"), [*LINES, ("kehoach check ", set())])
def test_bash_offers_the_words_without_starting_kehoach(
    run: Run, tmp_path: Path, line: str, words: set[str]
) -> None:
    (tmp_path / "kehoach.bash").write_text(run("completion", "bash").out, encoding="utf-8")
    typed = line.split(" ")
    code = (
        "source kehoach.bash; kehoach() { echo started; }; "
        f"COMP_WORDS=({' '.join(repr(word) for word in typed)}); COMP_CWORD={len(typed) - 1}; "
        "_kehoach; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    assert asked(["bash", "--norc", "-c", code], tmp_path) == words


@needs("fish")
@pytest.mark.parametrize(("line", "words"), [*LINES, ("kehoach check a-f", {"a-file.yaml"})])
def test_fish_offers_the_words(run: Run, tmp_path: Path, line: str, words: set[str]) -> None:
    (tmp_path / "a-file.yaml").touch()
    (tmp_path / "kehoach.fish").write_text(run("completion", "fish").out, encoding="utf-8")
    code = f"source kehoach.fish; complete -C '{line}'"
    assert asked(["fish", "--no-config", "-c", code], tmp_path) == words


@needs("zsh")
def test_zsh_reads_the_script(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kehoach.zsh").write_text(run("completion", "zsh").out, encoding="utf-8")
    code = (
        "autoload -Uz compinit; compinit -u -D; source ./kehoach.zsh; print $_comps[kehoach]; "
        "_describe() { print -l ${(P)2%%:*}; }; _files() { print files; }; "
        "words=(kehoach check --format ''); CURRENT=4; PREFIX=; _kehoach; "
        "words=(kehoach check ''); CURRENT=3; _kehoach; "
        "words=(kehoach che); CURRENT=2; PREFIX=che; _kehoach"
    )
    offered = asked(["zsh", "-f", "-c", code], tmp_path)
    assert {"_kehoach", "files", "sarif", "check", "render"} <= offered


def test_powershell_gets_plain_ascii_that_no_code_page_breaks(run: Run) -> None:
    script = run("completion", "powershell").out
    assert script.isascii()
    quoted = re.findall(r"'([^']*)'", script)
    told = {
        text.encode().decode("unicode_escape").encode("utf-16", "surrogatepass") for text in quoted
    }
    assert (
        "check\tKiểm tra kế hoạch: mỗi chỗ sai có dòng, cột, căn cứ và cách sửa.".encode("utf-16")
        in told
    )
    assert script.count("{") == script.count("}")
    assert script.count("(") == script.count(")")
