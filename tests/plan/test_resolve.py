"""Names that name nothing, and needed fields that are empty."""

from decimal import Decimal

import pytest

from kehoach_cli.plan import ledger, named_values
from kehoach_cli.plan.ledger import counted
from kehoach_cli.plan.missing import missing
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import MoneyPath
from kehoach_cli.plan.references import Reference, section_names
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.source.faults import Fault
from tests.conftest import ReadPlan
from tests.places import places, rules


def faults(plan: ReadPlan, text: str) -> list[Fault]:
    reading = plan(text)
    assert reading.plan
    assert reading.faults == []
    return resolve(reading.plan, reading.unit)


def test_a_source_that_is_not_declared_is_shown_where_money_uses_it(plan: ReadPlan) -> None:
    found = faults(
        plan,
        """
        nguon_von: {tinh: Vốn tỉnh}
        du_an:
        - ten: A
          von: {2014: {tihn: 5}}
          kinh_phi: {nhu_cau: {tw: 6}}
          hang_con: [{ten: B, von: {xa: 7}, tinh_vao_tong: có}]
        """,
    )
    assert places(found) == ["KH020 5:16-20", "KH020 6:24-26", "KH020 7:29-31"]
    assert found[0].facts == {"name": "tihn", "near": "tinh", "known": "tinh"}


@pytest.mark.parametrize(
    ("name", "rule", "near"),
    [
        ("von.2014.tihn", "KH020", "tinh"),
        ("von.2014.tinh.xx", "KH020", ""),
        ("thoi_gain", "KH021", "thoi_gian"),
        ("ten.ten", "KH021", ""),
        ("kinh_phi.nhu_cuu", "KH021", "nhu_cau"),
        ("kinh_phi", "KH021", ""),
        ("khac.dia_bnn", "KH021", "dia_ban"),
        ("khac.dia_ban.x", "KH021", ""),
        ("gia_tri.2014", "KH021", ""),
        ("tong_kinh_phi.x", "KH021", "tong_kinh_phi"),
        ("", "KH021", ""),
    ],
)
def test_a_column_that_names_nothing_is_told_with_the_nearest(
    plan: ReadPlan, name: str, rule: str, near: str
) -> None:
    found = faults(
        plan,
        f"""
        nguon_von: {{tinh: Vốn tỉnh}}
        du_an: [{{ten: A, kinh_phi: {{nhu_cau: {{tinh: 1}}}}, khac: {{dia_ban: X}}}}]
        phu_luc:
        - ten: P
          bang: {{cot: [{{ten: C, gia_tri: [stt, {name or "x x"}]}}]}}
        """,
    )
    assert places(found) == [f"{rule} 6:34-{41 + len(name or 'x x')}"]
    assert found[0].facts["near"] == near


@pytest.mark.parametrize(
    "name",
    [
        *("stt", "ten", "ghi_chu", "nguon_von", "khac.dia_ban", "tong_kinh_phi"),
        *("von", "von.tong", "von.2014", "von.tinh", "von.2014.tinh", "von.tinh.2014"),
        *("von.2016-2020.tong", "kinh_phi.nhu_cau", "kinh_phi.nhu_cau.tong.2014.tinh"),
    ],
)
def test_a_column_may_name_texts_and_money(plan: ReadPlan, name: str) -> None:
    text = """
        nguon_von: {tinh: Vốn tỉnh}
        du_an: [{ten: A, kinh_phi: {nhu_cau: {tinh: 1}}, khac: {dia_ban: X}}]
        noi_dung: [{muc: M, bang: {cot: [{ten: C, gia_tri: NAME}]}}]
        """
    assert faults(plan, text.replace("NAME", name)) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        *[(name, []) for name in ("ten", "hien_trang", "gia_tri.2015", "stt")],
        *[(name, ["KH021"]) for name in ("von.2014", "tong_kinh_phi", "gia_tri.2016", "muc_tieu")],
    ],
)
def test_a_table_of_targets_has_the_fields_of_targets(
    plan: ReadPlan, name: str, found: list[str]
) -> None:
    text = """
        chi_tieu: [{ten: A, gia_tri: {2015: 80%}}]
        phu_luc: [{ten: P, bang: {nguon: chỉ tiêu, cot: [{ten: C, gia_tri: NAME}]}}]
        """
    assert rules(faults(plan, text.replace("NAME", name))) == found


