"""Named pipes as input."""

import os
import threading
import time
from pathlib import Path

import pytest

from kehoach_cli.cli import pipes
from kehoach_cli.cli.reading import read_input
from kehoach_cli.errors import KehoachError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


@pytest.fixture
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pipes, "_PATIENCE", 0.3)
    os.mkfifo(tmp_path / "ong.yaml")
    return tmp_path / "ong.yaml"


def test_a_pipe_that_nobody_writes_into_is_refused_in_one_sentence(pipe: Path) -> None:
    with pytest.raises(KehoachError, match="chưa chương trình nào mở để ghi"):
        read_input(str(pipe))


@pytest.mark.parametrize("waits", [(0.0, 0.0), (0.1, 0.0), (0.0, 0.6)])
def test_what_another_program_writes_is_read_to_its_end(
    pipe: Path, waits: tuple[float, float]
) -> None:
    before, within = waits

    def write() -> None:
        time.sleep(before)
        with pipe.open("wb") as out:
            time.sleep(within)
            out.write(b"loi_dan: A\n" * 20_000)

    writer = threading.Thread(target=write)
    writer.start()
    text = read_input(str(pipe)).text
    writer.join()
    assert text == "loi_dan: A\n" * 20_000


def test_what_comes_at_the_last_moment_is_kept(pipe: Path) -> None:
    number = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    os.write(number, b"ab")
    assert pipes._begun(number, str(pipe)) == b"a"
    os.close(number)
