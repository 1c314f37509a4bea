"""Lines of plain text."""

from kehoach_cli.document.text_lines import Words


def test_a_figure_in_a_narrow_column_stands_to_the_right() -> None:
    assert Words("80", align="right").lines(3) == [" 80"]
