"""References on the page: LibreOffice works every field out anew, as Word does on F9."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach_cli.document.layout import read_layout
from tests.document.docx.samples import part, repacked

from .conftest import TEMPLATES, write
from .pdf import read_pages, to_pdfs
from .plans import PROVINCE, plan

TABLE = (
    "bang: {{ma: {0}, ten: Danh mục {0}, cot: [{{ten: Việc}}, {{ten: Xem}}], hang: [[a, '{1}']]}}"
)
TEXT = plan(
    PROVINCE | {"danh_so": "Phần I/I/1/1.1/a."},
    f"""\
- muc: Đầu
  muc_con:
  - muc: Trước
    doan_van: >-
      Theo {{{{ muc.sau }}}}; {{{{ muc.diem }}}}; {{{{ phu_luc.q }}}}; {{{{ bang.hai }}}}.
  - muc: Nhiệm vụ
    {TABLE.format("mot", "Xem {{ muc.muc }}")}
    muc_con:
    - muc: Khoản
      muc_con:
      - {{muc: Tiểu, ma: sau, muc_con: [a, b, c, d, {{doan_van: đ, ma: diem}}]}}
- {{muc: Cuối, ma: muc, doan_van: Hết.}}
""",
    f"""\
phu_luc:
- {{ten: P}}
- {{ten: Q, ma: q, {TABLE.format("hai", "Như {{ bang.mot }}")}}}
""",
)
RESULT = re.compile(r'("separate"/></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t>)[^<]*')
SECOND = re.compile(r"<w:p>(?:(?!</w:p>).)*NHIỆM VỤ</w:t></w:r>(?:(?!</w:p>).)*</w:p>")


class Made(NamedTuple):
    """The words of the pages: as written, with every result spoilt, with a section put in."""

    written: str
    spoilt: str
    inserted: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("dan-chieu")
    law = read_layout(TEMPLATES / "the-thuc" / "nd30-2020.toml")
    first = write("tham-chieu", TEXT, law, folder)
    data = first.read_bytes()
    spoilt = RESULT.sub(r"\g<1>?", part(data))
    assert spoilt.count("<w:t>?</w:t>") > 8
    heading = SECOND.search(spoilt)
    assert heading is not None
    plain = re.sub("<w:bookmark[^>]*>", "", heading[0]).replace("NHIỆM VỤ", "THÊM VÀO")
    more = spoilt.replace(heading[0], plain + heading[0])
    files = [first, folder / "hong.docx", folder / "them.docx"]
    for path, text in zip(files[1:], (spoilt, more), strict=True):
        path.write_bytes(repacked(data, {"word/document.xml": text}))
    return Made(*map(_words, to_pdfs(files, folder)))


def _words(pdf: Path) -> str:
    lines = (line.text for page in read_pages(pdf) for line in page.lines)
    return " ".join(" ".join(lines).split())


def test_every_reference_reads_as_the_plan_says(made: Made) -> None:
    assert "Theo Mục II.1.1 Phần I; điểm đ Mục II.1.1 Phần I; Phụ lục II; Bảng 2." in made.written
    for words in ("Bảng 1. Danh mục mot", "Xem Phần II", "Bảng 2. Danh mục hai", "Như Bảng 1"):
        assert words in made.written


def test_updated_fields_read_as_those_that_were_written(made: Made) -> None:
    assert made.spoilt == made.written


def test_a_section_put_in_moves_every_reference_on(made: Made) -> None:
    assert "II. THÊM VÀO III. NHIỆM VỤ" in made.inserted
    assert "Theo Mục III.1.1 Phần I; điểm đ Mục III.1.1 Phần I; Phụ lục II;" in made.inserted
