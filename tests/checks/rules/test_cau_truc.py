"""The parts of a plan and what its registers hold: what is missing or said twice, at its place."""

import pytest

from kehoach_cli.checks.checker import contents_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.checks.rules.test_the_thuc import found_in, ids

PARTS = ("KH3",)


def structure(text: str) -> list[str]:
    """The rules of the family that a plan breaks."""
    return ids(text, *PARTS)


HEAD = "van_ban: {co_quan_ban_hanh: Bộ Nội vụ}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mau: ke-hoach-nan\n", ["KH300 1:6-18"]),
        ("mau: ke-hoach-xa\n", []),
        ("noi_dung: [{muc: A, vai_tro: muc-tieu, doan_van: B}]\n", ["KH301 1:30-38"]),
        ("noi_dung: [{muc: A, vai_tro: hieu_qua, doan_van: B}]\n", []),
        ("noi_dung: [{muc: A, vai_tro: muc_dich_yeu_cau, doan_van: B}]\n", []),
    ],
)
def test_kinds_and_roles_are_known_ones(text: str, found: list[str]) -> None:
    assert found_in(text, *PARTS) == found


@pytest.mark.parametrize(
    ("role", "meant"),
    [
        ("to_chuc", "to_chuc_thuc_hien"),
        ("nhiem_vu_va_giai_phap", "nhiem_vu"),
        ("boi_canh", "hien_trang"),
        ("muc_tiu", "muc_tieu"),
        ("danh_gia", ""),
        ("loi_mo_dau", ""),
    ],
)
def test_a_role_that_is_clearly_meant_is_told(role: str, meant: str) -> None:
    reading = read_plan(read_source("a.yaml", f"noi_dung: [{{vai_tro: {role}}}]".encode()))
    (found,) = (item for item in contents_of(reading) if item.rule.id == "KH301")
    assert (f"có phải “{meant}”?" in found.fix) == bool(meant)


def test_another_word_for_a_role_names_the_part() -> None:
    text = outline("Vốn", kind="ke-hoach-xa\n")
    named = text.replace("doan_van", "vai_tro: kinh_phi_thuc_hien, doan_van")
    assert structure(text).count("KH302") == structure(named).count("KH302") + 1


def outline(*titles: str, kind: str = "") -> str:
    sections = "".join(f'- {{muc: "{title}", doan_van: Nối mạng.}}\n' for title in titles)
    return f"{kind and f'mau: {kind}'}\n{HEAD}noi_dung:\n{sections}"


@pytest.mark.parametrize(
    ("titles", "kind", "missing"),
    [
        (("Mục đích, yêu cầu", "Nhiệm vụ", "Tổ chức thực hiện"), "", 0),
        (("MỤC TIÊU", "Nội dung", "Trách nhiệm của các đơn vị"), "", 0),
        (("Mục tiêu", "Nội dung", "Kinh phí"), "", 1),
        (("Căn cứ", "Quan điểm", "Hiệu quả"), "", 3),
        (("Mục tiêu", "Nội dung"), "", 0),
        (("Mục tiêu", "Nội dung", "Tổ chức thực hiện"), "ke-hoach-xa", 1),
        (("Mục tiêu", "Nội dung", "Nguồn lực", "Triển khai thực hiện"), "ke-hoach-xa", 0),
        (("Kết quả năm 2025", "Kế hoạch năm 2026"), "chuyen-doi-so-nam", 5),
        (("Mục tiêu", "Nội dung", "Tổ chức thực hiện"), "mau-cua-toi", 0),
    ],
)
def test_parts_that_a_plan_must_have(titles: tuple[str, ...], kind: str, missing: int) -> None:
    assert structure(outline(*titles, kind=kind)).count("KH302") == missing


def test_a_part_may_stand_below_in_an_appendix_or_in_a_register() -> None:
    text = outline("Mục tiêu", "Nội dung", "Tổ chức thực hiện", kind="ke-hoach-xa")
    assert structure(text + "phu_luc: [{ten: Kinh phí, doan_van: A}]\n") == []
    text = outline("Chung", "Nội dung", "Tổ chức thực hiện")
    assert structure(text) == ["KH302"]
    assert structure(text.replace("doan_van: Nối mạng.", "muc_con: [{muc: Mục tiêu}, B]", 1)) == [
        "KH303"
    ]
    targets = "chi_tieu: [{ten: A, gia_tri: {2026: 5%}}]\n"
    assert structure(text + targets) == ["KH321"]


