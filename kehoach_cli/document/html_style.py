"""The style sheet of an HTML page: the layout's measures put into html_style.css."""

from pathlib import Path
from string import Template

from kehoach_cli.document.layout import Layout, Style

_SHEET = Path(__file__).with_name("html_style.css")


def style_sheet(layout: Layout, small: bool) -> str:
    """What every page has, then a rule for each style of the layout."""
    page, styles = layout.page, layout.styles
    sides = (page.top, page.right, page.bottom, page.left)
    values = {
        "width": figure(page.width),
        "height": figure(page.height),
        "margins": " ".join(f"{figure(side)}mm" for side in sides),
        "font": f'"{layout.font}", "Liberation Serif", Tinos, Times, serif',
        "body": figure(styles["noi_dung"].size(small)),
        "number": figure(styles["so_trang"].size(small)),
        "motto": figure(styles["quoc_hieu"].size(small)),
        "place": f"{page.number_place}-{page.number_align}",
        "gap": figure(layout.column_gap),
        "rule": figure(layout.rule_weight),
    }
    shared = Template(_SHEET.read_text(encoding="utf-8")).substitute(values)
    own = (f".{style.key} {{ {_look_of(style, small)} }}\n" for style in styles.values())
    return shared + "".join(own)


def _look_of(style: Style, small: bool) -> str:
    size = style.size(small)
    looks = (
        (f"font-size: {figure(size)}pt", size > 1),
        ("font-weight: bold", style.bold),
        ("font-style: italic", style.italic),
        (f"text-align: {'justify' if style.align == 'both' else style.align}", True),
        ("text-wrap: balance", style.align == "center"),
        (f"margin: {figure(style.before)}pt 0 {figure(style.after)}pt", size > 1),
        (f"padding-left: {figure(style.left)}mm", bool(style.left)),
        (f"text-indent: {figure(style.first)}mm", bool(style.first)),
        ("break-after: avoid", style.keep_next),
        ("break-inside: avoid", style.keep_lines),
    )
    return "; ".join(look for look, wanted in looks if wanted)


def figure(value: float) -> str:
    """A length for the style sheet: two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
