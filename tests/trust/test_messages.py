"""What is printed acts on no terminal and gives no program orders, wherever its words come from."""

import errno
import io
import json
import os
import re
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kehoach_cli.cli.say import say
from kehoach_cli.reports.shown import shown, shown_lines, without_hidden
from kehoach_cli.reports.text import typed
from tests.cli.samples import GOOD
from tests.conftest import Run

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
ESCAPE = "\x1b[2J\x1b]0;a\x07\x9b31m"
BIDI = "\u202egnúđ\u202c\u2066\u2069\u200b\u200f\u2028\u00ad\U000e0041"
ORDERS = "\n::error file=a::hỏng\n::add-mask::x\n##[error]hỏng\n##vso[task.setvariable]x"
HOSTILE = (
    ESCAPE,
    BIDI,
    "\r\n::error::x",
    "\n::stop-commands::x",
    "]]></failure>&<a>",
    "%0A::error::",
)
PLANS = (
    f"van_ban: {{la{ESCAPE}: 1, ngay_ban_hanh: '31/{BIDI}'}}\nnoi_dung: ['{{{{ {ESCAPE} }}}}']\n",
    GOOD.replace("Chủ tịch", json.dumps("x" + ESCAPE + BIDI + ORDERS)),
    GOOD.replace("172", json.dumps("17" + BIDI + ORDERS, ensure_ascii=False)),
    GOOD.replace("01/11/2013", json.dumps("1" + ORDERS)),
    GOOD.replace("trich_yeu", f"trich_yeu{BIDI}"),
    "noi_dung: [" + ESCAPE + "\n::error::x",
)


def acts(text: str) -> list[str]:
    """The characters of a text that a terminal would obey, or that hide."""
    return [
        char
        for char in text
        if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    ]


def orders(text: str) -> list[str]:
    """The lines that GitHub or Azure would obey."""
    return [
        line
        for line in text.splitlines()
        if re.match(r"\s*::", line) or re.search(r"##\w*\[", line)
    ]


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("command", ["check", "render", "fill --no-input", "check --fix"])
def test_a_plan_cannot_act_through_messages(
    run: Run, tmp_path: Path, plan: str, command: str
) -> None:
    (tmp_path / "a.yaml").write_text(plan, encoding="utf-8", newline="")
    verb, *options = command.split()
    done = run(verb, "a.yaml", *options, cwd=tmp_path)
    assert done.exit in (0, 1, 2)
    assert acts(done.out + done.err) == []
    assert orders(done.out + done.err) == []


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github"])
def test_a_plan_cannot_act_through_reports(run: Run, plan: str, form: str) -> None:
    done = run("check", "-", "--format", form, input=plan)
    assert acts(done.out) == []
    if form == "junit":
        ElementTree.fromstring(done.out)  # noqa: S314 - our own
    elif form == "github":
        begins = tuple(f"::{kind} file=" for kind in ("error", "warning", "notice"))
        assert all(line.startswith(begins) for line in done.out.splitlines())
    else:
        json.loads(done.out)


@POSIX
@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github"])
def test_a_file_cannot_act_through_its_name(
    run: Run, tmp_path: Path, hostile: str, form: str
) -> None:
    name = f"::error::{hostile.replace('/', '-')}.yaml"
    (tmp_path / name).write_text(GOOD.replace("quả.", "quả , x."), encoding="utf-8")
    done = run("check", name, "--format", form, cwd=tmp_path)
    assert done.exit == 0
    assert acts(done.out + done.err) == []
    if form == "text":
        assert orders(done.out + done.err) == []
    missing = run("check", "khong-co" + name, cwd=tmp_path)
    assert acts(missing.err) == []


@POSIX
def test_a_name_that_is_no_text_has_an_address_all_the_same(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"k\xea.yaml")
    (tmp_path / name).write_text(GOOD.replace("quả.", "quả , x."), encoding="utf-8")
    done = run("check", name, "--format", "sarif", cwd=tmp_path)
    place = json.loads(done.out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "k%EA.yaml"


def test_an_import_cannot_act_through_its_report(run: Run, tmp_path: Path) -> None:
    words = f"I. MỤC TIÊU{ESCAPE}\n{BIDI}x\tb\n##[error]c\n"
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    for form in ("text", "json"):
        done = run("import", "a.txt", "--format", form, "-o", f"{form}.yaml", cwd=tmp_path)
        assert acts(done.out + done.err) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("kế hoạch", "kế hoạch"),
        ("ke\u0302\u0301", "ke\u0302\u0301"),
        ("a\u00a0b", "a b"),
        ("a\x1b[1mb", "a<U+001B>[1mb"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\nb", "a<U+000A>b"),
        ("\ud800", "<U+D800>"),
        ("k\udce1\udcba\udcbf", "kế"),
        ("k\udcea", "k<U+DCEA>"),
    ],
)
def test_what_acts_or_hides_is_shown_by_its_code(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("::error::x", "./::error::x"),
        ("  ::x", "./::x"),
        ("a ::x", "a ::x"),
        ("##[error]x", "# #[error]x"),
        ("## Mục", "## Mục"),
        ("a\tb\r", "a b"),
    ],
)
def test_no_line_is_an_order(line: str, seen: str) -> None:
    assert shown_lines(f"a\n{line}") == f"a\n{seen}"


def test_json_means_the_same_with_what_hides_shown() -> None:
    data = {"a": BIDI.replace("\U000e0041", "") + ESCAPE}
    text = without_hidden(json.dumps(data, ensure_ascii=False))
    assert (json.loads(text), acts(text)) == (data, [])


def test_a_terminal_is_shown_what_a_file_is_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    say("a\x1b")
    assert capsys.readouterr().out == "a\x1b\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    say("a\x1b")
    assert capsys.readouterr().out == "a<U+001B>\n"


@POSIX
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.yaml", "a.yaml"),
        ("kế hoạch.yaml", '"kế hoạch.yaml"'),
        ("a;rm x.yaml", '"a;rm x.yaml"'),
        ("$(id).yaml", "'$(id).yaml'"),
        ("`id`.yaml", "'`id`.yaml'"),
        ('a"b.yaml', "'a\"b.yaml'"),
        ("a'$b.yaml", "'a'\\''$b.yaml'"),
        ("a!b.yaml", "'a!b.yaml'"),
        ("-o.yaml", "./-o.yaml"),
    ],
)
def test_a_command_that_is_proposed_does_only_what_it_says(name: str, written: str) -> None:
    assert typed(name) == written


class _Terminal(io.TextIOWrapper):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


class _Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_talk_that_cannot_be_written_is_let_go_and_results_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("stderr", "stdout"):
        monkeypatch.setattr(f"sys.{name}", _Full())
    say("a", err=True)
    assert sys.stderr is None
    say("b", err=True)
    with pytest.raises(OSError, match="No space"):
        say("c")


def test_a_plan_on_a_terminal_is_shown_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(GOOD.replace("quả", "quả\u202e"), encoding="utf-8")
    assert "\u202e" in run("render", "a.yaml", "--json", cwd=tmp_path).out
    monkeypatch.setattr("tests.conftest._stream", lambda buffer: _Terminal(buffer, "utf-8"))
    assert "<U+202E>" in run("render", "a.yaml", "--json", cwd=tmp_path).out
