"""Whatever the system around it is like: one sentence, a sensible status, files as they were."""

import errno
import os
import pwd
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.samples import GOOD
from tests.conftest import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
ROOT = os.name != "nt" and os.getuid() == 0
NEW = ("new", "--no-input", "--mau", "ke-hoach-nam", "--co-quan", "UBND tỉnh Lào Cai",
       "--thoi-ky", "2027")  # fmt: skip
SPACE = GOOD.replace("quả.", "quả , chất lượng.")
LONG = "kế hoạch ứng dụng " * 17


def begun(folder: Path) -> None:
    (folder / "a.yaml").write_text(SPACE, encoding="utf-8")


def shell(command: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """A command line in which $K is kehoach and $PLAN the plan's whole path."""
    kehoach = f"{sys.executable} -m kehoach_cli"
    known = {"K": kehoach, "PLAN": str(folder / "a.yaml"), "XDG_STATE_HOME": str(folder / "state")}
    known["PYTHONUNBUFFERED"] = ""  # as users have it
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env={**os.environ, **known, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )


def one_sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    said = done.stderr.decode("utf-8")
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    assert "Lỗi của chương trình" not in said
    return said


@pytest.mark.parametrize(
    "args",
    [
        ("check", f"{LONG}.yaml"),
        ("render", "a.yaml", "-o", f"{LONG}.docx"),
        ("render", "a.yaml", "--mau-docx", f"{LONG}.docx"),
        ("fill", f"{LONG}.yaml", "--dat", "van_ban.dia_danh=A"),
        ("undo", f"{LONG}.yaml"),
        ("schema", "-o", LONG),
        ("import", "a.yaml", "-o", f"{LONG}.yaml"),
        (*NEW, "-o", f"{LONG}.yaml"),
    ],
)
def test_a_name_of_300_letters_is_one_sentence(
    run: Run, tmp_path: Path, args: tuple[str, ...]
) -> None:
    begun(tmp_path)
    status, _, err = run(*args, cwd=tmp_path)
    assert (status, sorted(path.name for path in tmp_path.iterdir())) == (2, ["a.yaml"])
    assert "255 byte" in err.splitlines()[-1]


def test_a_pattern_longer_than_a_name_may_be_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert run("check", f"{LONG}/*.yaml", cwd=tmp_path).exit == 2


@pytest.mark.parametrize("folder", ["a.yaml", "vong", "khong-co"])
def test_a_folder_that_is_none_is_one_sentence(run: Run, tmp_path: Path, folder: str) -> None:
    begun(tmp_path)
    (tmp_path / "vong").symlink_to("vong")
    status, _, err = run("render", "a.yaml", "-o", f"{folder}/b.docx", cwd=tmp_path)
    assert (status, "b.docx" in err or folder in err) == (2, True)


@pytest.mark.parametrize("stream", [">/dev/full", "2>/dev/full", ">&-", "2>&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["check a.yaml", "render a.yaml", "check khong-co.yaml"])
def test_a_stream_that_is_shut_or_full_changes_no_result(
    tmp_path: Path, stream: str, command: str
) -> None:
    begun(tmp_path)
    done = shell(f"$K {command} {stream}", tmp_path)
    told = stream == ">/dev/full" and command.startswith("check a")
    assert done.returncode == (2 if told or "khong-co" in command else 0)
    one_sentence(done)
    assert (tmp_path / "a.docx").exists() == ("render" in command)


@pytest.mark.parametrize(
    "command",
    ["rules", "schema", "explain KH401", "render a.yaml --json", "render a.yaml --txt",
     "check a.yaml --format json", "new --danh-sach", "import a.yaml -o -", "--help"],
)  # fmt: skip
def test_a_reader_that_leaves_early_ends_every_command_in_peace(
    tmp_path: Path, command: str
) -> None:
    begun(tmp_path)
    done = shell(f"{{ $K {command}; echo $? >status; }} | head -c 1", tmp_path)
    assert "BrokenPipe" not in one_sentence(done)
    assert (tmp_path / "status").read_text().strip() in ("0", "1")


@pytest.mark.parametrize("command", ["check a.yaml", "render a.yaml", "check a.yaml --fix"])
def test_talk_that_nobody_reads_stops_no_work(tmp_path: Path, command: str) -> None:
    begun(tmp_path)
    done = shell(f"{{ $K {command} 2>&1 >/dev/null; echo $? >status; }} | :", tmp_path)
    assert (tmp_path / "status").read_text().strip() == "0"
    one_sentence(done)


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("check ../a.yaml", 2),
        ("check $PLAN", 0),
        ("render $PLAN -o x.docx", 2),
        ("render $PLAN", 0),
        (" ".join(NEW[:-3]) + " X --thoi-ky 2027", 2),
        ("check .", 2),
        ("fill $PLAN --no-input --dat van_ban.dia_danh=A", 0),
        ("undo $PLAN", 2),
    ],
)
def test_a_current_folder_that_is_gone_is_no_fault_of_ours(
    tmp_path: Path, command: str, status: int
) -> None:
    begun(tmp_path)
    done = shell(f"mkdir x && cd x && rmdir ../x && $K {command}", tmp_path)
    one_sentence(done)
    assert done.returncode == status or "../" in command


def test_letters_are_utf_8_whatever_the_system_speaks(tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    (tmp_path / "kế hoạch.yaml").write_text(SPACE, encoding="utf-8")
    done = shell(
        "$K fill 'kế hoạch.yaml' --no-input --dat 'van_ban.dia_danh=Mỹ Tho'",
        tmp_path,
        PYTHONIOENCODING="ascii",
        **plain,
    )
    assert "Đã ghi các câu trả lời vào kế hoạch.yaml" in one_sentence(done)
    assert "dia_danh: Mỹ Tho" in (tmp_path / "kế hoạch.yaml").read_text(encoding="utf-8")
    done = shell("$K fill 'kế hoạch.yaml' --dat \"van_ban.do_mat=$(printf '\\351')\"", tmp_path)
    assert (done.returncode, "PYTHONUTF8=1" in one_sentence(done)) == (2, True)


@pytest.fixture
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)


@pytest.mark.usefixtures("_no_home")
@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("check", "a.yaml"), 0, ""),
        (("render", "a.yaml"), 0, ""),
        (("check", "a.yaml", "--fix"), 0, "Không biết thư mục riêng của người dùng (HOME)"),
        (("undo", "a.yaml"), 2, "Không có gì để hoàn tác"),
        (NEW, 0, ""),
    ],
)
def test_a_user_without_a_home_can_do_everything(
    run: Run, tmp_path: Path, args: tuple[str, ...], status: int, said: str
) -> None:
    begun(tmp_path)
    done = run(*args, cwd=tmp_path)
    assert (done.exit, said in done.err) == (status, True)


