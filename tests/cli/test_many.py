"""`check` and `render` on many plans: the same however many work, and none disturbs another."""

import io
import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import pexpect
import pytest

from kehoach_cli.cli import inputs, many, telling
from kehoach_cli.cli.load import load
from kehoach_cli.cli.many import Outcome, Plans, over
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from tests.cli.samples import BROKEN, DRAFT, GOOD
from tests.conftest import Run

SPACE = GOOD.replace("hiệu quả", "hiệu quả , chất lượng")
FORMS = ("text", "json", "sarif", "github", "junit")
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Five plans in two folders, one of them broken, and a name that is none."""
    texts = {"a": SPACE, "b": BROKEN, "con/c": DRAFT, "con/d": GOOD, "con/e": SPACE}
    for name, text in texts.items():
        path = tmp_path / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def without_time(text: str) -> list[str]:
    return [line for line in text.splitlines() if "giây" not in line.casefold()]


@pytest.mark.parametrize("form", FORMS)
def test_the_report_is_the_same_however_many_work_at_it(run: Run, plans: Path, form: str) -> None:
    args = ("check", ".", "khong-co.yaml", "--format", form)
    alone = run(*args, cwd=plans)
    several = run(*args, "-j", "2", cwd=plans)
    assert (alone.exit, several.exit) == (2, 2)
    assert several.out == alone.out
    assert without_time(several.err) == without_time(alone.err)


def test_the_word_files_are_the_same_however_many_work_at_them(run: Run, plans: Path) -> None:
    assert run("render", ".", "-o", "1/{ten}", cwd=plans).exit == 2
    assert run("render", ".", "-o", "2/{ten}", "-j", "0", cwd=plans).exit == 2
    made = [{file.name: file.read_bytes() for file in (plans / at).iterdir()} for at in "12"]
    assert sorted(made[0]) == ["a.docx", "d.docx", "e.docx"]
    assert made[0] == made[1]


def test_texts_go_to_stdout_in_the_order_of_the_plans(run: Run, plans: Path) -> None:
    plain = run("render", "a.yaml", "con/d.yaml", "--txt", cwd=plans).out
    assert plain.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 2
    assert run("render", "a.yaml", "con/d.yaml", "--txt", "-j", "2", cwd=plans).out == plain


def test_a_report_in_one_piece_holds_every_file(run: Run, plans: Path) -> None:
    data = json.loads(run("check", ".", "--format", "json", "-j", "2", cwd=plans).out)
    assert data["summary"]["files"] == 5
    assert {finding["file"] for finding in data["findings"]} >= {"a.yaml", "b.yaml", "con/c.yaml"}
    suite = ET.fromstring(run("check", ".", "--format", "junit", cwd=plans).out)  # noqa: S314
    names = [str(Path(name)) for name in ("a.yaml", "b.yaml", "con/c.yaml", "con/d.yaml")]
    assert [case.get("name") for case in suite][:4] == names


def test_the_summary_is_a_table_and_ends_with_the_next_step(run: Run, plans: Path) -> None:
    err = run("check", ".", "khong-co.yaml", "-j", "2", cwd=plans).err
    rows = [line.strip().rsplit("  ", 1) for line in err.splitlines() if line[:2] == "  "]
    found = {row[0].strip(): row[1].strip() for row in rows if len(row) == 2}
    assert (found["Tệp"], found["Không mở được"], found["Tệp có lỗi"]) == ("6", "1", "2")
    assert "  khong-co.yaml" in err
    assert err.splitlines()[-1].startswith("Bước tiếp theo: ")


def test_the_summary_of_rendering_names_what_was_not_rendered(run: Run, plans: Path) -> None:
    err = run("render", ".", "-o", "{ten}", cwd=plans).err
    assert "Kế hoạch đã in     " in err
    assert "Chưa in được:\n  b.yaml\n  " in err
    assert err.splitlines()[-1] == f"Bước tiếp theo: kehoach check b.yaml {Path('con/c.yaml')}"
    assert run("render", "con", cwd=plans).err.count("Bước tiếp theo") == 1
    (plans / "con" / "c.yaml").unlink()
    err = run("render", "con", cwd=plans).err
    assert err.splitlines()[-1].startswith("Bước tiếp theo: mở tệp trong Word")


def test_of_many_names_the_first_are_listed() -> None:
    names = [f"{number}.yaml" for number in range(1234)]
    shown = many.listed("Chưa in được:", names).splitlines()
    assert (len(shown), shown[-1]) == (12, "  … và 1.224 tệp khác")
    assert inputs.as_typed(names) == "0.yaml …"


@pytest.mark.parametrize("command", ["check", "render"])
def test_quietly_only_results_and_faults_are_told(run: Run, plans: Path, command: str) -> None:
    good = run(command, "con/d.yaml", "con/e.yaml", "-q", "-j", "2", cwd=plans)
    assert (good.exit, good.err) == (0, "")
    one = run(command, "con/d.yaml", "--quiet", cwd=plans)
    assert (one.exit, one.err) == (0, "")
    bad = run(command, "con/d.yaml", "khong-co.yaml", "-q", cwd=plans)
    assert (bad.exit, bad.err.count("\n")) == (2, 1)


def test_a_fault_of_ours_in_one_plan_does_not_stop_the_others(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str) -> object:
        if name == "a.yaml":
            raise ZeroDivisionError("x")
        return load(name)

    monkeypatch.setattr("kehoach_cli.cli.check.load", broken)
    status, out, err = run("check", ".", cwd=plans)
    assert (status, "con" in out) == (3, True)
    assert err.startswith("a.yaml: Lỗi của chương trình (ZeroDivisionError")


def deadly(name: str) -> str:
    if name == "b":
        os.kill(os.getpid(), signal.SIGKILL)
    return name


@POSIX
def test_a_killed_worker_is_told_as_the_fault_of_its_file(
    capfd: pytest.CaptureFixture[str],
) -> None:
    found: list[tuple[str, Exit]] = []

    def told(name: str, outcome: Outcome) -> str:
        found.append((name, outcome.status))
        return ""

    over(Plans(["a", "b", "c"], 2), deadly, told)
    assert found == [("a", Exit.OK), ("b", Exit.FAULT), ("c", Exit.OK)]
    assert "b: tiến trình xử lý tệp này bị dừng giữa chừng (tín hiệu 9)" in capfd.readouterr().err


@pytest.mark.parametrize("typed", ["-1", "61", "hai", "", "\u0661", "2.0"])
def test_a_number_of_workers_that_is_none_is_wrong_use(run: Run, plans: Path, typed: str) -> None:
    status, _, err = run("check", ".", "-j", typed, cwd=plans)
    assert (status, err.count("\n")) == (2, 1)
    assert f"-j {typed}" in err


@pytest.mark.parametrize("typed", ["0", "-1", "86401", "nhanh", "", "1.5"])
def test_a_time_limit_that_is_none_is_wrong_use(run: Run, plans: Path, typed: str) -> None:
    status, _, err = run("render", ".", "--toi-da", typed, cwd=plans)
    assert (status, err.count("\n")) == (2, 1)
    assert f"--toi-da {typed}" in err


@POSIX
@pytest.mark.parametrize("count", ["1", "2"])
def test_a_file_that_takes_for_ever_is_stopped_and_the_rest_goes_on(
    run: Run, plans: Path, count: str
) -> None:
    os.mkfifo(plans / "ong.yaml")
    with os.fdopen(os.open(plans / "ong.yaml", os.O_RDWR), "w"):  # a writer that never writes
        names = ("a.yaml", "ong.yaml", "con/d.yaml")
        status, out, err = run("check", *names, "-j", count, "--toi-da", "2", cwd=plans)
    assert status == Exit.FAULT
    assert "ong.yaml: quá 2 giây chưa xong nên đã dừng" in err
    assert "2 tệp:" in err
    alone = run("check", "a.yaml", "con/d.yaml", cwd=plans)[1]
    assert out == alone


@pytest.mark.parametrize("cores", [1, 8, 500])
def test_0_means_as_many_workers_as_there_are_cores(
    cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(cores), raising=False)
    assert inputs.pace_asked("0", None) == (min(cores, 60), None)
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert inputs.pace_asked(" 0", None) == (min(cores, 60), None)


@pytest.mark.parametrize("data", ["utf-8-sig", "utf-16"])
def test_names_may_stand_in_a_list(run: Run, plans: Path, data: str) -> None:
    text = "# các xã\r\ncon/d.yaml\r\n\r\n  con/e.yaml \r\na.yaml"
    (plans / "ds.txt").write_bytes(text.encode(data))
    assert "3 tệp:" in run("check", "--theo", "ds.txt", cwd=plans).err
    assert "4 tệp:" in run("check", "con/c.yaml", "--theo", "-", input=text, cwd=plans).err


def test_a_listed_name_may_stand_in_the_quotes_of_a_copied_path(run: Run, plans: Path) -> None:
    (plans / "ds.txt").write_text('"con/c.yaml"\n"a.yaml"\n"', encoding="utf-8")
    status, _, err = run("check", "--theo", "ds.txt", cwd=plans)
    assert (status, "2 tệp:" in err) == (2, True)
    assert 'Không tìm thấy tệp ";' in err


def test_the_next_step_leaves_out_what_could_not_be_read(run: Run, plans: Path) -> None:
    last = run("check", "a.yaml", "khong-co.yaml", cwd=plans).err.splitlines()[-1]
    assert last == "Bước tiếp theo: kehoach render a.yaml"
    assert "Bước tiếp theo" not in run("check", "khong.yaml", "khong-co.yaml", cwd=plans).err


@pytest.mark.parametrize("text", [None, "# trống\n"])
def test_a_list_that_names_nothing_is_wrong_use(run: Run, plans: Path, text: str | None) -> None:
    if text is not None:
        (plans / "ds.txt").write_text(text, encoding="utf-8")
    status, _, err = run("render", "--theo", "ds.txt", cwd=plans)
    assert (status, err.count("\n"), "ds.txt" in err) == (2, 1, True)


def test_a_plan_from_stdin_keeps_its_turn(run: Run, plans: Path) -> None:
    out = run("check", "a.yaml", "-", "con/e.yaml", "-j", "2", input=SPACE, cwd=plans).out
    places = [out.index(name) for name in ("a.yaml:", "<stdin>:", str(Path("con/e.yaml:")))]
    assert places == sorted(places)


def test_an_empty_folder_does_not_stop_the_others(run: Run, plans: Path) -> None:
    (plans / "trong").mkdir()
    status, _, err = run("check", "trong", "con", cwd=plans)
    assert (status, "3 tệp" in err) == (2, True)
    assert run("render", "trong", cwd=plans).exit == 2


def test_hidden_folders_hold_no_plans(run: Run, plans: Path) -> None:
    (plans / ".git").mkdir()
    (plans / ".git" / "x.yaml").write_text(GOOD, encoding="utf-8")
    assert "5 tệp:" in run("check", ".", cwd=plans).err


def test_one_file_under_two_names_is_one(run: Run, plans: Path) -> None:
    assert "1 tệp:" in run("check", "a.yaml", "./a.yaml", str(plans / "a.yaml"), cwd=plans).err


def test_a_fault_of_a_profile_is_told_once(run: Run, plans: Path) -> None:
    for folder in (plans, plans / "con"):
        (folder / "kehoach.yaml").write_text("van_ban: {trang_bia: có}\n", encoding="utf-8")
    out = run("check", ".", "-j", "2", cwd=plans).out
    assert out.count("[KH009]") == 2
    suite = ET.fromstring(run("check", "con", "--format", "junit", cwd=plans).out)  # noqa: S314
    profile = suite[-1]
    assert profile.get("name") == str(Path("con/kehoach.yaml"))
    assert profile[0].get("message") == "1 lỗi"


def test_what_is_known_of_one_file_is_not_passed_over_in_the_next(run: Run, plans: Path) -> None:
    (plans / "con" / "a.yaml").write_text(SPACE, encoding="utf-8")
    names = ("a.yaml", "con/a.yaml")
    assert run("check", "a.yaml", "--write-baseline", "nen.json", cwd=plans).exit == 0
    out = run("check", *names, "--baseline", "nen.json", cwd=plans).out
    assert out.count("[KH501]") == 1
    assert run("check", *names, "--write-baseline", "nen.json", "-j", "2", cwd=plans).exit == 0
    assert run("check", *names, "--baseline", "nen.json", cwd=plans).out == ""


def test_many_are_mended_one_after_the_other(run: Run, plans: Path) -> None:
    status, _, err = run("check", "a.yaml", "con", "--fix", "-j", "2", cwd=plans)
    assert (status, err.count("Đã sửa 1 chỗ")) == (1, 2)
    for name in ("a.yaml", "con/e.yaml"):
        assert "quả, chất" in (plans / name).read_text(encoding="utf-8")


def test_a_long_report_waits_on_disk(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run("check", ".", "--format", "sarif", cwd=plans).out
    monkeypatch.setattr(telling, "_IN_MEMORY", 50)
    assert run("check", ".", "--format", "sarif", cwd=plans).out == whole


def test_nobody_asks_while_many_are_rendered(run: Run, plans: Path) -> None:
    status, _, err = run("render", "con/c.yaml", "con/d.yaml", "-j", "2", cwd=plans)
    assert (status, "--draft" in err, (plans / "con" / "d.docx").exists()) == (2, True, True)


def kehoach(*args: str) -> list[str]:
    return [sys.executable, "-m", "kehoach_cli", *args]


@POSIX
@pytest.mark.parametrize(
    ("columns", "flags", "term", "bar"),
    [
        (60, (), "xterm", True),
        (200, (), "xterm", True),
        (80, ("-q",), "xterm", False),
        (80, (), "dumb", False),
    ],
)
def test_a_terminal_shows_a_bar(
    plans: Path, columns: int, flags: tuple[str, ...], term: str, bar: bool
) -> None:
    env = {**os.environ, "TERM": term}
    env.pop("COLUMNS", None)
    command = kehoach("check", "con", "-j", "2", *flags)
    child = pexpect.spawn(
        command[0], command[1:], cwd=plans, env=env, dimensions=(40, columns), encoding="utf-8"
    )
    child.expect(pexpect.EOF, timeout=60)
    assert ("3/3" in child.before) is bar
    lines = child.before.replace("\r\n", "\n").split("\n")
    shown = [part for line in lines for part in line.split("\r") if "/3" in part]
    assert all(len(unicodedata.normalize("NFC", part)) < columns + 8 for part in shown)


def talking(name: str) -> None:
    say(name)
    say(f"{name} nghĩ", err=True)


class Screen(io.StringIO):
    """A terminal that remembers what it was sent."""

    def isatty(self) -> bool:
        return True


def test_what_is_told_takes_the_place_of_the_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    over(Plans(["a", "b"], label="In"), talking, lambda _name, _outcome: "")
    assert "a nghĩ\n" in screen.getvalue()
    assert screen.getvalue().count(f"\r{' ' * 79}\r") == 2
    assert "2/2" in screen.getvalue()
    assert capsys.readouterr().out == "a\nb\n"


def test_without_a_terminal_there_is_no_bar(plans: Path) -> None:
    done = subprocess.run(
        kehoach("check", "con", "-j", "2"), cwd=plans, capture_output=True, check=False
    )
    assert b"/3" not in done.stderr
    assert b"\x1b" not in done.stderr


@POSIX
def test_ctrl_c_stops_all_and_leaves_no_part_of_a_file(plans: Path) -> None:
    for number in range(200):
        (plans / f"k{number}.yaml").write_text(GOOD, encoding="utf-8")
    command = kehoach("render", ".", "-j", "2", "-o", "ra/{thu_muc}-{ten}")
    with subprocess.Popen(
        command, cwd=plans, stderr=subprocess.PIPE, start_new_session=True
    ) as child:
        while not [*plans.glob("ra/*.docx")]:
            time.sleep(0.02)
        os.killpg(child.pid, signal.SIGINT)
        _, said = child.communicate(timeout=30)
    assert (child.returncode, said.count(b"Traceback")) == (130, 0)
    assert 0 < len([*plans.glob("ra/*.docx")]) < 200
    assert [*plans.rglob(".kehoach-*")] == []


def test_a_name_in_the_way_is_told_before_anything_is_written(run: Run, plans: Path) -> None:
    (plans / "con" / "a.yaml").write_text(GOOD, encoding="utf-8")
    status, _, err = run("render", "a.yaml", "con/a.yaml", "-o", ".", "-j", "2", cwd=plans)
    assert (status, err.count("\n"), "chưa ghi tệp nào" in err) == (2, 1, True)
    assert [*plans.rglob("*.docx")] == []


@POSIX
def test_a_reader_that_leaves_early_ends_many_in_peace(plans: Path) -> None:
    command = f'"{sys.executable}" -m kehoach_cli check . -j 2 | head -1'
    done = subprocess.run(["sh", "-c", command], cwd=plans, capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_a_closed_stdout_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert over(Plans(["a"]), print, lambda _name, _outcome: "") >= 0


def test_a_fault_of_the_user_stays_a_sentence() -> None:
    def work(_name: str) -> None:
        raise KehoachError("Không được.", Exit.FINDINGS)

    outcome = many._captured(work, "a")
    assert (outcome.err.decode().strip(), outcome.status) == ("Không được.", Exit.FINDINGS)
