"""`kehoach new`: what is asked for, where the file goes, what is never harmed."""

import errno
import os
from pathlib import Path

import pytest

from kehoach_cli.cli import schema
from kehoach_cli.cli.writing import write_new
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.plan_kinds import kind_keys
from tests.conftest import Run

MAU = ("--mau", "chuyen-doi-so-nam")
WHO = ("--co-quan", "ubnd tinh lao cai")
WHEN = ("--thoi-ky", "2026")
NAME = "chuyen-doi-so-2026.yaml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_three_flags_make_a_plan_that_is_checked_and_printed(run: Run, tmp_path: Path) -> None:
    status, out, err = run("new", *MAU, *WHO, *WHEN, "--no-input", cwd=tmp_path)
    assert (status, out) == (0, "")
    assert names(tmp_path) == [NAME, schema.DEFAULT_NAME]
    assert err.splitlines()[:2] == [
        f"Đã ghi {NAME}",
        f"Đã ghi {schema.DEFAULT_NAME} (để trình soạn thảo gợi ý khóa)",
    ]
    assert f"kehoach fill {NAME}" in err
    assert run("check", NAME, "--severity", "lỗi", cwd=tmp_path).exit == 0
    assert run("render", NAME, cwd=tmp_path).exit == 0
    first = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={schema.DEFAULT_NAME}"


@pytest.mark.parametrize(
    ("flags", "wanted"),
    [
        ((), ["--mau", "--co-quan", "--thoi-ky"]),
        ((*MAU, *WHEN), ["--co-quan"]),
        ((*WHO, *MAU), ["--thoi-ky"]),
    ],
)
def test_what_is_missing_is_named_with_an_example(
    run: Run, tmp_path: Path, flags: tuple[str, ...], wanted: list[str]
) -> None:
    status, out, err = run("new", *flags, cwd=tmp_path)
    said, _, example = err.partition(" Ví dụ: ")
    assert (status, out, names(tmp_path)) == (2, "", [])
    assert [flag for flag in ("--mau", "--co-quan", "--thoi-ky") if flag in said] == wanted
    assert example.startswith("kehoach new --mau chuyen-doi-so-nam --co-quan ")
    assert example.endswith(" --thoi-ky 2026\n")
    assert ("ubnd tinh lao cai" in example) is (WHO[0] in flags)


def test_an_existing_file_is_not_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("của tôi", encoding="utf-8")
    status, _, err = run("new", *MAU, *WHO, *WHEN, cwd=tmp_path)
    assert (status, names(tmp_path)) == (2, [NAME])
    assert f"{NAME} đã có, không ghi đè" in err
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "của tôi"


def test_a_file_that_cannot_be_written_whole_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KehoachError, match="Đĩa đã đầy"):
        write_new(tmp_path / "a.yaml", b"a")
    assert names(tmp_path) == []


def test_a_disk_without_links_takes_a_new_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    write_new(tmp_path / "a.yaml", b"a")
    assert (names(tmp_path), (tmp_path / "a.yaml").read_bytes()) == (["a.yaml"], b"a")


def test_a_file_that_came_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"theirs")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(KehoachError, match="đã có, không ghi đè"):
        write_new(tmp_path / "a.yaml", b"a")
    assert (names(tmp_path), (tmp_path / "a.yaml").read_bytes()) == (["a.yaml"], b"theirs")


def test_an_existing_schema_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / schema.DEFAULT_NAME).write_text("{}", encoding="utf-8")
    assert run("new", *MAU, *WHO, *WHEN, cwd=tmp_path).exit == 0
    assert (tmp_path / schema.DEFAULT_NAME).read_text(encoding="utf-8") == "{}"


def test_a_schema_that_cannot_be_written_is_only_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / schema.DEFAULT_NAME).mkdir()
    status, _, err = run("new", *MAU, *WHO, *WHEN, cwd=tmp_path)
    assert (status, (tmp_path / NAME).is_file()) == (0, True)
    assert "Trình soạn thảo sẽ không gợi ý khóa." in err


@pytest.mark.parametrize(
    ("out", "made"),
    [
        ("kế hoạch của tôi.yaml", "kế hoạch của tôi.yaml"),
        ("kế hoạch 2026", "kế hoạch 2026.yaml"),
        ("kh.2026", "kh.2026.yaml"),
        ("con", f"con/{NAME}"),
        ("con/a.yml", "con/a.yml"),
    ],
)
def test_the_file_may_be_named(run: Run, tmp_path: Path, out: str, made: str) -> None:
    (tmp_path / "con").mkdir()
    assert run("new", *MAU, *WHO, *WHEN, "-o", out, cwd=tmp_path).exit == 0
    assert (tmp_path / made).is_file()
    assert ((tmp_path / made).parent / schema.DEFAULT_NAME).is_file()


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("không có/a.yaml", "Không có thư mục không có"),
        ("không có/", "Không có thư mục không có/"),
        ("a.docx", "không có đuôi .yaml"),
        ("kehoach.yaml", "là tên của hồ sơ đơn vị"),
        ("a\0.yaml", "không hợp lệ"),
        ("a" * 300 + ".yaml", "Chưa ghi được"),
    ],
)
def test_a_name_that_cannot_be_is_told_in_a_sentence(
    run: Run, tmp_path: Path, out: str, said: str
) -> None:
    status, _, err = run("new", *MAU, *WHO, *WHEN, "-o", out, cwd=tmp_path)
    assert (status, names(tmp_path)) == (2, [])
    assert said in err


