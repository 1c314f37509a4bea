"""Plan → Document: the one place that knows in which order a plan stands on paper."""

from collections.abc import Sequence
from functools import partial

from kehoach_cli.document.bases import preamble
from kehoach_cli.document.closing import attachments, close, followed, height_of, signed, tied
from kehoach_cli.document.contents import contents_blocks, filled
from kehoach_cli.document.decision import articles_scheme, attachment_line, decision_sections
from kehoach_cli.document.figures import ABOVE
from kehoach_cli.document.flow import Flow, Turned, into_sections, plain, turned_with_titles
from kehoach_cli.document.forms import form_end, form_head
from kehoach_cli.document.header import (
    Heading,
    balanced,
    balanced_lines,
    fit_heading,
    heading_blocks,
    title_blocks,
)
from kehoach_cli.document.joints import in_breaks
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import (
    APPENDIX,
    Block,
    Document,
    Number,
    Paragraph,
    Properties,
    Rule,
    Run,
    Section,
)
from kehoach_cli.document.naming import full_number, type_name
from kehoach_cli.document.outline import Setting, body_blocks, section_blocks
from kehoach_cli.document.texts import Texts, filled_in, paragraphs
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import PhuLuc
from kehoach_cli.plan.references import (
    APPENDIX_ANCHOR,
    below,
    child_level,
    placed,
    positions,
    scheme_of,
)
from kehoach_cli.plan.scheme import Scheme, roman
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.letter_widths import text_width
from kehoach_cli.vietnamese.units import MoneyUnit

_SHORT_RULE = 50.0  # mm at most; under "(Kèm theo …)" only in the specimens (PL III, Mẫu 2.1)

_LABEL_AND_LEAD = 18.0  # mm: "Phụ lục I", the rule, and a line that announces a picture


def compose_document(
    plan: Plan, unit: MoneyUnit, layout: Layout, *, draft: bool = False
) -> Document:
    """The plan as it stands on paper. What is missing is left blank."""
    van_ban = plan.van_ban or VanBan()
    texts = Texts(plan, unit)
    heading = fit_heading(van_ban, layout)
    scheme = scheme_of(plan)
    setting = Setting(
        plan,
        texts,
        layout,
        scheme,
        positions(plan.noi_dung, 0, scheme),
        small=heading.small,
    )
    appendices = plan.phu_luc or []
    schemes = (scheme, *(_appendix_scheme(item, scheme) for item in appendices))
    sections = [*_issued(plan, setting, heading), *_appendices(plan, setting, heading.small)]
    if plan.quyet_dinh is not None:
        number, schemes = len(schemes), (*schemes, articles_scheme())
        inside = _main_text(plan, van_ban, setting) if plan.quyet_dinh.holds_plan else []
        sections = [
            *decision_sections(plan.quyet_dinh, van_ban, setting, number, heading.small, inside),
            *sections,
        ]
    document = Document(
        sections=tuple(sections),
        schemes=schemes,
        properties=_properties(van_ban, texts),
        small=heading.small,
        draft=draft,
    )
    return filled(document, layout, plan.muc_luc) if plan.muc_luc else document


def _issued(plan: Plan, setting: Setting, heading: Heading) -> list[Section]:
    """The plan's own pages: signed, attached to the decision, or none if an article holds it."""
    if plan.quyet_dinh is not None and plan.quyet_dinh.holds_plan:
        return []
    van_ban, layout = plan.van_ban or VanBan(), setting.layout
    attached = plan.quyet_dinh is not None
    main = turned_with_titles(_main_text(plan, van_ban, setting))
    mark, small = layout.closing_mark, heading.small
    text = close(main, mark) if attached else signed(main, van_ban, layout, small)
    if not plan.muc_luc:
        return into_sections([*_head(plan, setting, small, text), *text], restart=attached)
    first = [*_head(plan, setting, small, []), *contents_blocks(plan.muc_luc)]
    listed = into_sections(first, restart=attached)
    return [*listed, *(s._replace(hide_first_number=False) for s in into_sections(text))]


def _head(plan: Plan, setting: Setting, small: bool, text: Sequence[Flow]) -> list[Flow]:
    """What stands above the plan's text, on the page where the text begins.

    A page with a heading and nothing else would be followed by a landscape one.
    """
    van_ban, layout = plan.van_ban or VanBan(), setting.layout
    attached, lying = plan.quyet_dinh is not None, _begins_lying(text)
    title = title_blocks(van_ban, layout, setting.texts(van_ban.trich_yeu), small, lying)
    if attached:
        reference = _attached_line(plan, layout.page.text_width(lying), layout, small)
        title = [*title[:-1], *reference]
    heading = fit_heading(van_ban, layout, lying)._replace(small=small)
    blocks = [*heading_blocks(van_ban, layout, heading, dated=not attached), *title]
    return [Turned(tuple(blocks))] if lying else [*blocks]


def _begins_lying(text: Sequence[Flow]) -> bool:
    return bool(text) and isinstance(text[0], Turned)


def _main_text(plan: Plan, van_ban: VanBan, setting: Setting) -> list[Flow]:
    blocks: list[Flow] = [*preamble(plan, setting.texts, setting.layout)]
    for position, anchor, muc in placed(plan.noi_dung, setting.anchor, setting.positions):
        blocks += section_blocks(muc, 0, position, setting._replace(anchor=anchor))
    closing: list[Flow] = [*paragraphs(setting.texts.linked(plan.loi_ket))]
    attached = attachments(van_ban, appendix_titles(plan, setting.texts))
    return [*blocks, *(close(closing, ".") if attached else closing), *attached]


