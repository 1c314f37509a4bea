"""Certain repairs: every other letter stays, and nothing gets worse."""

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.repair import repaired
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.edit import Edit, edited, to_bytes
from kehoach_cli.source.text import Source, read_source


def examine(source: Source) -> list[Diagnostic]:
    return check(read_plan(source))


def mended(text: str) -> str:
    source = read_source("a.yaml", text.encode("utf-8"))
    return repaired(source, examine(source), examine).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("loi_dan: a , b  # ghi chú , giữ\n", "loi_dan: a, b  # ghi chú , giữ\n"),
        ("loi_dan: 'a , b'\r\nloi_ket: c ;\r\n", "loi_dan: 'a, b'\r\nloi_ket: c;\r\n"),
        ("noi_dung:\n- doan_van: |\n    - a , b\n      + c , d\n", None),
        ('loi_dan: "a , b \\" c"\n', 'loi_dan: "a, b \\" c"\n'),
        ('loi_dan: "a , b \\" c , d"\n', 'loi_dan: "a, b \\" c, d"\n'),
        ("loi_dan: 'a ''b'' c , d'\n", "loi_dan: 'a ''b'' c, d'\n"),
        ("loi_dan: 'a , b\n  c , d'\n", "loi_dan: 'a , b\n  c , d'\n"),
        ("loi_dan: e\u0302 , b\n", "loi_dan: e\u0302 , b\n"),
    ],
)
def test_only_the_wrong_letters_change(before: str, after: str | None) -> None:
    assert mended(before) == (before.replace(" ,", ",") if after is None else after)


def test_without_a_certain_repair_the_source_is_the_same() -> None:
    source = read_source("a.yaml", b"loi_dan: a\n")
    assert repaired(source, examine(source), examine) is source


def findings(source: Source, *repairs: tuple[int, int, str]) -> list[Diagnostic]:
    """The finding of a space, as though it were mended in other ways."""
    found = next(item for item in examine(source) if item.rule.id == "KH501")
    spans = [(found.span._replace(start=a, end=b), text) for a, b, text in repairs]
    return [found.but(span=span, repair=text) for span, text in spans]


def test_a_repair_that_brings_another_fault_is_left_out() -> None:
    source = read_source("a.yaml", b"loi_dan: a , b\nloi_ket: c\n")
    wrong, right = (0, 1, "\t"), (10, 11, "")
    after = repaired(source, findings(source, wrong, right), examine)
    assert after.text == "loi_dan: a, b\nloi_ket: c\n"
    assert repaired(source, findings(source, wrong), examine) is source


def test_of_edits_that_overlap_the_first_counts() -> None:
    source = read_source("a.yaml", b"abcdef")
    assert edited(source, [Edit(2, 5, "x"), Edit(0, 3, "y"), Edit(5, 6, "")]).text == "yde"


def test_the_bytes_come_back_in_their_own_encoding() -> None:
    for data in (b"\xef\xbb\xbfa: \xe1\xba\xbf\r\n", "\ufeffa: ế\n".encode("utf-16-le")):
        assert to_bytes(read_source("a.yaml", data)) == data
