"""Styles of letters that tell what was typed in place of a blank that the layout set.

They look like nothing, and stand out of the lists that people choose from.
"""

from collections.abc import Iterable

_STYLES = {" ": "NoiDong", "": "NoiChu", "\n": "XuongDong"}
JOINTS = {" ": "nối dòng", "": "nối chữ", "\n": "xuống dòng"}
"""The names of the styles, by what was typed."""


def joint_mark(joint: str | None) -> str:
    """The `<w:rStyle>` of a run; "" for one that is as typed."""
    return "" if joint is None else f'<w:rStyle w:val="{_STYLES[joint]}"/>'


def joints_xml(used: Iterable[str]) -> str:
    """The styles of these."""
    return "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{_STYLES[joint]}">'
        f'<w:name w:val="{JOINTS[joint]}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        "<w:semiHidden/></w:style>"
        for joint in sorted(used)
    )
