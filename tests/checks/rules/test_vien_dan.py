"""Citations: what is wrong in them, at its place, and what is odd but right."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.checks.checker import contents_of
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.plan.reader import Reading, read_plan, read_profile
from kehoach_cli.source.text import read_source
from tests.conftest import ReadPlan
from tests.places import places

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden"
QUIET = ("KH228", "KH229")


def read(path: Path) -> Reading:
    return read_plan(read_source(path.name, path.read_bytes()))


def of_family(reading: Reading) -> list[Diagnostic]:
    return [item for item in contents_of(reading) if item.rule.id.startswith("KH2")]


def found_in(text: str) -> list[Diagnostic]:
    return of_family(read_plan(read_source("a.yaml", text.encode("utf-8"))))


def in_a_sentence(words: str) -> list[Diagnostic]:
    """What is found in a paragraph; that a citation is not complete is another matter."""
    return [item for item in found_in(f"loi_dan: |\n  {words}\n") if item.rule.id not in QUIET]


# The faults of the five published plans (and of plans of 2026), told by what stands on the line.
PUBLISHED = [
    ("tien-giang-2014", "Nghị định 64/2007", "KH206"),
    ("tien-giang-2014", "Nghị định 64/2007", "KH208"),
    ("tien-giang-2014", "Quyết định 1605/QĐ-TTg", "KH206"),
    ("tien-giang-2014", "1755/QĐ-TTg, ngày", "KH208"),
    ("tien-giang-2014", "58/KH-UBND, ngày", "KH208"),
    ("tien-giang-2014", "58/CT-TW", "KH203"),
    ("tien-giang-2014", "29 tháng 6 năm 2006", "KH238"),
    ("tien-giang-2014", "20/05/2009", "KH237"),
    ("tien-giang-2014", "172 /KH-UBND", "KH201"),
    ("tien-giang-2014", "172 /KH-UBND", "KH230"),
    ("lao-cai-2018", "45/2016-QĐ-TTg", "KH200"),
    ("lao-cai-2018", "Quyết định 45/2016/QĐ-TTg", "KH206"),
    ("lao-cai-2018", "21/04/2015", "KH237"),
    ("lao-cai-2018", "102/2012/NĐ-CP", "KH218"),
    ("tien-giang-2007-2010", "26 tháng 11 năm 2003", "KH238"),
    ("tien-giang-2007-2010", "972/QĐ- UBND", "KH201"),
    ("tien-giang-nq36a-2016", "1/1/2016", "KH236"),
    ("tien-giang-nq36a-2016", "1/1/2016", "KH239"),
    ("tien-giang-nq36a-2016", "Nghị quyết 36a của", "KH207"),
    ("tien-giang-nq36a-2016", "Nghị quyết 36a/NQ-CP", "KH206"),
    ("tien-giang-nq36a-2016", "Quyết định 1819/QĐ-TTg", "KH206"),
    ("tien-giang-nq36a-2016", "01 tháng 01 năm 2017", "KH238"),
    ("tien-giang-nq36a-2016", "15/02/2016", "KH219"),
    ("tien-giang-nq36a-2016", "15/02/2016", "KH230"),
    ("tuyen-quang-2016-2020", "Nghị quyết Số 42-NQ/TU", "KH205"),
    ("tuyen-quang-2016-2020", "17/2014/QĐ-UBND, ngày", "KH208"),
    ("tuyen-quang-2016-2020", "tỉnh ra Quyết định số 17/2014", "KH228"),
    ("tuyen-quang-2016-2020", "2634/BTTTT-THH", "KH220"),
    ("tuyen-quang-2016-2020", "14/1/2014", "KH236"),
    ("tuyen-quang-2016-2020", "năm 2015 của Ủy ban", "KH230"),
    ("2026", "29 tháng 6 năm 2016", "KH217"),
    ("2026", "29 tháng 11 năm 2015", "KH217"),
    ("2026", "57/NQ-TW", "KH203"),
    ("2026", "64/2007/ND-CP", "KH202"),
    ("2026", "64/2007/ND-CP", "KH212"),
    ("2026", "64/2007/ND-CP", "KH250"),
    ("2026", "1266/QĐ-Ttg", "KH202"),
    ("2026", "45/BTTTT-CĐSQG", "KH214"),
    ("2026", "Quyết định số 71/NQ-CP", "KH211"),
    ("2026", "02 tháng 4 năm 2025", "KH215"),
    ("2026", "02 tháng 4 năm 2025", "KH217"),
    ("2026", "02 tháng 4 năm 2025", "KH224"),
    ("2026", "193/2025/QH14", "KH213"),
    ("2026", "186-KH/UBND", "KH204"),
    ("2026", "31 tháng 6 năm 2026", "KH235"),
    ("2026", "47/2020/NĐ-CP", "KH210"),
]


@pytest.mark.parametrize(("plan", "words", "rule"), PUBLISHED)
def test_each_published_fault_is_found_at_its_line(plan: str, words: str, rule: str) -> None:
    (path,) = (GOLDEN / "err").glob(f"*{plan}*vien-dan*" if plan != "2026" else "vien-dan-2026*")
    lines = path.read_text(encoding="utf-8").splitlines()
    (line,) = (number for number, text in enumerate(lines, 1) if words in text)
    assert (rule, line) in {(i.rule.id, i.span.first.line) for i in of_family(read(path))}


@pytest.mark.parametrize("path", sorted((GOLDEN / "err").glob("*vien-dan*")), ids=lambda p: p.stem)
def test_nothing_but_those_faults_is_more_than_a_hint(path: Path) -> None:
    known = {rule for plan, _, rule in PUBLISHED if plan in path.stem}
    loud = {item.rule.id for item in of_family(read(path)) if item.severity.value != "info"}
    assert loud <= known


def test_odd_but_real_citations_pass() -> None:
    assert places(of_family(read(GOLDEN / "dung" / "vien-dan.yaml"))) == []


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_archive_plans_have_no_error_and_no_document_out_of_force(path: Path) -> None:
    found = of_family(read(path))
    assert [item.rule.id for item in found if item.severity.value == "error"] == []
    assert [item.rule.id for item in found if item.rule.id >= "KH250"] == []


@pytest.mark.parametrize(
    ("words", "found", "repaired"),
    [
        ("Quyết định số 45/2016-QĐ-TTg", "KH200", "45/2016/QĐ-TTg"),
        ("Chỉ thị số 58/CT/TW", "KH200", "58-CT/TW"),
        ("Kế hoạch số 186/KH/UBND", "KH200", "186/KH-UBND"),
        ("Nghị định số 64 /2007/NĐ-CP", "KH201", "64/2007/NĐ-CP"),
        ("Nghị quyết số 57- NQ/TW", "KH201", "57-NQ/TW"),
        ("Nghị định số 64/2007/ND-CP", "KH202", "64/2007/NĐ-CP"),
        ("Quyết định số 80/2014/QĐ-Ttg", "KH202", "80/2014/QĐ-TTg"),
        ("Quyết định số 1605/QĐ-TTG", "KH202", "1605/QĐ-TTg"),
        ("Nghị quyết số 12/NQ-HDND", "KH202", "12/NQ-HĐND"),
        ("Nghị quyết số 57/NQ-TW", "KH203", "57-NQ/TW"),
        ("Hướng dẫn số 36/HD-VPTW", "KH203", "36-HD/VPTW"),
        ("Kế hoạch số 186-KH/UBND", "KH204", "186/KH-UBND"),
        ("Nghị quyết Số 42-NQ/TU", "KH205", "số"),
        ("Quyết định 45/2016/QĐ-TTg", "KH206", "số 45/2016/QĐ-TTg"),
        ("Quyết định số 1755/QĐ-TTg, ngày 22/9/2010", "KH208", ""),
        ("ngày 14/1/2014", "KH236", "14/01/2014"),
        ("ngày 5 tháng 2 năm 2014", "KH236", "05 tháng 02 năm 2014"),
        ("ngày 20/05/2009 và 13/6/2011", "KH237", "20/5/2009"),
    ],
)
def test_a_slip_is_found_with_its_repair(words: str, found: str, repaired: str) -> None:
    (item,) = in_a_sentence(words)
    assert (item.rule.id, item.repair) == (found, repaired)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Nghị quyết 36a của Chính phủ", ["KH207"]),
        ("Nghị định 30/2020 của Chính phủ", ["KH207"]),
        ("Nghị quyết số 57 của Bộ Chính trị", ["KH207"]),
        ("Nghị định số 43/2011/NĐ-CP ngày 13/6/2012", ["KH210"]),
        ("Thông tư số 43/2011/NĐ-CP", ["KH211"]),
        ("Nghị định số 67/2006/QH11", ["KH211"]),
        ("Luật số 64/2007/NĐ-CP", ["KH211"]),
        ("Công văn số 12/QĐ-UBND", ["KH211"]),
        ("Nghị định số 43/2011/NĐ-CP của Thủ tướng Chính phủ", ["KH212"]),
        ("Quyết định số 5/QĐ-BTC của Bộ Nội vụ", ["KH212"]),
        ("Nghị quyết số 5/NQ-HĐND của UBND tỉnh", ["KH212"]),
        ("Luật số 67/2006/QH13 ngày 29/6/2006", ["KH213"]),
        ("Công văn số 5/BTTTT-THH ngày 06/7/2006", ["KH214"]),
        ("Công văn số 5/SKHĐT-TH ngày 06/7/2025", ["KH214"]),
        ("Luật Công nghệ thông tin ngày 29/6/2016", ["KH217"]),
        ("Luật Công nghệ thông tin năm 2016", ["KH217"]),
        ("Nghị quyết số 36-NQ/TW ngày 01/7/2015 của Bộ Chính trị", ["KH217"]),
        ("hạn 31/4/2026", ["KH235"]),
        ("ngày 30 tháng 02 năm 2026", ["KH235"]),
        ("từ 29/6/2006 đến ngày 30 tháng 6 năm 2007", ["KH238"]),
    ],
)
def test_parts_that_do_not_fit_are_found(words: str, found: list[str]) -> None:
    assert [item.rule.id for item in in_a_sentence(words)] == found


_OWN = "Kế hoạch số 19/KH-UBND ngày 19/3/2015 của UBND tỉnh"
_NAMED = "Chỉ thị số 58-CT/TW"
_WHOLE = f"{_NAMED} ngày 17/10/2000 của Bộ Chính trị về đẩy mạnh ứng dụng công nghệ thông tin"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"{_OWN} về thực hiện {_NAMED} của Bộ Chính trị.", []),
        (f"{_OWN} triển khai {_NAMED} và các nghị quyết.", []),
        (f"{_OWN} về thực hiện {_NAMED} của Bộ Chính trị.\n  Làm theo {_WHOLE}.", ["KH228"]),
        (f"{_OWN} về chuyển đổi số, {_NAMED} của Bộ Chính trị.", ["KH228"]),
        (f"{_OWN} về chuyển đổi số và {_NAMED} của Bộ Chính trị.", ["KH228"]),
        (f"{_OWN} về chuyển đổi số. Làm theo {_NAMED}.", ["KH228"]),
        (f"{_OWN}, trong đó có {_NAMED}.", ["KH228"]),
        (f"{_OWN} về thực hiện {_NAMED}.\n  Làm theo {_NAMED}.", ["KH228"]),
        (f"Làm theo {_WHOLE}.\n  {_OWN} về thực hiện {_WHOLE}.", []),
        (f"Làm theo {_WHOLE}.\n  Giữ đúng {_WHOLE}.", ["KH229"]),
    ],
)
def test_a_document_in_the_title_of_another_is_named_as_that_title_does(
    words: str, found: list[str]
) -> None:
    named = found_in(f"loi_dan: |\n  {words}\n")
    assert [item.rule.id for item in named if item.rule.id in QUIET] == found


@pytest.mark.parametrize(
    "basis",
    [
        f"{_OWN} về thực hiện {_NAMED} của Bộ Chính trị",
        "{loai: Kế hoạch, so_ky_hieu: 19/KH-UBND, ngay_ban_hanh: 19/3/2015, "
        f"co_quan: UBND tỉnh, trich_yeu: thực hiện {_NAMED} của Bộ Chính trị}}",
    ],
)
@pytest.mark.parametrize("later", ["", f"loi_dan: Làm theo {_WHOLE}.\n"])
def test_a_document_in_the_title_of_a_basis_needs_no_date(basis: str, later: str) -> None:
    assert "KH228" not in {item.rule.id for item in found_in(f"can_cu:\n- {basis}\n{later}")}


def test_dates_of_citations_and_deadlines_may_be_written_in_two_ways() -> None:
    cited = "Theo Quyết định số 5/QĐ-UBND ngày 10 tháng 10 năm 2025 của UBND xã"
    assert in_a_sentence(f"{cited}, xong trước ngày 30/11/2029") == []
    both = f"{cited} và Quyết định số 6/QĐ-UBND ngày 11/10/2025 của UBND xã"
    assert [item.rule.id for item in in_a_sentence(both)] == ["KH238"]


def test_a_short_name_that_the_plan_gives_itself_is_no_slip() -> None:
    given = "Nghị quyết số 57-NQ/TW (sau đây gọi tắt là “Nghị quyết 57”) và Nghị quyết 57"
    assert in_a_sentence(given) == []
    assert [item.rule.id for item in in_a_sentence(f"{given}; Nghị quyết 36a")] == ["KH207"]
    short = "Nghị quyết số 57-NQ/TW (Nghị quyết 57) và Nghị quyết 57"
    assert in_a_sentence(short) == []
    assert len(in_a_sentence(short.replace("(Ng", "(theo Ng"))) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết số 36a/NQ-CP; Nghị quyết số 66.7/2025/NQ-CP; số 26/VBHN-VPQH",
        "Chương trình số 02-CT/TU; Quy định số 41-QĐ/TW; Thông báo kết luận số 5/TB-VPCP",
        "Kế hoạch số 12/KH-MTTW-BTT; Kế hoạch số 14/KH-BCĐTW; số 02-KH/BCĐTW",
        "Quyết định số 15/2003/QĐ/UB ngày 05/3/2003; Thông tư liên tịch số 43/2008/TTLT/BTC-BTTTT",
        "ban hành 15 Quyết định, 20 Chỉ thị; Nghị quyết 5 năm; Quyết định 12 nhiệm vụ",
        "Luật sửa đổi, bổ sung một số điều của Luật Công nghệ thông tin ngày 20/11/2017",
        "Luật Công nghệ thông tin năm 2006; Luật Công nghệ thông tin",
        "Quyết định số 749/QĐ-TTg ngày 05/6/2012 của Thủ tướng Chính phủ",
        "Quyết định số 45/2024/QĐ-UBND ngày 12/9/2024 và Quyết định số 45/2024/QĐ-UBND ngày "
        "30/9/2024",
        "Nghị quyết số 351/2017/UBTVQH14 của Quốc hội",
        "Danh mục.\n  Kèm theo Quyết định số 1/QĐ-UBND ngày 01/3/2016 của UBND tỉnh.",
        "Mẫu số 03/ĐA-CĐS; 12/QĐ; 22/22; 4G/LTE-A",
        "Chỉ thị số 34-CT/TW năm 2009 của Ban Bí thư và Chỉ thị số 34-CT/TW năm 2014 của Bộ Chính "
        "trị",
    ],
)
def test_what_is_right_or_unknown_passes(words: str) -> None:
    assert places(in_a_sentence(words)) == []


LAW = "Luật Thủ đô ngày 21 tháng 11 năm 2012"
DECREE = "Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ quy định về trang tin"


@pytest.mark.parametrize(
    ("bases", "found"),
    [
        (f"- {LAW}\n- {DECREE}", []),
        (f"- {LAW};\n- {DECREE}.", ["KH227 2:40-41", "KH227 3:90-91"]),
        ("- Luật Thủ đô", ["KH220 2:3-14"]),
        ("- Hiến pháp năm 2013\n- Nghị quyết Đại hội Đảng bộ tỉnh", []),
        ("- Nghị định của Chính phủ về trang tin", ["KH220 2:3-39"]),
        ("- {loai: Nghị quyết, ten: Nghị quyết Đại hội}", []),
        ("- {ten: Luật Dữ liệu, so_ky_hieu: 60/2024/QH15, ngay_ban_hanh: 30/11/2024}", []),
        (
            "- {so_ky_hieu: số 9/QĐ-UBND, ngay_ban_hanh: 01/3/2011, co_quan: A, trich_yeu: B}",
            ["KH209 2:16-28"],
        ),
        (
            "- {so_ky_hieu: 9/QĐ-UBND, ngay_ban_hanh: 31/02/2011, co_quan: A, trich_yeu: B}",
            [],
        ),
        (f"- {DECREE}\n- Thông tư số 1/2009/TT-BNV ngày 01/3/2009 của Bộ Nội vụ về A", ["KH238"]),
        (f"- {DECREE} thay cho quy định ngày 01/3/2009", []),
        (f"- Theo đề nghị của Sở Nội vụ\n- {DECREE}\n- {DECREE}", ["KH224"]),
    ],
)
def test_bases_are_looked_at_as_a_list(bases: str, found: list[str]) -> None:
    said = [
        place if " " in wanted else place[:5]
        for place, wanted in zip(places(found_in(f"can_cu:\n{bases}\n")), found, strict=True)
    ]
    assert said == found


@pytest.mark.parametrize(
    ("head", "bases", "found"),
    [
        ("ngay_ban_hanh: 15/8/2026", "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006", "KH250"),
        ("ngay_ban_hanh: 15/6/2026", "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006", None),
        ("thoi_ky: 2027", "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006", "KH250"),
        ("thoi_ky: 2026", "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006", "KH254"),
        ("trich_yeu: A", "Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006", None),
        ("ngay_ban_hanh: 15/6/2025", "Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005", "KH250"),
        ("ngay_ban_hanh: 15/6/2025", "Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023", None),
        ("ngay_ban_hanh: 15/6/2025", "Luật Giao dịch điện tử năm 2005", "KH250"),
        ("ngay_ban_hanh: 15/6/2026", "Luật Chuyển đổi số số 148/2025/QH15", "KH252"),
    ],
)
def test_documents_are_judged_at_the_day_of_the_plan(
    head: str, bases: str, found: str | None
) -> None:
    said = found_in(f"van_ban: {{{head}}}\ncan_cu: [{bases}]\n")
    wanted = [found] if found else []
    assert [item.rule.id for item in said if item.rule.id >= "KH250"] == wanted


def test_elsewhere_a_document_out_of_force_is_a_hint_told_once() -> None:
    words = "loi_dan: Làm theo Luật Công nghệ thông tin; theo Luật Công nghệ thông tin.\n"
    found = found_in("van_ban: {ngay_ban_hanh: 15/8/2026}\n" + words)
    assert places(found) == ["KH251 2:19-43"]


def test_a_unit_adds_to_the_register_in_its_profile() -> None:
    entry = "{so_ky_hieu: 15/2019/QĐ-UBND, tu: 01/7/2019, den: 31/12/2025, thay_bang: Quy chế mới}"
    profile, faults = read_profile(read_source("kehoach.yaml", f"hieu_luc: [{entry}]".encode()))
    basis = "Quyết định số 15/2019/QĐ-UBND ngày 10 tháng 6 năm 2019 của UBND tỉnh ban hành Quy chế"
    plan = f"van_ban: {{ngay_ban_hanh: 15/01/2026}}\ncan_cu: [{basis}]\n"
    reading = read_plan(read_source("a.yaml", plan.encode()), profile)
    (found,) = of_family(reading)
    assert faults == []
    assert (found.rule.id, "thay bằng Quy chế mới" in found.message) == ("KH250", True)


def test_a_deadline_of_things_done_is_none(plan: ReadPlan) -> None:
    text = "van_ban: {{ngay_ban_hanh: 25/10/2016}}\nloi_dan: {} trước ngày 01/01/2016.\n"
    said = [
        places(of_family(plan(text.format(words))))
        for words in ("Việc đã xong", "Dự án được phê duyệt", "Nối mạng")
    ]
    assert said == [[], [], ["KH239 2:30-40"]]


@pytest.mark.parametrize(
    ("words", "count"),
    [("tỉnh có 10 huyện", 0), ("xã đã có mạng", 0), ("các xã có trách nhiệm", 1)],
)
def test_what_was_before_a_day_is_no_deadline(words: str, count: int) -> None:
    text = f"van_ban: {{ngay_ban_hanh: 25/10/2026}}\nloi_dan: Trước ngày 01/7/2025, {words}.\n"
    assert [item.rule.id for item in found_in(text)].count("KH239") == count


def test_the_title_of_a_cited_document_keeps_its_date() -> None:
    basis = "{so_ky_hieu: 71/NQ-CP, ngay_ban_hanh: 01/4/2025, trich_yeu: về Nghị quyết ngày %s}"
    text = f"can_cu: [{basis}]\nloi_dan: Xong trước ngày 30/11/2029.\n"
    dates = ("22 tháng 12 năm 2024", "22/12/2024")
    assert not any(item.rule.id == "KH238" for d in dates for item in found_in(text % d))


PIECES = st.sampled_from(
    [
        *("Quyết định", "Luật", "Luật Công nghệ thông tin", "số", "Số", "ngày", "của", "/", "-"),
        *(
            "64/2007/NĐ-CP",
            "57-NQ/TW",
            "58/CT/TW",
            "31/02/2014",
            "1/1/2016",
            "12",
            ",",
            "(",
            "\n  ",
        ),
        *("30 tháng 13 năm 2012", "Chính phủ", "1178/BTTTT-THH", "12/2016/QH9", "9/99/QH77", ";"),
    ]
)


@given(st.lists(PIECES, max_size=12), st.booleans())
def test_any_words_are_checked_and_places_stay_in_the_file(words: list[str], basis: bool) -> None:
    start = "can_cu:\n- |\n  " if basis else "loi_dan: |\n  "
    text = f"van_ban: {{ngay_ban_hanh: 01/8/2026}}\n{start}{' '.join(words)}\n"
    for item in found_in(text):
        assert 0 <= item.span.start <= item.span.end <= len(text)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("loi_ket: Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026.", ["KH219"]),
        ("loi_ket: Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Tân Phú.", ["KH219"]),
        ("loi_ket: Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh Đồng Tháp.", []),
        ("can_cu: [Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về A]", []),
    ],
)
def test_a_plan_of_another_agency_may_have_the_same_number(words: str, found: list[str]) -> None:
    own = "co_quan_ban_hanh: Ủy ban nhân dân xã Tân Phú, so_van_ban: 12, ngay_ban_hanh: 15/01/2026"
    ids = [one.rule.id for one in found_in(f"van_ban: {{{own}}}\n{words}\n")]
    assert [rule for rule in ids if rule == "KH219"] == found


def test_a_document_cited_again_and_again_is_compared_once_a_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[object] = []

    def slip(*days: object) -> bool:
        compared.append(days)
        return False

    monkeypatch.setattr("kehoach_cli.checks.rules.vien_dan_da_biet._is_slip_of", slip)
    lines = "  Theo Quyết định số 12/QĐ-UBND ngày 05/3/2014 của UBND tỉnh Tiền Giang.\n" * 20
    found_in(f"loi_dan: |\n{lines}")
    assert 0 < len(compared) < 20
