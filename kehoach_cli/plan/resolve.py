"""What the parts of a plan say of each other: columns, sources, groups, `{{ }}`, needed fields."""

from collections.abc import Iterator
from itertools import islice

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.crossed import check_sum
from kehoach_cli.plan.expressions import (
    BEGUN,
    LONE,
    PIECE,
    empty_sum,
    evaluate,
    parse_expression,
    stray_signs,
    summed,
)
from kehoach_cli.plan.ledger import own_path, unknown_terms
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.money_checks import check_money
from kehoach_cli.plan.named_values import VALUES, Names
from kehoach_cli.plan.nesting import never_ends
from kehoach_cli.plan.outline import PhuLuc
from kehoach_cli.plan.paths import BadPathError, check_source
from kehoach_cli.plan.records import Record, walk
from kehoach_cli.plan.references import too_deep
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.shares import left_out, shares
from kehoach_cli.plan.table_checks import check_table
from kehoach_cli.plan.target_checks import check_targets
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.units import MoneyUnit

_SIGNS = ("{{", "{%", "{#")
_EMPTY = "KH035"
_SHOWN = 20  # places named in one text
_DEEPEST = 3  # a project, its parts, their parts
_FROM_PROFILE = ("nguon_von", "phan_nhom")
_BY = {"nguon": "nguồn", "nam": "năm", "nhom": "nhóm", "tinh_trang": "tình trạng"}


def resolve(plan: Plan, unit: MoneyUnit) -> list[Fault]:
    """The faults of names that name nothing, in tables, splits and texts."""
    faults: list[Fault] = []
    for item in plan.du_an or ():
        for line in item.lines():
            _check_sources(line[-1], plan, faults)
            _check_splits(line[-1], faults)
            if len(line) == _DEEPEST and line[-1].hang_con:
                faults.append(Fault("KH034", line[-1].span("hang_con")))
        _check_groups(item, plan, faults)
    for part in (*(plan.noi_dung or ()), *(plan.phu_luc or ())):
        lying = isinstance(part, PhuLuc) and part.kho_giay == "ngang"
        for record in walk(part):
            if isinstance(record, Bang):
                faults += check_table(record, plan, landscape=lying)
            elif isinstance(record, Chen):
                faults += _inserted(record, plan)
    faults += [*check_targets(plan), *check_money(plan), *_placed(plan)]
    faults += _texts(plan, unit)
    faults += [Fault("KH040", section.span()) for section in too_deep(plan)]
    return list(_empty_once(faults))


def _empty_once(faults: list[Fault]) -> Iterator[Fault]:
    """The faults; that a sum has no money is told at its first place, with the lines of others."""
    places: dict[str, list[Span]] = {}
    for fault in faults:
        if fault.rule == _EMPTY:
            places.setdefault(fault.facts["name"], []).append(fault.span)
    for fault in faults:
        if fault.rule != _EMPTY:
            yield fault
            continue
        first, *rest = places[fault.facts["name"]]
        if fault.span is first:
            lines = dict.fromkeys(span.first.line for span in rest)
            lines.pop(first.first.line, None)
            again = f"; còn ở dòng {', '.join(map(str, lines))}" if lines else ""
            yield fault.but(facts={**fault.facts, "again": again})


def walk_outline(plan: Plan) -> Iterator[Record]:
    """Every record of the outline and the appendices; registers are not walked."""
    for part in (*(plan.noi_dung or ()), *(plan.phu_luc or ())):
        yield from walk(part)


def _check_splits(item: DuAn, faults: list[Fault]) -> None:
    """Money split by years and again by sources must come to the same sum."""
    for split in (item.von, *(item.kinh_phi or {}).values()):
        sums = split.two_ways() if split else None
        if split and sums and sums[0] != sums[1]:
            facts = {"years": format_decimal(sums[0]), "sources": format_decimal(sums[1])}
            faults.append(Fault("KH041", split.node.span, facts))


def _check_groups(item: DuAn, plan: Plan, faults: list[Fault]) -> None:
    """A group that is not among the declared ones would print as a group of its own."""
    for attribute, declared in (plan.phan_nhom or {}).items():
        key = getattr(item, attribute, None)
        if isinstance(key, str) and declared and key not in declared:
            faults.append(
                BadPathError("KH039", key, declared, declared).fault(item.span(attribute))
            )


def _inserted(chen: Chen, plan: Plan) -> Iterator[Fault]:
    if chen.nguon == "kinh_phi":
        yield from _shares(chen, plan)
    elif chen.nguon == "chi_tieu":
        yield from _unknown_targets(chen, plan)