def test_codes_and_groupings_of_a_table_must_exist(plan: ReadPlan) -> None:
    found = faults(
        plan,
        """
        du_an: [{ma: lan, ten: A}]
        phu_luc:
        - ten: P
          bang:
            chon: [lan, wan]
            nhom_theo: nhommm
            cot: [{ten: C, gia_tri: ten}]
        """,
    )
    assert places(found) == ["KH023 6:11-21", "KH021 7:16-22"]
    assert found[0].facts == {"code": "wan"}
    assert found[1].facts["known"] == "nhom, tinh_trang"


def test_the_running_number_is_no_grouping(plan: ReadPlan) -> None:
    text = "phu_luc: [{ten: P, bang: {nhom_theo: stt, cot: [{ten: C, gia_tri: ten}]}}]"
    assert "KH021" in rules(faults(plan, text))


def test_a_row_with_more_cells_than_columns_is_told(plan: ReadPlan) -> None:
    text = "phu_luc: [{ten: P, bang: {cot: [{ten: C}], hang: [[a, b]]}}]"
    assert faults(plan, text)


@pytest.mark.parametrize(
    ("bang", "near", "known"),
    [
        ("nhom_theo: nhom, stt_lai: [Đào tọa, Đào tạo]", "Đào tạo", "Đào tạo"),
        ("stt_lai: [Đào tạo]", "", "chưa ghi nhom_theo"),
    ],
)
def test_a_group_to_start_again_in_must_be_there(
    plan: ReadPlan, bang: str, near: str, known: str
) -> None:
    reading = plan(
        f"""
        du_an: [{{ten: A, nhom: Đào tạo}}]
        phu_luc: [{{ten: P, bang: {{{bang}, cot: [{{gia_tri: ten}}]}}}}]
        """
    )
    assert reading.plan
    (found,) = resolve(reading.plan, reading.unit)
    assert (found.rule, found.facts["near"], found.facts["known"]) == ("KH048", near, known)


def test_parts_have_parts_and_no_deeper(plan: ReadPlan) -> None:
    inner = "{ten: C, tong_kinh_phi: 5%s}"
    text = f"du_an: [{{ten: A, hang_con: [{{ten: B, hang_con: [{inner}]}}]}}]"
    assert not faults(plan, text % "")
    assert faults(plan, text % ", hang_con: [{ten: D}]")


def test_expressions_are_checked_wherever_a_text_may_stand(plan: ReadPlan) -> None:
    found = faults(
        plan,
        """
        loi_dan: "{{ tog }}"
        noi_dung:
        - muc: A {{ tong | tein }}
          doan_van: |
            Dòng một.
            Số {{ 1 + 1 }} và {{ tong }}.
        phu_luc: [{ten: "{{ x }}", bang: {cot: [{ten: "{{ y }}"}], hang: [["{{ z }}"]]}}]
        """,
    )
    assert places(found) == [
        *("KH025 2:11-20", "KH026 4:10-27", "KH024 7:8-19"),
        *("KH035 7:23-33", "KH025 8:18-25", "KH025 8:48-55", "KH025 8:69-76"),
    ]


def test_a_sum_without_money_is_told_once_with_its_other_lines(plan: ReadPlan) -> None:
    found = faults(
        plan,
        """
        loi_dan: "{{ tong }}, {{ tong | tien }}"
        noi_dung:
        - {muc: A, doan_van: "{{ tong }} và {{ tong.nam_2031 }}"}
        phu_luc:
        - ten: B
          bang: {cot: [{gia_tri: von.2031}, {gia_tri: von.2032}]}
        du_an: [{ten: C, von: {2026: ""}}]
        """,
    )
    told = {(fault.facts["name"], fault.facts["again"]) for fault in found if fault.rule == "KH035"}
    assert ("tong", "; còn ở dòng 4") in told
    assert ("tong.nam_2031", "") in told


def test_columns_without_money_are_told_together(plan: ReadPlan) -> None:
    columns = ", ".join(f"{{gia_tri: von.{year}}}" for year in range(2031, 2037))
    found = faults(
        plan,
        f"""
        phu_luc: [{{ten: B, bang: {{cot: [{columns}]}}}}]
        du_an: [{{ten: C, von: {{2026: 5}}}}]
        """,
    )
    told = [fault.facts["name"] for fault in found if fault.rule == "KH035"]
    assert told == ["von.2031, von.2032, von.2033, von.2034, …"]


