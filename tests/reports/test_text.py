"""Findings as text: the caret stands under the letters meant."""

from collections import Counter
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.checks.checker import check, in_words
from kehoach_cli.checks.rules import BY_ID
from kehoach_cli.reports.text import excerpt, fitted, full, one_line, report, summary
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Source, Span
from kehoach_cli.vietnamese.columns import display_width
from tests.conftest import ReadPlan


def under(text: str, wanted: str) -> tuple[str, str]:
    """What the excerpt shows of a text, and what stands above the carets, column by column."""
    at = text.index(wanted)
    line, carets = excerpt(Span(Source("a.yaml", text), at, at + len(wanted)))
    start, end = carets.index("^"), len(carets)
    columns = "".join(char * display_width(char) for char in line)
    return line[8:], columns[start:end]


@pytest.mark.parametrize(
    ("text", "wanted", "marked"),
    [
        ("a: bcd", "bcd", "bcd"),
        ("kế hoạch: năm", "năm", "năm"),
        ("ke\u0302\u0301 hoa\u0323ch: n", "n", "n"),
        ("计划: b", "b", "b"),
        ("a: 计划", "计划", "计计划划"),
        ("\ta\tb", "b", "b"),
        ("a\x00b\u200bc", "c", "c"),
        ("x\r\na: b\r\n", "b", "b"),
        ("x\na: \u2028b", "b", "b"),
    ],
)
def test_the_caret_stands_under_the_letters_meant(text: str, wanted: str, marked: str) -> None:
    assert under(text, wanted)[1] == marked


def test_a_tab_takes_the_column_of_one_space() -> None:
    assert under("\ta: b", "b") == (" a: b", "b")


def test_signs_that_cannot_be_seen_are_shown() -> None:
    assert under("a\x1b\u202eb: c", "c") == ("a<U+001B><U+202E>b: c", "c")


def test_a_place_at_the_end_of_a_line_has_one_caret() -> None:
    source = Source("a.yaml", "ab\ncd")
    assert excerpt(Span(source, 2, 3)) == ["    1 | ab", "      |   ^"]
    assert excerpt(Span(source, 5, 6)) == ["    2 | cd", "      |   ^"]
    assert excerpt(Span(Source("a.yaml", ""), 0, 1)) == ["    1 | ", "      | ^"]


def test_a_finding_over_many_lines_is_marked_on_its_first() -> None:
    source = Source("a.yaml", "ab: c\nde: f\n")
    assert excerpt(Span(source, 4, 12)) == ["    1 | ab: c", "      |     ^"]


@pytest.mark.parametrize(("before", "shown"), [(0, 0), (49, 49), (50, 50), (51, 50), (5000, 50)])
def test_a_long_line_is_cut_around_the_place(before: int, shown: int) -> None:
    text = "x" * before + "HERE" + "y" * 5000
    line, marked = under(text, "HERE")
    assert (len(line), line.index("HERE"), marked) == (100, shown, "HERE")


def test_carets_do_not_run_past_a_line_that_is_cut() -> None:
    line, carets = excerpt(Span(Source("a.yaml", "x" * 300), 10, 290))
    assert len(carets) == len(line) == 108


@given(st.text(st.sampled_from("abế\u0301\u0300计\t\x00\u200b \n\r")), st.data())
def test_a_caret_is_drawn_for_every_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text) + 1))
    line, carets = excerpt(Span(Source("a.yaml", text), start, end))
    assert carets.lstrip(" |").strip("^") == ""
    assert carets.endswith("^")
    assert "\n" not in line
    assert "\r" not in line


def test_a_finding_names_place_severity_rule_clause_and_fix(plan: ReadPlan) -> None:
    found = check(plan("van_ban:\n  dia_danh: Ke\u0302\u0301\nnoi_dung: [A]\n"))
    text = full(next(item for item in found if item.rule.id == "KH029"))
    head, line, caret, fix = text.split("\n")
    assert head.startswith("ke-hoach.yaml:2:14: gợi ý: ")
    assert head.endswith(f"[KH029] ({BY_ID['KH029'].clause})")
    assert line == "    2 |   dia_danh: Ke\u0302\u0301"
    assert caret == "      |              ^"
    assert fix.startswith("      Cách sửa: ")


