"""A few of the inputs of `benchmarks/fuzz.py`, so that the script keeps running."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "fuzz.py"


def test_inputs_made_by_chance_are_read_or_refused(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), "--inputs", "400", "--seed", "5"]
    done = subprocess.run(
        [*command, "--found", str(tmp_path)], capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout.decode()[-2000:]
    assert b"mutate, seed 5: 400 inputs, 0 faults" in done.stdout