@pytest.mark.parametrize(
    ("shown", "said"),
    [(("--dry-run",), f"Bước tiếp theo: bỏ --dry-run để ghi {NAME}.\n"), (("-o", "-"), "")],
)
def test_a_plan_may_be_shown_only(
    run: Run, tmp_path: Path, shown: tuple[str, ...], said: str
) -> None:
    status, out, err = run("new", *MAU, *WHO, *WHEN, *shown, cwd=tmp_path)
    assert (status, err, names(tmp_path)) == (0, said, [])
    assert run("check", "-", "--severity", "lỗi", input=out).exit == 0


def test_values_come_from_flags_answers_and_profile(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kehoach.yaml").write_text(
        "van_ban: {co_quan_ban_hanh: Sở Y tế, co_quan_chu_quan: UBND tỉnh Lào Cai,\n"
        "  luu_van_thu: 'VT, KHTC', nguoi_ky: {ho_ten: Từ Hồ Sơ, chuc_vu: Giám đốc}}\n",
        encoding="utf-8",
    )
    (tmp_path / "tra-loi.yaml").write_text(
        "mau: ke-hoach-so\nthoi_ky: 2026\nvan_ban: {nguoi_ky: {ho_ten: Từ Tệp}}\n",
        encoding="utf-8",
    )
    asked = ("new", "--answers", "tra-loi.yaml", "--dry-run")
    status, out, _ = run(*asked, cwd=tmp_path)
    assert status == 0
    assert "co_quan_ban_hanh: Sở Y tế\n" in out
    assert "luu_van_thu: VT, KHTC" in out
    assert "ho_ten: Từ Tệp" in out
    name = "van_ban.nguoi_ky.ho_ten=Từ Cờ"
    assert "ho_ten: Từ Cờ" in run(*asked, "--dat", name, cwd=tmp_path).out


def test_a_profile_may_lie_elsewhere(run: Run, tmp_path: Path) -> None:
    profile = tmp_path / "ho so.yaml"
    profile.write_text("van_ban: {luu_van_thu: 'VT, TH'}\n", encoding="utf-8")
    where = ("--ho-so", str(profile))
    assert "luu_van_thu: VT, TH" in run("new", *MAU, *WHO, *WHEN, *where, "--dry-run").out
    profile.write_text("- a\n", encoding="utf-8")
    status, _, err = run("new", *MAU, *WHO, *WHEN, *where)
    assert (status, "Không đọc được hồ sơ" in err) == (2, True)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--dat", "van_ban.thoi_ky=2027"), "ghi cả ở cờ riêng lẫn ở --dat"),
        (("--dat", "van_ban.ngay_ban_hanh=31/11/2026"), "không đọc được “31/11/2026”"),
        (("--answers", "không có.yaml"), "Không tìm thấy tệp không có.yaml"),
        (("kế hoạch",), "đặt tên tệp bằng -o"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    status, _, err = run("new", *more, *MAU, *WHO, *WHEN, cwd=tmp_path)
    assert (status, names(tmp_path)) == (2, [])
    assert said in err


def test_the_kinds_are_listed(run: Run) -> None:
    status, out, err = run("new", "--danh-sach")
    assert status == 0
    assert sorted(line.split()[0] for line in out.splitlines()) == sorted(kind_keys())
    assert "Bước tiếp theo: kehoach new --mau" in err


def test_a_profile_is_made_and_used(run: Run, tmp_path: Path) -> None:
    status, _, err = run("new", "ho-so", "--co-quan", "Sở Y tế tỉnh Lào Cai", cwd=tmp_path)
    assert (status, names(tmp_path)) == (0, ["kehoach.yaml"])
    assert "Bước tiếp theo" in err
    assert run("check", "kehoach.yaml", cwd=tmp_path).exit == 0
    status, out, _ = run("new", "--mau", "ke-hoach-so", *WHEN, "--dry-run", cwd=tmp_path)
    assert (status, "co_quan_ban_hanh: Sở Y tế\n" in out) == (0, True)
    assert run("new", "ho-so", "--co-quan", "Sở Y tế", cwd=tmp_path).exit == 2


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "Còn thiếu --co-quan"),
        (("--co-quan", "Sở Y tế", "-o", "a.yaml"), "phải có tên kehoach.yaml"),
    ],
)
def test_a_profile_needs_an_agency_and_its_name(
    run: Run, tmp_path: Path, flags: tuple[str, ...], said: str
) -> None:
    status, _, err = run("new", "ho-so", *flags, cwd=tmp_path)
    assert (status, names(tmp_path)) == (2, [])
    assert said in err


def test_a_kind_that_there_is_not_is_told_before_what_is_lacking(run: Run, tmp_path: Path) -> None:
    status, _, err = run("new", "--mau", "ke-hoach-nan", "--no-input", cwd=tmp_path)
    assert (status, err) == (2, "Không có mẫu kế hoạch “ke-hoach-nan”; có phải ke-hoach-nam?\n")


def test_a_kind_that_does_not_fit_is_written_and_told_of(run: Run, tmp_path: Path) -> None:
    status, _, err = run("new", "--mau", "ke-hoach-xa", *WHO, *WHEN, "-o", "a", cwd=tmp_path)
    assert (status, (tmp_path / "a.yaml").is_file()) == (0, True)
    assert "hợp hơn: chuyen-doi-so-nam." in err


def test_a_name_typed_without_marks_that_no_list_has_is_asked_for_again(
    run: Run, tmp_path: Path
) -> None:
    flags = ("--mau", "ke-hoach-xa", "--co-quan", "ubnd xa bat xat, tinh lao cai")
    ran = run("new", *flags, "--thoi-ky", "2027", cwd=tmp_path)
    assert ran.exit == 2
    assert "gõ tên cơ quan có dấu" in ran.err
    assert list(tmp_path.iterdir()) == []
