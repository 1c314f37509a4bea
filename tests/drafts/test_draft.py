"""What is made of a kind, an agency and a period: a plan with nothing wrong but its blanks."""

from contextlib import suppress
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.checks.outlines import sections_of
from kehoach_cli.checks.parts import parts
from kehoach_cli.drafts.answers import AGENCY, PERIOD_PATH
from kehoach_cli.drafts.draft import Draft, missing, new_plan, new_profile
from kehoach_cli.drafts.known import KIND, settable
from kehoach_cli.drafts.proof import TO_FILL, findings
from kehoach_cli.drafts.typed import Data
from kehoach_cli.errors import KehoachError
from kehoach_cli.installed import templates
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_kinds import kind_keys, plan_kind, plan_kinds
from kehoach_cli.plan.reader import Reading, read_plan, read_profile
from kehoach_cli.plan.records import walk
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.vietnamese.known_documents import known_documents
from kehoach_cli.vietnamese.lists import entries

FOLDER = templates()
AGENCIES = (
    "Ủy ban nhân dân tỉnh Lào Cai",
    "UBND Thành phố Hồ Chí Minh",
    "Sở Nội vụ",
    "UBND phường Hoàn Kiếm, thành phố Hà Nội",
    "Bộ Y tế",
    "Trung tâm Công nghệ thông tin",
    "HĐND tỉnh Lào Cai",
)
PERIODS = ("2008", "2019", "2026", "2026-2030")
KINDS = kind_keys()


def made(kind: str, agency: str, period: str, **more: Data) -> Draft:
    """A new plan; `more`: other values, a double underscore for the dot of a path."""
    values = {path.replace("__", "."): value for path, value in more.items()}
    return new_plan(FOLDER, flag={KIND: kind, AGENCY: agency, PERIOD_PATH: period, **values})


def source(text: str) -> Source:
    return read_source("a.yaml", text.encode("utf-8"))


def read(text: str) -> Plan:
    reading: Reading = read_plan(source(text))
    assert reading.plan is not None
    return reading.plan


@pytest.mark.parametrize(("kind", "agency"), list(product(KINDS, AGENCIES)))
def test_a_new_plan_has_nothing_wrong_but_its_blanks(kind: str, agency: str) -> None:
    """Any two of kind, agency and period meet."""
    turn = KINDS.index(kind) + AGENCIES.index(agency)
    found = findings(made(kind, agency, PERIODS[turn % len(PERIODS)]).text)
    assert [item for item in found if item.rule.id not in TO_FILL] == []
    assert {item.rule.id for item in found} == TO_FILL


def test_an_assembly_issues_its_plan_with_a_resolution() -> None:
    plan = read(made("quyet-dinh-ke-hoach", "hđnd tỉnh lào cai", "2027").text)
    assert plan.quyet_dinh is not None
    assert plan.quyet_dinh.loai == "nghi_quyet"
    said = " ".join(str(each.doan_van) for each in plan.quyet_dinh.dieu or ())
    assert "Nghị quyết này" in said
    assert "Quyết định này" not in said


@pytest.mark.parametrize(
    ("agency", "asked"), [("Bệnh viện Đa khoa tỉnh Lào Cai", False), ("Cục Thuế", True)]
)
def test_a_place_that_the_name_tells_is_not_asked_for(agency: str, asked: bool) -> None:
    assert ("[điền địa danh]" in made(KINDS[1], agency, "2027").text) is asked


def test_one_remark_is_told_once() -> None:
    draft = made("ke-hoach-giai-doan", "Trung tâm hđnd Tin học", "2027-2030")
    said = [item.message for item in findings(draft.text) if item.rule.id == "KH526"]
    assert len(said) > len(set(said)) == 1
    assert [remark for remark in draft.remarks if "KH526" in remark] == [
        f"Nên xem lại: {said[0]} [KH526]."
    ]


