"""Known findings of an old plan, and those that are new."""

import pytest

from kehoach_cli.checks.baseline import keys_of, read_baseline, write_baseline
from kehoach_cli.checks.checker import check
from kehoach_cli.errors import KehoachError
from tests.conftest import ReadPlan
from tests.places import places

OLD = "loi_dan: a , b\nloi_ket: c , d\n"


def new(plan: ReadPlan, text: str) -> list[str]:
    """The findings on spaces that the old plan did not have."""
    known = read_baseline(write_baseline(keys_of(check(plan(OLD)))), "nen.json")
    return [item for item in places(known.new(check(plan(text)))) if item.startswith("KH501")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (OLD, []),
        (f"# thêm một dòng\n\n{OLD}", []),
        ("loi_ket: c ,   d\n", []),
        (f"{OLD}noi_dung: ['e , f']\n", ["KH501 3:14-15"]),
        ("loi_dan: a , b , c\n", ["KH501 1:11-12", "KH501 1:15-16"]),
        ("noi_dung:\n- loi_dan: a , b\n- muc: g\n", []),
    ],
)
def test_known_findings_are_passed_over_wherever_their_line_moved(
    plan: ReadPlan, text: str, found: list[str]
) -> None:
    assert new(plan, text) == found


def test_what_stops_printing_is_never_known(plan: ReadPlan) -> None:
    found = check(plan("loi_dan: '{{ tog }}'\n"))
    known = read_baseline(write_baseline(keys_of(found)), "nen.json")
    assert "KH025" in {item.rule.id for item in known.new(found)}


def test_a_known_finding_is_passed_over_once_whichever_file_it_stands_in(plan: ReadPlan) -> None:
    found = [item for item in check(plan(OLD)) if item.rule.id == "KH501"]
    known = read_baseline(write_baseline(keys_of(found)), "nen.json")
    assert (known.new(found), known.new(found)) == ([], found)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": [{}]}', '{"findings": 1}', "["])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(KehoachError, match=r"nen\.json"):
        read_baseline(text, "nen.json")