LONG = "Duy trì, nâng cấp hệ thống thư điện tử công vụ cho mọi cán bộ, công chức của các sở, ngành"
PORTAL = (
    "Cổng thông tin điện tử của tỉnh và các Cổng thành viên của các sở, ban, ngành, các huyện, "
)
PORTAL += "thành phố được duy trì tốt, "
SHORT = "Chủ trì, phối hợp với các cơ quan, đơn vị liên quan "
PROJECT = "Mở rộng, nâng cấp hạ tầng mạng diện rộng của tỉnh"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD + "noi_dung: [{muc: A}, B]\n", ["KH303 2:18-19"]),
        (HEAD + "noi_dung: [{muc: A, chen: can_cu}, {doan_van: B}]\n", []),
        (HEAD + "noi_dung: [{muc: A, muc_con: [], doan_van: B}]\n", []),
        ("noi_dung: [{muc: A, muc_con: [{muc: B, doan_van: C}]}]\n", ["KH304 1:37-38"]),
        ("noi_dung: [{muc: A, muc_con: [B]}]\n", []),
        ("noi_dung: [{muc: A, doan_van: B}, {muc: a, doan_van: C}]\n", ["KH305 1:41-42"]),
        ("noi_dung: [{muc: A, muc_con: [{muc: A, doan_van: B}, {muc: B, doan_van: C}]}]\n", []),
        (
            "phu_luc: [{ten: A, muc_con: [{muc: B, doan_van: C}, {muc: B, doan_van: D}]}]\n",
            ["KH305 1:59-60"],
        ),
        (f"noi_dung:\n- |\n  - {LONG};\n- |\n  {LONG}.\n", [f"KH306 5:3-{len(LONG) + 4}"]),
        ("noi_dung: [Nối mạng., Nối mạng.]\n", []),
        (
            f"noi_dung: |\n  - {PORTAL}đủ tin.\n  - Mạng.\n  - {PORTAL}đủ dịch vụ.\n",
            ["KH307 4:5-126"],
        ),
        (f"noi_dung: |\n  - {PORTAL}đủ tin.\n  - Mạng.\n  - Cổng hoạt động.\n", []),
        (f"noi_dung: |\n  - {SHORT}lập quy chế.\n  - Mạng.\n  - {SHORT}tổng hợp.\n", []),
        (
            f"noi_dung: |\n  - LAN; {PROJECT}.\n  - {PROJECT}, đến xã.\n"
            f"du_an: [{{ten: '{PROJECT}'}}]\n",
            ["KH308 3:5-63"],
        ),
        (f"noi_dung: |\n  {PROJECT}.\n  Mạng.\ndu_an: [{{ten: '{PROJECT}'}}]\n", []),
        (HEAD + "noi_dung: Xem phụ lục.\nphu_luc: [{ten: Lộ trình}]\n", ["KH309 3:17-25"]),
    ],
)
def test_sections_and_paragraphs(text: str, found: list[str]) -> None:
    assert found_in(text, *PARTS) == found


def targets(*items: str) -> str:
    return "chi_tieu:\n" + "".join(f"- {{{item}}}\n" for item in items)