@pytest.fixture
def shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a plan that may be read only; root, whom no mode stops, is refused by hand."""
    begun(tmp_path)
    (tmp_path / "a.yaml").chmod(0o444)
    tmp_path.chmod(0o555)
    if ROOT:
        monkeypatch.setattr(os, "access", lambda path, mode: mode == os.R_OK and Path(path))
        monkeypatch.setattr(os, "open", _reading_only(os.open))
    yield tmp_path
    tmp_path.chmod(0o755)


def _reading_only(opened: Callable[..., int]) -> Callable[..., int]:
    def refuse(path: str, flags: int, *rest: int, **named: int) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, flags, *rest, **named)

    return refuse


@pytest.mark.parametrize(
    "args", [("render", "a.yaml"), NEW, ("import", "a.yaml", "-o", "b.yaml"), ("schema", "-o", "b")]
)
def test_a_folder_that_may_only_be_read_is_one_sentence(
    run: Run, shut: Path, args: tuple[str, ...]
) -> None:
    status, _, err = run(*args, cwd=shut)
    assert (status, "Không được phép ghi" in err) == (2, True)
    assert [path.name for path in shut.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize(
    "args", [("check", "a.yaml", "--fix"), ("fill", "a.yaml", "--dat", "van_ban.dia_danh=A")]
)
def test_a_file_that_may_only_be_read_stays_as_it_is(
    run: Run, shut: Path, args: tuple[str, ...]
) -> None:
    status, _, err = run(*args, cwd=shut)
    assert (status, "chỉ cho đọc" in err) == (2, True)
    assert (shut / "a.yaml").read_text(encoding="utf-8") == SPACE


@pytest.mark.parametrize(
    "command",
    ["render a.yaml", "render a.yaml --xlsx", "check a.yaml --fix", "import a.yaml -o b.yaml",
     "fill a.yaml --no-input --dat van_ban.dia_danh=A", "schema -o b.json"],
)  # fmt: skip
def test_a_disk_that_is_full_loses_nothing(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.yaml").write_text(SPACE + "# ghi chú\n" * 200, encoding="utf-8")
    old = (tmp_path / "a.yaml").read_bytes()
    done = shell(f"ulimit -f 1; trap '' XFSZ; $K {command}", tmp_path)
    if "--xlsx" not in command:  # this plan has no table
        assert "Đĩa đã đầy" in one_sentence(done)
    assert done.returncode == 2
    assert (tmp_path / "a.yaml").read_bytes() == old
    assert {path.name for path in tmp_path.iterdir()} <= {"a.yaml", "state"}


def test_the_clock_is_never_asked_what_goes_into_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path)
    assert run("render", "a.yaml", "-o", "nay.docx", cwd=tmp_path).exit == 0
    monkeypatch.setattr(time, "time", lambda: 86_400.0)  # 1970, before any zip file can be dated
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(86_400))
    assert run("render", "a.yaml", "-o", "xua.docx", cwd=tmp_path).exit == 0
    assert (tmp_path / "nay.docx").read_bytes() == (tmp_path / "xua.docx").read_bytes()
    assert run(*NEW, cwd=tmp_path).exit == 0
    assert run("check", "a.yaml", "--fix", cwd=tmp_path).exit == 0
    assert run("undo", "a.yaml", cwd=tmp_path).exit == 0


def test_little_memory_ends_in_one_sentence(tmp_path: Path) -> None:
    begun(tmp_path)
    (tmp_path / "b.yaml").write_text("noi_dung:\n" + "- muc: A\n" * 300_000, encoding="utf-8")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (220_000_000, 220_000_000))

    limits: Callable[[], None] = limited
    done = subprocess.run(
        [sys.executable, "-m", "kehoach_cli", "check", "b.yaml"],
        cwd=tmp_path, capture_output=True, check=False, timeout=120, preexec_fn=limits,
    )  # fmt: skip
    assert done.returncode in (1, 3)
    assert b"Traceback" not in done.stderr
