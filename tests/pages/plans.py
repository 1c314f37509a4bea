"""The plans that the pages are made of: a small YAML text for each case."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLANS = {path.stem: path for path in sorted((ROOT / "plans").glob("*.yaml"))}

SENTENCE = (
    "Các sở, ban, ngành, Ủy ban nhân dân các xã, phường triển khai nhiệm vụ chuyển đổi số theo "
    "chức năng được giao, bảo đảm đúng tiến độ, tiết kiệm và có hiệu quả; định kỳ hằng quý báo "
    "cáo kết quả về Sở Khoa học và Công nghệ để tổng hợp."
)
SUBJECT = "Ứng dụng công nghệ thông tin, chuyển đổi số tỉnh Lào Cai năm 2026"
BASES = """\
can_cu:
  - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
  - Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
loi_dan: Ủy ban nhân dân tỉnh Lào Cai ban hành Kế hoạch năm 2026 với các nội dung như sau
"""
PROVINCE = {
    "co_quan_ban_hanh": "Ủy ban nhân dân tỉnh Lào Cai",
    "so_van_ban": "172",
    "ky_hieu": "KH-UBND",
    "dia_danh": "Lào Cai",
    "ngay_ban_hanh": "05/3/2026",
    "trich_yeu": SUBJECT,
}
DEPARTMENT = PROVINCE | {
    "co_quan_chu_quan": "Ủy ban nhân dân tỉnh Lào Cai",
    "co_quan_ban_hanh": "Sở Khoa học và Công nghệ",
    "ky_hieu": "KH-SKHCN",
}
SIGNED = """\
  nguoi_ky: {ho_ten: Hoàng Quốc Khánh, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch,
             thay_mat: Ủy ban nhân dân}
  noi_nhan: [Bộ Khoa học và Công nghệ, Thường trực Tỉnh ủy, "Các sở, ban, ngành"]
  luu_van_thu: VT, KGVX
"""


def plan(fields: dict[str, str], body: str, rest: str = "") -> str:
    """A plan file with these fields of `van_ban` and this outline."""
    head = "".join(f'  {key}: "{value}"\n' for key, value in fields.items())
    return f"van_ban:\n{head}{SIGNED}{rest}noi_dung:\n{indent(body, '  ')}"


def paragraphs(count: int, title: str = "Nội dung thực hiện") -> str:
    """A section of so many paragraphs of three lines or so."""
    lines = "".join(f"    Việc {n}: {SENTENCE}\n" for n in range(1, count + 1))
    return f"- muc: {title}\n  doan_van: |\n{lines}"


def short_paragraphs(count: int) -> str:
    """A section of so many paragraphs of one line."""
    lines = "".join(f"    Việc {n}: thực hiện theo kế hoạch.\n" for n in range(1, count + 1))
    return f"- muc: Nội dung thực hiện\n  doan_van: |\n{lines}"


def tree(counts: Sequence[int]) -> str:
    """Sections nested so deep, so many at each level; the lowest have no title."""
    count, *lower = counts
    if not lower:
        return "- Nhánh cuối, thực hiện trong năm.\n" * count
    return f"- muc: Nhánh\n  muc_con:\n{indent(tree(lower), '    ')}" * count


ROWS = 60
BODY_ROWS = 60
WORDS = "xây dựng, nâng cấp và bảo trì hệ thống thông tin dùng chung của tỉnh, các xã, phường"


def projects() -> str:
    """Projects whose names begin with Đ and end with C, each with the number of the row."""
    items = (
        f"  - ten: Đ{n} {WORDS} C{n}\n    chu_tri: Sở Khoa học và Công nghệ\n"
        f"    tong_kinh_phi: {n}.500\n"
        f"    von: {{2025: {{tw: {n}, tinh: {n}}}, 2026: {{tw: {n}, tinh: {n}.000}}}}\n"
        for n in range(1, ROWS + 1)
    )
    return "nguon_von: {tw: Trung ương, tinh: Tỉnh}\ndu_an:\n" + "".join(items)


def year_columns(year: int) -> str:
    """The columns of a year: its sources and its sum."""
    return (
        f"{{ten: Năm {year}, cot: [{{ten: Trung ương, gia_tri: von.{year}.tw}}, "
        f"{{ten: Tỉnh, gia_tri: von.{year}.tinh}}, {{ten: Cộng, gia_tri: von.{year}.tong}}]}}"
    )


ELEVEN_COLUMNS = f"""\
phu_luc:
  - ten: Nhiệm vụ giao các đơn vị năm 2026
    muc_con:
      - muc: Nhiệm vụ chung
        muc_con: [Rà soát hạ tầng kỹ thuật dùng chung của tỉnh.]
  - ten: Danh mục dự án ứng dụng công nghệ thông tin, chuyển đổi số năm 2026
    kho_giay: ngang
    bang:
      nguon: du_an
      tong_cong: cuoi
      cot:
        - {{ten: Stt, gia_tri: stt}}
        - {{ten: Tên dự án, gia_tri: ten}}
        - {{ten: Đơn vị chủ trì, gia_tri: chu_tri}}
        - ten: Kinh phí
          cot:
            - {{ten: Tổng kinh phí, gia_tri: tong_kinh_phi}}
            - {year_columns(2025)}
            - {year_columns(2026)}
        - {{ten: Ghi chú, gia_tri: ghi_chu}}
