"""The man page says what the commands declare, and roff reads it."""

import shutil
import subprocess

import pytest

from kehoach_cli.cli.command_tree import described
from kehoach_cli.cli.commands import program
from tests.conftest import Golden
from tools.man_page import PAGE, man_page


def test_the_page_is_what_the_commands_declare(golden: Golden) -> None:
    golden(PAGE, man_page())


def test_every_command_and_option_is_on_it() -> None:
    page = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    for command in described(program()):
        names = [name for option in command.options for name in option.names]
        assert all(f"\\fB{name}\\fR" in page for name in names)
        assert command.help in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_roff_reads_it_without_a_warning() -> None:
    command = ["groff", "-ww", "-Kutf8", "-man", "-Tutf8", "-P-c", str(PAGE)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    assert "kehoach render" in done.stdout.decode("utf-8")
