"""A plan that a decision issues."""

from kehoach_cli.document.model import Document, Paragraph
from tests.document.as_text import LAYOUT, document, heading, labels_of, paragraphs, signature

PLAN = """
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh A
  ngay_ban_hanh: 01/11/2013
  trich_yeu: Chuyển đổi số
  nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Trần A}
  noi_nhan: [B]
quyet_dinh:
  so_van_ban: 605
  trich_yeu: Ban hành Kế hoạch chuyển đổi số
  can_cu: [Luật C năm 2006]
  de_nghi: Theo đề nghị của Giám đốc Sở D.
  dieu:
  - |
    Ban hành kèm theo Quyết định này Kế hoạch:
    - Một
  - Quyết định có hiệu lực từ ngày ký.
noi_dung: [{muc: E, doan_van: G.}]
phu_luc: [{ten: H}]
"""


def test_an_article_that_announces_what_follows_stays_on_its_page() -> None:
    plan = PLAN.replace("  - Quyết định", "  - Giao Sở D.\n  - Quyết định")
    blocks = document(plan).sections[0].blocks
    articles = [b for b in blocks if isinstance(b, Paragraph) and b.style == "khoan_tron"]
    # The last one stands with the signature.
    assert [article.keep_next for article in articles] == [True, False, True]


def test_the_decision_stands_first_with_its_number_and_articles() -> None:
    found = document(PLAN)
    left, _ = heading(found)
    assert left[-1] == "so_ky_hieu Số: 605/QĐ-UBND"
    assert [line for line in paragraphs(found) if line] == [
        "ten_loai QUYẾT ĐỊNH",
        "trich_yeu Ban hành Kế hoạch chuyển đổi số",
        "tham_quyen ỦY BAN NHÂN DÂN TỈNH A",
        "can_cu Căn cứ Luật C năm 2006;",
        "can_cu Theo đề nghị của Giám đốc Sở D.",
        "tham_quyen QUYẾT ĐỊNH:",
        "khoan_tron #0.1 Ban hành kèm theo Quyết định này Kế hoạch:",
        "gach_dau_dong Một",
        "khoan_tron #0.2 Quyết định có hiệu lực từ ngày ký./.",
    ]


def test_the_plan_behind_it_has_no_number_date_or_signature_of_its_own() -> None:
    found = document(PLAN)
    lines = [line.replace(" / ", " ") for line in paragraphs(found, 1)]
    assert lines == [
        *("ten_loai KẾ HOẠCH", "trich_yeu Chuyển đổi số"),
        "kem_theo (Ban hành kèm theo Quyết định số 605/QĐ-UBND ngày 01 tháng 11 năm 2013"
        " của Ủy ban nhân dân tỉnh A)",
        *("muc_la_ma #0.1 E", "noi_dung G./."),
    ]
    plan = Document(found.sections[1:], found.schemes)
    assert "so_ky_hieu" not in " ".join(heading(plan)[0])


def test_appendices_belong_to_the_decision_too() -> None:
    line = paragraphs(document(PLAN), 2)[1].replace(" / ", " ")
    assert line.startswith("kem_theo (Ban hành kèm theo Quyết định số 605/QĐ-UBND")


def test_signer_and_recipients_are_the_plans_where_the_decision_names_none() -> None:
    left, right = signature(document(PLAN))
    assert left == ["noi_nhan Nơi nhận:", "noi_nhan_dong B;", "noi_nhan_dong Lưu: VT."]
    assert right == ["quyen_han_ky CHỦ TỊCH", "nguoi_ky Trần A"]


def test_the_decision_may_have_its_own_signer_authority_and_recipients() -> None:
    own = (
        "quyet_dinh:\n  tham_quyen: Chủ tịch Ủy ban nhân dân tỉnh A\n  noi_nhan: [X]\n"
        "  nguoi_ky: {chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}\n  luu_van_thu: VT, Y\n"
    )
    found = document(PLAN.replace("quyet_dinh:\n", own))
    left, right = signature(found)
    assert left[1:] == ["noi_nhan_dong X;", "noi_nhan_dong Lưu: VT, Y."]
    assert right == ["quyen_han_ky KT. CHỦ TỊCH", "quyen_han_ky PHÓ CHỦ TỊCH", ""]
    assert "tham_quyen CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A" in paragraphs(found)


def test_a_decision_barely_begun_is_laid_out() -> None:
    found = document("quyet_dinh: {trich_yeu: X}", draft=True)
    assert [line for line in paragraphs(found) if line] == [
        *("ten_loai QUYẾT ĐỊNH", "trich_yeu X", "tham_quyen QUYẾT ĐỊNH:"),
    ]


def test_an_article_may_have_no_number() -> None:
    last = "  - {danh_so: không, doan_van: Ông X thi hành.}\n  - Một điều nữa.\nnoi_dung"
    found = paragraphs(document(PLAN.replace("noi_dung", last)))
    assert [line for line in found if line][-3:] == [
        "khoan_tron #0.2 Quyết định có hiệu lực từ ngày ký.",
        "noi_dung Ông X thi hành.",
        "khoan_tron #0.3 Một điều nữa./.",
    ]


