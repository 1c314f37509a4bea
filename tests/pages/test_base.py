"""The looks of a department's own Word file, seen on the page."""

import io

import pytest

from kehoach_cli.document.docx.base import read_base
from kehoach_cli.document.layout import read_layout
from tests.document.docx.bases import red, saved

from .conftest import TEMPLATES, write
from .pdf import Page, read_pages, to_pdf
from .plans import PROVINCE, paragraphs, plan

TEXT = plan(PROVINCE, paragraphs(3))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The first page of a plan whose base has a body of Arial 15 and a left margin of 35 mm."""
    folder = tmp_path_factory.mktemp("mau")
    law = read_layout(TEMPLATES / "the-thuc" / "nd30-2020.toml")
    own = write("mau", TEXT, law, folder).read_bytes()
    base = read_base(io.BytesIO(saved(red, own)), law)
    return read_pages(to_pdf(write("van-ban", TEXT, base.over(law), folder), folder))[0]


def test_the_body_has_the_size_and_font_of_the_base(page: Page) -> None:
    line = page.find("Việc 1")
    assert line.sizes == {15.0}
    assert all("Times" not in font and "LiberationSerif" not in font for font in line.fonts)


def test_other_styles_stay_as_they_are(page: Page) -> None:
    assert page.find("I. NỘI DUNG THỰC HIỆN").sizes == {14.0}
    assert page.find("KẾ HOẠCH").sizes == {14.0}


def test_the_text_stands_between_the_margins_of_the_base(page: Page) -> None:
    lines = [line for line in page.lines if line.sizes == {15.0}]
    assert min(line.x0 for line in lines) == pytest.approx(35, abs=0.5)
    assert max(line.x1 for line in lines) == pytest.approx(195, abs=0.5)
