"""Random plans in the words that plans are made of: what a file of kehoach's own must bring back.

Texts are plain, tables are of the shapes that departments use. The whole format, with words that
no plan has, is in `tests/random_plans`.
"""

from typing import Any

from hypothesis import strategies as st

Tree = dict[str, Any]
_WORDS = (
    *("kế", "hoạch", "ứng", "dụng", "công", "nghệ", "thông", "tin", "hoạt", "động", "cơ quan"),
    *("nhà nước", "nâng cấp", "mạng", "đào tạo", "cán bộ", "các sở, ban, ngành", "tỉnh", "xã"),
    *("năm 2026", "2026-2030", "80%", "1.450", "hồ sơ"),
)
SCHEMES = ("I/1/a)", "A/I/1", "Phần I/I/1/1.1/a)", "Chương I/Điều 1/1/a)", "1/1.1/1.1.1", "I/1/a.")
_PHRASE = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=9).map(" ".join)
TITLE = _PHRASE.map(lambda text: text[0].upper() + text[1:].rstrip(","))
SENTENCE = TITLE.map(lambda text: f"{text}.")
MARKED = st.sampled_from(
    ("**Về hạ tầng:** nối mạng.", "Nối *Internet*^[Số liệu của Sở.] các xã.", "Một, hai \\\nba.")
)
LINE = st.one_of(SENTENCE, SENTENCE, MARKED, SENTENCE.map(lambda t: f"- {t}"),
                 SENTENCE.map(lambda t: f"+ {t}"))  # fmt: skip
LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
AMOUNT = st.integers(1, 90_000).map(lambda n: f"{n:,}".replace(",", "."))


@st.composite
def tables(draw: st.DrawFn) -> Tree:
    """A table of rows of its own, with groups and sums or without."""
    summed = draw(st.booleans())
    money: Tree = {"ten": "Thành tiền"} | ({"cong": "có"} if summed else {})
    cot = [{"ten": "TT"}, {"ten": "Nội dung"}, {"ten": "Đơn vị"}, money]
    if draw(st.booleans()):
        cot[2:3] = [{"ten": "Phân công", "cot": [{"ten": "Chủ trì"}, {"ten": "Phối hợp"}]}]
    texts = 3 if "cot" in cot[2] else 2
    hang: list[Any] = []
    for number in range(1, draw(st.integers(2, 5))):
        if draw(st.integers(0, 2)) == 2:
            hang.append({"nhom": draw(TITLE)})
        cells = [draw(st.one_of(TITLE, st.just(""), LINES)) for _ in range(texts)]
        hang.append([str(number), *cells, draw(AMOUNT)])
    bang: Tree = {"cot": cot, "hang": hang}
    if draw(st.booleans()):
        bang["ten"] = draw(TITLE)
    if draw(st.booleans()):
        bang["ghi_chu"] = [draw(SENTENCE)]
    if draw(st.booleans()):
        bang["ma"] = f"bang_{draw(st.integers(1, 10**6))}"
    return bang


@st.composite
def sections(draw: st.DrawFn, depth: int) -> Any:
    """A section of at most so many levels; one without a title is a numbered paragraph."""
    if draw(st.integers(0, 3)) == 3:
        return draw(SENTENCE)
    made: Tree = {"muc": draw(TITLE)}
    if draw(st.booleans()):
        made["doan_van"] = draw(LINES)
    if draw(st.integers(0, 4)) == 4:
        made["bang"] = draw(tables())
    if depth > 1 and draw(st.booleans()):
        made["muc_con"] = draw(st.lists(sections(depth - 1), min_size=1, max_size=3))
    return made


@st.composite
def registers(draw: st.DrawFn) -> Tree:
    """Projects with money by year or source, and a table that shows them by group."""
    sources = {"trung_uong": "Ngân sách trung ương", "dia_phuong": "Ngân sách địa phương"}
    projects = []
    for at in range(draw(st.integers(2, 6))):
        money = {"trung_uong": draw(AMOUNT), "dia_phuong": draw(AMOUNT)}
        one: Tree = {"ten": f"{draw(TITLE)} {at}", "chu_tri": "Sở Nội vụ", "von": {"2026": money}}
        projects.append({**one, "nhom": draw(st.sampled_from(("ha_tang", "ung_dung")))})
    leaves = [{"gia_tri": f"von.2026.{key}"} for key in sources]
    cot = [
        {"ten": "TT", "gia_tri": "stt"},
        {"ten": "Tên dự án", "gia_tri": "ten"},
        {"ten": "Chủ trì", "gia_tri": "chu_tri"},
        {"ten": "Kinh phí năm 2026", "cot": [*leaves, {"ten": "Cộng", "gia_tri": "von.2026"}]},
    ]
    bang: Tree = {"nguon": "du_an", "cot": cot}
    if draw(st.booleans()):
        bang |= {"nhom_theo": "nhom", "dong_nhom": draw(st.sampled_from(("tách", "gộp")))}
        bang["tong_nhom"] = draw(st.sampled_from(("dòng nhóm", "dòng cộng", "không")))
    bang["tong_cong"] = draw(st.sampled_from(("đầu", "cuối", "cả hai", "không")))
    return {
        "nguon_von": sources,
        "phan_nhom": {"nhom": {"ha_tang": "Hạ tầng", "ung_dung": "Ứng dụng"}},
        "du_an": projects,
        "phu_luc": [{"ten": draw(TITLE), "kho_giay": draw(st.sampled_from(("dọc", "ngang"))),
                     "bang": bang}],
    }  # fmt: skip


@st.composite
def plain_plans(draw: st.DrawFn) -> Tree:
    """A whole plan."""
    scheme = draw(st.sampled_from(SCHEMES))
    depth = scheme.count("/") + 1
    head: Tree = {
        "co_quan_ban_hanh": "Ủy ban nhân dân tỉnh Tiền Giang",
        "so_van_ban": str(draw(st.integers(1, 999))),
        "ngay_ban_hanh": draw(st.sampled_from(("01/11/2025", "15/3/2026", "tháng 10 năm 2026"))),
        "trich_yeu": draw(TITLE),
        "danh_so": scheme,
        "nguoi_ky": {"thay_mat": "Ủy ban nhân dân", "ky_thay": "Chủ tịch",
                     "chuc_vu": "Phó Chủ tịch", "ho_ten": "Trần Văn An"},
        "noi_nhan": [{"ten": "UBND tỉnh", "vai_tro": "để báo cáo"}, "Các sở, ngành"],
    }  # fmt: skip
    if draw(st.booleans()):
        head["kem_theo"] = "phu_luc"
    plan: Tree = {"phien_ban": "1", "van_ban": head}
    if draw(st.booleans()):
        plan["can_cu"] = ["Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006", draw(TITLE)]
        plan["loi_dan"] = draw(SENTENCE)
    plan["noi_dung"] = draw(st.lists(sections(depth), min_size=1, max_size=4))
    if draw(st.booleans()):
        plan |= draw(registers())
    for _ in range(draw(st.integers(0, 2))):
        form: Tree = {"ten": draw(TITLE), "danh_so": "1/a)", "doan_van": draw(LINES)}
        plan.setdefault("phu_luc", []).append(form)
    if draw(st.integers(0, 3)) == 3:
        plan["muc_luc"] = "có"
    if draw(st.integers(0, 3)) == 3:
        dieu = ["Ban hành Kế hoạch.", "Quyết định này có hiệu lực kể từ ngày ký."]
        plan["quyet_dinh"] = {"so_van_ban": "605", "trich_yeu": draw(TITLE), "dieu": dieu}
    return plan
