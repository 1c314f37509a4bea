"""What the format does not have is told with what the person most likely meant."""

import pytest

from kehoach_cli.plan import meant
from kehoach_cli.plan.reader import Reading, read_plan
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.source.text import read_source


def read(text: str) -> Reading:
    return read_plan(read_source("a.yaml", text.encode()))


def near(text: str, rule: str) -> list[str]:
    """What the faults of a rule offer."""
    return [fault.facts.get("near", "") for fault in read(text).faults if fault.rule == rule]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("van_ban: {luu: VT}\n", "có phải “luu_van_thu”?"),
        ("van_ban: {so: 12}\n", "có phải “so_van_ban”?"),
        ("van_ban: {ngay_thang: 1/3/2026}\n", "có phải “ngay_ban_hanh”?"),
        ("van_ban: {ten_ke_hoach: A}\n", "có phải “trich_yeu”?"),
        ("van_ban: {co_quan: A}\n", "có phải “co_quan_chu_quan” hay “co_quan_ban_hanh”?"),
        ("noi_dung: [{tieu_de: A}]\n", "có phải “muc”?"),
        ("noi_dung: [{muc: A, noi_dung: B}]\n", "có phải “doan_van”?"),
        ("du_an: [{ten: A, don_vi_thuc_hien: B}]\n", "có phải “chu_tri”?"),
        ("du_an: [{ten: A, ke_hoach_thuc_hien_thoi_gian: B}]\n", ""),
        ("du_an: [{ten: A, don_vi_phoi: B}]\n", "có phải “phoi_hop”?"),
        ("van_ban: {chuc_vu: A}\n", "“chuc_vu” là khóa của nguoi_ky: viết dưới nguoi_ky"),
        ("ho_ten: A\n", "“ho_ten” là khóa của van_ban.nguoi_ky"),
        ("van_ban: {can_cu: [A]}\n", "“can_cu” là khóa ngoài cùng: viết sát lề trái"),
        ("van_ban: {nguoi_ky: {trich_yeu: A}}\n", "“trich_yeu” là khóa của van_ban"),
        ("van_ban: {nguoi_ky: {zzzzzz: A}}\n", ""),
        ("\u00a0\u00a0dia_danh: A\n", "đầu dòng là dấu cách lạ"),
    ],
)
def test_a_key_that_is_not_there_is_told_with_the_one_meant(text: str, said: str) -> None:
    found = near(text, "KH009")
    assert len(found) == 1
    assert (said in found[0]) if said else found == [""]


def test_a_text_with_a_colon_is_not_taken_for_a_key() -> None:
    assert [fault.rule for fault in read("noi_dung: [{Chuyển đổi số: năm 2026}]\n").faults] == [
        "KH011"
    ]


def test_a_key_of_a_record_inside_is_not_taken_for_a_slip() -> None:
    reading = read("so_van_ban: 12\nvan_ban: {trich_yeu: A}\n")
    assert [fault.rule for fault in reading.faults] == ["KH009"]
    assert "viết dưới van_ban" in reading.faults[0].facts["near"]


def test_a_slip_of_a_key_that_is_there_is_told_as_such() -> None:
    assert near("van_ban: {trich_yeu: A, trich_yue: B}\n", "KH009") == [
        "khóa “trich_yeu” đã có, xóa một khóa"
    ]


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("van_ban: {nguoi_ky: Nguyễn Văn An}\n", "{ho_ten: Nguyễn Văn An, chuc_vu: Phó Chủ tịch}"),
        (
            "du_an: [{ten: A, von: 850}]\n",
            DuAn.fields["von"].example,
        ),
        ("du_an: [{ten: A, von: {26: {tinh: 850}}}]\n", "{2026: {tinh: …}}"),
        ("du_an: 5\n", "[{ten: Nâng cấp mạng LAN, tong_kinh_phi: 3.900}]"),
        ("noi_dung: [{muc: A, bang: b}]\n", "{"),
        ("noi_dung: [{muc: A, bang: {cot: [TT], hang: [[a]]}}]\n", "{ten: "),
        (
            "noi_dung:\n  - muc: A\n    muc_con:\n      - Văn phòng: theo dõi\n",
            '"Văn phòng: theo dõi"',
        ),
        ("noi_dung: [{muc: A, bang: {cot: [{ten: B}], hang: [[a: b]]}}]\n", '"a: b"'),
        ("van_ban:\n  nguoi_ky:\n    ho_ten:Nguyễn Văn An\n", "ho_ten: Nguyễn Văn An"),
    ],
)
def test_a_value_in_the_wrong_shape_is_told_with_an_example(text: str, example: str) -> None:
    found = near(text, "KH011")
    assert len(found) == 1
    assert found[0].startswith(example)