"""
BODY_TABLE = """\
- muc: Chỉ tiêu
  bang:
    ten: Bảng chỉ tiêu chuyển đổi số
    cot: [{ten: TT, rong: 12}, {ten: Nội dung}, {ten: Đơn vị}, {ten: Mục tiêu}]
    hang:
""" + "".join(
    f"      - ['{n}', 'Đ{n} {WORDS} {WORDS} C{n}', '%', '{n}']\n" for n in range(1, BODY_ROWS + 1)
)
BULLETS = """\
- muc: Tổ chức thực hiện
  doan_van: |
    - Gạch thứ nhất: các cơ quan chuyên môn bố trí người làm, tiền và thời gian để hoàn thành.
    + Cộng thứ nhất: rà soát máy chủ, máy trạm, đường truyền của từng cơ quan trong tỉnh.
  muc_con:
    - muc: Trách nhiệm của Sở
      muc_con: [Điểm một, "Điểm hai, đôn đốc các đơn vị thực hiện và báo cáo theo quy định."]
    - Khoản không tiêu đề, giao Văn phòng Ủy ban nhân dân tỉnh theo dõi việc thực hiện.
"""

POINTS = 24


def points() -> str:
    """Two sections of points, of so many and of six."""
    many, few = ("".join("      - Điểm này.\n" for _ in range(count)) for count in (POINTS, 6))
    heads = ("- muc: Nhiệm vụ\n  muc_con:\n  - muc: Một\n    muc_con:\n", "  - muc: Hai\n")
    return f"{heads[0]}{many}{heads[1]}    muc_con:\n{few}"


SCHEMES = {
    "I/1/a)": (2, 2, 3),
    "A/I/1": (2, 2, 2),
    "Phần I/I/1/1.1/a)": (2, 2, 1, 2, 2),
    "1/1.1": (2, 2),
    "I/1/a.": (2, 1, 5),
    "Phần thứ nhất/I/1": (3, 2, 2),
}
AGENCIES = {
    "tinh": PROVINCE,
    "so": DEPARTMENT,
    "so-dai": DEPARTMENT | {"co_quan_ban_hanh": "Sở Văn hóa, Thể thao và Du lịch"},
    "ban": DEPARTMENT
    | {
        "co_quan_ban_hanh": "Ban Quản lý các khu công nghiệp và khu chế xuất tỉnh Bà Rịa - Vũng Tàu"
    },
    "tp-hcm": PROVINCE
    | {
        "co_quan_ban_hanh": "Ủy ban nhân dân thành phố Hồ Chí Minh",
        "dia_danh": "Thành phố Hồ Chí Minh",
        "ngay_ban_hanh": "29/12/2025",
        "trich_yeu": "Chuyển đổi số năm 2026",
    },
    "xa": PROVINCE
    | {
        "co_quan_chu_quan": "Ủy ban nhân dân tỉnh Lào Cai",
        "co_quan_ban_hanh": "Ủy ban nhân dân xã Bắc Hà",
        "dia_danh": "Bắc Hà",
    },
}
DRAFT = "du-thao"
UNISSUED = {
    key: PROVINCE[key] for key in PROVINCE if key not in ("so_van_ban", "ngay_ban_hanh")
} | {"trich_yeu": f"{SUBJECT} và định hướng phát triển chính quyền số đến hết năm 2030"}
FILLED = range(14, 27)
"""So many short paragraphs push the signature block over the end of page 1."""
TABLED = (12, 18, 24)
"""So many rows of a table that ends the text; the signature after it stands on page 1 or 2."""


def short_table(count: int) -> str:
    """A section that ends with a table of so many rows of one line."""
    rows = "".join(f"      - ['{n}', Việc {n}]\n" for n in range(1, count + 1))
    lead = "- muc: Nhiệm vụ\n  doan_van: Các nhiệm vụ trong năm như sau\n"
    return f"{lead}  bang:\n    cot: [{{ten: TT}}, {{ten: Tên}}]\n    hang:\n{rows}"


LONG = (3, 5, 6, 7, 8)
# Not 4: there one row of a table fits on its page but for its lower line, and LibreOffice 7.4
# leaves out the next ones; what `render --pdf` does about it is tried in test_rows.py.


def long_text(count: int) -> str:
    """Sections of so many paragraphs each, with tables among them."""
    rows = "".join(f"      - ['{n}', '{WORDS}', '']\n" for n in range(1, 3 * count))
    table = f"  bang:\n    cot: [{{ten: TT}}, {{ten: Việc}}, {{ten: Ghi chú}}]\n    hang:\n{rows}"
    parts = (paragraphs(count + n % 3, f"Phần việc thứ {n}") for n in range(1, 9))
    return "".join(f"{part}- muc: Bảng {n}\n{table}" for n, part in enumerate(parts, 1))


LYING_END = "bang-ngang"
LYING_TABLE = "{kho_giay: ngang, cot: [{ten: TT}, {ten: Việc}], hang: [[1, Rà soát hạ tầng]]}"
LYING_APPENDIX = f"phu_luc:\n  - ten: Danh mục nhiệm vụ\n    bang: {LYING_TABLE}\n"


def lying_table(count: int) -> str:
    """So many short paragraphs, then a section that holds a landscape table, then another."""
    section = f"- muc: Lộ trình\n  doan_van: 'Như sau:'\n  bang: {LYING_TABLE}\n"
    return short_paragraphs(count) + section + paragraphs(1, "Kinh phí")


LYING = (3, 24)
"""So many short paragraphs leave much room on page 1, or none."""

URGENT = "khan"
LONE_APPENDIX = "phu_luc:\n  - ten: Danh mục nhiệm vụ\n    doan_van: Rà soát hạ tầng.\n"
DECISION = """quyet_dinh:
  so_van_ban: 605
  trich_yeu: Ban hành Kế hoạch ứng dụng công nghệ thông tin năm 2014
  can_cu: [Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006]
  dieu:
    - {doan_van: Ban hành Kế hoạch với các nội dung sau., chen: kế hoạch}
    - Quyết định này có hiệu lực kể từ ngày ký.
    - {doan_van: Các sở chịu trách nhiệm thi hành Quyết định này., danh_so: không}
