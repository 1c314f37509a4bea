"""Parts of a plan in files of their own: `kem_tep`."""

from pathlib import Path

import pytest

from kehoach_cli.source import attach
from tests.conftest import Run

HEAD = "van_ban:\n  co_quan_ban_hanh: Bộ Y tế\n  trich_yeu: Kế hoạch\n"


def written(folder: Path, **files: str) -> None:
    """Files of a folder, by the stem of their names."""
    for stem, text in files.items():
        name = f"{stem}.txt" if stem.startswith("loi") else f"{stem}.yaml"
        (folder / name).write_text(text, encoding="utf-8")


def found(run: Run, folder: Path) -> list[str]:
    """Place and rule of each finding of reading that is no missing field."""
    _, out, _ = run("check", "k.yaml", cwd=folder)
    lines = [line for line in out.splitlines() if "[KH0" in line]
    return [
        f"{':'.join(line.split(':')[:3])} {line.split('[')[1][:5]}"
        for line in lines
        if "KH03" not in line or "KH036" in line
    ]


def test_a_fault_in_an_attached_list_is_shown_in_its_own_file(run: Run, tmp_path: Path) -> None:
    written(
        tmp_path,
        k=f"{HEAD}du_an:\n  - ten: A\n  - kem_tep: da.yaml\n",
        da="- ten: B\n- ten: C\n  tong_kinh_phi: 8,000\n",
    )
    assert found(run, tmp_path) == ["da.yaml:3:18 KH015"]


def test_an_attached_text_takes_the_place_of_the_mapping(run: Run, tmp_path: Path) -> None:
    written(
        tmp_path,
        k=f"{HEAD}noi_dung:\n  - muc: A\n    doan_van: {{kem_tep: loi.txt}}\n",
        loi="Một.\r\n- hai {{ tog }}\r\n",
    )
    assert found(run, tmp_path) == ["loi.txt:2:7 KH025"]


def test_values_in_parts_and_in_the_profile_are_told_and_filled_in(
    run: Run, tmp_path: Path
) -> None:
    written(
        tmp_path,
        k="van_ban:\n  co_quan_ban_hanh: Sở Y tế\ncan_cu:\n  kem_tep: cu.yaml\n",
        cu="- Luật {{ so_du_an }} {{ tog }}\n",
        kehoach='van_ban: {trich_yeu: "Việc {{ so_du_an }} {{ tgo }}"}\n',
    )
    told = found(run, tmp_path)
    assert {"cu.yaml:1:23 KH025", "kehoach.yaml:1:43 KH025"} <= set(told)
    _, out, _ = run("render", "k.yaml", "--draft", "--txt", "-o", "-", cwd=tmp_path)
    assert "Luật 0 [chưa rõ: tog]" in out
    assert "Việc 0 [chưa rõ: tgo]" in out


def test_attached_sections_print_in_order(run: Run, tmp_path: Path) -> None:
    head = HEAD + "  nguoi_ky: {chuc_vu: Giám đốc}\n  noi_nhan: [UBND tỉnh]\n"
    written(
        tmp_path,
        k=f"{head}noi_dung:\n  - muc: A\n  - kem_tep: phan.yaml\n  - muc: D\n",
        phan="- muc: B\n- kem_tep: sau.yaml\n",
        sau="muc: C\n",
    )
    status, _, err = run("render", "k.yaml", cwd=tmp_path)
    assert status == 0, err


@pytest.mark.parametrize(
    "name",
    ["../k2.yaml", "/etc/passwd", "C:\\k.yaml", "\\\\may\\k.yaml", "khong-co.yaml", "con"],
)
def test_only_files_of_the_plans_own_folder_are_read(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "ke hoach"
    (folder / "con").mkdir(parents=True)
    (tmp_path / "k2.yaml").write_text("muc: bí mật", encoding="utf-8")
    written(folder, k=f"{HEAD}noi_dung:\n  - kem_tep: '{name}'\n")
    assert found(run, folder) == ["k.yaml:5:14 KH036"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (tmp_path / "ngoai.yaml").write_text("muc: bí mật", encoding="utf-8")
    (folder / "trong.yaml").symlink_to(tmp_path / "ngoai.yaml")
    written(folder, k=f"{HEAD}noi_dung:\n  - kem_tep: trong.yaml\n")
    assert found(run, folder) == ["k.yaml:5:14 KH036"]


def test_files_that_attach_each_other_end(run: Run, tmp_path: Path) -> None:
    written(
        tmp_path,
        k=f"{HEAD}noi_dung:\n  - kem_tep: a.yaml\n",
        a="- muc: A\n- kem_tep: b.yaml\n",
        b="- kem_tep: a.yaml\n",
    )
    assert found(run, tmp_path) == ["b.yaml:1:12 KH036"]
    said = run("check", "k.yaml", cwd=tmp_path).out
    assert "Không kèm được tệp “a.yaml”: tệp tự kèm chính nó [KH036]" in said
    assert "Cách sửa: bỏ kem_tep: a.yaml ở chỗ này" in said


def test_a_path_is_told_as_it_was_tried_from_the_folder_of_the_plan(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "trong").mkdir()
    written(tmp_path, k=f"{HEAD}noi_dung:\n  - kem_tep: trong\\a.yaml\n")
    (tmp_path / "trong" / "a.yaml").write_text("- kem_tep: b.yaml\n", encoding="utf-8")
    said = run("check", "k.yaml", cwd=tmp_path).out
    assert "Không kèm được tệp “b.yaml”: không có tệp b.yaml [KH036]" in said
    assert "đường dẫn ở kem_tep luôn tính từ thư mục ấy" in said


def test_too_many_files_are_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attach, "MAX_FILES", 1)
    twice = "  - kem_tep: a.yaml\n" * 2
    written(tmp_path, k=f"{HEAD}noi_dung:\n{twice}", a="- muc: A\n")
    assert "kế hoạch kèm quá 1 tệp" in run("check", "k.yaml", cwd=tmp_path).out


def test_an_attached_file_that_is_broken_says_so_itself(run: Run, tmp_path: Path) -> None:
    written(tmp_path, k=f"{HEAD}noi_dung:\n  - kem_tep: a.yaml\n", a="- muc: [A\n")
    assert found(run, tmp_path) == ["a.yaml:1:8 KH000"]


def test_a_plan_from_stdin_attaches_beside_the_working_folder(run: Run, tmp_path: Path) -> None:
    written(tmp_path, phan="- muc: {{ x }}\n")
    _, out, _ = run("check", "-", input=f"{HEAD}noi_dung:\n  - kem_tep: x.yaml\n", cwd=tmp_path)
    assert "<stdin>:5:14" in out
