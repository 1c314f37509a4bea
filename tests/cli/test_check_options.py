"""`kehoach check`: what to look at, what to tell, what to mend."""

import json
from pathlib import Path

import pytest

from tests.cli.samples import BROKEN, GOOD
from tests.conftest import Run

SPACE = GOOD.replace("hiệu quả", "hiệu quả , chất lượng")


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def test_a_folder_means_the_plans_in_it(run: Run, tmp_path: Path) -> None:
    put(tmp_path, b=SPACE, a=GOOD, con__c=GOOD, kehoach="van_ban: {}\n", phan="- muc: a\n")
    (tmp_path / "a.txt").write_text("van_ban: a\n")
    status, _, err = run("check", str(tmp_path))
    assert status == 0
    assert "3 tệp: 1 cảnh báo." in err


@pytest.mark.parametrize("pattern", ["*.yaml", "?.yaml", "[ab].yaml", "**/*.yaml"])
def test_a_pattern_means_the_plans_it_fits(run: Run, tmp_path: Path, pattern: str) -> None:
    put(tmp_path, b=SPACE, a=GOOD)
    status, _, err = run("check", pattern, cwd=tmp_path)
    assert (status, "2 tệp" in err) == (0, True)
    assert run("check", str(tmp_path / pattern)).exit == 0


def test_a_file_named_twice_is_checked_once(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=GOOD)
    assert "1 tệp," in run("check", "a.yaml", "*.yaml", cwd=tmp_path).err


@pytest.mark.parametrize("name", [".", "x*.yaml", "/*?\0"])
def test_where_no_plan_is_the_command_says_so(run: Run, tmp_path: Path, name: str) -> None:
    status, _, err = run("check", name, cwd=tmp_path)
    assert status == 2
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "KH5"], True),
        (["--select", "kh0,KH501"], True),
        (["--select", "KH0"], False),
        (["--ignore", "KH501"], False),
        (["--severity", "cảnh báo"], True),
        (["--severity", "canh-bao"], True),
        (["--severity", "lỗi"], False),
        (["--severity", "error"], False),
    ],
)
def test_what_is_told_is_chosen(run: Run, tmp_path: Path, options: list[str], found: bool) -> None:
    put(tmp_path, a=SPACE)
    assert ("[KH501]" in run("check", "a.yaml", *options, cwd=tmp_path).out) is found


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--select", "KH9999"], "KH9999"),
        (["--ignore", "XY"], "XY"),
        (["--severity", "cao"], "“cao”"),
        (["--format", "xml"], "“xml”"),
        (["--baseline", "khong-co.json"], "khong-co.json"),
    ],
)
def test_a_choice_that_is_none_is_wrong_use(
    run: Run, tmp_path: Path, options: list[str], said: str
) -> None:
    put(tmp_path, a=GOOD)
    status, out, err = run("check", "a.yaml", *options, cwd=tmp_path)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_profile_may_leave_rules_out(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=SPACE, kehoach="quy_tac_bo_qua: [KH5]\n")
    assert run("check", "a.yaml", cwd=tmp_path).out == ""


def test_before_the_issue_what_a_draft_may_lack_is_an_error(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=GOOD.replace("  so_van_ban: 172\n", ""))
    assert run("check", "a.yaml", cwd=tmp_path).exit == 0
    status, out, _ = run("check", "a.yaml", "--phat-hanh", cwd=tmp_path)
    assert (status, "lỗi: " in out) == (1, True)


def test_known_findings_are_kept_and_new_ones_told(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=SPACE)
    assert run("check", "a.yaml", "--write-baseline", "nen.json", cwd=tmp_path).exit == 0
    assert run("check", "a.yaml", "--baseline", "nen.json", cwd=tmp_path).out == ""
    put(tmp_path, a=f"{SPACE}  muc_con: ['c , d']\n")
    out = run("check", "a.yaml", "--baseline", "nen.json", cwd=tmp_path).out
    assert out.count("[KH501]") == 1


