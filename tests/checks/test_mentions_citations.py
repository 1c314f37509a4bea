"""Citations in a plan's texts, with their parts and places."""

from kehoach_cli.checks.mention import Mention
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.reader import DEFAULT_UNIT
from kehoach_cli.vietnamese.dates import short_date
from tests.conftest import ReadPlan
from tests.places import place


def mentions(plan: ReadPlan, text: str) -> list[Mention]:
    read = plan(text).plan
    assert read is not None
    return Subject(read, DEFAULT_UNIT).mentions


def parts(found: Mention) -> tuple[str | None, ...]:
    return (
        found.loai,
        found.number.text if found.number else found.ten,
        short_date(found.ngay) if found.ngay else None,
        found.issuer.text if found.issuer else None,
    )


def test_the_parts_of_a_citation_in_a_sentence(plan: ReadPlan) -> None:
    text = (
        "loi_dan: 'Theo Quyết định của tỉnh và Chương trình hành động (số: 38-CTr/TU) ngày "
        "16/10/2014 của Tỉnh ủy và Nghị quyết 36a/NQ-CP của Chính phủ ngày 14 tháng 10 năm 2015, "
        "Luật Dữ liệu.'\n"
    )
    first, second, law = mentions(plan, text)
    assert parts(first) == ("Chương trình", "38-CTr/TU", "16/10/2014", "Tỉnh ủy")
    assert parts(second) == ("Nghị quyết", "36a/NQ-CP", "14/10/2015", "Chính phủ")
    assert parts(law) == ("Luật", "Luật Dữ liệu", None, None)
    assert first.so is not None
    for part, typed in ((first, "38-CTr/TU"), (first.so, "số:"), (second, "36a"), (law, "Luật")):
        assert place(part.span).startswith(f"1:{text.index(typed) + 1}-")


def test_a_basis_is_its_own_citation_and_not_those_in_its_subject(plan: ReadPlan) -> None:
    text = """
        can_cu:
        - Nghị quyết số 26/NQ-CP ngày 15/4/2015 của Chính phủ thực hiện Nghị quyết số 36-NQ/TW
        - {loai: Kế hoạch, so_ky_hieu: 9/KH-UBND, ngay_ban_hanh: 01/3/2016, co_quan: UBND tỉnh,
           trich_yeu: thực hiện Nghị quyết số 36a/NQ-CP}
        - {ten: Luật Công nghệ thông tin, ngay_ban_hanh: 29/6/2006, so_ky_hieu: 67/2006/QH11}
        - {ten: Luật Dữ liệu}
        - Luật Giao dịch điện tử ngày 29/11/2005
        - Theo đề nghị của Sở Nội vụ tại Tờ trình số 5/TTr-SNV
        """
    found = mentions(plan, text)
    bases = [parts(mention)[1] for mention in found if mention.basis is not None]
    assert bases == [
        *("26/NQ-CP", "9/KH-UBND", "67/2006/QH11"),
        *("Luật Dữ liệu", "Luật Giao dịch điện tử"),
    ]
    inside = [parts(mention)[1] for mention in found if mention.basis is None]
    assert inside == ["36-NQ/TW", "36a/NQ-CP", "5/TTr-SNV"]
    by_parts = next(mention for mention in found if mention.printed == "Kế hoạch số 9/KH-UBND")
    assert by_parts.date is not None
    assert by_parts.issuer is not None
    assert place(by_parts.date.span) == "4:58-67"
    assert place(by_parts.issuer.span) == "4:78-87"


def test_a_plan_without_citations_needs_no_register(plan: ReadPlan) -> None:
    assert mentions(plan, "loi_dan: Nối mạng.\n") == []
    assert mentions(plan, "loi_dan: Đạt 22/22 máy/đơn vị; 12/QĐ-\n") == []


def test_a_text_that_comes_again_is_read_as_at_its_first_place(plan: ReadPlan) -> None:
    text = "Theo Quyết định số 12/QĐ-UBND ngày 05/3/2014 của UBND tỉnh; và 7/KH-UBND"
    found = mentions(plan, "du_an:\n" + f"- {{ten: Mạng, ghi_chu: '{text}'}}\n" * 3)
    assert [parts(one) for one in found[:2]] * 3 == [parts(one) for one in found]
    assert [(one.tail, one.so and one.so.text) for one in found[:2]] * 3 == [
        (one.tail, one.so and one.so.text) for one in found
    ]
    for line, (first, second) in enumerate((found[:2], found[2:4], found[4:]), 2):
        spans = [part.span for part in (first, first.so, first.date, first.issuer, second) if part]
        assert [place(span).partition(":")[0] for span in spans] == [str(line)] * 5
        assert [span.source.text[span.start : span.end] for span in spans] == [
            *("12/QĐ-UBND", "số", "ngày 05/3/2014", "UBND tỉnh", "7/KH-UBND"),
        ]
