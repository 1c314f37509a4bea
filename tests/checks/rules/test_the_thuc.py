"""The form of a plan: what is wrong in it, at its place, and what is odd but right."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.checks.checker import contents_of
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.source.text import read_source
from tests.checks.rules.pointing import pointed
from tests.places import places

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden" / "err"
FAMILIES = ("KH1", "KH3")


def found_in(text: str, *families: str) -> list[str]:
    """ "KH101 2:3-7" of the rules of some families."""
    reading = read_plan(read_source("a.yaml", text.encode("utf-8")))
    found = places(contents_of(reading))
    return [place for place in found if place.startswith(families or ("KH1",))]


def ids(text: str, *families: str) -> list[str]:
    return [place.split()[0] for place in found_in(text, *families)]


HEAD = "van_ban:\n  "
SIGNER = "van_ban:\n  nguoi_ky: "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("trich_yeu: Chuyển đổi số năm 2026;", ["KH101 2:36-37"]),
        ("trich_yeu: Chuyển đổi số năm 2026", []),
        ("ky_hieu: KH-UBND", []),
        ("ky_hieu: KH-BTTTT-CNTT", []),
        ("ky_hieu: KH - UBND", ["KH102 2:12-21"]),
        ("ky_hieu: QĐ-UBND", ["KH103 2:12-14"]),
        ("ky_hieu: KHLT-SNV-STC", []),
        ("ky_hieu: KHLT-SNV", ["KH103 2:12-16"]),
        ("dia_danh: xã Gia Viễn", ["KH104 2:13-16"]),
        ("dia_danh: Thành phố Hồ Chí Minh", []),
        ("ngay_ban_hanh: tháng 3 năm 2026", ["KH106 2:18-34"]),
        ("co_quan_ban_hanh: UBND tỉnh Lào Cai", ["KH107 2:21-25"]),
        ("co_quan_ban_hanh: Sở Nội vụ", ["KH108 2:21-30"]),
        ("co_quan_ban_hanh: Bộ Tài chính", []),
        ("noi_nhan: [Các sở;, Bộ Tài chính]", ["KH118 2:20-21"]),
        ("noi_nhan: [Các sở, các sở]", ["KH119 2:22-28"]),
        ("noi_nhan: ['Chủ tịch UBND tỉnh, Chủ tịch UBND tỉnh']", ["KH119 2:35-53"]),
        ("noi_nhan: ['Bộ Tài chính; Bộ Nội vụ', Bộ Nội vụ]", ["KH119 2:41-50"]),
        ("noi_nhan: ['TT. Tỉnh ủy, HĐND tỉnh', HĐND tỉnh]", []),
        ("noi_nhan: [Các sở, ban, ngành]", ["KH151 2:22-25"]),
        ("noi_nhan: [Tỉnh ủy, UBND các xã, phường]", ["KH151 2:36-42"]),
        ('noi_nhan: ["Các sở, ban, ngành", UBND các xã]', []),
        ("noi_nhan: [Tỉnh ủy, các phòng]", []),
        ("noi_nhan:\n  - Các sở\n  - ban chỉ đạo", []),
        ("so_van_ban: 00", ["KH147 2:15-17"]),
        ("so_van_ban: 01", []),
        ("noi_nhan: [Như Điều 3, Các sở]", ["KH120 2:14-24"]),
        ('noi_nhan: ["- Lưu: VT"]', ["KH116 2:15-24", "KH118 2:15-17"]),
        ("luu_van_thu: HC", ["KH117 2:16-18"]),
        ("luu_van_thu: VT, HC (2)", []),
    ],
)
def test_the_head_and_the_recipients(text: str, found: list[str]) -> None:
    assert found_in(HEAD + text + "\n") == found


@pytest.mark.parametrize(
    ("signer", "found"),
    [
        ("{ho_ten: PGS.TS. Lê An, chuc_vu: Giám đốc}", ["KH110 2:22-30"]),
        ("{ho_ten: LÊ AN, chuc_vu: Giám đốc}", ["KH111 2:22-24", "KH111 2:25-27"]),
        ("{ho_ten: ThS Lê An, chuc_vu: Giám đốc}", ["KH110 2:22-26"]),
        ("{ho_ten: Ksor H Nga, chuc_vu: Giám đốc}", []),
        ("{chuc_vu: Phó Giám đốc, ky_thay: KT. Giám đốc}", ["KH112 2:46-50"]),
        ("{chuc_vu: Phó Chủ tịch}", ["KH113 2:23-35"]),
        ("{chuc_vu: Chủ tịch, ky_thay: Chủ tịch}", ["KH114 2:23-31"]),
        ("{chuc_vu: Thứ trưởng, ky_thay: Bộ trưởng}", []),
        ("{chuc_vu: Phó Chánh Văn phòng, thua_lenh: Chủ tịch}", []),
        ("{chuc_vu: Phó Bí thư, thay_mat: Ban Thường vụ}", []),
    ],
)
def test_the_signer(signer: str, found: list[str]) -> None:
    assert found_in(SIGNER + signer + "\n") == found


@pytest.mark.parametrize(
    ("head", "rules"),
    [
        ("{co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai, dia_danh: Tiền Giang}", ["KH105"]),
        ('{co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai, dia_danh: "[điền địa danh]"}', []),
        ("{co_quan_ban_hanh: Ủy ban nhân dân xã A, co_quan_chu_quan: UBND tỉnh B}", []),
        ("{co_quan_ban_hanh: Ủy ban nhân dân tỉnh A, co_quan_chu_quan: Chính phủ}", ["KH109"]),
        (
            "{co_quan_ban_hanh: Ban Chấp hành Đảng bộ tỉnh A, "
            "nguoi_ky: {chuc_vu: Bí thư, thay_mat: Ban Thường vụ}}",
            [],
        ),
        (
            "{co_quan_ban_hanh: Bộ Tài chính, "
            "nguoi_ky: {chuc_vu: Bộ trưởng, thay_mat: Ủy ban nhân dân}}",
            ["KH115"],
        ),
        (
            "{co_quan_ban_hanh: Ủy ban nhân dân tỉnh A, "
            "nguoi_ky: {chuc_vu: Chủ tịch, thay_mat: UBND tỉnh}}",
            [],
        ),
        (
            "{co_quan_ban_hanh: Ủy ban nhân dân tỉnh A, "
            "nguoi_ky: {chuc_vu: Chủ tịch, thay_mat: Sở Nội vụ}}",
            ["KH115"],
        ),
    ],
)
def test_the_head_against_its_issuer(head: str, rules: list[str]) -> None:
    assert ids(f"van_ban: {head}\n") == rules


BODY = (
    "van_ban: {{co_quan_ban_hanh: Bộ Nội vụ}}\nnoi_dung:\n- muc: Kinh phí\n  doan_van: |\n    {}\n"
)
ONE = "phu_luc: [{ma: a, ten: Danh mục dự án, doan_van: A}]\n"
TWO = "phu_luc: [{ma: a, ten: Danh mục dự án, doan_van: A}, {ma: b, ten: Lộ trình, doan_van: A}]\n"


@pytest.mark.parametrize(
    ("words", "appendices", "found"),
    [
        ("Chi theo dự toán.", ONE, ["KH121 6:24-38"]),
        ("Xem danh mục dự án ở phần cuối.", ONE, []),
        ("Chi tiết tại phụ lục.", ONE, []),
        ("Xem {{ phu_luc.a }} và {{ phu_luc.b }}.", TWO, []),
        ("Xem {{ phu_luc.a }}.", TWO, ["KH121 6:67-75"]),
        ("Xem các phụ lục kèm theo.", TWO, []),
        ("Xem Phụ lục I, II.", TWO, []),
        ("Xem Phụ lục I đến Phụ lục II.", TWO, []),
        ("Xem Phụ lục I - III.", TWO, ["KH122 5:21-24"]),
        ("Xem Phụ lục I, II và Phụ lục III.", TWO, ["KH122 5:34-37"]),
        ("Xem Phụ lục I, II; Phụ lục IX kèm theo Nghị định số 13/2023/NĐ-CP.", TWO, []),
        ("Theo Phụ lục V của Thông tư về dữ liệu. Xem Phụ lục I, II.", TWO, []),
        ("Xem phụ lục 1, 2.", TWO, ["KH124 5:17-18", "KH124 5:20-21"]),
        ("Xem Phụ lục I.", ONE, ["KH124 5:16-18"]),
        ("Xem Phụ lục I, II; tiến độ xem phụ lục đó.", TWO, ["KH125 5:36-43"]),
        ("Chi tiết tại phụ lục kèm theo.", "", ["KH126 5:18-25"]),
        ("Chi tiết tại Phụ lục II.", "", ["KH126 5:18-25"]),
        ("Theo phụ lục kèm theo Nghị định số 64/2007/NĐ-CP.", "", []),
        ("Như nêu tại Mục II.", "", ["KH123 5:21-23"]),
        ("Như nêu tại Mục I.", "", []),
        ("Như nêu tại Mục VI của Quyết định số 749/QĐ-TTg.", "", []),
        ("Như nêu tại Phần IV.", "", []),
    ],
)
def test_references_to_appendices_and_sections(
    words: str, appendices: str, found: list[str]
) -> None:
    assert found_in(BODY.format(words) + appendices) == found


def test_a_reference_is_mended_where_its_number_is_certain() -> None:
    text = BODY.format("Xem phụ lục 1 và phụ lục 2.") + TWO
    found = contents_of(read_plan(read_source("a.yaml", text.encode())))
    assert [item.repair for item in found if item.rule.id == "KH124"] == ["I", "II"]


def test_sections_are_counted_at_the_level_that_the_reference_names() -> None:
    plan = (
        "van_ban: {{danh_so: Phần I/I/1}}\nnoi_dung:\n- muc: A\n  muc_con: [B., C.]\n- D, xem {}.\n"
    )
    assert ids(plan.format("Phần II, Mục II")) == []
    assert ids(plan.format("Phần III, Mục III")) == ["KH123", "KH123"]


SECTION = "noi_dung:\n- muc: {}\n  doan_van: Nối mạng.\n"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ('"1. Hạ tầng"', ["KH127 2:9-12"]),
        ("I. Mục tiêu", ["KH127 2:8-11"]),
        ("a) Hạ tầng", ["KH127 2:8-11"]),
        ("2.1. Hạ tầng", ["KH127 2:8-13"]),
        ('"Phần II: Kế hoạch"', ["KH127 2:9-18"]),
        ('"I. Hạ tầng:"', ["KH127 2:9-12", "KH132 2:19-20"]),
        ("4.0 và chuyển đổi số", []),
        ("Phần mềm dùng chung", []),
        ("Điều 28 của Luật", []),
        ('"Hạ tầng;"', ["KH132 2:16-17"]),
        ('"Sở Nội vụ có trách nhiệm:"', []),
        ('"Xây dựng phần mềm, cơ sở dữ liệu, v.v."', []),
        ('"Rà soát văn bản. Ban hành quy chế."', []),
        ("Hạ tầng...", []),
    ],
)
def test_titles_of_sections(title: str, found: list[str]) -> None:
    assert found_in(SECTION.format(title)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("noi_dung: [1. Nối mạng mọi sở.]\n", ["KH127 1:12-15"]),
        ("noi_dung: [{muc: 1. Mạng, danh_so: không, doan_van: A}]\n", []),
        (
            "van_ban: {danh_so: I}\n"
            "noi_dung: [{muc: A, muc_con: [{muc: 1. B, muc_con: [2. C.]}]}]\n",
            [],
        ),
        ('phu_luc: [{ten: "PHỤ LỤC 2. Lộ trình", doan_van: A}]\n', ["KH128 1:18-29"]),
        ("phu_luc: [{ten: Phụ lục biểu mẫu, doan_van: A}]\n", []),
        ("quyet_dinh: {dieu: [Điều 1. Ban hành Kế hoạch.]}\n", ["KH130 1:21-29"]),
        ("quyet_dinh: {dieu: [{doan_van: Điều 1. Ban hành Kế hoạch., danh_so: không}]}\n", []),
        ("loi_ket: Các sở thực hiện./.\n", ["KH131 1:26-29"]),
        ("loi_ket: Xem tại ../.. trên máy.\n", []),
        (
            "noi_dung: |\n  Nối mạng.\n  TM. ỦY BAN NHÂN DÂN\n  - Lưu: VT.\n",
            ["KH136 3:3-22", "KH136 4:3-13"],
        ),
        ("noi_dung: TL. Thành phố đã nối mạng mọi sở, mọi phường.\n", []),
        ("phu_luc: [{ten: Mẫu báo cáo, doan_van: 'Nơi nhận:'}]\n", []),
        ("loi_dan: Ban hành Kế hoạch như sau.\nnoi_dung: A\n", ["KH133 1:35-36"]),
        ("loi_dan: Ban hành Kế hoạch\nnoi_dung: A\n", ["KH133 1:22-27"]),
        ("loi_dan: Bộ Nội vụ ban hành Kế hoạch năm 2026.\nnoi_dung: A\n", []),
    ],
)
def test_what_the_program_prints_is_not_typed(text: str, found: list[str]) -> None:
    assert found_in(text) == found


TABLE = "phu_luc: [{ten: A, bang: {nguon: %s, cot: [{gia_tri: stt}, {gia_tri: ten}]}}]\n"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("du_an: [{ten: 1. Mạng}, {ten: Cổng, hang_con: [{ten: a) Máy}]}]\n" + TABLE % "du_an", 2),
        ("du_an: [{ten: 1. Mạng}]\n" + (TABLE % "du_an").replace("gia_tri: stt", "ten: TT"), 0),
        ("chi_tieu: [{ten: 1. Mạng}]\n" + TABLE % "chi_tieu", 1),
        ("du_an: [{ten: 1.500 hộp thư}]\n" + TABLE % "du_an", 0),
    ],
)
def test_running_numbers_typed_in_names(text: str, rules: int) -> None:
    assert ids(text).count("KH129") == rules


DECISION = "van_ban: {{noi_nhan: [Các sở]}}\nquyet_dinh:\n  {}\n"
TO_ONE = "\n  noi_nhan: [Như Điều 1]"
ARTICLES = "dieu: [Ban hành kèm theo Kế hoạch., Giao Sở Nội vụ.]\n  "


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (ARTICLES + "noi_nhan: [Như Điều 2]", []),
        (ARTICLES + "noi_nhan: [Như Điều 3]", ["KH138"]),
        (ARTICLES + 'noi_nhan: ["Như Điều 1, 2 (để thực hiện)"]', []),
        (ARTICLES + "luu_van_thu: VT", ["KH137"]),
        ("dieu: [Giao Sở Nội vụ.]" + TO_ONE, ["KH139"]),
        ("dieu: [{doan_van: Nội dung sau., chen: kế hoạch}]" + TO_ONE, []),
        (
            "tham_quyen: Ủy ban nhân dân xã\n  nguoi_ky: {chuc_vu: Chủ tịch}" + TO_ONE,
            ["KH140"],
        ),
        (
            "tham_quyen: Giám đốc Sở Y tế\n  nguoi_ky: {chuc_vu: Chủ tịch}" + TO_ONE,
            ["KH140"],
        ),
        (
            "tham_quyen: Chủ tịch UBND\n  nguoi_ky: {chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}"
            + TO_ONE,
            [],
        ),
        (
            "tham_quyen: Hiệu trưởng\n  nguoi_ky: {chuc_vu: Hiệu trưởng}" + TO_ONE,
            [],
        ),
    ],
)
def test_a_decision(text: str, rules: list[str]) -> None:
    assert ids(DECISION.format(text)) == rules


YEARS = "van_ban: {{thoi_ky: {}, trich_yeu: {}}}\n"


@pytest.mark.parametrize(
    ("period", "title", "rules"),
    [
        ("2014", "Ứng dụng CNTT năm 2013", ["KH141"]),
        ("2014", "Ứng dụng CNTT năm 2014", []),
        ("2016-2020", "Ứng dụng CNTT giai đoạn 2016 - 2020", []),
        ("2016-2020", "Ứng dụng CNTT giai đoạn 2011-2015", ["KH141"]),
        ("2018", "Triển khai Đề án phát triển CNTT giai đoạn 2017-2020", []),
        ("2018", "Phát triển CNTT giai đoạn 2017-2020 và năm 2018", []),
        ("2021-2025", "Chuyển đổi số đến năm 2025, tầm nhìn đến năm 2030", []),
        ("2016", "Thực hiện Nghị quyết số 36a/NQ-CP ngày 14 tháng 10 năm 2015", []),
        ("2026", "Thi đua nhiệm kỳ 2025 - 2030", []),
        ("2014-2015", "Ứng dụng CNTT năm 2014 và định hướng đến năm 2015", []),
        ("2014-2016", "Ứng dụng CNTT năm 2014 và định hướng đến năm 2015", ["KH141"]),
        ("2014-2015", "Ứng dụng CNTT năm 2013, định hướng đến năm 2015", ["KH141"]),
    ],
)
def test_years_of_the_title(period: str, title: str, rules: list[str]) -> None:
    assert ids(YEARS.format(period, f'"{title}"')) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("phu_luc: [{ten: Danh mục năm 2016 - 2018, doan_van: A}]\n", ["KH142"]),
        ("phu_luc: [{ten: Danh mục năm 2015, doan_van: A}]\n", []),
        ("phu_luc: [{ten: Danh mục giai đoạn 2011-2015, doan_van: A}]\n", []),
        ("noi_dung: Dự án năm 2016 - 2018 xem Phụ lục.\n", ["KH142", "KH126"]),
        ("noi_dung: Dự án năm 2016 - 2018 của Bộ.\n", []),
    ],
)
def test_years_of_appendices(text: str, rules: list[str]) -> None:
    assert ids("van_ban: {thoi_ky: 2016-2017}\n" + text) == rules


@pytest.mark.parametrize(
    ("date", "rules"),
    [("01/3/2016", []), ("31/12/2015", []), ("05/3/2018", ["KH143"]), ("01/3/2010", ["KH143"])],
)
def test_the_date_and_the_period(date: str, rules: list[str]) -> None:
    assert ids(f"van_ban: {{ngay_ban_hanh: {date}, thoi_ky: 2016-2017}}\n") == rules


WHOLE = """van_ban: {co_quan_ban_hanh: Bộ Nội vụ}
can_cu: [Luật An ninh mạng]
noi_dung:
- {muc: Mục tiêu, doan_van: A.}
- {muc: Nhiệm vụ, doan_van: B.}
- muc: Tổ chức thực hiện
  doan_van: |
    - Các sở.