"""
UNNUMBERED = "- muc: Mở đầu\n  danh_so: không\n  doan_van: Năm 2013 đã xong.\n"

CASES = {
    "day-du": plan(
        PROVINCE,
        paragraphs(12) + BODY_TABLE + BULLETS + paragraphs(1, "Kinh phí"),
        BASES + projects() + ELEVEN_COLUMNS,
    ),
    DRAFT: plan(UNISSUED, paragraphs(9), LONE_APPENDIX),
    "diem": plan(PROVINCE, points()),
    **{name: plan(fields, paragraphs(2), LONE_APPENDIX) for name, fields in AGENCIES.items()},
    **{
        f"bac-{at}": plan(PROVINCE | {"danh_so": scheme}, tree(counts))
        for at, (scheme, counts) in enumerate(SCHEMES.items())
    },
    "trong-dieu": plan(PROVINCE, UNNUMBERED + paragraphs(9), DECISION),
    URGENT: plan(PROVINCE | {"do_khan": "thượng khẩn"}, paragraphs(2)),
    **{f"nam-{count}": plan(PROVINCE, lying_table(count)) for count in LYING},
    LYING_END: plan(
        PROVINCE, f"{paragraphs(2)}- muc: Lộ trình\n  bang: {LYING_TABLE}\n", LYING_APPENDIX
    ),
    **{f"bang-{count}": plan(PROVINCE, short_table(count)) for count in TABLED},
    **{f"ky-{count}": plan(PROVINCE, short_paragraphs(count)) for count in FILLED},
}

TALL = "hang-cao"
TALL_TABLE = f"""\
- muc: Phân công
  bang:
    cot: [{{ten: TT}}, {{ten: Đơn vị}}, {{ten: Nhiệm vụ}}]
    hang:
      - ['1', Sở Nội vụ, "{SENTENCE * 20}"]
      - ['2', Sở Tài chính, Bố trí vốn]
      - ['3', Sở Tư pháp, Thẩm định]
- muc: Kinh phí
  muc_con: [{{muc: Ngân sách tỉnh}}, {{muc: Ngân sách xã}}, {{muc: Nguồn khác}}]
"""
HALVES = "hang-nua-trang"
HALF_ROWS = "".join(f"      - ['{n}', Sở số {n}, \"{SENTENCE * 5}\"]\n" for n in range(1, 5))
HALF_PAGES = f"""\
phu_luc:
- ten: Phân công nhiệm vụ
  kho_giay: ngang
  bang:
    cot: [{{ten: TT}}, {{ten: Đơn vị}}, {{ten: Nhiệm vụ, rong: 70}}]
    hang:
{HALF_ROWS}"""
RECIPIENTS = 60
MANY = "nhieu-noi-nhan"
APART = {
    TALL: plan(PROVINCE, paragraphs(3) + TALL_TABLE),
    HALVES: plan(PROVINCE, paragraphs(3), HALF_PAGES),
    MANY: plan(PROVINCE, short_paragraphs(4)).replace(
        "noi_nhan: [", f"noi_nhan: [{', '.join(f'UBND xã số {n}' for n in range(RECIPIENTS))}, "
    ),
}
"""What no test of every case is for: a row, or the recipients, end on another page."""

LISTED = {
    f"muc-luc-{name}": f"muc_luc: 3\n{text}"
    for name, text in [
        *((name, path.read_text(encoding="utf-8")) for name, path in PLANS.items()),
        ("day-du", CASES["day-du"]),
        (TALL, APART[TALL]),
        *((f"dai-{count}", plan(PROVINCE, long_text(count))) for count in LONG),
    ]
}
"""With a table of contents: every plan of plans/, and texts whose pages break elsewhere."""

every = pytest.mark.parametrize("name", [*CASES, *PLANS])
"""Every case, and every plan of the folder plans/."""