def _shares(chen: Chen, plan: Plan) -> Iterator[Fault]:
    """Money told apart by names that name nothing, or where no project has any."""
    try:
        found = shares(chen, plan)
    except BadPathError as error:
        key = "chon" if error.name in (chen.chon or ()) else "chi_tinh"
        yield error.fault(chen.span(key))
        return
    if not found:
        name = ".".join(("kinh_phi", *(chen.chi_tinh or ())))
        yield Fault(_EMPTY, chen.span(), {"name": name})
    elif chen.chon is None:
        rest = left_out(chen, plan, found)
        if rest:
            facts = {"rest": format_decimal(rest), "by": _BY[chen.theo or "nguon"]}
            yield Fault("KH064", chen.span(), facts)


def _unknown_targets(chen: Chen, plan: Plan) -> Iterator[Fault]:
    known = {target.ma for target in plan.chi_tieu or ()}
    for code in chen.chon or ():
        if code not in known:
            yield Fault("KH023", chen.span("chon"), {"code": code})


def _placed(plan: Plan) -> Iterator[Fault]:
    """A plan that stands in an article: it stands in one, and has no table of contents."""
    articles = [item for item in (plan.quyet_dinh and plan.quyet_dinh.dieu) or () if item.chen]
    for article in articles[1:]:
        yield Fault("KH057", article.span("chen"))
    if articles and plan.muc_luc:
        yield Fault("KH056", plan.span("muc_luc"))


def _check_sources(item: DuAn, plan: Plan, faults: list[Fault]) -> None:
    known = plan.nguon_von or {}
    for split in (item.von, *(item.kinh_phi or {}).values()):
        if split is None:
            continue
        for (_, source), node in split.places.items():
            if source is None or source in known:
                continue
            try:
                check_source(source, plan)
            except BadPathError as error:
                faults.append(error.fault(split.source_span(source or "", node)))
    faults += unknown_terms(item.tong_ghi or (), lambda terms: own_path(terms, item, plan))


def _texts(plan: Plan, unit: MoneyUnit) -> Iterator[Fault]:
    """The faults of every `{{ }}`, wherever in the plan, its parts and the profile it stands."""
    van_ban = plan.van_ban.at.values() if plan.van_ban else ()
    filled = (plan.at[key] for key in _FROM_PROFILE if key in plan.at)
    nodes = (node for node in (plan.node, *van_ban, *filled) if node is not None)
    texts = (text for node in nodes for text in scalars(node) if "{" in text.value)
    names, known = Names(plan, unit), dict[str, list[Fault]]()
    for scalar in {id(text): text for text in texts}.values():
        if any(sign in scalar.value for sign in _SIGNS):
            yield from _expressions(scalar, names, known)
        if "{" in scalar.value.replace("{{", ""):
            yield from _lone_braces(scalar)


def scalars(node: Node) -> list[Scalar]:
    """Every text under a node, in order."""
    found: list[Scalar] = []
    _gather(node, found)
    return found


def _gather(node: Node, found: list[Scalar]) -> None:
    if isinstance(node, Scalar):
        found.append(node)
    elif isinstance(node, Mapping):
        for _, value in node.entries.values():
            _gather(value, found)
    elif isinstance(node, Sequence):
        for item in node.items:
            _gather(item, found)


def _lone_braces(scalar: Scalar) -> Iterator[Fault]:
    """Names of values between single braces, which print as they are typed."""
    for match in islice(LONE.finditer(scalar.value), _SHOWN):
        if parse_expression(match[1]).names[0] in VALUES:
            facts = {"name": match[0], "near": match[1].strip()}
            yield Fault("KH024", scalar.span_of(*match.span()), facts)


def _expressions(scalar: Scalar, names: Names, known: dict[str, list[Fault]]) -> Iterator[Fault]:
    """The faults of a text; `known`: those of each `{{ }}` met before, whose places differ."""
    for start, end in islice(stray_signs(scalar.value), _SHOWN):
        begun = BEGUN.match(scalar.value, start)
        facts = {"name": scalar.value[start:end], "near": begun[1].strip() if begun else ""}
        yield Fault("KH024", scalar.span_of(start, end), facts)
    for match in PIECE.finditer(scalar.value):
        span = scalar.span_of(*match.span())
        if match[1] not in known:
            known[match[1]] = list(_of_expression(match[1], names, span))
        for fault in known[match[1]]:
            yield fault.but(span=span)


def _of_expression(text: str, names: Names, span: Span) -> Iterator[Fault]:
    try:
        evaluate(text, names)
    except BadPathError as error:
        yield error.fault(span)
        return
    if never_ends(text, names):
        yield Fault("KH051", span, {"name": text.strip()})
        return
    name = empty_sum(text, names)
    if name:
        yield Fault(_EMPTY, span, {"name": name})
    yield from check_sum(summed(text, names), names.ledger, span)