@pytest.mark.parametrize("period", ["2026", "2026-2030"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_amount_or_figure_is_made_up_for_a_sample_row(kind: str, period: str) -> None:
    plan = read(made(kind, AGENCIES[0], period).text)
    splits = [item.von for item in plan.du_an or () if item.von]
    assert splits
    assert [split.leaves for split in splits if split.leaves] == []
    assert all(not item.tong_kinh_phi for item in plan.du_an or ())
    values = [one for target in plan.chi_tieu or () for one in (target.gia_tri or {}).values()]
    assert {one.gia_tri for one in values} == {"[điền]"}
    tables = [one for one in walk(plan) if isinstance(one, Bang)]
    cells = [cell for table in tables for row in table.hang or () for cell in row.o or ()]
    numbers = [cell for cell in cells if cell.isdigit() and len(cell) > 1]
    assert set(numbers) <= {str(year) for year in range(2026, 2031)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_has_the_sections_that_its_kind_names(kind: str) -> None:
    known = plan_kind(kind)
    plan = read(made(kind, AGENCIES[0], "2026").text)
    assert known is not None
    assert tuple(one.vai_tro for one in sections_of(plan) if one.vai_tro) == known.parts
    assert set(known.needed_parts) <= set(known.parts) <= set(parts())
    assert {*known.needed_fields, *known.defaults} <= {path for path, _ in settable()}
    assert plan.mau == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_that_can_be_set_stands_in_the_plan(kind: str) -> None:
    values: dict[str, Data] = {
        "van_ban.nguoi_ky.ho_ten": "Nguyễn Văn An",
        "van_ban.so_van_ban": "172",
        "van_ban.ngay_ban_hanh": "05/01/2026",
        "van_ban.trich_yeu": "Số hóa: bước hai",
        "van_ban.noi_nhan": [{"ten": "Bộ Nội vụ", "vai_tro": "báo cáo"}, "Các sở"],
        "muc_luc": "có",
        "loi_ket": "Trên đây là Kế hoạch.",
        "nguon_von": {"mot": "Nguồn một", "hai": "Nguồn hai"},
    }
    plan = read(made(kind, AGENCIES[0], "2026", **values).text)
    head = plan.van_ban
    assert head is not None
    assert head.nguoi_ky is not None
    assert (head.nguoi_ky.ho_ten, head.so_van_ban) == ("Nguyễn Văn An", "172")
    assert head.trich_yeu == "Số hóa: bước hai"
    assert [one.vai_tro for one in head.noi_nhan or ()] == ["báo cáo", None]
    assert (plan.muc_luc, plan.loi_ket) == (2, "Trên đây là Kế hoạch.")
    assert plan.nguon_von == {"mot": "Nguồn một", "hai": "Nguồn hai"}


def test_values_beside_the_template_stand_last() -> None:
    text = made("ke-hoach-nam", AGENCIES[0], "2026", loi_dan="Như sau:", muc_luc="có").text
    assert text.index("phu_luc:") < text.index("muc_luc: có") < text.index('loi_dan: "Như sau:"')


def test_the_bodies_are_those_of_the_period() -> None:
    before, after = (made("ke-hoach-nam", AGENCIES[0], year).text for year in ("2019", "2026"))
    assert "Sở Thông tin và Truyền thông" in before
    assert "UBND các huyện, thành phố" in before
    assert "Sở Khoa học và Công nghệ" in after
    assert "UBND các xã, phường" in after
    assert "Sở Thông tin" not in after


def test_the_bases_hold_through_the_whole_period() -> None:
    years = ("2019", "2026", "2027")
    texts = {year: made("ke-hoach-nam", AGENCIES[0], year).text for year in years}
    assert "- Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006" in texts["2019"]
    assert "Luật Công nghệ thông tin" not in texts["2026"]
    assert "# Có hiệu lực trong thời kỳ, khi ấy hãy thêm vào: Luật Chuyển đổi số" in texts["2026"]
    assert "- Luật Chuyển đổi số ngày 11 tháng 12 năm 2025" in texts["2027"]


def test_given_bases_are_cited_in_full() -> None:
    bases: Data = ["nghị quyết 57-nq/tw", "Công văn của Sở"]
    text = made("ke-hoach-xa", AGENCIES[3], "2026", can_cu=bases).text
    assert "- Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị" in text
    assert "- Công văn của Sở\n" in text


def test_every_proposed_basis_is_in_the_register() -> None:
    assert [number for number, *_ in entries("plan_bases") if number not in known_documents()] == []


def test_a_deputy_signs_for_the_head() -> None:
    post: dict[str, Data] = {"van_ban.nguoi_ky.chuc_vu": "Phó Chủ tịch"}
    plan = read(made("ke-hoach-nam", AGENCIES[0], "2026", **post).text)
    assert plan.van_ban is not None
    assert plan.van_ban.nguoi_ky is not None
    assert plan.van_ban.nguoi_ky.ky_thay == "Chủ tịch"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((KINDS[0] + "x", AGENCIES[0], "2026"), f"có phải {KINDS[0]}?"),
        (("không có", AGENCIES[0], "2026"), "dùng một trong: "),
        (("xa", AGENCIES[0], "2026"), "có phải ke-hoach-xa?"),
        ((KINDS[0], AGENCIES[0], "năm tới"), "Thời kỳ: "),
        ((KINDS[0], "UBND tỉnh Tiền Giang", "2026"), "nay là tỉnh Đồng Tháp"),
        ((KINDS[0], "  ", "2026"), "Chưa có van_ban.co_quan_ban_hanh"),
    ],
)
def test_what_no_plan_can_be_made_of_is_told(values: tuple[str, str, str], said: str) -> None:
    with pytest.raises(KehoachError) as fault:
        made(*values)
    assert said in fault.value.message


def test_a_kind_may_be_named_in_words() -> None:
    assert read(made("Kế hoạch năm", AGENCIES[0], "2026").text).mau == "ke-hoach-nam"


def test_a_kind_that_does_not_fit_is_made_with_a_remark() -> None:
    assert made("ke-hoach-xa", AGENCIES[0], "2026-2030").remarks == [
        "Mẫu ke-hoach-xa (kế hoạch của xã, phường) thường không dùng cho "
        "Ủy ban nhân dân tỉnh Lào Cai; hợp hơn: chuyen-doi-so-nam.",
        "Mẫu ke-hoach-xa thường có thời kỳ một năm, như 2026.",
    ]
    assert "nhiều năm" in made("ke-hoach-giai-doan", AGENCIES[0], "2026").remarks[0]


def test_what_check_would_warn_of_is_remarked() -> None:
    remarks = made("ke-hoach-nam", AGENCIES[0], "2026", van_ban__trich_yeu="Số hóa.").remarks
    assert [remark[-8:] for remark in remarks] == ["[KH101]."]


def test_a_profile_gives_what_no_flag_gives() -> None:
    profile: dict[str, Data] = {AGENCY: "UBND tỉnh Lào Cai", "van_ban.luu_van_thu": "VT, TH"}
    flag: dict[str, Data] = {KIND: "ke-hoach-nam", PERIOD_PATH: "2026"}
    assert "luu_van_thu: VT, TH" in new_plan(FOLDER, flag=flag, profile=profile).text
    same: dict[str, Data] = {**flag, AGENCY: "lao cai"}
    assert "luu_van_thu: VT, TH" in new_plan(FOLDER, flag=same, profile=profile).text


@pytest.mark.parametrize("named", ["lao cai", "Sở Y tế tỉnh An Giang"])
def test_a_profile_of_another_agency_tells_nothing(named: str) -> None:
    profile: dict[str, Data] = {
        AGENCY: "Sở Y tế",
        "van_ban.co_quan_chu_quan": "UBND tỉnh Lào Cai",
        "van_ban.luu_van_thu": "VT, TH",
    }
    flag: dict[str, Data] = {KIND: "ke-hoach-nam", PERIOD_PATH: "2026", AGENCY: named}
    assert "luu_van_thu: VT  #" in new_plan(FOLDER, flag=flag, profile=profile).text


def test_a_new_profile_reads_and_gives_a_plan() -> None:
    draft = new_profile(FOLDER, 2026, flag={AGENCY: "Sở Y tế tỉnh Lào Cai"})
    profile, faults = read_profile(source(draft.text))
    assert (faults, draft.file_name) == ([], "kehoach.yaml")
    assert profile is not None
    assert profile.van_ban is not None
    assert profile.van_ban.co_quan_ban_hanh == "Sở Y tế"
    assert "trich_yeu" not in draft.text


def test_kinds_are_offered_in_order_and_each_is_its_folder() -> None:
    kinds = plan_kinds()
    assert [kind.order for kind in kinds] == list(range(1, len(kinds) + 1))
    assert all((FOLDER / kind.key / "ke-hoach.yaml.j2").is_file() for kind in kinds)
    assert missing({KIND: "a"}) == [AGENCY, PERIOD_PATH]


@settings(max_examples=15)
@given(st.text(min_size=1), st.text())
def test_whatever_the_agency_is_called_a_plan_is_made_or_refused(name: str, title: str) -> None:
    with suppress(KehoachError):
        assert read(made("ke-hoach-so", name, "2026", van_ban__trich_yeu=title).text).van_ban
