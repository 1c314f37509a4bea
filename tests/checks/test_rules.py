"""Every rule: its id, its words, its own examples."""

import re
from string import Formatter

import pytest

from kehoach_cli.checks.checker import check
from kehoach_cli.checks.rule import Rule, Severity, shown
from kehoach_cli.checks.rules import BY_ID, RULES
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.places import rules

EVERY = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
ENCODINGS = {"KH001": ("utf-8", "surrogateescape"), "KH002": ("utf-16", "strict")}


def found(rule: Rule, example: str) -> list[str]:
    """The rules that an example breaks."""
    encoding, errors = ENCODINGS.get(rule.id, ("utf-8", "strict"))
    if example == rule.right:
        encoding = "utf-8"
    source = read_source("vi-du.yaml", example.encode(encoding, errors))
    return rules(check(read_plan(source)))


def test_ids_are_unique_and_in_order() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids)) == list(BY_ID)
    assert all(re.fullmatch(r"KH\d{3}", rule_id) for rule_id in ids)


@EVERY
def test_the_wrong_example_breaks_its_rule(rule: Rule) -> None:
    assert rule.id in found(rule, rule.wrong)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.find], ids=lambda rule: rule.id)
def test_of_the_rules_on_contents_the_wrong_example_breaks_one(rule: Rule) -> None:
    on_contents = {other.id for other in RULES if other.find}
    assert set(found(rule, rule.wrong)) & on_contents == {rule.id}
    assert not set(found(rule, rule.right)) & on_contents


@EVERY
def test_the_right_example_keeps_its_rule(rule: Rule) -> None:
    assert rule.id not in found(rule, rule.right)


@EVERY
def test_the_right_example_breaks_no_rule_that_stops_printing(rule: Rule) -> None:
    assert not [broken for broken in found(rule, rule.right) if BY_ID[broken].blocks]


@EVERY
def test_titles_messages_and_reasons_are_vietnamese_sentences(rule: Rule) -> None:
    for text in (rule.title, rule.message, rule.why):
        assert re.search("[à-ỹđ]", text.lower()), text
        assert "\n" not in text
    assert rule.title[0].isupper()
    assert rule.title[-1] != "."
    assert rule.message[-1] != "."
    assert rule.why[-1] == "."
    assert rule.fix[-1] != "."


@EVERY
def test_a_rule_on_contents_says_what_it_cannot_know(rule: Rule) -> None:
    assert rule.find is None or rule.limits.endswith(".")


@EVERY
def test_what_to_do_is_said_without_a_capital(rule: Rule) -> None:
    assert rule.fix[0] == "{" or rule.fix[0].islower()


@EVERY
def test_a_finding_is_one_line_with_every_fact_filled_in(rule: Rule) -> None:
    encoding, errors = ENCODINGS.get(rule.id, ("utf-8", "strict"))
    reading = read_plan(read_source("vi-du.yaml", rule.wrong.encode(encoding, errors)))
    finding = next(item for item in check(reading) if item.rule.id == rule.id)
    for text in (finding.message, finding.fix):
        assert text
        assert "\n" not in text
        assert not re.search(r"(?<!\{)\{[a-z]+\}", text)


@EVERY
def test_a_typed_text_is_quoted_with_its_braces(rule: Rule) -> None:
    names = {
        name
        for text in (rule.message, rule.fix, rule.near, rule.empty)
        for _, name, _, _ in Formatter().parse(text)
        if name
    }
    facts = dict.fromkeys(names | {"near"}, "{x} {{ y }} %s")
    assert all("{x} {{ y }} %s" in rule.say(facts) for _ in names if "{" in rule.message)
    assert rule.advise(facts)


@EVERY
def test_a_warning_does_not_stop_printing(rule: Rule) -> None:
    assert rule.severity is Severity.ERROR or not rule.blocks


def test_severities_have_a_word_for_people_and_one_for_programs() -> None:
    words = [(kind.value, kind.label) for kind in Severity]
    assert words == [("error", "lỗi"), ("warning", "cảnh báo"), ("info", "gợi ý")]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a\n  b\tc", "a b c"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\u200bb", "a<U+200B>b"),
        ("x" * 300, "x" * 199 + "…"),
        ("x" * 200, "x" * 200),
        ("ế", "ế"),
    ],
)
def test_a_typed_text_is_quoted_on_one_line_with_hidden_signs_shown(text: str, quoted: str) -> None:
    assert shown(text) == quoted


def test_the_nearest_name_is_offered_only_where_there_is_one() -> None:
    facts = {"name": "tihn", "near": "tinh", "known": "tinh, tw"}
    assert "“tinh”" in BY_ID["KH020"].advise(facts)
    assert "tinh, tw" in BY_ID["KH020"].advise({**facts, "near": ""})


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.empty], ids=lambda rule: rule.id)
def test_where_nothing_can_be_offered_the_advice_does_not_stop_short(rule: Rule) -> None:
    facts = {"name": "x", "near": "", "known": ""}
    assert rule.advise(facts) == rule.empty
    assert "von_tinh" in rule.advise({**facts, "known": "von_tinh"})


def test_a_file_in_another_encoding_is_told_once() -> None:
    data = "loi_dan: Kế hoạch của xã\nloi_ket: t?nh\n".encode("latin-1", "replace")
    told = rules(check(read_plan(read_source("a.yaml", data))))
    assert told.count("KH001") == 1
    assert "KH522" not in told
