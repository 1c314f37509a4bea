"""`kehoach fill` where nobody can be asked: flags, files of answers, lists, refusals."""

import json
from pathlib import Path

import pytest

from kehoach_cli.cli.desk import Desk
from kehoach_cli.errors import KehoachError
from kehoach_cli.source.text import read_source
from tests.conftest import Run

PLAN = """\
# Ghi chú của tôi
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai   # giữ nguyên
  trich_yeu: Chuyển đổi số năm 2027
  nguoi_ky: {chuc_vu: Chủ tịch}
noi_dung: Có [số máy] máy chủ ở [tên sở].
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_without_a_terminal_what_is_missing_is_listed_and_the_status_is_2(
    run: Run, file: Path
) -> None:
    ran = run("fill", str(file))
    assert ran.exit == 2
    assert "van_ban.noi_nhan, ví dụ: noi_nhan:" in ran.err
    assert f"{file}:6:14: Số máy (Có →[số máy]← máy chủ" in ran.err
    assert file.read_text(encoding="utf-8") == PLAN


def test_json_lists_the_questions_for_another_program(run: Run, file: Path) -> None:
    ran = run("fill", str(file), "--format", "json")
    data = json.loads(ran.out)
    assert ran.exit == 2
    assert data["summary"] == {"questions": 3, "required": 3}
    first = data["questions"][0]
    assert first["id"] == "van_ban.noi_nhan"
    assert (first["line"], first["type"], first["required"]) == (2, "list", True)


def test_json_of_all_also_has_what_is_not_needed(run: Run, file: Path) -> None:
    ran = run("fill", str(file), "--format", "json", "--tat-ca")
    ids = [one["id"] for one in json.loads(ran.out)["questions"]]
    assert "van_ban.so_van_ban" in ids


def test_answers_by_flags_go_in_and_every_other_byte_stays(run: Run, file: Path) -> None:
    ran = run(
        "fill", str(file), "--dat", "van_ban.noi_nhan=Các sở; UBND các xã",
        "--dat", "noi_dung#ten-so@may-chu-o=Sở Nội vụ", "--dat", "noi_dung#so-may@co=12",
    )  # fmt: skip
    assert ran.exit == 0, ran.err
    assert file.read_text(encoding="utf-8") == PLAN.replace("[số máy]", "12").replace(
        "[tên sở]", "Sở Nội vụ"
    ).replace(
        "  nguoi_ky: {chuc_vu: Chủ tịch}\n",
        "  nguoi_ky: {chuc_vu: Chủ tịch}\n  noi_nhan:\n    - Các sở\n    - UBND các xã\n",
    )
    assert f'kehoach check "{file}"' in ran.err


def test_an_answer_wins_over_what_the_plan_says(run: Run, file: Path) -> None:
    run("fill", str(file), "--dat", "van_ban.trich_yeu=Chuyển đổi số năm 2028")
    assert "trich_yeu: Chuyển đổi số năm 2028" in file.read_text(encoding="utf-8")


def test_a_file_of_answers_may_nest_its_keys_and_a_flag_wins_over_it(run: Run, file: Path) -> None:
    answers = file.with_name("tra-loi.yaml")
    answers.write_text(
        "van_ban:\n  noi_nhan: [Các sở, Các xã]\n  trich_yeu: Cũ\nnoi_dung#so-may@co: 12\n",
        encoding="utf-8",
    )
    ran = run("fill", str(file), "--answers", str(answers), "--dat", "van_ban.trich_yeu=Mới")
    text = file.read_text(encoding="utf-8")
    assert ran.exit == 2  # [tên sở] is still open
    assert "trich_yeu: Mới" in text
    assert "    - Các xã" in text


def test_answers_that_were_given_can_be_saved_and_given_again(run: Run, file: Path) -> None:
    saved, other = file.with_name("luu.yaml"), file.with_name("khac.yaml")
    other.write_text(PLAN, encoding="utf-8")
    listed = ("--dat", "van_ban.noi_nhan=Các sở", "--dat", "van_ban.noi_nhan=UBND các xã: A, B")
    given = (
        *listed,
        "--dat",
        "noi_dung#so-may@co=12",
        "--dat",
        "van_ban.trich_yeu=A: b",
        "--dat",
        "noi_dung#ten-so@may-chu-o=B",
    )
    run("fill", str(file), *given, "--save-answers", str(saved))
    run("fill", str(other), "--answers", str(saved))
    assert '    - Các sở\n    - "UBND các xã: A, B"\n' in file.read_text(encoding="utf-8")
    assert other.read_text(encoding="utf-8") == file.read_text(encoding="utf-8")


def test_one_thing_is_answered_once(run: Run, file: Path) -> None:
    twice = ("--dat", "van_ban.trich_yeu=A", "--dat", "van_ban.trich_yeu=B")
    assert "--dat van_ban.trich_yeu ghi hai lần" in run("fill", str(file), *twice).err
    assert file.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("text", ["- a\n", "van_ban: [\n", "a: 1\na: 2\n"])
def test_a_file_of_answers_that_is_none_is_told_by_place(run: Run, file: Path, text: str) -> None:
    answers = file.with_name("tra-loi.yaml")
    answers.write_text(text, encoding="utf-8")
    ran = run("fill", str(file), "--answers", str(answers))
    assert (ran.exit, "tra-loi.yaml:" in ran.err) == (2, True)
    assert file.read_text(encoding="utf-8") == PLAN


def test_answers_saved_by_fill_begin_another_plan(run: Run, file: Path) -> None:
    saved = file.with_name("luu.yaml")
    given = ("--dat", "thoi_ky=2027", "--dat", "van_ban.noi_nhan=Các sở; UBND các xã",
             "--dat", "van_ban.nguoi_ky.ho_ten=Lê An")  # fmt: skip
    assert run("fill", str(file), *given, "--save-answers", str(saved)).exit == 2
    ran = run("new", "--mau", "ke-hoach-nam", "--co-quan", "ubnd tinh lao cai",
              "--answers", str(saved), "--dry-run", "--no-input")  # fmt: skip
    assert ran.exit == 0, ran.err
    assert "ho_ten: Lê An" in ran.out
    assert "    - Các sở\n    - UBND các xã\n" in ran.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("van_ban.ngay_ban_hanh=31/13/2027", "tháng 13"),
        ("van_ban.trich_ye=A", "có phải van_ban.trich_yeu?"),
        ("khong_co=A", "Không có khóa khong_co"),
        ("van_ban.trich_yeu", "viết dạng khóa=giá trị"),
        ("khong_co#9=A", "Không có khóa khong_co#9"),
    ],
)
def test_an_answer_that_cannot_be_used_is_told_and_nothing_is_written(
    run: Run, file: Path, given: str, said: str
) -> None:
    ran = run("fill", str(file), "--dat", "noi_dung#so-may@co=12", "--dat", given)
    assert ran.exit == 2
    assert said in ran.err
    assert file.read_text(encoding="utf-8") == PLAN


def test_with_nothing_missing_it_says_so(run: Run, file: Path) -> None:
    file.write_text(
        PLAN.replace("[số máy]", "12").replace("[tên sở]", "A") + "can_cu: []\n", encoding="utf-8"
    )
    run("fill", str(file), "--dat", "van_ban.noi_nhan=Các sở")
    ran = run("fill", str(file))
    assert ran.exit == 0
    assert "không còn gì phải điền" in ran.err
    assert "--tat-ca" in ran.err


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("van_ban: [\n", 1, "[KH000]"),
        ("- a\n", 1, "[KH017]"),
        ("", 1, "[KH005]"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_touched(
    run: Run, file: Path, text: str, status: int, said: str
) -> None:
    file.write_text(text, encoding="utf-8")
    ran = run("fill", str(file), "--dat", "van_ban.trich_yeu=A")
    assert ran.exit == status
    assert said in ran.err
    assert "sửa các lỗi nêu trên" in ran.err
    assert file.read_text(encoding="utf-8") == text


def test_neither_stdin_nor_a_profile_is_filled(run: Run, tmp_path: Path) -> None:
    profile = tmp_path / "kehoach.yaml"
    profile.write_text("van_ban: {dia_danh: Lào Cai}\n", encoding="utf-8")
    assert "hồ sơ đơn vị" in run("fill", str(profile)).err
    assert "đầu vào chuẩn" in run("fill", "-", input=PLAN).err


def test_rows_are_asked_for_at_a_terminal_only(run: Run, file: Path) -> None:
    ran = run("fill", str(file), "--them", "du_an")
    assert ran.exit == 2
    assert "--dat" in ran.err


def test_a_register_that_is_none_is_told_before_anything_else(run: Run, file: Path) -> None:
    ran = run("fill", str(file), "--them", "abc")
    assert (ran.exit, "“abc”" in ran.err, "màn hình" in ran.err) == (2, True, False)


def test_new_and_fill_refuse_an_unknown_key_in_the_same_words(run: Run, file: Path) -> None:
    for key in ("van_ban.trich_yeuu", "trich_yeu"):
        told = {
            run(*command, "--dat", f"{key}=A").err
            for command in (("new", "--no-input"), ("fill", str(file)))
        }
        assert told == {f"Không có khóa {key}; có phải van_ban.trich_yeu?\n"}


def test_a_file_that_changed_meanwhile_stays_and_the_answers_are_kept(file: Path) -> None:
    source = read_source(str(file), file.read_bytes())
    desk = Desk(str(file), source)
    file.write_text("của người khác\n", encoding="utf-8")
    with pytest.raises(KehoachError, match="đã bị sửa ở nơi khác"):
        desk.save(source.with_text(PLAN + "# đã điền\n"))
    assert file.read_text(encoding="utf-8") == "của người khác\n"
    kept = file.with_name("kế hoạch.dien-1.yaml")
    assert kept.read_text(encoding="utf-8") == PLAN + "# đã điền\n"
    with pytest.raises(KehoachError, match="dien-2"):
        desk.save(source.with_text(PLAN + "# lần nữa\n"))


def test_answers_that_change_nothing_leave_the_earlier_copy(run: Run, file: Path) -> None:
    given = ("fill", str(file), "--dat", "van_ban.trich_yeu=Chuyển đổi số năm 2028")
    run(*given)
    assert "Đã ghi" not in run(*given).err
    assert run("undo", str(file)).exit == 0
    assert file.read_text(encoding="utf-8") == PLAN


def test_an_unknown_format_is_refused(run: Run, file: Path) -> None:
    assert "--format là một trong: text, json" in run("fill", str(file), "--format", "xml").err


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("muc: Mục tiêu\ndoan_van: Nối mạng [điền số] xã.\n", "phan.yaml:2:20: cảnh báo"),
        ("- muc: {a: b}\n", "phan.yaml:1:8: lỗi"),
    ],
)
def test_what_is_open_in_an_attached_file_is_told_with_its_place(
    run: Run, file: Path, part: str, said: str
) -> None:
    file.with_name("phan.yaml").write_text(part, encoding="utf-8")
    head = PLAN.partition("noi_dung")[0]
    file.write_text(f"{head}  noi_nhan: A\nnoi_dung: [{{kem_tep: phan.yaml}}]\n", encoding="utf-8")
    ran = run("fill", str(file))
    assert ran.exit == 2
    assert "Còn 1 chỗ ở tệp khác mà kế hoạch dùng; mở tệp ấy để sửa:\n" in ran.err
    assert said in ran.err
    assert "không còn gì phải điền" not in ran.err


DEEP = """\
van_ban:
  thoi_ky: 2027
  noi_nhan: [Các sở, Các xã]
