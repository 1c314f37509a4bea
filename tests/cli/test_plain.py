import pytest

from kehoach_cli.cli.plain import Call, plain_call


@pytest.mark.parametrize(
    ("words", "call"),
    [
        (["a.yaml"], Call(["a.yaml"], None, frozenset())),
        (["a.yaml", "-o", "b.docx", "c.yaml"], Call(["a.yaml", "c.yaml"], "b.docx", frozenset())),
        (["--output", "-", "a.yaml"], Call(["a.yaml"], "-", frozenset())),
        (["-o", "b", "a.yaml", "-o", "c"], Call(["a.yaml"], "c", frozenset())),
        (
            ["--draft", "a.yaml", "--force", "--docx", "--draft"],
            Call(["a.yaml"], None, frozenset({"--draft", "--force", "--docx"})),
        ),
    ],
)
def test_a_plain_call_is_told_without_a_parser(words: list[str], call: Call) -> None:
    assert plain_call(words) == call


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["-"],
        ["--help"],
        ["--draft"],
        ["a.yaml", "--pdf"],
        ["a.yaml", "-ob.docx"],
        ["a.yaml", "--output=b.docx"],
        ["a.yaml", "-o"],
        ["a.yaml", "-o", "--force"],
        ["--", "a.yaml"],
    ],
)
def test_any_other_call_is_left_to_the_parser(words: list[str]) -> None:
    assert plain_call(words) is None
