"""Texts of a plan in one string, and the way back to their places."""

import re

import pytest

from kehoach_cli.checks.corpus import HOLE, Corpus, Pattern
from kehoach_cli.plan.model import Plan
from tests.conftest import ReadPlan
from tests.places import place

TEXT = """
van_ban: {co_quan_ban_hanh: Sở A, the_thuc: nd30-2020, noi_nhan: [Bộ B, {ten: Sở C}]}
can_cu: [Luật D]
noi_dung:
- muc: Mục E
  ma: muc_e
  doan_van:
  - |
    - Dòng G.
      + Tổng {{ tong | tien }} đồng.
  - bang:
      cot: [{ten: Cột H, gia_tri: ten}, {ten: Cột I}]
      hang: [[Ô K, "1"], {nhom: Nhóm L}]
nguon_von: {tw: Vốn M}
du_an:
- {ma: p, ten: Dự án N, nhom: ha_tang, khac: {tu_dat: Chữ O}, hang_con: [{ten: Phần P}]}
"""


def corpus(plan: ReadPlan, text: str = TEXT) -> Corpus:
    read = plan(text).plan
    assert isinstance(read, Plan)
    return Corpus(read)


def test_every_text_that_people_read_is_there_once_and_no_code(plan: ReadPlan) -> None:
    texts = [item.scalar.value for item in corpus(plan).items]
    assert [text.split()[-1] for text in texts] == [
        *("A", "B", "C", "D", "E", "đồng.", "H", "I", "K", "1", "L", "M", "N", "O", "P"),
    ]


def test_a_computed_value_is_blotted_out_and_places_stay(plan: ReadPlan) -> None:
    found = corpus(plan)
    at = found.text.index("đồng.")
    assert found.text[at - 2] == HOLE
    assert place(found.span(at, at + 4)) == "10:32-36"
    assert found.value(found.item(at)).endswith("đồng.\n")


def test_small_letters_stand_at_the_same_offsets(plan: ReadPlan) -> None:
    for text in ("loi_dan: Đà Nẵng", "loi_dan: Aİ Đà"):
        found = corpus(plan, text)
        assert len(found.lower) == len(found.text)
        assert found.lower.endswith("đà nẵng" if "N" in text else "đà")


def test_a_pattern_is_compiled_when_a_word_it_needs_is_there(plan: ReadPlan) -> None:
    wrong = Pattern(r"ô (\w", needs=("ô k",), lower=True)
    assert list(wrong.search(corpus(plan, "loi_dan: Ô L"))) == []
    with pytest.raises(re.error):
        next(wrong.search(corpus(plan)))
    right = Pattern(r"ô (\w)", needs=("ô k",), lower=True)
    assert [match[1] for match in right.search(corpus(plan))] == ["k"]


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("thôn", True),
        ("27 thôn, bản", True),
        ("7 thôn", True),
        ("thôn bản", False),
        ("27 thô bản", False),
        (" ,", False),
        (" ;", True),
        ("  ", True),
        (" hai", True),
        ("hai ", False),
    ],
)
def test_a_phrase_may_stand_where_its_words_have_the_ends_it_wants(
    plan: ReadPlan, phrase: str, stands: bool
) -> None:
    found = corpus(plan, 'loi_dan: "Có 27 thôn, bản  ở hai; một ;"')
    assert found.may_have([phrase]) == ([phrase] if stands else [])


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Tăng 28.7% và 3,5 tỷ.", True),
        ("Tăng 3,5%.", False),
        ("Bản 2.0 có 5% lỗi.", False),
    ],
)
def test_a_pattern_is_compiled_where_figures_have_the_shape_it_needs(
    plan: ReadPlan, text: str, stands: bool
) -> None:
    wrong = Pattern(r"%(", needs=("%",), shapes=(".0%", ".00%"))
    found = corpus(plan, f"loi_dan: {text}")
    if stands:
        with pytest.raises(re.error):
            next(wrong.search(found))
    else:
        assert list(wrong.search(found)) == []


def test_a_pattern_is_compiled_where_the_quicker_one_is_found(plan: ReadPlan) -> None:
    wrong = Pattern(r"\d/(\d", needs=("/",), first=r"/\d")
    assert list(wrong.search(corpus(plan, "loi_dan: Và/hoặc."))) == []
    with pytest.raises(re.error):
        next(wrong.search(corpus(plan, "loi_dan: Nối 4/5 xã.")))


