"""What a reader can hold in mind: short modules and short functions."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

LINES, BODY = 250, 40
MODULES = sorted((ROOT / "kehoach_cli").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_and_its_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= BODY]
    assert (text.count("\n") <= LINES, long) == (True, [])
