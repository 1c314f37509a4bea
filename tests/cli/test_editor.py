"""A long text in the user's own editor."""

import ast
import os
import sys
from pathlib import Path

import pytest

from kehoach_cli.cli import asking
from kehoach_cli.cli.editor import edited
from kehoach_cli.cli.machine import LIBRARIES
from kehoach_cli.errors import KehoachError

posix = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")
_WITH_OTHERS = {"prompt_toolkit", "kehoach_cli"}
"""questionary is made of the first, and hands its parts on."""


def editor(folder: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "soạn thảo"
    program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{program}' -n")


@posix
@pytest.mark.parametrize(
    ("line", "text"),
    [('echo "- Hai" >> "$2"', "Một\n- Hai\n"), (":", None), ('printf "" > "$2"', "")],
)
def test_the_text_is_as_the_editor_saved_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, text: str | None
) -> None:
    editor(tmp_path, line, monkeypatch)
    assert edited("Một\n") == text


@posix
def test_the_first_editor_of_the_machine_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nano").write_text('#!/bin/sh\nprintf Hai > "$1"\n', encoding="utf-8")
    (tmp_path / "nano").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert edited("Một") == "Hai"
    (tmp_path / "nano").unlink()
    with pytest.raises(KehoachError, match="EDITOR"):
        edited("Một")


@posix
@pytest.mark.parametrize("name", ["", "'", "/khong/co"])
def test_an_editor_that_fails_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    editor(tmp_path, "exit 3", monkeypatch)
    if name:
        monkeypatch.setenv("EDITOR", name)
    assert asking._edit("Một") is None
    assert "EDITOR" in capsys.readouterr().err


def test_only_packages_that_are_asked_for_are_imported() -> None:
    import kehoach_cli

    found = set()
    for file in Path(kehoach_cli.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    wanted = {name.partition(".")[0] for name in LIBRARIES}
    assert found - set(sys.stdlib_module_names) - _WITH_OTHERS <= wanted