def test_a_rule_without_a_clause_names_none(plan: ReadPlan) -> None:
    (finding,) = check(plan("- a\n"))
    head = full(finding).split("\n")[0]
    assert head.endswith("[KH017]")
    assert one_line(finding) == f"{head}; {finding.fix}"


def test_findings_are_parted_by_an_empty_line(plan: ReadPlan) -> None:
    found = check(plan("mau: a\nmau: b\n"))
    assert report(found).split("\n\n") == [full(item) for item in found]
    assert report([]) == ""


def told(faults: list[Fault], files: int) -> str:
    return summary(Counter(item.severity for item in in_words(faults)), files)


def test_the_summary_counts_each_severity_there_is() -> None:
    span = Span(Source("a.yaml", "ab"), 0, 1)
    later = Span(Source("a.yaml", "ab"), 1, 2)
    facts = {"key": "x", "known": "y", "right": "z", "count": "1"}
    faults = [Fault(rule, at, facts) for at in (span, later) for rule in ("KH009", "KH010")]
    assert told([*faults, Fault("KH028", span, facts)], 3) == ("3 tệp: 2 lỗi, 2 cảnh báo, 1 gợi ý.")
    assert told(faults[:1], 1) == "1 tệp: 1 lỗi."


def test_the_summary_of_no_findings_says_so() -> None:
    assert told([], 2) == "2 tệp, không có gì phải sửa."


def test_a_whole_finding_reads_like_this(plan: ReadPlan) -> None:
    found = check(
        plan(
            """
            van_ban:
              ngay_ban_hanh: 31/02/2014
            """
        )
    )
    wanted = dedent(
        """\
        ke-hoach.yaml:3:18: lỗi: Ngày ban hành: không đọc được “31/02/2014” [KH013]
            3 |   ngay_ban_hanh: 31/02/2014
              |                  ^^^^^^^^^^
        """
    )
    finding = next(item for item in found if item.rule.id == "KH013")
    assert full(finding).startswith(wanted)


LONG = "Tổng kinh phí dự kiến năm 2026 của toàn tỉnh: 26.162 triệu đồng, trong đó ngân sách 500."


@pytest.mark.parametrize("room", [20, 40, 72, 200])
@pytest.mark.parametrize("wanted", ["Tổng", "26.162", "500"])
def test_on_a_terminal_a_long_line_is_cut_between_words(room: int, wanted: str) -> None:
    at = LONG.index(wanted)
    line, carets = fitted(Span(Source("a.yaml", LONG), at, at + len(wanted)), room)
    assert line[carets.index("^") :][: carets.count("^")] == wanted
    assert display_width(line) <= room + 8
    shown = line[8:].strip("…")
    assert set(shown.split()) <= set(LONG.split())
    assert (line[8] == "…") == (not LONG.startswith(shown))


@given(st.text(min_size=1), st.data(), st.integers(20, 120))
def test_a_cut_line_fits_with_its_carets(text: str, data: st.DataObject, room: int) -> None:
    source = Source("a.yaml", text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(source, start, data.draw(st.integers(start, len(text))))
    widest = room + 8 + len("<U+10FFFF>")
    assert all(display_width(line) <= widest for line in fitted(span, room))


def test_on_a_terminal_messages_are_cut_between_words(plan: ReadPlan) -> None:
    finding = check(plan(f"loi_dan: '{LONG} xxx'"))[-1]
    lines = full(finding, 60).split("\n")
    assert all(display_width(line) <= 60 for line in lines)
    told = " ".join(" ".join(lines).split())
    assert " ".join(full(finding).split("\n")[0].split()) in told
    assert full(finding, 60) != full(finding)
