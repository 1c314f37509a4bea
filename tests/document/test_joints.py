"""What was typed where lines are set, and where it is marked."""

import pytest

from kehoach_cli.document.joints import (
    in_breaks,
    in_paragraphs,
    in_spaces,
    joints,
    typed_lines,
)
from kehoach_cli.document.model import Paragraph, Run


@pytest.mark.parametrize(
    ("text", "lines", "found"),
    [
        ("A B\nC D", ["A", "B", "C D"], [" ", "\n"]),
        ("CHUYỂN-ĐỔI SỐ", ["CHUYỂN-", "ĐỔI", "SỐ"], ["", " "]),
        ("A \n\n B", ["A", "B"], ["\n"]),
        ("A\u2028B\u00a0C  D", ["A\u2028B\u00a0C", "D"], [" "]),
        ("", [""], []),
    ],
)
def test_a_joint_is_what_the_text_has_between_two_lines(
    text: str, lines: list[str], found: list[str]
) -> None:
    assert joints(text, lines)[1:] == found


def test_only_a_blank_that_was_not_typed_is_marked() -> None:
    lines = ["A", "B", "C"]
    assert in_breaks("A B\nC", lines) == (Run("A"), Run("\n", joint=" "), Run("B\nC"))
    assert in_spaces("A\nB C", lines) == (Run("A"), Run(" ", joint="\n"), Run("B C"))


def test_lines_of_paragraphs_are_told_from_names_of_their_own() -> None:
    found = in_paragraphs("quyen_han_ky", "A B\nC", ["A", "B", "C"])
    assert [one.runs[0].joint for one in found] == [None, " ", None]
    assert typed_lines([*found, Paragraph("quyen_han_ky", ())]) == ["A B", "C", ""]
