"""A source → a typed Plan and every fault met. Never raises, never stops at the first fault."""

from collections.abc import Iterator

from kehoach_cli.annotations import TypeVar
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import HieuLuc, Plan, Profile
from kehoach_cli.plan.outline import Muc
from kehoach_cli.plan.records import Context, Record, fields_of, no_files, read_record, walk
from kehoach_cli.plan.versions import upgrade
from kehoach_cli.source.attach import Opener, PictureOpener, attach
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Mapping, Node, Scalar
from kehoach_cli.source.text import Source
from kehoach_cli.source.tree import compose
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import to_identifier
from kehoach_cli.vietnamese.units import MoneyUnit, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

DEFAULT_UNIT = parse_unit("triệu đồng")

R = TypeVar("R", bound=Record)


class Reading(Values):
    """What came of a file: the plan, None where it is none, and the faults in order of place.

    `hieu_luc`: what the unit's profile says of the force of documents.
    """

    source: Source
    plan: Plan | None
    faults: list[Fault]
    unit: MoneyUnit
    hieu_luc: tuple[HieuLuc, ...] = ()


def read_profile(source: Source) -> tuple[Profile | None, list[Fault]]:
    """A unit's profile (`kehoach.yaml`)."""
    profile, context = _read(Profile, source, None, no_files, no_files)
    return profile, context.faults


def read_plan(
    source: Source,
    profile: Profile | None = None,
    opener: Opener | None = None,
    pictures: PictureOpener | None = None,
) -> Reading:
    """The plan in a source; what it leaves out of `van_ban` and the registers the profile gives.

    `opener` reads the files that `kem_tep` names, `pictures` those of `hinh`; without them they
    count as missing.
    """
    plan, context = _read(Plan, source, profile, opener or no_files, pictures or no_files)
    if plan is not None:
        _check_codes(plan, context)
        if profile is not None:
            _fill(plan, profile, ("nguon_von", "phan_nhom"))
            _fill_van_ban(plan, profile)
    own = tuple(profile.hieu_luc or ()) if profile is not None else ()
    return Reading(source, plan, context.faults, context.unit, own)


def _read(
    cls: type[R],
    source: Source,
    profile: Profile | None,
    opener: Opener,
    pictures: PictureOpener,
) -> tuple[R | None, Context]:
    tree = attach(compose(source), opener)
    context = Context(tree.faults, DEFAULT_UNIT, pictures)
    if tree.root is None:
        return None, context
    if not isinstance(tree.root, Mapping):
        context.fault("KH017", tree.root.span)
        return None, context
    if not upgrade(tree.root, context):
        return None, context
    context.unit = _unit(tree.root, profile)
    return read_record(cls, tree.root, context), context


def _unit(root: Node | None, profile: Profile | None) -> MoneyUnit:
    """The plan's unit, looked up ahead: it may stand below the amounts that need it."""
    given = profile.van_ban.don_vi_tien if profile and profile.van_ban else None
    van_ban = _loosely(root, "van_ban")
    node = _loosely(van_ban, "don_vi_tien")
    if isinstance(node, Scalar):
        try:
            return parse_unit(node.value.strip())
        except Unreadable:
            pass  # noted where the field itself is read
    return given or DEFAULT_UNIT


def _loosely(node: Node | None, key: str) -> Node | None:
    """The value of a key, also where it is written with marks, spaces or capitals."""
    if not isinstance(node, Mapping):
        return None
    exact = node.get(key)
    if exact is not None:
        return exact
    return next((v for k, (_, v) in node.entries.items() if to_identifier(k) == key), None)


def _check_codes(plan: Plan, context: Context) -> None:
    for records in _coded(plan):
        seen: dict[str, Record] = {}
        for code, record in records:
            first = seen.setdefault(code.replace("-", "_"), record)
            if first is not record:
                line = str(first.span("ma").first.line)
                context.fault("KH018", record.span("ma"), code=code, line=line)


def _coded(plan: Plan) -> Iterator[list[tuple[str, Record]]]:
    """What has a code, by where it is looked up."""
    outline = [record for part in plan.noi_dung or () for record in walk(part)]
    inside = [record for part in plan.phu_luc or () for record in walk(part)]
    sections = [record for record in outline if isinstance(record, Muc)]
    tables = [record for record in (*outline, *inside) if isinstance(record, Bang)]
    for records in (plan.du_an, plan.chi_tieu, plan.phu_luc, sections, tables):
        yield [(record.ma, record) for record in records or () if record.ma is not None]


def _fill_van_ban(plan: Plan, profile: Profile) -> None:
    if plan.van_ban is None:
        plan.van_ban = profile.van_ban
    elif profile.van_ban is not None:
        _fill(plan.van_ban, profile.van_ban, tuple(fields_of(type(plan.van_ban))))


def _fill(record: Record, other: Record, keys: tuple[str, ...]) -> None:
    """Take from another record what this one leaves out; places go with the values."""
    for key in keys:
        if getattr(record, key) is None and getattr(other, key) is not None:
            setattr(record, key, getattr(other, key))
            record.at[key] = other.at[key]
