"""The program as a whole: help, wrong use, and the door out."""

import re
import shlex
from pathlib import Path

import pytest

from kehoach_cli import __version__, installed
from kehoach_cli.cli import resources
from kehoach_cli.cli.command_tree import Described, described
from kehoach_cli.cli.commands import program
from kehoach_cli.errors import Exit, KehoachError
from tests.cli.samples import GOOD
from tests.conftest import Run


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"kehoach {__version__}\n", "")


@pytest.mark.parametrize("command", [(), ("check",), ("render",)])
def test_help_is_vietnamese(run: Run, command: tuple[str, ...]) -> None:
    status, out, err = run(*command, "--help")
    assert (status, err) == (0, "")
    assert "Cách dùng: " in out
    assert "Tùy chọn:" in out
    assert not any(word in out for word in ("Usage", "Options", "Commands", "Arguments", "Show"))


@pytest.mark.parametrize("words", [("help",), ("help", "check"), ("help", "explain", "KH401")])
def test_help_may_be_asked_for_as_a_command(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words) == run(*words[1:2], "--help")


@pytest.mark.parametrize("columns", ["60", "80"])
def test_what_a_command_takes_is_told_in_even_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("check", "--help").out.partition("Tham số:\n")[2].partition("\n\n")[0].splitlines()
    assert lines[0].startswith("  TỆP…  Tệp kế hoạch")
    assert all(len(line) - len(line.lstrip()) == len("  TỆP…  ") for line in lines[1:])
    assert max(map(len, lines)) <= int(columns)


def test_the_list_of_commands_cuts_no_sentence(run: Run) -> None:
    listed = run("--help").out.partition("Các lệnh:\n")[2]
    assert "..." not in listed
    assert len(re.findall(r"^  \w", listed, re.MULTILINE)) == listed.count(".\n")


@pytest.mark.parametrize(
    ("command", "use"),
    [
        ("check", "kehoach check [TÙY CHỌN] TỆP…"),
        ("new", "kehoach new [TÙY CHỌN] [ho-so]"),
        ("undo", "kehoach undo [TÙY CHỌN] TỆP"),
    ],
)
def test_what_a_command_takes_is_told_plainly(run: Run, command: str, use: str) -> None:
    assert run(command, "--help").out.splitlines()[0].endswith(use)


@pytest.mark.parametrize("command", described(program())[1:], ids=lambda command: command.name)
def test_the_example_of_a_command_is_on_its_page_and_works(
    run: Run, tmp_path: Path, command: Described
) -> None:
    plan = GOOD.replace("  so_van_ban", "  thoi_ky: 2014\n  so_van_ban")
    (tmp_path / "ke-hoach.yaml").write_text(plan, encoding="utf-8")
    run("render", "ke-hoach.yaml", "-o", "ke-hoach-2025.docx", cwd=tmp_path)
    page = run(command.name, "--help").out
    assert f"  Ví dụ: {command.example}\n" in page
    name, *words = shlex.split(command.example)
    status, _, err = run(*words, cwd=tmp_path)
    assert (name, words[0]) == ("kehoach", command.name)
    assert status == (2 if command.name == "undo" else 0), err
    assert "--help" not in err


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    status, out, err = run()
    assert status == 2
    assert "Cách dùng: " in out + err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("check",), "Thiếu tên tệp"),
        (("render",), "Thiếu tên tệp"),
        (("undo",), "Thiếu tên tệp"),
        (("explain",), "Thiếu MÃ…: mã quy tắc, như KH401."),
        (("completion",), "Thiếu TRÌNH_LỆNH: bash, zsh"),
        (("check", "--fromat", "json", "-"), "--format"),
        (("render", "--xyz", "-"), "--xyz"),
        (("chek", "-"), "Không có lệnh chek; có phải check?"),
        (("xyzxyz",), "Không có lệnh xyzxyz. Xem"),
        (("version",), "có phải --version?"),
        (("nam 2026.yaml",), 'có phải kehoach check "nam 2026.yaml"?'),
        (("cu.DOCX",), "có phải kehoach import cu.DOCX?"),
        (("render", "a.yaml", "-o"), "Xem: kehoach render --help"),
        (("help", "chek"), "có phải check?"),
        (("check", "--out", "a", "-"), "Không có tùy chọn --out. Xem"),
        (("render", "--outp", "a", "-"), "có phải --output?"),
        (("render", "--odt", "-"), "Không có tùy chọn --odt. Xem"),
        (("doctor", "a", "b"), "Lệnh này không nhận thêm a b."),
        (("check", "-", "--format"), "--format"),
        (("--xyz",), "--xyz"),
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(run: Run, args: tuple[str, ...], said: str) -> None:
    status, out, err = run(*args)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert "--help" in err


@pytest.mark.parametrize(
    "args", [("chek", "-"), ("check", "-", "--format"), ("doctor", "a"), ("schema", "a", "b")]
)
def test_wrong_use_is_told_in_vietnamese_only(run: Run, args: tuple[str, ...]) -> None:
    assert not any(word in run(*args).err for word in ("No such", "requires", "Option", "Got"))


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is pressed while a plan is read."""

    def pressed(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kehoach_cli.cli.check.load", pressed)


@pytest.mark.usefixtures("interrupted")
def test_ctrl_c_ends_with_130(run: Run) -> None:
    status, out, err = run("check", "-", input=GOOD)
    assert (status, out) == (130, "")
    assert "Traceback" not in err


@pytest.mark.usefixtures("interrupted")
def test_ctrl_c_says_that_the_files_are_as_they_were(run: Run) -> None:
    assert "còn nguyên" in run("check", "-", input=GOOD).err


def test_a_fault_of_ours_ends_with_3_and_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_name: str) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("kehoach_cli.cli.check.load", broken)
    status, _, err = run("check", "-", input=GOOD)
    assert (status, err.count("\n")) == (3, 1)
    assert "ZeroDivisionError" in err
    assert "KEHOACH_DEBUG=1" in err
    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("check", "-", input=GOOD)


def test_what_the_user_can_put_right_carries_its_exit_status() -> None:
    assert KehoachError("x").status is Exit.USAGE
    assert [int(status) for status in Exit] == [0, 1, 2, 3, 130]


def test_the_layout_is_found_beside_the_package() -> None:
    assert resources.layout().name == resources.DEFAULT_LAYOUT
    assert (installed.templates() / "docx").is_dir()


def test_an_installation_without_templates_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "__file__", str(tmp_path / "a" / "c.py"))
    installed.templates_name.cache_clear()
    with pytest.raises(KehoachError, match="cài lại") as fault:
        installed.templates()
    assert fault.value.status is Exit.FAULT


def test_on_windows_the_profile_is_in_the_application_data(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kehoach").mkdir()
    (tmp_path / "kehoach" / "kehoach.yaml").write_text("- a\n", encoding="utf-8")
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert "[KH017]" in run("check", "-", input=GOOD).out


def test_without_any_such_folder_the_home_is_looked_at(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".config" / "kehoach").mkdir(parents=True)
    (tmp_path / ".config" / "kehoach" / "kehoach.yaml").write_text("- a\n", encoding="utf-8")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert "[KH017]" in run("check", "-", input=GOOD).out


def test_a_program_of_one_folder_is_its_own_worker(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr("multiprocessing.freeze_support", lambda: asked.append(True))
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert run("--version").exit == 0
    assert asked == [True]
