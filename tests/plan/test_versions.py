"""Files of older versions, with a made-up table of versions."""

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.reader import DEFAULT_UNIT
from kehoach_cli.plan.records import Context, read_record
from kehoach_cli.plan.versions import (
    ANY,
    DEEP,
    FORMAT_VERSION,
    VERSIONS,
    MovedKey,
    RenamedKey,
    RenamedValue,
    Version,
    upgrade,
)
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose
from tests.places import places

MADE_UP = (
    Version(
        3,
        (
            RenamedKey((), "mau_kh", "mau_ke_hoach"),
            RenamedKey((DEEP, "bang"), "tong", "tong_cong"),
            MovedKey((), ("don_vi",), ("van_ban", "don_vi_tien")),
        ),
    ),
    Version(
        4,
        (
            RenamedKey((), "mau_ke_hoach", "mau"),
            RenamedValue((DEEP, "bang"), "tong_cong", "tren", "dau"),
            MovedKey(("du_an",), ("tien", "tong"), ("tong_kinh_phi",)),
            RenamedKey(("du_an", ANY), "tinh", "tinh_a"),
        ),
    ),
    Version(5),
)


def upgraded(text: str, *, known: bool = True) -> tuple[Plan, Context]:
    root = compose(read_source("a.yaml", text.encode("utf-8"))).root
    assert isinstance(root, Mapping)
    context = Context([], DEFAULT_UNIT)
    assert upgrade(root, context, MADE_UP) is known
    return read_record(Plan, root, context), context


def told(context: Context) -> list[str]:
    faults = [fault for fault in context.faults if fault.rule == "KH049"]
    return [f"{fault.facts['got']}: {fault.facts['told']}" for fault in faults]


def test_changes_of_several_versions_are_chained() -> None:
    plan, context = upgraded("phien_ban: 3\nMẫu KH: nam\n")
    assert plan.mau == "nam"
    assert told(context) == [
        "3: nay là phiên bản 5",
        "3: khóa mau_kh nay là mau_ke_hoach",
        "4: khóa mau_ke_hoach nay là mau",
    ]
    assert places(context.faults) == ["KH049 1:12-13", "KH049 2:1-7", "KH049 2:1-12"]
    assert plan.span("mau").first.line == 2


def test_only_changes_after_its_version_are_made() -> None:
    plan, context = upgraded("phien_ban: 4\nmau_ke_hoach: nam\nnoi_dung: [{muc: A}]\n")
    assert plan.mau == "nam"
    assert told(context) == ["4: nay là phiên bản 5", "4: khóa mau_ke_hoach nay là mau"]
    assert context.faults[1].facts["how"] == "viết mau: …"


def test_the_newest_version_and_none_at_all_are_left_alone() -> None:
    for text in ("phien_ban: 5\nmau_kh: nam\n", "mau_kh: nam\n"):
        plan, context = upgraded(text)
        assert plan.mau is None
        assert [fault.rule for fault in context.faults] == ["KH009"]


def test_keys_and_words_are_renamed_at_any_depth_with_their_places() -> None:
    plan, context = upgraded(
        "phien_ban: 3\nnoi_dung:\n- muc: A\n  muc_con:\n  - muc: B\n"
        "    bang: {tong: trên, cot: []}\n- bang: {tong: cuối}\n"
    )
    assert plan.noi_dung
    inner = (plan.noi_dung[0].muc_con or [])[0].bang
    outer = plan.noi_dung[1].bang
    assert inner
    assert outer
    assert (inner.tong_cong, outer.tong_cong) == ("dau", "cuoi")
    assert places(context.faults)[1:] == ["KH049 6:12-16", "KH049 7:10-14", "KH049 6:18-22"]


def test_a_key_moves_with_its_place() -> None:
    plan, context = upgraded(
        "phien_ban: 3\ndon_vi: đồng\ndu_an:\n- ten: A\n  tien: {tong: 5.000}\n"
    )
    assert plan.van_ban
    assert plan.van_ban.don_vi_tien
    assert plan.van_ban.don_vi_tien.value == "đồng"
    assert plan.van_ban.span("don_vi_tien").first.line == 2
    project = (plan.du_an or [])[0]
    assert project.tong_kinh_phi == 5000
    assert project.span("tong_kinh_phi").first.line == 5
    assert told(context)[1:3] == [
        "3: khóa don_vi nay ở van_ban.don_vi_tien",
        "4: khóa tien.tong nay ở tong_kinh_phi",
    ]


def test_what_else_stood_beside_a_moved_key_stays() -> None:
    plan, context = upgraded("phien_ban: 4\ndu_an: [{ten: A, tien: {tong: 5, khac: 6}}]\n")
    assert (plan.du_an or [])[0].tong_kinh_phi == 5
    assert [fault.rule for fault in context.faults] == ["KH049", "KH049", "KH009"]


def test_a_key_moves_into_what_is_there() -> None:
    plan, _ = upgraded("phien_ban: 3\ndon_vi: đồng\nVăn bản: {trich_yeu: A}\n")
    assert plan.van_ban
    assert (plan.van_ban.trich_yeu, str(plan.van_ban.don_vi_tien)) == ("A", "đồng")


def test_what_has_both_ways_keeps_the_new_one() -> None:
    for text in (
        "phien_ban: 4\nmau: a\nmau_ke_hoach: b\n",
        "phien_ban: 3\ndon_vi: đồng\nvan_ban: {don_vi_tien: tỷ đồng}\n",
        "phien_ban: 3\ndon_vi: đồng\nvan_ban: a\n",
    ):
        _, context = upgraded(text)
        assert sum(fault.rule == "KH049" for fault in context.faults) == 1
        assert any(fault.rule == "KH009" for fault in context.faults)


def test_other_values_and_shapes_are_left_to_the_reader() -> None:
    _, context = upgraded("phien_ban: 3\nnoi_dung: a\ndu_an: [b, {von: {tỉnh: 3}}]\n")
    assert told(context)[1:2] == ["4: khóa tinh nay là tinh_a"]


def test_a_version_that_is_not_in_the_table_is_refused() -> None:
    for number in (2, 6):
        _, context = upgraded(f"phien_ban: {number}\n", known=False)
        assert context.faults[0].facts == {"got": str(number), "oldest": "3", "known": "5"}


def test_the_versions_of_the_format_follow_each_other() -> None:
    assert [version.number for version in VERSIONS] == list(range(FORMAT_VERSION + 1))
    assert VERSIONS[-1].changes == ()


def test_an_old_version_of_which_nothing_changed_needs_no_more_than_its_number() -> None:
    for text, advice in (
        ("phien_ban: 3\n", "viết phien_ban: 5 là xong, không phải sửa gì khác"),
        ("phien_ban: 3\nMẫu KH: nam\n", "viết phien_ban: 5 khi đã sửa các chỗ được nhắc"),
    ):
        _, context = upgraded(text)
        assert context.faults[0].facts["how"] == advice
