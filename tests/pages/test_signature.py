"""Recipients and signature: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7 and II.9."""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from .pdf import LEFT, MM, Line, Page, Pages
from .plans import FILLED, MANY, RECIPIENTS, TABLED, every
from .test_heading import dated


def block(pages: list[Page]) -> tuple[Page, list[Line], list[Line]]:
    """The page with the signature, its left column and its right column."""
    page = next(page for page in pages if page.has("Nơi nhận:"))
    top = page.find("Nơi nhận:").baseline
    below = [line for line in page.body if line.baseline > top - 3]
    last = next(at for at, line in enumerate(below) if line.text.startswith("- Lưu:"))
    left = [line for line in below[: last + 1] if line.x0 < LEFT + 5]
    return page, left, [line for line in below if line.x0 >= LEFT + 60]


@every
def test_recipients_begin_level_with_the_signature(pages: Pages, name: str) -> None:
    _, left, right = block(pages(name))
    assert left[0].text == "Nơi nhận:"
    assert left[0].baseline == pytest.approx(right[0].baseline, abs=2)


@every
def test_the_heading_of_recipients_is_twelve_points_bold_italic(pages: Pages, name: str) -> None:
    _, (heading, *_), _ = block(pages(name))
    assert (heading.size, heading.bold, heading.italic) == (12, True, True)
    assert heading.x0 == pytest.approx(LEFT, abs=0.5)


@every
def test_recipients_are_eleven_points_flush_left(pages: Pages, name: str) -> None:
    _, (_, *lines), _ = block(pages(name))
    assert {line.size for line in lines} == {11}
    assert all(line.upright for line in lines)
    starts = [line for line in lines if line.text.startswith("- ")]
    assert [line.x0 for line in starts] == pytest.approx([LEFT] * len(starts), abs=0.5)
    assert starts[-1].text.startswith("- Lưu: VT")


@every
def test_a_recipient_ends_with_a_semicolon_and_the_archive_with_a_stop(
    pages: Pages, name: str
) -> None:
    _, (_, *lines), _ = block(pages(name))
    text = " ".join(line.text for line in lines)
    *recipients, archive = text.removeprefix("- ").split(" - ")
    assert all(recipient.endswith(";") for recipient in recipients)
    assert archive.endswith(".")


@every
def test_title_and_name_of_the_signer_are_bold_and_centred_alike(pages: Pages, name: str) -> None:
    found = pages(name)
    _, _, right = block(found)
    assert all(line.bold and not line.italic for line in right)
    assert {line.size for line in right} == {dated(found[0]).size}
    centres = [line.centre for line in right]
    assert centres == pytest.approx([centres[0]] * len(centres), abs=0.5)
    assert all(line.text == line.text.upper() for line in right[:-1])


@every
def test_there_is_room_to_sign_and_seal(pages: Pages, name: str) -> None:
    _, _, right = block(pages(name))
    assert 25 < right[-1].baseline - right[-2].baseline < 45


def test_a_deputy_signs_for_the_head_in_the_name_of_the_council(pages: Pages) -> None:
    _, _, right = block(pages("tinh"))
    assert [line.text for line in right] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hoàng Quốc Khánh",
    ]


@every
def test_a_signature_never_stands_alone_on_a_page(pages: Pages, name: str) -> None:
    page, left, right = block(pages(name))
    top = min(left[0].baseline, right[0].baseline) - 3
    assert [line for line in page.body if line.baseline < top]


@pytest.mark.parametrize(("case", "counts"), [("ky", FILLED), ("bang", TABLED)])
def test_the_cases_carry_the_signature_over_the_end_of_a_page(
    pages: Pages, case: str, counts: Iterable[int]
) -> None:
    assert {block(pages(f"{case}-{count}"))[0].number for count in counts} == {1, 2}


@every
def test_the_signature_keeps_a_distance_from_the_text(pages: Pages, name: str) -> None:
    page, _, right = block(pages(name))
    above = [line for line in page.body if line.baseline < right[0].baseline - 3]
    for line in above[-1:]:
        assert right[0].baseline - line.baseline > right[0].size * MM * 1.149 + 6 * MM - 0.1


def test_many_recipients_take_neither_text_nor_signature_to_another_page(pages: Pages) -> None:
    first, second = pages(MANY)
    assert first.has("TM. ỦY BAN NHÂN DÂN")
    assert first.has("Hoàng Quốc Khánh")
    assert second.body[-1].text.startswith("- Lưu: VT")
    named = [line for page in (first, second) for line in page.body if line.size == 11]
    assert len(named) == RECIPIENTS + len(("Bộ", "Thường trực", "Các sở", "Lưu"))
    gaps = {
        round(below.baseline - above.baseline, 1)
        for page in (first, second)
        for above, below in pairwise([line for line in page.body if line.size == 11])
    }
    assert max(gaps) == pytest.approx(min(gaps), abs=0.5)
