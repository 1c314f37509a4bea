"""Talk on a terminal: lines broken between words."""

import sys

import pytest

from kehoach_cli.cli.say import say
from kehoach_cli.reports.lines import between_words
from tests.conftest import Run

NEXT = 'Bước tiếp theo: kehoach fill "xã năm 2027.yaml" --tat-ca hỏi từng chỗ còn trống'


def test_lines_are_broken_between_words_and_no_command_in_the_middle() -> None:
    assert between_words(NEXT, 48).split("\n") == [
        "Bước tiếp theo:",
        '  kehoach fill "xã năm 2027.yaml" --tat-ca hỏi',
        "  từng chỗ còn trống",
    ]
    assert between_words("  - một hai ba bốn\n\n  năm  sáu", 11) == (
        "  - một hai\n    ba bốn\n\n  năm  sáu"
    )
    assert between_words("kehoach check rat-dai.yaml", 9) == "kehoach check rat-dai.yaml"


@pytest.mark.parametrize(("err", "prose"), [(True, False), (False, True)])
def test_what_people_read_is_broken_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], err: bool, prose: bool
) -> None:
    def told() -> str:
        say(NEXT, err=err, prose=prose)
        return "".join(capsys.readouterr())

    assert told() == f"{NEXT}\n"
    monkeypatch.setattr(f"sys.std{'err' if err else 'out'}.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "48")
    assert told() == f"{between_words(NEXT, 48)}\n"


def test_a_script_for_a_shell_stays_whole_on_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = run("completion", "bash").out
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("kehoach_cli.cli.completion.sys", Terminal)
    status, out, err = run("completion", "bash")
    assert (status, out) == (0, piped)
    assert "Bước tiếp theo: kehoach completion bash >" in err


class Terminal:
    """A `sys` whose results go to a terminal."""

    class stdout:  # noqa: N801
        isatty = staticmethod(lambda: True)


def test_nobody_listening_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    say(NEXT, err=True)