def test_no_baseline_is_written_where_a_file_cannot_be_read(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=SPACE)
    status = run("check", "a.yaml", "b.yaml", "--write-baseline", "nen.json", cwd=tmp_path).exit
    assert (status, (tmp_path / "nen.json").exists()) == (2, False)


@pytest.mark.parametrize("data", [b"{}", b"\xff\xfe"])
def test_a_baseline_that_is_none_is_refused(run: Run, tmp_path: Path, data: bytes) -> None:
    put(tmp_path, a=GOOD)
    (tmp_path / "nen.json").write_bytes(data)
    status, _, err = run("check", "a.yaml", "--baseline", "nen.json", cwd=tmp_path)
    assert (status, err.count("\n")) == (2, 1)


def test_certain_faults_are_mended_and_nothing_else(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=f"# giữ , nguyên\r\n{SPACE}")
    assert "--fix" in run("check", "a.yaml", cwd=tmp_path).err
    status, out, err = run("check", "a.yaml", "--fix", cwd=tmp_path)
    assert (status, "[KH501]" in out) == (0, False)
    assert "Đã sửa 1 chỗ trong a.yaml." in err
    mended = (tmp_path / "a.yaml").read_bytes().decode("utf-8")
    assert mended == f"# giữ , nguyên\r\n{SPACE.replace('quả ,', 'quả,')}"


def test_the_difference_is_shown_and_nothing_written(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=SPACE)
    out = run("check", "a.yaml", "--diff", "--select", "KH501", cwd=tmp_path).out
    assert "-  doan_van: Nâng cao hiệu quả , chất lượng.\n+  doan_van: Nâng cao hiệu quả, " in out
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == SPACE


def test_the_last_line_of_a_difference_ends_too(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=SPACE.rstrip("\n"))
    out = run("check", "a.yaml", "--diff", "--fix", cwd=tmp_path).out
    assert out.endswith("hiệu quả, chất lượng.\n")


def test_stdin_can_be_looked_at_and_not_mended(run: Run) -> None:
    assert "quả, chất" in run("check", "-", "--diff", input=SPACE).out
    status, _, err = run("check", "-", "--fix", input=SPACE)
    assert (status, "--diff" in err) == (2, True)


def test_without_a_certain_fault_the_file_is_not_written(run: Run, tmp_path: Path) -> None:
    put(tmp_path, a=GOOD)
    before = (tmp_path / "a.yaml").stat().st_mtime_ns
    assert run("check", "a.yaml", "--fix", cwd=tmp_path).exit == 0
    assert (tmp_path / "a.yaml").stat().st_mtime_ns == before


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit"])
def test_every_format_reports_a_broken_file(run: Run, tmp_path: Path, form: str) -> None:
    put(tmp_path, a=BROKEN, b=GOOD)
    status, out, _ = run("check", "a.yaml", "b.yaml", "--format", form, cwd=tmp_path)
    assert (status, "KH000" in out) == (1, True)


def test_rules_are_listed_and_explained(run: Run) -> None:
    assert "KH501  cảnh báo  Dấu cách trước dấu câu\n" in run("rules").out
    rules = json.loads(run("rules", "--json").out)["rules"]
    assert {"rule", "severity", "why", "wrong", "right", "fix", "limits"} <= set(rules[0])
    out = run("explain", "501", "kh013").out
    assert all(word in out for word in ("Vì sao:", "Sai:", "Đúng:", "Cách sửa:", "KH013"))


@pytest.mark.parametrize(("code", "said"), [("KH9", "kehoach rules"), ("KH50I", "có phải KH50")])
def test_a_rule_that_is_none_is_wrong_use(run: Run, code: str, said: str) -> None:
    status, out, err = run("explain", code)
    assert (status, out) == (2, "")
    assert said in err


def test_every_rule_has_a_page(run: Run) -> None:
    codes = [rule["rule"] for rule in json.loads(run("rules", "--json").out)["rules"]]
    out = run("explain", *codes).out
    assert out.count("Vì sao:") == len(codes)
    assert all(line.isprintable() for line in out.split("\n"))