noi_dung:
  - muc: A
    bang: {cot: [{ten: Tên}, {ten: Số}], hang: [[Máy, 3], [Xe, 4]]}
nguon_von: {tinh: Ngân sách tỉnh, tw: Trung ương}
chi_tieu: [{ten: Tỷ lệ, gia_tri: {2027: 80%}}]
du_an: [{ten: LAN, von: {2027: {tinh: 5}}}]
"""


@pytest.mark.parametrize(
    ("name", "answer", "before", "after"),
    [
        ("van_ban.noi_nhan[1]", "Bộ", "[Các sở,", "[Bộ,"),
        ("noi_dung[1].bang.hang[2][2]", "44", "[Xe, 4]", "[Xe, 44]"),
        ("du_an[1].von.2027.tinh", "3,5", "{tinh: 5}", '{tinh: "3,5"}'),
        ("du_an[1].von.2027.tw", "7", "{tinh: 5}", "{tinh: 5, tw: 7}"),
        ("du_an[1].von.2028", "7", "{tinh: 5}}", "{tinh: 5}, 2028: 7}"),
        ("chi_tieu[1].gia_tri.2027", "90%", "80%", "90%"),
    ],
)
def test_items_cells_and_figures_by_year_may_be_answered(
    run: Run, file: Path, name: str, answer: str, before: str, after: str
) -> None:
    file.write_text(DEEP, encoding="utf-8")
    run("fill", str(file), "--dat", f"{name}={answer}")
    assert file.read_text(encoding="utf-8") == DEEP.replace(before, after)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("du_an[1].von.2027.tinh", "không đọc được số tiền"),
        ("du_an[1].ten.x", "Không có khóa"),
        ("du_an[1].von.2027.tw.x", "Không có khóa"),
    ],
)
def test_a_part_that_cannot_stand_is_refused(run: Run, file: Path, name: str, said: str) -> None:
    file.write_text(DEEP, encoding="utf-8")
    ran = run("fill", str(file), "--dat", f"{name}=3.5")
    assert (ran.exit, said in ran.err) == (2, True)
    assert file.read_text(encoding="utf-8") == DEEP


def test_answers_of_a_row_that_was_deleted_never_go_to_the_next_row(run: Run, file: Path) -> None:
    text = PLAN + (
        "nguon_von: {tw: Trung ương}\n"
        'du_an:\n  - {ten: "[ví dụ] Mạng", von: {2027: {tw: 5}}}\n'
        "  - {ten: Kho, von: {2027: {tw: 6}}}\n"
    )
    file.write_text(text, encoding="utf-8")
    sample = next(
        one["id"]
        for one in json.loads(run("fill", str(file), "--format", "json").out)["questions"]
        if one["id"].startswith("du_an[1]#")
    )
    given = ("fill", str(file), "--dat", f"{sample}=-", "--dat", "du_an[1].von.2027.tw=111")
    run(*given)
    once = file.read_text(encoding="utf-8")
    ran = run(*given)
    assert "Mạng" not in once
    assert "111" not in once
    assert file.read_text(encoding="utf-8") == once, ran.err


def test_answers_saved_later_stand_beside_those_saved_before(run: Run, file: Path) -> None:
    saved = file.with_name("luu.yaml")
    for key, answer in (("trich_yeu", "A"), ("dia_danh", "Lào Cai"), ("trich_yeu", "B")):
        run("fill", str(file), "--dat", f"van_ban.{key}={answer}", "--save-answers", str(saved))
    assert saved.read_text(encoding="utf-8") == (
        "van_ban.trich_yeu: B\nvan_ban.dia_danh: Lào Cai\n"
    )
