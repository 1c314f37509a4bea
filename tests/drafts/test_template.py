"""Templates run in a sandbox, and miss no name silently."""

from pathlib import Path

import pytest

from kehoach_cli.drafts.template import Templates


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("<< khong_co >>", "is undefined"),
        ("<< a.__class__.__mro__ >>", "unsafe"),
        ("<< b.append(1) >>", "unsafe|not safely callable"),
    ],
)
def test_what_a_template_must_not_do_stops_it(template: str, said: str) -> None:
    with pytest.raises(Exception, match=said):
        Templates(Path()).text(template, {"a": "x", "b": []})


def test_the_plans_own_expressions_and_signs_stay() -> None:
    text = Templates(Path()).text("{{ tong | tien }} & << a >> <# không in #>", {"a": "<b>"})
    assert text == "{{ tong | tien }} & <b> "