@pytest.mark.parametrize(
    ("items", "rules"),
    [
        (['ten: Hồ sơ, gia_tri: {2026: "trên 80"}'], ["KH310"]),
        (["ten: Hồ sơ, gia_tri: {2026: 80%, 2027: 90}"], []),
        (["ten: Hồ sơ, gia_tri: {2026: {tu_so: 8, mau_so: 10}}"], []),
        (["ten: Tỷ lệ đơn vị đạt 100%"], []),
        (["ten: Hồ sơ, gia_tri: {2026: 80}, don_vi_tinh: hồ sơ"], []),
        (["ten: Số xã có mạng, gia_tri: {2026: 80}"], []),
        (["ten: Cổng, gia_tri: {2026: Hoàn thành}"], []),
        (["ten: A, hien_trang: 1%", "ten: B"], []),
        ([*("ten: A, hien_trang: 1%",) * 3, "ten: B"], ["KH311"]),
        (
            [*("ten: A, gia_tri: {2026: 1%, 2027: 2%}",) * 3, "ten: B, gia_tri: {2027: 2%}"],
            ["KH313"],
        ),
        ([*("ten: A, gia_tri: {2026: 1%, 2027: 2%}",) * 2, "ten: B, gia_tri: {2027: 2%}"], []),
    ],
)
def test_targets(items: list[str], rules: list[str]) -> None:
    assert structure(targets(*items)) == rules


@pytest.mark.parametrize(
    ("head", "year", "rules"),
    [
        ("thoi_ky: 2026", "2027", ["KH314"]),
        ("thoi_ky: 2026", "nam_2026", []),
        ("thoi_ky: 2026", "2025", []),
        ("thoi_ky: 2026-2030", "2016", ["KH314"]),
        ("thoi_ky: 2026-2030", "dat_duoc", []),
        ("thoi_ky: 2021-2025, trich_yeu: Số hóa, trich_yeu_khac: a", "2030", ["KH314"]),
        ('thoi_ky: 2021-2025, trich_yeu: "Số hóa, tầm nhìn 2030"', "2030", []),
        ("trich_yeu: Số hóa", "2030", []),
    ],
)
def test_years_of_targets(head: str, year: str, rules: list[str]) -> None:
    text = f"van_ban: {{{head}}}\nchi_tieu: [{{ten: A, gia_tri: {{{year}: 5%}}}}]\n"
    assert structure(text) == rules


def projects(*items: str) -> str:
    return "du_an:\n" + "".join(f"- {{ten: {item}}}\n" for item in items)


@pytest.mark.parametrize(
    ("items", "rules"),
    [
        (["A, chu_tri: Sở B"] * 3 + ["C"], ["KH315"]),
        (["A, chu_tri: Sở B"] * 2 + ["C"], []),
        (["A, chu_tri: Sở B"] * 3 + ["C, chu_dau_tu: Sở D"], []),
        (["A, chu_tri: Sở B"] * 3 + ['"C\\nCơ quan chủ trì: Sở D"'], []),
        (["A, chu_tri: Sở B"] * 3 + ["C, hang_con: [{ten: D, chu_tri: Sở D}]"], []),
        (["A, thoi_gian: 2026"] * 3 + ["C"], ["KH316"]),
        (["A, thoi_gian: 2026"] * 3 + ["C, khac: {thoi_gian_2025: 2025}"], []),
        (["A"] * 4, []),
    ],
)
def test_who_leads_and_when(items: list[str], rules: list[str]) -> None:
    assert structure(projects(*items)) == rules


@pytest.mark.parametrize(
    ("lead", "partners", "found"),
    [
        ("Sở Nội vụ", "Sở Y tế; Sở Nội vụ", 1),
        ("Sở Nội vụ", "Các sở, ban, ngành", 0),
        ("Các sở, ban, ngành", "Các sở, ban, ngành", 0),
        ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh, huyện", 1),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông (phòng CNTT)", 1),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Du lịch", 0),
        ("Sở Y tế, Sở Nội vụ", "Sở Tài chính và Sở Nội vụ", 1),
    ],
)
def test_an_agency_does_not_help_itself(lead: str, partners: str, found: int) -> None:
    text = f'du_an: [{{ten: A, chu_tri: "{lead}", phoi_hop: "{partners}"}}]\n'
    assert structure(text).count("KH318") == found


ORGANISED = (
    "van_ban: {{co_quan_ban_hanh: Bộ Nội vụ}}\n"
    'noi_dung:\n- {{muc: Kinh phí, doan_van: "Chi {{{{ tong | tien }}}}."}}\n'
    '- {{muc: Tổ chức thực hiện, doan_van: "{}"}}\n'
)


