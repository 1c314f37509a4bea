"""Where values come from, and which wins."""

import pytest

from kehoach_cli.drafts.answers import AGENCY
from kehoach_cli.drafts.known import TRUST, Known, from_file, from_pairs, settable, trusted
from kehoach_cli.errors import KehoachError
from kehoach_cli.source.text import read_source


def test_the_first_source_that_has_a_value_wins() -> None:
    sources: dict[str, Known] = {name: {"a": name, name: "own"} for name in TRUST}
    for name in TRUST:
        values = trusted(**sources)
        assert values["a"] == name
        del sources[name]


def test_every_field_of_the_head_can_be_set() -> None:
    paths = [path for path, _ in settable()]
    assert {AGENCY, "van_ban.nguoi_ky.ho_ten", "quyet_dinh.dieu", "loi_ket"} <= set(paths)
    assert not {"noi_dung", "du_an", "phu_luc", "van_ban.nguoi_ky"} & set(paths)


def test_pairs_give_texts_and_lists() -> None:
    pairs = [
        "van_ban.nguoi_ky.ho_ten = An",
        "van_ban.noi_nhan=A",
        "van_ban.noi_nhan=B",
        "co_quan=C",
    ]
    assert from_pairs(pairs) == {
        "van_ban.nguoi_ky.ho_ten": "An",
        "van_ban.noi_nhan": ["A", "B"],
        AGENCY: "C",
    }


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (["van_ban.so_van_ban"], "viết dạng khóa=giá trị"),
        (["ho_ten=An"], "có phải van_ban.nguoi_ky.ho_ten?"),
        (["van_ban.trich_yu=A"], "có phải van_ban.trich_yeu?"),
        (["van_ban.so=1"], "có phải van_ban.so_van_ban?"),
        (["x=A"], "Không có khóa x; xem các khóa"),
        (["du_an=A"], "phần du_an viết trong tệp kế hoạch"),
        (["nguon_von=A"], "--answers"),
        (["loi_ket=A", "loi_ket=B"], "ghi hai lần"),
    ],
)
def test_a_pair_that_cannot_stand_is_told_in_one_sentence(pairs: list[str], said: str) -> None:
    with pytest.raises(KehoachError, match=r"--dat|Không có khóa") as fault:
        from_pairs(pairs)
    assert said in fault.value.message


def answers(text: str) -> dict[str, object]:
    return dict(from_file(read_source("tra-loi.yaml", text.encode("utf-8"))))


def test_an_answers_file_has_the_names_of_the_flags_or_of_the_plan() -> None:
    text = "mau: ke-hoach-nam\nco_quan: A\nthoi_ky: 2026\nvan_ban:\n  noi_nhan: Các sở\n"
    assert answers(f"{text}  nguoi_ky: {{ho_ten: An}}\nnguon_von: {{tw: Trung ương}}\n") == {
        "mau": "ke-hoach-nam",
        AGENCY: "A",
        "van_ban.thoi_ky": "2026",
        "van_ban.noi_nhan": ["Các sở"],
        "van_ban.nguoi_ky.ho_ten": "An",
        "nguon_von": {"tw": "Trung ương"},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "trống"),
        ("- a\n", "tra-loi.yaml:1:1"),
        ("mau: [\n", "tra-loi.yaml:"),
        ("la: 1\nmau: a\n", "tra-loi.yaml:1:1"),
        ("van_ban: {ngay_ban_hanh: 31/11/2025}\n", "31/11/2025"),
        ("noi_dung: [A]\n", "noi_dung viết trong tệp kế hoạch"),
    ],
)
def test_an_answers_file_with_a_fault_is_told_of_by_place(text: str, said: str) -> None:
    with pytest.raises(KehoachError) as fault:
        answers(text)
    assert said in fault.value.message


def test_a_key_that_is_misspelt_is_understood() -> None:
    assert answers("Cơ quan: A\r\n") == {AGENCY: "A"}


@pytest.mark.parametrize(
    "text",
    [
        "van_ban.nguoi_ky.ho_ten: An\nvan_ban:\n  trich_yeu: B\n  nguoi_ky: {chuc_vu: C}\n",
        "van_ban: {trich_yeu: B}\nvan_ban.nguoi_ky: {ho_ten: An}\nvan_ban.nguoi_ky.chuc_vu: C\n",
    ],
)
def test_keys_may_stand_in_one_or_one_inside_another(text: str) -> None:
    path = "van_ban.nguoi_ky"
    wanted = {f"{path}.ho_ten": "An", f"{path}.chuc_vu": "C", "van_ban.trich_yeu": "B"}
    assert answers(text) == wanted
