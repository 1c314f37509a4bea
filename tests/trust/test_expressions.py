"""`{{ }}` names values and filters; it calls, loops and reckons nothing, and costs nothing."""

import time
from pathlib import Path

import pytest

from kehoach_cli.plan.expressions import parse_expression
from kehoach_cli.plan.paths import BadPathError
from tests.cli.samples import GOOD
from tests.conftest import Run

ESCAPES = (
    "''.__class__.__mro__[1].__subclasses__()",
    "self.__init__.__globals__.__builtins__",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "lipsum.__globals__['os'].popen('id').read()",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__['__builtins__']",
    "request.application.__globals__",
    "config.items()",
    "tong.__class__",
    "tong['__class__']",
    "tong|attr('__class__')",
    "tong|map(attribute='__class__')|list",
    "'%s'|format(tong.__class__)",
    "'{0.__class__}'.format(tong)",
    "van_ban.__init__.__globals__",
    "van_ban.__dict__",
    "van_ban.nguoi_ky.__class__",
    "[].append(1)",
    "().__class__.__bases__[0]",
    "dict(a=tong)",
    "range(10**9)|list",
    "x if y else z",
    "a ~ b",
    "a + b",
    "not a",
    "a in b",
    "a is defined",
    "a == b",
    "a[1:2]",
    "{'a': 1}",
    "[1, 2]",
    "import os",
    "loop.index",
    "caller()",
    "super()",
    "_",
    "tong | tien(unit='đồng')",
    "tong | tien(*a)",
    "tong | tien('a', 'b')",
)
BOMBS = (
    "'a'*10**9",
    "10**10**10",
    "9**9**9**9",
    "'a'.rjust(10**9)",
    "'%999999999d'|format(1)",
    "range(999999999)|join",
    "((((((((((((((((((((1))))))))))))))))))))",
    "not " * 40 + "a",
    "-" * 150 + "1",
    "a" + "[0]" * 60,
    "a" + ".b" * 90,
    "a" + "|tien" * 35,
    "a" * 100_000,
)


@pytest.mark.parametrize("text", [*ESCAPES, *BOMBS])
def test_nothing_but_names_and_filters_is_ever_worked_out(run: Run, text: str) -> None:
    plan = GOOD.replace("hiệu quả.", "hiệu quả {{ " + text.replace("\n", " ") + " }}.")
    plan = plan.replace("doan_van: ", "doan_van: |\n    ")
    start = time.process_time()
    checked = run("check", "-", input=plan)
    printed = run("render", "-", "--txt", input=plan)
    assert time.process_time() - start < 3.0
    assert (checked.exit, printed.exit) == (1, 1)
    assert not any(word in printed.out for word in ("<class", "<built-in", "uid=", "aaaaaaaaaaa"))


@pytest.mark.parametrize("text", ESCAPES)
def test_what_is_no_name_is_refused_before_any_value_is_looked_for(text: str) -> None:
    try:
        names = parse_expression(f" {text} ").names
    except BadPathError:
        return
    assert all(isinstance(name, str) for name in names)  # names alone, of which none is known


@pytest.mark.parametrize("text", ["{% for x in range(10**9) %}x{% endfor %}", "{# a #}", "{%"])
def test_statements_stay_as_they_are_typed_and_are_told(run: Run, text: str) -> None:
    plan = GOOD.replace("hiệu quả.", f"hiệu quả {text}.").replace("doan_van: ", "doan_van: |\n    ")
    assert run("check", "-", input=plan).exit == 1


@pytest.mark.parametrize(
    "text",
    ["<< 7*7 >>", "<< ''.__class__.__mro__ >>", "<% for x in range(10**9) %>x<% endfor %>", "<# x"],
)
@pytest.mark.parametrize("flag", ["--co-quan", "--dat"])
def test_an_answer_is_no_template(run: Run, tmp_path: Path, text: str, flag: str) -> None:
    answer = f"Sở Số hóa {text}" if flag == "--co-quan" else f"van_ban.trich_yeu={text}"
    agency = () if flag == "--co-quan" else ("--co-quan", "UBND tỉnh Lào Cai")
    done = run(
        "new", "--no-input", "--mau", "ke-hoach-nam", *agency, "--thoi-ky", "2027",
        flag, answer, "--dry-run", cwd=tmp_path,
    )  # fmt: skip
    assert done.exit == 0, done.err
    assert text in done.out
