"""Lines of names and titles that the layout set, taken in from kehoach's own files as typed."""

import io
import re
import zipfile
from typing import Any

import pytest

from kehoach_cli.cli.formats import FORMATS, Work, prepare
from kehoach_cli.cli.load import reload
from kehoach_cli.document.model import runs_in
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.open_document import pages_of
from kehoach_cli.source.text import Source
from tests.imports.carried import carried

LONG = "Phát triển hạ tầng số và dữ liệu dùng chung của các cơ quan nhà nước trên địa bàn"
PLAN = f"""\
van_ban:
  co_quan_chu_quan: Ban chỉ đạo chuyển đổi số và cải cách hành chính
  co_quan_ban_hanh: "Trung tâm công nghệ thông tin và truyền thông\\nPhòng hạ tầng"
  trich_yeu: "{LONG}\\ngiai đoạn 2026-2030"
  nguoi_ky:
    thua_lenh: "Trưởng ban chỉ đạo chuyển đổi số, cải cách hành chính và Đề án 06"
    chuc_vu: "Giám đốc trung tâm công nghệ thông tin và truyền thông tỉnh"
  noi_nhan: [Các sở]
noi_dung: [{{muc: Một, doan_van: Hai.}}]
phu_luc:
  - ten: "{LONG}\\nnăm 2026"
    mau_bieu: {{nguoi_ky: ["Thủ trưởng cơ quan, đơn vị quản lý hạ tầng số và dữ liệu dùng chung"]}}
    doan_van: Ba.
"""


def _printed(text: str, form: str) -> bytes:
    buffer = io.BytesIO()
    FORMATS[form].write(_work(text), buffer)
    return buffer.getvalue()


def _work(text: str) -> Work:
    return prepare(reload("a.yaml", Source("a.yaml", text)), draft=False)


def _small(value: Any) -> Any:
    """A value in small letters: a page has some in capitals."""
    if isinstance(value, dict):
        return {key: _small(one) for key, one in value.items()}
    return [_small(one) for one in value] if isinstance(value, list) else value.casefold()


@pytest.mark.parametrize("form", ["docx", "html"])
def test_names_and_titles_come_back_in_the_lines_of_their_author(form: str) -> None:
    data: Any = _small(drafted(pages_of(f"a.{form}", _printed(PLAN, form))).data)
    head, appendix = data["van_ban"], data["phu_luc"][0]
    assert head["co_quan_chu_quan"] == "ban chỉ đạo chuyển đổi số và cải cách hành chính"
    assert head["co_quan_ban_hanh"] == (
        "trung tâm công nghệ thông tin và truyền thông\nphòng hạ tầng"
    )
    assert head["trich_yeu"] == f"{LONG}\ngiai đoạn 2026-2030".casefold()
    assert head["nguoi_ky"] == {
        "thua_lenh": "trưởng ban chỉ đạo chuyển đổi số, cải cách hành chính và đề án 06",
        "chuc_vu": "giám đốc trung tâm công nghệ thông tin và truyền thông tỉnh",
    }
    assert appendix["ten"] == f"{LONG}\nnăm 2026".casefold()
    assert appendix["mau_bieu"]["nguoi_ky"] == [
        "thủ trưởng cơ quan, đơn vị quản lý hạ tầng số và dữ liệu dùng chung"
    ]


def test_a_word_file_without_the_marks_prints_the_same() -> None:
    """One of an older version, or whose letters another program set anew."""
    bare = _changed(_printed(PLAN, "docx"), r'<w:rPr><w:rStyle w:val="Noi[^>]*/></w:rPr>', "")
    again = _work(drafted(pages_of("a.docx", bare)).text)
    assert _lines(again) == _lines(_work(PLAN))


def _lines(work: Work) -> list[str]:
    blocks = (block for section in work.document.sections for block in section.blocks)
    return ["".join(run.text for run in runs_in([block])) for block in blocks]


def test_words_typed_behind_a_mark_in_word_are_kept() -> None:
    blank = r'(<w:rStyle w:val="XuongDong"/></w:rPr><w:t xml:space="preserve"> )'
    data = _changed(_printed(PLAN, "docx"), blank, r"\1trong ")
    van_ban: Any = drafted(pages_of("a.docx", data)).data["van_ban"]
    assert van_ban["trich_yeu"] == f"{LONG}\ntrong giai đoạn 2026-2030"


def test_a_file_without_broken_lines_has_no_such_styles() -> None:
    plain = "van_ban: {co_quan_ban_hanh: Sở A, trich_yeu: B}\nnoi_dung: [Một.]\n"
    for text, marked in ((plain, False), (PLAN, True)):
        with zipfile.ZipFile(io.BytesIO(_printed(text, "docx"))) as package:
            styles = package.read("word/styles.xml").decode()
        assert ("nối dòng" in styles) == marked


SECTIONS = """\
van_ban:
  co_quan_ban_hanh: Sở A
  trich_yeu: B
  danh_so: A/I/1/a)
  nguoi_ky: {chuc_vu: Giám đốc}
  noi_nhan: [Sở B]
noi_dung:
  - muc: Một
    muc_con:
      - {muc: Hai, muc_con: [{muc: Ba, muc_con: [Bốn., Năm.]}, {muc: Sáu, danh_so: không}, Bảy.]}
      - {muc: Tám, danh_so: không, doan_van: Chín.}
      - {muc: Mười, muc_con: [Một.]}
  - {muc: Hai, doan_van: Ba.}
"""


def test_a_word_file_whose_lists_have_no_names_comes_back() -> None:
    """One of an older version: the numbers on its pages tell the levels."""
    data = _changed(_printed(SECTIONS, "docx"), r"<w:name [^>]*/>", "", "word/numbering.xml")
    data = _changed(data, r"<w:outlineLvl [^>]*/>", "")
    again = _work(drafted(pages_of("a.docx", data)).text)
    assert carried(again, "docx") == carried(_work(SECTIONS), "docx")


def _changed(data: bytes, old: str, new: str, where: str = "word/document.xml") -> bytes:
    """A Word file with what a pattern finds in a part of it replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            is_text = name == where
            made.writestr(name, re.sub(old, new, part.decode()).encode() if is_text else part)
    return out.getvalue()