@pytest.mark.parametrize("text", ["{% for a in b %}", "{# a #}", "{{ a"])
def test_other_signs_of_a_template_language_are_refused(plan: ReadPlan, text: str) -> None:
    found = faults(plan, f"loi_dan: 'x {text}'")
    assert [place[:10] for place in places(found)] == ["KH024 1:13"]


def test_braces_that_are_text_are_left_alone(plan: ReadPlan) -> None:
    assert faults(plan, "loi_dan: 'Ghi {a} và } và {.'") == []


def test_the_needed_fields_of_an_empty_plan_are_listed(plan: ReadPlan) -> None:
    found = plan("mau: a").plan
    assert found
    assert [(item.path, item.when) for item in missing(found)] == [
        ("van_ban", "luôn"),
        ("noi_dung", "luôn"),
    ]


def test_a_needed_field_is_named_by_its_path_and_shown_at_its_parent(plan: ReadPlan) -> None:
    found = plan(
        """
        van_ban:
          co_quan_ban_hanh: A
          trich_yeu: B
          nguoi_ky: {ho_ten: C}
          noi_nhan: [D, {vai_tro: E}]
        noi_dung: [F]
        du_an: [{ten: G, hang_con: [{ma: h}]}]
        phu_luc: [{bang: {hang: [[a]]}}]
        quyet_dinh: {trich_yeu: K}
        """
    ).plan
    assert found
    needed = [(item.path, item.span.first.line) for item in missing(found) if item.when == "luôn"]
    assert needed == [
        ("van_ban.nguoi_ky.chuc_vu", 5),
        ("van_ban.noi_nhan[2].ten", 6),
        ("quyet_dinh.dieu", 10),
        ("du_an[1].hang_con[1].ten", 8),
        ("phu_luc[1].bang.cot", 9),
        ("phu_luc[1].ten", 9),
    ]


def test_what_is_needed_on_issue_only_is_told_apart(plan: ReadPlan) -> None:
    found = plan("van_ban: {trich_yeu: B}").plan
    assert found
    paths = [item.path for item in missing(found) if item.when == "phát hành"]
    assert paths == ["van_ban.so_van_ban", "van_ban.ngay_ban_hanh"]


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        ("[{doan_van: B, chen: kế hoạch}, C]", ["KH056 1:10-12"]),
        (
            "[{doan_van: B, chen: kế hoạch}, {doan_van: C, chen: kế hoạch}]",
            ["KH057 3:72-80", "KH056 1:10-12"],
        ),
        ("[B]", []),
    ],
)
def test_a_plan_stands_in_one_article_without_a_table_of_contents(
    plan: ReadPlan, articles: str, told: list[str]
) -> None:
    text = f"muc_luc: có\nnoi_dung: [A]\nquyet_dinh: {{dieu: {articles}}}"
    assert places(faults(plan, text)) == told


def test_the_parts_of_a_plan_are_named_once_however_many_texts_ask(
    plan: ReadPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Plan] = []

    def asking(one: Plan) -> dict[str, Reference]:
        asked.append(one)
        return section_names(one)

    monkeypatch.setattr(named_values, "section_names", asking)
    sections = "".join(
        f"- {{muc: M, ma: m{n}, doan_van: 'Theo {{{{ muc.m{9 - n} }}}}.'}}\n" for n in range(10)
    )
    assert faults(plan, f"noi_dung:\n{sections}") == []
    assert len(asked) == 1


def test_the_money_of_a_project_is_counted_once_for_all_sums_of_it(
    plan: ReadPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[MoneyPath] = []

    def counting(item: DuAn, path: MoneyPath) -> Decimal | None:
        asked.append(path)
        return counted(item, path)

    monkeypatch.setattr(ledger, "counted", counting)
    sums = "".join(f"- Nhóm {n} hết {{{{ tong.2014.g{n} }}}}.\n" for n in range(8))
    projects = "".join(f"- {{ten: P{n}, nhom: g{n}, von: {{2014: 5}}}}\n" for n in range(8))
    assert faults(plan, f"noi_dung:\n{sums}du_an:\n{projects}") == []
    assert len(asked) == 8


def test_an_expression_typed_again_is_at_fault_again(plan: ReadPlan) -> None:
    found = faults(plan, "noi_dung: ['{{ tog }} và {{ tog }}', '{{ tog }}']")
    assert places(found) == ["KH025 1:13-22", "KH025 1:26-35", "KH025 1:39-48"]