def appendix_label(plan: Plan, position: int) -> str:
    """ "Phụ lục II"; a lone appendix has no number (PL I, Mục III.1.a–b)."""
    return f"Phụ lục {roman(position)}" if len(plan.phu_luc or ()) > 1 else "Phụ lục"


def appendix_titles(plan: Plan, texts: Texts) -> list[str]:
    """Label and title of each appendix."""
    return [
        f"{appendix_label(plan, position)}: {' '.join(texts(appendix.ten).split())}"
        for position, appendix in enumerate(plan.phu_luc or (), 1)
    ]


def _appendices(plan: Plan, setting: Setting, small: bool) -> list[Section]:
    return [
        section
        for position, appendix in enumerate(plan.phu_luc or (), 1)
        for section in _appendix(appendix, position, plan, setting, small)
    ]


def _appendix(
    appendix: PhuLuc, position: int, plan: Plan, setting: Setting, small: bool
) -> list[Section]:
    layout, landscape = setting.layout, appendix.kho_giay == "ngang"
    scheme = _appendix_scheme(appendix, setting.scheme)
    title = partial(_appendix_title, setting.texts(appendix.ten), plan, position, layout, small)
    inner = Setting(
        plan,
        setting.texts,
        layout,
        scheme,
        positions(appendix.muc_con, child_level(appendix, 0, scheme), scheme),
        landscape,
        outline=position,
        anchor=below(APPENDIX_ANCHOR, position),
        above=_above(title(landscape), layout, small, landscape),
        small=small,
    )
    body = turned_with_titles(_form(appendix, inner))
    if landscape:
        return [Section(tuple(plain([*title(landscape), *body])), landscape=True, restart=True)]
    # A title alone on a portrait page would be followed by a landscape one.
    lying = _begins_lying(body)
    head: list[Flow] = [Turned(tuple(title(lying)))] if lying else [*title(lying)]
    sections = into_sections([*head, *body], restart=True)
    return [section._replace(hide_first_number=False) for section in sections]


def _form(appendix: PhuLuc, setting: Setting) -> list[Flow]:
    """What stands in an appendix; around it, in a form, its own heading and places to sign."""
    body, layout = body_blocks(appendix, 0, setting), setting.layout
    if appendix.mau_bieu is None:
        told = bool(body) and isinstance(body[-1], Paragraph) and body[-1].style != "ghi_chu_bang"
        return close(body, layout.appendix_mark) if told else body
    form = filled_in(appendix.mau_bieu, setting.texts)
    body = turned_with_titles(body)
    lying = _begins_lying(body)
    head = form_head(form, layout, lying or setting.landscape)
    signs = partial(form_end, form, layout)
    first: list[Flow] = [Turned(tuple(head))] if lying else [*head]
    return followed([*first, *tied(body)], signs, setting.landscape)


def _appendix_scheme(appendix: PhuLuc, scheme: Scheme) -> Scheme:
    return appendix.danh_so or scheme


def _attached_line(plan: Plan, box: float, layout: Layout, small: bool) -> list[Block]:
    style = layout.styles["kem_theo"]
    size = style.size(small)
    text = attachment_line(plan)
    lines = balanced_lines(text, box, size, bold=False)
    length = min(_SHORT_RULE, layout.rule_share * text_width(lines[-1], size, italic=True))
    return [balanced(style, text, lines, box, size), Rule(length, box, before=4)]


def _above(title: Sequence[Block], layout: Layout, small: bool, landscape: bool) -> float:
    """How much of a page, in mm, is not for a picture that follows the title of an appendix."""
    box = layout.page.text_width(landscape)
    lines = (height_of(b, box, layout, small) for b in title if isinstance(b, Paragraph))
    return max(ABOVE, _LABEL_AND_LEAD + sum(lines))


def _appendix_title(
    title: str, plan: Plan, position: int, layout: Layout, small: bool, landscape: bool
) -> list[Block]:
    """Label, title, and what the appendix is attached to."""
    box = layout.page.text_width(landscape)
    name = _appendix_name(title, plan, position, box, layout)
    return [name, *_attached_line(plan, box, layout, small)]


def _appendix_name(title: str, plan: Plan, position: int, box: float, layout: Layout) -> Paragraph:
    size = layout.styles["phu_luc"].size(False)
    runs = in_breaks(title.upper(), balanced_lines(title.upper(), box, size))
    anchor = below(APPENDIX_ANCHOR, position)
    if len(plan.phu_luc or ()) > 1:
        return Paragraph("phu_luc", runs, Number(APPENDIX, position), anchor=anchor)
    first, *others = runs
    return Paragraph("phu_luc", (Run(f"Phụ lục\n{first.text}"), *others), anchor=anchor)


def _properties(van_ban: VanBan, texts: Texts) -> Properties:
    subject = " ".join(texts(van_ban.trich_yeu).split())
    issued = van_ban.ngay_ban_hanh
    return Properties(
        title=f"{type_name(van_ban)} {subject}".strip(),
        agency=" ".join((van_ban.co_quan_ban_hanh or "").split()),
        subject=" ".join(f"Số {full_number(van_ban)}".split()) if van_ban.so_van_ban else "",
        issued=issued.as_date() if issued else None,
    )
