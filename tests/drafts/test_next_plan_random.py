"""What follows a random plan reads without an error that the old one had not.

KEHOACH_RANDOM_PLANS=5000 tries that many plans; without it few and always the same.
"""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kehoach_cli.checks.rule import Severity
from kehoach_cli.drafts.next_plan import next_plan
from kehoach_cli.source.text import read_source
from kehoach_cli.vietnamese.periods import Period, parse_period
from tests.random_plans.test_whole_format import COMMON, WANTED, Made, plans

_HEAD = re.compile(r"^van_ban:\n( +)", re.MULTILINE)


@settings(COMMON, max_examples=WANTED or 20)
@given(plans(), st.integers(1, 5), st.sampled_from((b"", b"\xef\xbb\xbf")), st.booleans())
def test_what_follows_a_random_plan_brings_no_error(
    made: Made, step: int, mark: bytes, is_windows: bool
) -> None:
    old = _dated(made)
    period = _period(old)
    text = old.text.replace("\n", "\r\n") if is_windows else old.text
    source = read_source("a.yaml", mark + text.encode())
    after = next_plan(source, _after(period, step), old.opened)
    new = replace(old, text=after.text, files={**after.files})
    assert _period(new) == _after(period, step)
    assert not _errors(new) - _errors(old)


def _dated(made: Made) -> Made:
    """The plan with a period of its own, where it has none and one can be put in."""
    head = _HEAD.search(made.text)
    if "thoi_ky" in made.tree["van_ban"] or head is None:
        return made
    text = f"{made.text[: head.end()]}thoi_ky: 2014\n{head[1]}{made.text[head.end() :]}"
    return replace(made, text=text)


def _period(made: Made) -> Period:
    plan = read_source("a.yaml", made.text.encode())
    reading = replace(made, profile="", text=plan.text).loaded().reading
    found = reading.plan.van_ban.thoi_ky if reading.plan and reading.plan.van_ban else None
    assume(found is not None)
    assert found is not None
    return found


def _after(period: Period, step: int) -> Period:
    length = len(period.years)
    first = period.end + step
    return parse_period(f"{first}-{first + length - 1}" if length > 1 else str(first))


def _errors(made: Made) -> Counter[str]:
    found = made.loaded().findings()
    return Counter(item.rule.id for item in found if item.severity is Severity.ERROR)
