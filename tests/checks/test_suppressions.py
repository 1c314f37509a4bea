"""Comments that answer for a finding, and what is wrong with such comments."""

import pytest

from kehoach_cli.checks.checker import check
from tests.conftest import ReadPlan
from tests.places import places

SPACE = "KH501"


def told(plan: ReadPlan, text: str) -> list[str]:
    """The findings on spaces and on comments."""
    return [item for item in places(check(plan(text))) if item[:5] in (SPACE, *_OWN)]


_OWN = ("KH090", "KH091", "KH092")


@pytest.mark.parametrize(
    "text",
    [
        "loi_dan: a , b  # kehoach: bỏ qua KH501 vì bản gốc\n",
        "# kehoach: bỏ qua KH501 vì bản gốc\nloi_dan: a , b\n",
        "# kehoach: bo qua KH501 vi ban goc\n\n# khác\nloi_dan: a , b\n",
        "loi_dan: a , b  #  kehoach:  bỏ qua KH501  vì bản gốc\n",
        "# kehoach: bỏ qua KH501 vì bản gốc\nloi_dan: |\n  a\n\n  b , c\n",
        "noi_dung:  # kehoach: bỏ qua KH501 vì bản gốc\n  - muc: a , b\n  - muc: c , d\n",
        "noi_dung:\n# kehoach: bỏ qua KH501, KH501 vì bản gốc\n- muc: a\n  doan_van: b , c\n",
    ],
)
def test_a_comment_with_a_reason_answers_for_its_lines(plan: ReadPlan, text: str) -> None:
    assert told(plan, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("loi_dan: a , b  # kehoach: bỏ qua KH501\n", ["KH501 1:11-12", "KH090 1:17-40"]),
        ("loi_dan: a , b  # kehoach: bỏ qua KH501 vì\n", ["KH501 1:11-12", "KH090 1:17-43"]),
        ("loi_dan: a , b  # kehoach: bỏ qua KH999 vì x\n", ["KH501 1:11-12", "KH091 1:17-45"]),
        ("loi_dan: a , b  # kehoach: bỏ qua hết vì x\n", ["KH501 1:11-12", "KH091 1:17-43"]),
        ("loi_dan: a  # kehoach: bỏ qua KH501 vì x\n", ["KH092 1:13-41"]),
        (
            "# kehoach: bỏ qua KH501 vì x\nmau: a\nloi_dan: a , b\n",
            ["KH092 1:1-29", "KH501 3:11-12"],
        ),
        ("loi_dan: 'a , b # kehoach: bỏ qua KH501 vì x'\n", ["KH501 1:12-13"]),
        ("loi_dan: |\n  a , b # kehoach: bỏ qua KH501 vì x\n", ["KH501 2:4-5"]),
        ("loi_dan: a , b\n# kehoach: bỏ qua KH501 vì x", ["KH501 1:11-12", "KH092 2:1-29"]),
    ],
)
def test_a_comment_that_does_not_hold_is_told(plan: ReadPlan, text: str, found: list[str]) -> None:
    assert told(plan, text) == found


def test_what_stops_printing_cannot_be_passed_over(plan: ReadPlan) -> None:
    found = check(plan("loi_dan: '{{ tog }}'  # kehoach: bỏ qua KH025 vì x\n"))
    assert {"KH025", "KH092"} <= {item.rule.id for item in found}
