"""The wheel and the sdist of what is committed: `python -m tools.build FOLDER`.

They hold files of git alone, whatever else lies in the work tree, and two builds of one commit
are the same bytes: the clock is that of the commit.
"""

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def built(out: Path, commit: str = "HEAD") -> list[Path]:
    """Build both into a folder; their paths. Raises CalledProcessError where git or hatch fails."""
    with tempfile.TemporaryDirectory(prefix="kehoach-goi-") as folder:
        tree = Path(folder)
        archive = _git("archive", "--format=tar", commit)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(tree, filter="data")
        return hatched(tree, out, _git("log", "-1", "--format=%ct", commit).decode().strip())


def hatched(tree: Path, out: Path, epoch: str, *targets: str) -> list[Path]:
    """Build a source tree, of both kinds where none is named. `epoch`: seconds since 1970."""
    chosen = [word for target in targets for word in ("-t", target)]
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(out.resolve()), *chosen]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    subprocess.run(command, cwd=tree, env=environment, capture_output=True, check=True)
    return sorted(path for end in ("*.whl", "*.tar.gz") for path in out.glob(end))


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True).stdout


if __name__ == "__main__":
    for path in built(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