@pytest.mark.parametrize(
    ("words", "leads", "count"),
    [
        ("Sở Nội vụ theo dõi.", ["Công an tỉnh", "Công an tỉnh", "Sở Nội vụ"], 1),
        ("Sở Nội vụ, UBND tỉnh.", ["Ủy ban nhân dân tỉnh"], 0),
        ("Các sở, ban, ngành thực hiện.", ["Công an tỉnh"], 0),
        ("Thủ trưởng các đơn vị thực hiện.", ["Sở Y tế"], 0),
        ("Các bệnh viện, trạm y tế: theo dõi.", ["Bệnh viện tỉnh", "Trạm Y tế xã A"], 0),
        ("Các trung tâm y tế theo dõi.", ["Trung tâm Tin học", "Trường Y"], 2),
        ("Sở Nội vụ theo dõi.", ["Các phòng", "Đơn vị liên quan"], 0),
    ],
)
def test_leads_stand_in_the_part_on_organisation(words: str, leads: list[str], count: int) -> None:
    text = ORGANISED.format(words) + projects(*(f"A, chu_tri: {lead}" for lead in leads))
    assert structure(text).count("KH317") == count


@pytest.mark.parametrize(
    ("time", "rules"),
    [
        ("2018-2019", ["KH319"]),
        ("2014-2016", []),
        ("2017-2020", []),
        ("2013", ["KH319"]),
        ("Thường xuyên", []),
        ("Quý III/2017", []),
        ("2017-2016", ["KH320"]),
        ("Quý III - Quý I/2017", ["KH320"]),
        ("Quý III/2016 - Quý I/2017", []),
        ("Quý I - IV/2017", []),
    ],
)
def test_the_time_of_a_project(time: str, rules: list[str]) -> None:
    text = f"van_ban: {{thoi_ky: 2016-2017}}\ndu_an: [{{ten: A, thoi_gian: {time}}}]\n"
    assert structure(text) == rules


def test_projects_of_the_past_may_stand_in_a_table_of_the_past() -> None:
    text = "van_ban: {{thoi_ky: 2016-2017}}\ndu_an: [{{ma: a, ten: A, thoi_gian: 2013}}]\n"
    text += "phu_luc: [{{ten: {}, bang: {{chon: [a], cot: [{{gia_tri: ten}}]}}}}]\n"
    assert structure(text.format("Dự án năm 2013")) == []
    assert structure(text.format("Dự án đã triển khai")) == []
    assert structure(text.format("Dự án")) == ["KH319"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Giai đoạn 2020 - 2016.", ["KH320 1:21-32"]),
        ("Làm từ ngày 15/6/2026 đến 01/3/2026.", ["KH320 1:15-46"]),
        ("Làm từ 15/6/2026 đến hết ngày 01/3/2027.", []),
        ("Quyết định số 2020/QĐ-UBND, số 2050-2016/A.", []),
        ("Số điện thoại 02073.2020 - 2016.", []),
    ],
)
def test_times_in_the_text_run_forwards(words: str, found: list[str]) -> None:
    assert found_in(f"noi_dung: {words}\n", *PARTS) == found