def test_the_first_line_of_an_article_may_hold_a_line_break() -> None:
    broken = "  - |\n    Một\\\n    dòng.\n    - Hai\\\n    dòng.\nnoi_dung"
    found = paragraphs(document(PLAN.replace("noi_dung", broken)))
    assert [line for line in found if line][-2:] == [
        "khoan_tron #0.3 Một / dòng.",
        "gach_dau_dong Hai / dòng./.",
    ]


INSIDE = "loi_dan: Như sau\n" + PLAN.replace(
    "  - |\n    Ban hành", "  - chen: kế hoạch\n    doan_van: |\n      Ban hành"
).replace("    - Một", "      - Một")


def test_the_plan_may_stand_inside_an_article() -> None:
    found = document(INSIDE)
    lines = [line for line in paragraphs(found) if line]
    assert lines[lines.index("tham_quyen QUYẾT ĐỊNH:") + 1 :] == [
        "khoan_tron #0.1 Ban hành kèm theo Quyết định này Kế hoạch:",
        "gach_dau_dong Một",
        "noi_dung Như sau",
        "muc_la_ma #0.1 E",
        "noi_dung G.",
        "khoan_tron #0.2 Quyết định có hiệu lực từ ngày ký./.",
    ]
    labels = [label.text for part, label in labels_of(found, LAYOUT) if part.number]
    assert labels == ["Điều 1.", "I.", "Điều 2."]


def test_the_plan_inside_has_no_page_of_its_own_and_its_appendix_is_the_decisions() -> None:
    found = document(INSIDE)
    assert len(found.sections) == 2
    assert [line.split(" ", 1)[0] for line in paragraphs(found, 1)] == ["phu_luc", "kem_theo"]


def test_the_plan_is_not_printed_in_a_second_article() -> None:
    twice = INSIDE.replace(
        "- Quyết định có hiệu lực", "- chen: kế hoạch\n    doan_van: Quyết định có hiệu lực"
    )
    assert paragraphs(document(twice)) == paragraphs(document(INSIDE))


def test_a_plan_inside_the_last_article_ends_with_the_closing_mark() -> None:
    only = INSIDE.replace("  - Quyết định có hiệu lực từ ngày ký.\n", "")
    assert [line for line in paragraphs(document(only)) if line][-1] == "noi_dung G./."


def test_a_wide_table_of_a_plan_inside_turns_the_pages_of_the_decision() -> None:
    wide = "bang: {kho_giay: ngang, cot: [{ten: C}], hang: [[x]]}}]"
    found = document(INSIDE.replace("doan_van: G.}]", wide))
    assert [section.landscape for section in found.sections] == [False, True, False, False]
    assert [section.restart for section in found.sections] == [False, False, False, True]


def test_a_resolution_resolves() -> None:
    resolution = PLAN.replace("Ủy ban nhân dân", "Hội đồng nhân dân").replace(
        "  so_van_ban: 605", "  loai: nghị quyết\n  so_van_ban: 5"
    )
    found = document(resolution)
    lines = [line for line in paragraphs(found) if line]
    assert heading(found)[0][-1] == "so_ky_hieu Số: 05/NQ-HĐND"
    assert lines[0] == "ten_loai NGHỊ QUYẾT"
    assert "tham_quyen HỘI ĐỒNG NHÂN DÂN TỈNH A" in lines
    assert "tham_quyen QUYẾT NGHỊ:" in lines
    attached = paragraphs(found, 1)[2].replace(" / ", " ")
    assert attached.startswith("kem_theo (Ban hành kèm theo Nghị quyết số 05/NQ-HĐND")


def test_what_a_resolution_issues_names_the_assembly_without_its_session() -> None:
    agency = "Hội đồng nhân dân tỉnh A"
    plan = PLAN.replace("Ủy ban nhân dân tỉnh A", agency).replace(
        "  so_van_ban: 605\n",
        f"  so_van_ban: 605\n  loai: nghị quyết\n  tham_quyen: {agency} khóa X, kỳ họp thứ 5\n",
    )
    found = document(plan)
    lines = [line for at in range(3) for line in paragraphs(found, at)]
    assert "tham_quyen HỘI ĐỒNG NHÂN DÂN TỈNH A KHÓA X, KỲ HỌP THỨ 5" in lines
    attached = [" ".join(line.split()) for line in lines if line.startswith("kem_theo")]
    assert all(line.endswith(f"của {agency})") for line in attached)
    assert len(attached) > 1


def test_a_long_authority_breaks_by_its_sense() -> None:
    council = "Hội đồng nhân dân thành phố Cần Thơ khóa XI, kỳ họp thứ 2"
    found = document(PLAN.replace("quyet_dinh:\n", f"quyet_dinh:\n  tham_quyen: {council}\n"))
    (line,) = (line for line in paragraphs(found) if "KỲ HỌP" in line)
    assert line.count(" / ") == 1
    assert not line.endswith("/ THỨ 2")