REPEATED = "du_an: [" + ", ".join(["{ten: Mạng nội bộ, ghi_chu: Xong năm 2014}"] * 6) + "]"


def test_a_text_that_comes_again_is_found_at_each_of_its_places(plan: ReadPlan) -> None:
    found = corpus(plan, REPEATED)
    for needs in ((), ("Năm", "năm")):
        matches = list(Pattern(r"năm (\d+)", needs=needs).search(found))
        assert [found.item(match.start()).key for match in matches] == ["ghi_chu"] * 6
        assert len({match.start() for match in matches}) == 6
    assert list(Pattern(r"tháng \d+", lower=True).search(found)) == []
    assert found.distinct_lower.split("\n")[::2] == ["mạng nội bộ", "xong năm 2014", ""]


def test_where_many_texts_have_the_word_all_are_searched_in_one_go(
    plan: ReadPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, wanted = corpus(plan), Pattern(r"(?:ô|phần) \w", needs=("ô ", "phần "), lower=True)
    at = found.lower.index("ô k")
    assert found.stretches(found.lower, ["ô k"]) == [(at, at + len("ô k\n\ue000\n"))]
    few = [match.span() for match in wanted.search(found)]
    monkeypatch.setattr("kehoach_cli.checks.corpus._MANY", 0)
    assert found.stretches(found.lower, ["ô k"]) == [(0, len(found.lower))]
    assert [match.span() for match in wanted.search(found)] == few != []


@pytest.mark.parametrize("repeated", [1, 40])
@pytest.mark.parametrize(
    ("source", "needs", "lower"),
    [
        (r"\d+/KH", ("/",), False),
        (r"(?<=\n)kế hoạch|hoạch \d", ("hoạch",), True),
        (r"(?m)^Kế|xong$", (), False),
        (r"xong\n", ("xong",), False),
        (r"không có", ("không",), True),
    ],
)
def test_texts_that_come_again_are_all_found(
    plan: ReadPlan, repeated: int, source: str, needs: tuple[str, ...], lower: bool
) -> None:
    rows = "- {ten: Kế hoạch 58/KH, ghi_chu: Đã xong}\n- {ten: KẾ HOẠCH 6, ghi_chu: 7/KH 8/KH}\n"
    found = corpus(plan, f"du_an:\n{rows * repeated}- {{ten: Không, ghi_chu: Chưa xong}}\n")
    assert found.repeats == (repeated > 1)
    text = found.lower if lower else found.text
    wanted = [match.span() for match in re.finditer(source, text)]
    assert [match.span() for match in Pattern(source, needs, lower=lower).search(found)] == wanted
    met = Pattern(source, needs, lower=lower).search(found, lambda match: match[0] != "58/KH")
    assert [match.span() for match in met] == [(a, b) for a, b in wanted if text[a:b] != "58/KH"]


def test_words_and_phrases_are_looked_for_inside_of_other_words_too(plan: ReadPlan) -> None:
    found = corpus(plan, "loi_dan: Mạng LAN ở 12/15 sở, ban, ngành.")
    assert found.having(("LAN", "AN ở", "/15", "sở ban", "wan", "ở sở")) == ["LAN", "AN ở", "/15"]
    assert found.having(("lan", "MẠNG"), lower=True) == ["lan"]


def test_a_pattern_is_searched_only_in_texts_that_have_both_words(plan: ReadPlan) -> None:
    found = corpus(plan, "noi_dung: [{muc: đạt 5%, doan_van: 'đạt 1/2, 50%'}]")
    share = Pattern(r"\d+%", needs=("%",), also=("/",))
    assert [match[0] for match in share.search(found)] == ["50%"]


@pytest.mark.parametrize(("text", "count"), [("Tỉnh,xã ở đây,nơi ấy", 2), ("Tỉnh, xã ở đây", 0)])
def test_what_has_no_space_is_looked_for_in_the_words_first(
    plan: ReadPlan, text: str, count: int
) -> None:
    marks = Pattern(r",(?=\w)", in_word=True)
    assert len([*marks.search(corpus(plan, f"loi_dan: {text}"))]) == count
