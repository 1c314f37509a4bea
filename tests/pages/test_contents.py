"""The table of contents: the numbers in the file are those of the pages."""

import re

import pytest

from kehoach_cli.document.contents import contents_in
from kehoach_cli.document.model import Entry
from tests.document.as_text import document

from .pdf import Line, Page, Pages
from .plans import LISTED

_DOTS = re.compile(r"\.{3,}\s*(\d+)$")


def entries(name: str) -> list[Entry]:
    """The lines of the table of contents, as the file has them."""
    found = contents_in(document(LISTED[name]))
    assert found is not None
    return list(found.entries)


def after_contents(pages: list[Page]) -> list[Page]:
    """The pages behind the last one of the table of contents."""
    last = max(n for n, page in enumerate(pages) if any(_DOTS.search(x.text) for x in page.lines))
    return pages[last + 1 :]


def place(pages: list[Page], entry: Entry) -> tuple[str, Line]:
    """The number printed on the page of a title, and its line."""
    start = entry.text[:28].rstrip()
    for page in pages:
        for line in page.body:
            if line.text.startswith(start) and line.bold:
                return page.running[0].text, line
    raise AssertionError(f"{entry.text} stands on no page")


@pytest.mark.parametrize("name", LISTED)
def test_each_title_stands_on_the_page_that_the_contents_name(pages: Pages, name: str) -> None:
    rest = after_contents(pages(name))
    wanted = [entry for entry in entries(name) if entry.page]
    found = []
    for entry in wanted:
        number, _ = place(rest, entry)
        while rest and rest[0].running[0].text != number:
            rest = rest[1:]
        found.append((entry.text, int(number)))
    assert found == [(entry.text, entry.page) for entry in wanted]


@pytest.mark.parametrize("name", LISTED)
def test_the_contents_stand_below_the_title_and_end_their_page(pages: Pages, name: str) -> None:
    found = pages(name)
    at = next(n for n, page in enumerate(found) if page.has("MỤC LỤC"))
    assert found[at].find("KẾ HOẠCH").baseline < found[at].find("MỤC LỤC").baseline
    assert found[at].running == []
    first = after_contents(found)[0]
    assert int(first.running[0].text) == first.number - at
    assert first.body[0].baseline < 30


@pytest.mark.parametrize("name", LISTED)
def test_page_numbers_of_the_contents_end_at_the_right_margin(pages: Pages, name: str) -> None:
    found = [line for page in pages(name) for line in page.lines if _DOTS.search(line.text)]
    assert len(found) > 4
    for line in found:
        assert line.x1 == pytest.approx(195, abs=0.6)
        assert line.upright
