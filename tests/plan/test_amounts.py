"""Money of one project, split by year and by source."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.amounts import Amounts, Key, read_time
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.text import Source
from tests.conftest import ReadPlan
from tests.places import rules


def amounts(plan: ReadPlan, split: str) -> Amounts:
    reading = plan(f"du_an: [{{ten: A, von: {split}}}]")
    assert reading.plan
    assert reading.plan.du_an
    assert reading.plan.du_an[0].von
    return reading.plan.du_an[0].von


@pytest.mark.parametrize(
    ("split", "time", "source", "amount"),
    [
        ("{2014: 5, 2015: 6}", None, None, 11),
        ("{2014: 5, 2015: 6}", "2015", None, 6),
        ("{2014: 5, 2015: 6}", "2016", None, None),
        ("{2014: 5}", None, "tinh", None),
        ("{tinh: 5, tw: 6}", None, None, 11),
        ("{tinh: 5, tw: 6}", None, "tw", 6),
        ("{tinh: 5, tw: 6}", "2014", None, None),
        ("{2014: {tinh: 1, tw: 2}, 2015: {tinh: 4}}", None, None, 7),
        ("{2014: {tinh: 1, tw: 2}, 2015: {tinh: 4}}", "2014", None, 3),
        ("{2014: {tinh: 1, tw: 2}, 2015: {tinh: 4}}", None, "tinh", 5),
        ("{2014: {tinh: 1, tw: 2}, 2015: {tinh: 4}}", "2014", "tw", 2),
        ("{2014: {tinh: 1, tw: 2}, 2015: {tinh: 4}}", "2015", "tw", None),
        ("{tinh: {2014: 1, 2015: 2}, tw: {2014: 4}}", None, "tinh", 3),
        ("{tinh: {2014: 1, 2015: 2}, tw: {2014: 4}}", "2014", None, 5),
        ("{tinh: {2014: 1, 2015: 2}, tw: {2014: 4}}", None, None, 7),
        ("{2014: 5, 2015: 6, tinh: 4, tw: 7}", None, None, 11),
        ("{2014: 5, 2015: 6, tinh: 4, tw: 7}", None, "tw", 7),
        ("{2014: {tong: 9, tinh: 5}}", "2014", None, 9),
        ("{2014: {tong: 9, tinh: 5}}", "2014", "tinh", 5),
        ("{tong: 20, 2014: 5}", None, None, 20),
        ("{tinh: {tong: 8, 2014: 3}}", None, "tinh", 8),
        ("{2016-2020: 30}", "2016-2020", None, 30),
        ("{nam_2014: 5, năm 2015: 6}", "2015", None, 6),
        ("{2014: 5, 2015: 6, 2017: 7}", "2014-2016", None, 11),
        ("{2014: {tinh: 1, tw: 2}, 2015: {tinh: 4}}", "2014-2015", "tinh", 5),
        ("{2014-2015: 9, 2014: 5}", "2014-2015", None, 9),
        ("{2014-2015: {tinh: 9, tw: 1}, 2014: {tinh: 5}}", None, "tinh", 9),
        ("{2014: 5}", "2016-2017", None, None),
        ("{2014: 5}", "1900-2099", None, None),
        ("{2014: }", "2014", None, None),
        ("{}", None, None, None),
        ("{2014: {tinh: 0}}", None, None, 0),
    ],
)
def test_money_is_found_or_summed_in_every_shape_of_split(
    plan: ReadPlan, split: str, time: str | None, source: str | None, amount: int | None
) -> None:
    assert amounts(plan, split).get(time, source) == amount


def test_a_source_inside_a_source_is_refused(plan: ReadPlan) -> None:
    assert plan("du_an: [{ten: A, von: {tinh: {a: 5, b: 6}}}]").faults


def test_a_year_in_two_spellings_is_a_repeated_key(plan: ReadPlan) -> None:
    assert rules(plan("du_an: [{ten: A, von: {2014: 5, nam_2014: 6}}]").faults) == ["KH007"]


def test_a_year_inside_a_period_does_not_count_twice(plan: ReadPlan) -> None:
    assert amounts(plan, "{2016-2020: 100, 2016: 20}").get() == 100


@pytest.mark.parametrize(
    ("key", "time"),
    [
        ("2014", "2014"),
        ("nam_2014", "2014"),
        ("năm 2014", "2014"),
        ("Nam 2014", "2014"),
        ("2016-2020", "2016-2020"),
        ("2016 – 2020", "2016-2020"),
        ("nam_2016_2020", "2016-2020"),
        ("14", None),
        ("3014", None),
        ("tinh", None),
        ("2014a", None),
    ],
)
def test_years_and_periods_are_told_from_sources(key: str, time: str | None) -> None:
    assert read_time(key) == time


LEAVES = st.dictionaries(
    st.tuples(st.sampled_from(["2014", "2015"]), st.sampled_from(["tinh", "tw"])),
    st.decimals(0, 10**9, places=2),
)


@given(LEAVES)
def test_the_total_is_the_sum_over_years_and_over_sources(
    leaves: dict[Key, Decimal],
) -> None:
    nowhere = Mapping(Source("a.yaml", ""), 0, 0, {})
    split = Amounts(nowhere)
    split.leaves.update(leaves)
    by_year = sum(split.get(time) or 0 for time in ("2014", "2015"))
    by_source = sum(split.get(None, source) or 0 for source in ("tinh", "tw"))
    assert by_year == by_source == (split.get() or 0) == sum(leaves.values())
