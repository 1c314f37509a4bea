"""One of the trials of `benchmarks/growth.py` for each kind of input, so that it keeps running."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "growth.py"


@pytest.mark.parametrize(
    ("command", "kind"), [("check", "wrong references"), ("import", "rows, Excel")]
)
def test_the_time_of_a_command_is_told_for_ever_more_things(command: str, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "-c", command, "--seconds", "0.02", kind],
        capture_output=True,
        check=False,
        timeout=120,
    )
    said = done.stdout.decode("utf-8")
    assert (done.returncode, said.count("\n")) == (0, 1), said
    assert said.startswith(f"{command:7} {kind} ")