def test_a_value_in_the_wrong_shape_inside_keeps_its_own_words() -> None:
    assert near("du_an: [{ten: A, khac: {dia_ban: [B]}}]\n", "KH011") == [""]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("van_ban:\n  noi_nhan:\n    -Các sở\n    -UBND các xã\n", 4),
        ("van_ban:\n  noi_nhan:\n    • Các sở\n    - UBND các xã\n", 4),
        ("van_ban:\n  noi_nhan:\n    - Các sở\n     -UBND các xã\n", 4),
        ("van_ban:\n  noi_nhan:\n    - Các sở\n     • UBND các xã\n", 4),
        ("van_ban:\n  noi_nhan:\n    - Các sở;\n      – UBND các xã\n", 4),
        ("noi_dung:\n  - muc: A\n    doan_van:\n      Các việc:\n      - một\n      - hai\n", 0),
        ("noi_dung:\n  - muc: A\n    doan_van:\n      Các việc.\n      - một\n", 5),
        ("noi_dung:\n  - muc: A\n    doan_van:\n      Các việc\n      + một\n      + hai\n", 5),
        ("noi_dung:\n  - muc: A\n    doan_van: >\n      Các việc:\n      - một\n", 5),
    ],
)
def test_lines_with_a_dash_joined_to_the_one_above_are_told(text: str, line: int) -> None:
    told = [fault.span.first.line for fault in read(text).faults if fault.rule == "KH059"]
    assert told == ([line] if line else [])


@pytest.mark.parametrize(
    "text",
    [
        "van_ban:\n  noi_nhan:\n    - Phòng Kế hoạch\n      - Tài chính\n",
        "van_ban:\n  noi_nhan:\n    - Phòng Kế hoạch,\n      Tài chính\n",
        "noi_dung:\n  - muc: A\n    doan_van: |\n      Các việc:\n      - một\n      -hai\n",
        'noi_dung:\n  - muc: A\n    doan_van: "Các việc:\n      - một\n      - hai"\n',
        "noi_dung:\n  - muc: A\n    doan_van: Giảm từ 5%\n      -3% so với năm trước\n",
    ],
)
def test_a_text_broken_before_a_dash_is_left_alone(text: str) -> None:
    assert "KH059" not in [fault.rule for fault in read(text).faults]


TABLE = (
    "nguon_von: {tinh: Ngân sách tỉnh, tw: Trung ương}\n"
    "phan_nhom: {nhom: {ha_tang: Hạ tầng số}}\n"
    "du_an: [{ten: A, nhom: ha_tang, von: {2026: {tinh: 5}}}]\n"
)


def names(text: str, rule: str) -> list[str]:
    """What is offered for names that name nothing."""
    reading = read(TABLE + text)
    assert reading.plan is not None
    faults = resolve(reading.plan, reading.unit)
    return [fault.facts["near"] for fault in faults if fault.rule == rule]


@pytest.mark.parametrize(
    ("typed", "rule", "offered"),
    [
        ("{{ phụ lục.nhiệm vụ }}", "KH024", "phu_luc.nhiem_vu"),
        ("{{ tong | bằng chữ }}", "KH024", "tong | bang_chu"),
        ("{{ 1 + 1 }}", "KH024", ""),
        ("{{ tong.nam_2026 }", "KH024", "tong.nam_2026"),
        ("{{ tong | tien", "KH024", "tong | tien"),
        ("{{ Tong }", "KH024", ""),
        ("{% if %}", "KH024", ""),
        ("{ tong | tien }", "KH024", "tong | tien"),
        ("{{ tong }} và {tong.tinh}", "KH024", "tong.tinh"),
        ("{{ tong|chu }}", "KH026", "bang_chu"),
        ("{{ tong|bangchu }}", "KH026", "bang_chu"),
        ("{{ tong|so_ }}", "KH026", "so"),
        ("{{ tong|zzzzzz }}", "KH026", ""),
    ],
)
def test_an_expression_is_told_with_the_one_meant(typed: str, rule: str, offered: str) -> None:
    assert names(f'loi_dan: "{typed}"\n', rule) == [offered]


@pytest.mark.parametrize("typed", ["{a}", "{ b.c }", "{tong", "tong}", "{1}", "{tong, so_du_an}"])
def test_other_braces_are_letters(typed: str) -> None:
    assert names(f'loi_dan: "{typed}"\n', "KH024") == []


def test_a_source_or_group_may_not_be_named_by_what_prints() -> None:
    by_label = TABLE.replace("{tinh: 5}", "{Ngân sách tỉnh: 5}")
    reading = read(by_label.replace("nhom: ha_tang", "nhom: Hạ tầng số"))
    assert reading.plan is not None
    faults = resolve(reading.plan, reading.unit)
    assert [(one.rule, one.facts["near"]) for one in faults] == [
        ("KH020", "tinh"),
        ("KH039", "ha_tang"),
    ]


def test_a_column_named_by_its_label_is_told_with_its_key() -> None:
    table = "phu_luc: [{ten: B, bang: {nguon: du_an, cot: [{gia_tri: thời gian thực hiện}]}}]\n"
    assert names(table, "KH021") == ["thoi_gian"]


def test_slips_are_looked_for_so_many_times_and_spellings_always(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(meant, "_COMPARED", 6)
    known = {"may_chu": "Máy chủ", "mang_lan": "Mạng LAN"}
    wrong = ("may_chi", "mang_lam", "may_cho", "may_che", "mangLan")
    found = [meant.named_near(name, known, known) for name in wrong]
    assert found == ["may_chu", "mang_lan", "may_chu", "", "mang_lan"]


def test_names_of_other_places_are_told_apart() -> None:
    places = [{f"may_chu_{number}": ""} for number in range(40)]
    found = [meant.named_near("maychu", place, dict.fromkeys(place, "Máy chủ"))
             for place in places]  # fmt: skip
    assert found == [name for place in places for name in place]