"""


def test_a_lead_and_a_closing_are_usual() -> None:
    assert ids(WHOLE) == ["KH134", "KH135"]
    assert ids(WHOLE + 'loi_dan: "Như sau:"\nloi_ket: Các sở thực hiện.\n') == []
    assert ids(WHOLE.replace("- Các sở.", "Các sở thực hiện.")) == ["KH134"]
    below = "  muc_con: [{muc: Sở, doan_van: Chủ trì.}]\n"
    assert ids(WHOLE + below) == ["KH134"]
    assert ids(WHOLE.replace("  doan_van: |", below + "  doan_van: |")) == ["KH134", "KH135"]
    assert ids(WHOLE.replace("doan_van: A.", "chen: can_cu")) == ["KH135"]


# The faults of the five published plans, told by what stands on the line.
PUBLISHED = [
    ("tien-giang-2014", "xem phụ lục 1", "KH124"),
    ("tien-giang-2014", "mạng diện rộng của tỉnh, nối", "KH308"),
    ("tien-giang-2014", "(Xem Phụ lục:", "KH125"),
    ("tien-giang-2014", "(Xem Phụ lục:", "KH149"),
    ("tien-giang-2014", "Đơn vị phối hợp: Văn phòng", "KH318"),
    ("tien-giang-2014", "PHỤ LỤC 1:", "KH128"),
    ("lao-cai-2018", "năm 2017 có thêm giao diện", "KH307"),
    ("lao-cai-2018", '"C. KẾ HOẠCH', "KH127"),
    ("lao-cai-2018", '"I. Hạ tầng kỹ thuật:"', "KH127"),
    ("lao-cai-2018", '"I. Hạ tầng kỹ thuật:"', "KH132"),
    ("lao-cai-2018", "tại phụ lục kèm theo", "KH126"),
    ("tien-giang-2007-2010", "thoi_ky: 2007-2010", "KH325"),
    ("tien-giang-2007-2010", "(chi tiết tại Phụ lục I)", "KH124"),
    ("tien-giang-2007-2010", "Như Điều 3", "KH138"),
    ("tien-giang-nq36a-2016", "Đính kèm Phụ lục", "KH142"),
    ("tien-giang-nq36a-2016", "Đính kèm Phụ lục", "KH149"),
    ("tien-giang-nq36a-2016", "ten: Danh mục công việc", "KH142"),
    ("tien-giang-nq36a-2016", "Tập huấn các lớp", "KH316"),
    ("tuyen-quang-2016-2020", "Lưu VT", "KH116"),
    ("tuyen-quang-2016-2020", "4. Xây dựng Kiến trúc", "KH315"),
    ("tuyen-quang-2016-2020", "4. Xây dựng Kiến trúc", "KH129"),
]


@pytest.mark.parametrize(("plan", "words", "rule"), PUBLISHED)
def test_a_published_fault_is_found_at_its_line(plan: str, words: str, rule: str) -> None:
    path = GOLDEN / f"{plan}-the-thuc.yaml"
    text = path.read_text(encoding="utf-8")
    lines = [at for at, line in enumerate(text.split("\n"), 1) if words in line]
    found = [place.split(":")[0] for place in found_in(text, *FAMILIES)]
    assert [f"{rule} {line}" for line in lines] == [f"{rule} {lines[0]}"]
    assert f"{rule} {lines[0]}" in found


WORDS = st.lists(
    st.sampled_from(
        [
            *("Phụ lục ", "phụ lục", " I", " XLIX", " 2", " - ", " đến ", "Mục ", "./."),
            *("năm 2016 - 2018", "Nơi nhận:", "\n", "1. ", "a) ", ":", "2016-2014", "[]"),
            *("Quý III - Quý I", "từ 01/3/2026 đến ", "01/02/2025", "Sở Nội vụ", "; "),
            *("chủ trì: ", "phối hợp: ", "{{ phu_luc.a }}"),
        ]
    ),
    max_size=12,
).map("".join)


@given(WORDS, WORDS, WORDS)
def test_findings_stand_inside_the_file(title: str, body: str, name: str) -> None:
    q = json.dumps
    text = (
        f"van_ban: {{thoi_ky: 2016-2017, trich_yeu: {q(title)}}}\n"
        f"noi_dung: [{{muc: {q(title)}, doan_van: {q(body)}}}, {q(body)}]\nloi_dan: {q(body)}\n"
        f"du_an: [{{ten: {q(name)}, chu_tri: {q(name)}, phoi_hop: {q(body)}, "
        f"thoi_gian: {q(title)}}}]\n"
        f"phu_luc: [{{ma: a, ten: {q(name)}, doan_van: {q(body)}}}]\n"
    )
    source = read_source("a.yaml", text.encode())
    for finding in contents_of(read_plan(source)):
        assert 0 <= finding.span.start <= finding.span.end <= len(source.text)


@pytest.mark.parametrize(
    ("issuer", "symbol", "right"),
    [
        ("Ủy ban nhân dân tỉnh Lào Cai", "KH-STTTT", False),
        ("Ủy ban nhân dân xã Bát Xát", "KH-UBND", True),
        ("Văn phòng UBND tỉnh Lào Cai", "KH-VP", True),
        ("Sở Y tế tỉnh Lào Cai", "KH-UBND", False),
        ("Sở Y tế tỉnh Lào Cai", "KH-SYT", True),
        ("Trung tâm Giám sát", "KH-UBND", False),
        ("Trung tâm Giám sát", "KH-BTTTT", False),
        ("Trung tâm Giám sát", "KH-TTGS", True),
    ],
)
def test_the_symbol_is_of_the_issuer(issuer: str, symbol: str, right: bool) -> None:
    text = f"van_ban: {{co_quan_ban_hanh: {issuer}, ky_hieu: {symbol}}}\n"
    assert ("KH148" in ids(text)) != right


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Danh mục dự án năm 2014", True),
        ("Danh mục dự án", True),
        ("Danh mục nhiệm vụ của tỉnh", False),
    ],
)
def test_an_appendix_is_called_by_its_name(name: str, right: bool) -> None:
    text = f"noi_dung: [{{muc: A, doan_van: 'Xem Phụ lục {name}.'}}]\n"
    appendix = "phu_luc: [{ten: Danh mục dự án năm 2014, doan_van: Không có.}]\n"
    assert ids(text + appendix).count("KH149") == (not right)
    assert "KH149" not in ids(text)


@pytest.mark.parametrize(
    ("scheme", "article", "told"),
    [
        ("Chương I/Điều 1", "{doan_van: Kế hoạch như sau., chen: kế hoạch}", ["KH156"]),
        ("Điều 1/1", "{doan_van: Kế hoạch như sau., chen: kế hoạch}", ["KH156"]),
        ("I/1", "{doan_van: Kế hoạch như sau., chen: kế hoạch}", []),
        ("Chương I/1/Điều 1", "{doan_van: Kế hoạch như sau., chen: kế hoạch}", []),
        ("Chương I/Điều 1", "Ban hành kèm theo Quyết định này Kế hoạch.", []),
    ],
)
def test_an_article_holds_no_articles(scheme: str, article: str, told: list[str]) -> None:
    text = f"van_ban: {{danh_so: {scheme}}}\nnoi_dung: [{{muc: A, muc_con: [B, C]}}]\n"
    text += f"quyet_dinh: {{noi_nhan: [Như Điều 1], dieu: [{article}]}}\n"
    assert [rule for rule, _ in pointed(text, ("KH156",))] == told
