"""docs/hoi-dap.md: what beginners trip over is told by its rule, and mended as shown."""

import re

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.conftest import ROOT
from tests.places import rules

PAGE = (ROOT / "docs" / "hoi-dap.md").read_text(encoding="utf-8")
TABLE = re.search(r"<!-- vấp:begin -->\n(.*?)<!-- vấp:end -->", PAGE, re.DOTALL)
ROWS = re.findall(r"^\| `(.+)` \| (KH\d+) \| `(.+)` \|$", TABLE[1] if TABLE else "", re.MULTILINE)


def told(line: str) -> list[str]:
    text = f"van_ban:\n  {line}\n  danh_so: I/1/a)\nnoi_dung: [{{muc: Mục tiêu, doan_van: Chữ.}}]\n"
    return rules(check(read_plan(read_source("a.yaml", text.encode()))))


def test_the_table_has_rows() -> None:
    assert TABLE is not None
    assert len(ROWS) == TABLE[1].count("\n") - 2


@pytest.mark.parametrize(("typed", "rule", "right"), ROWS)
def test_a_slip_is_told_and_mended_as_the_page_shows(typed: str, rule: str, right: str) -> None:
    assert rule in told(typed)
    assert rule not in told(right)
