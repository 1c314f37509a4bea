"""A new plan of every kind prints at once, in every form."""

from pathlib import Path

import pytest

from kehoach_cli.plan.plan_kinds import kind_keys
from tests.conftest import Run
from tests.gates import all_gates

_OF_EACH_FORM = ("chuyen-doi-so-nam", "ke-hoach-giai-doan", "quyet-dinh-ke-hoach")


@pytest.mark.parametrize("kind", kind_keys())
def test_a_new_plan_prints_in_every_form(run: Run, tmp_path: Path, kind: str) -> None:
    made = ("--mau", kind, "--co-quan", "UBND xã Bát Xát, tỉnh Lào Cai", "--thoi-ky", "2026-2030")
    assert run("new", *made, "-o", "a.yaml", cwd=tmp_path).exit == 0
    forms = ("--docx", "--html", "--txt", "--json", "--xlsx")
    status, _, _ = run("render", "a.yaml", "--draft", *forms, "-o", ".", cwd=tmp_path)
    assert status == 0
    if kind in _OF_EACH_FORM:
        all_gates(tmp_path / "a.docx")
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "UBND TỈNH LÀO CAI" in text
    assert "[điền" in text
    assert "chưa rõ" not in text