SUM = HEAD + 'noi_dung: "Chi {{ tong | tien }}."\n'
TABLE = "phu_luc: [{ten: A, bang: {%scot: [{gia_tri: ten}, {gia_tri: von.tinh}]}}]\n"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (HEAD + "noi_dung: Chi.\ndu_an: [{ten: A}]\n", ["KH321"]),
        (HEAD + 'noi_dung: "{{ chi_tieu.a }}"\nchi_tieu: [{ma: a, ten: A, hien_trang: 5%}]\n', []),
        (HEAD + 'noi_dung: "{{ ten_du_an.a }}"\ndu_an: [{ma: a, ten: A}]\n', []),
        (
            HEAD
            + "noi_dung: [{muc: A, chen: chi_tieu}]\nchi_tieu: [{ten: B, gia_tri: {2026: 5%}}]\n",
            [],
        ),
        ("du_an: [{ma: a, ten: A}, {ma: b-c, ten: B}]\n" + TABLE % "chon: [a], ", ["KH322"]),
        (
            'loi_ket: "{{ ten_du_an.b_c }}"\ndu_an: [{ma: a, ten: A}, {ma: b-c, ten: B}]\n'
            + TABLE % "chon: [a], ",
            [],
        ),
        ("du_an: [{ma: a, ten: A}, {ma: b, ten: B}]\n" + TABLE % "chon: [a, x], ", []),
        (
            SUM + "nguon_von: {tinh: A, xa: B}\ndu_an: [{ten: A, von: {2026: {tinh: 5}}}]\n",
            ["KH323"],
        ),
        (SUM + "nguon_von: {tinh: A, xa: B}\ndu_an: [{ten: A, von: {tinh: 5, xaa: 6}}]\n", []),
        (
            SUM + "nguon_von: {tinh: A}\ndu_an: [{ten: A, hang_con: [{ten: B, von: {tinh: 5}}]}]\n",
            [],
        ),
        (SUM + "nguon_von: {tinh: A}\ndu_an: [{ten: A}]\n" + TABLE % "", []),
        (SUM + "phan_nhom: {nhom: {a: A, b: B}}\ndu_an: [{ten: A, nhom: a}]\n", ["KH324"]),
        (SUM + "phan_nhom: {nhom: {a: A}}\ndu_an: [{ten: A}]\nloi_ket: '{{ ten_nhom.a }}'\n", []),
    ],
)
def test_registers_are_shown(text: str, rules: list[str]) -> None:
    assert structure(text) == rules


@pytest.mark.parametrize(
    ("period", "split", "rules"),
    [
        ("2016-2018", "{2016: 5, 2017: 6}", ["KH325"]),
        ("2016-2018", "{2016-2018: 5}", []),
        ("2016-2017", "{2016: 5, 2017: 6}", []),
        ("2016", "{2015: 5}", []),
        ("2016-2018", "{tinh: 5}", []),
    ],
)
def test_every_year_of_the_period_has_money(period: str, split: str, rules: list[str]) -> None:
    text = f"van_ban: {{thoi_ky: {period}}}\nnguon_von: {{tinh: A}}\n"
    assert structure(f"{text}du_an: [{{ten: A, von: {split}}}]\n") == rules


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ("chu_tri: 2016-2017", ["KH326"]),
        ("chu_dau_tu: Quý II năm 2026", ["KH326"]),
        ("phoi_hop: 31/12/2026", ["KH326"]),
        ("chu_tri: Sở Nội vụ, thoi_gian: Hằng năm", []),
        ("chu_tri: Các tổ, thoi_gian: Các năm 2026", []),
        ("chu_tri: Tổ 1, thoi_gian: UBND tỉnh", ["KH326"]),
    ],
)
def test_agencies_and_times_stand_in_their_own_fields(fields: str, rules: list[str]) -> None:
    found = structure(f"du_an: [{{ten: A, hang_con: [{{ten: B, {fields}}}]}}]\n")
    assert [rule for rule in found if rule == "KH326"] == rules


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ("{2026: 60%, 2027: 86%, 2028: 70%}", ["KH327 2:53-57"]),
        ("{2026: 60%, 2027: 57%, 2028: 70%, 2029: 80%}", ["KH327 2:42-46"]),
        ("{2026: 20%, 2027: 10%, 2028: 12%, 2029: 5%}", ["KH327 2:53-57"]),
        ("{2026: 60%, 2027: 60%, 2028: 70%}", []),
        ("{2026: 9%, 2027: 5%, 2028: 9%, 2029: 5%, 2030: 9%}", []),
        ("{2026: 150, 2027: 300, 2028: 70}", ["KH327 2:53-57"]),
        ("{2026: 150, 2027: 300, 2028: 270}", []),
        ("{2026: 60%, 2027: tăng, 2026-2030: 5%}", []),
    ],
)
def test_a_target_goes_one_way(values: str, found: list[str]) -> None:
    text = f"van_ban: {{thoi_ky: 2026-2030}}\nchi_tieu: [{{ten: A, gia_tri: {values}}}]\n"
    assert [place for place in found_in(text, *PARTS) if place.startswith("KH327")] == found
