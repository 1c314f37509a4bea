"""Words that attack other programs, or break letters, in every text of a plan."""

import re
import tempfile
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.cli.formats import FORMATS, prepare
from kehoach_cli.errors import KehoachError
from tests.gates import audit_gate, integrity_gate, structure_gate

from . import strategy
from .test_whole_format import COMMON, Made, plans, write

HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> <a href='javascript:alert(1)'>x</a>",
    "'; DROP TABLE ke_hoach; --",
    "{{ 7*7 }} {% for x in y %} {# #} ${7*7} #{7*7}",
    "{{",
    "}} {{ tong | __class__ }}",
    '=HYPERLINK("http://x";"y") +cmd|\' /C calc\'!A0',
    "]]></w:t></w:r></w:p> &lt; &#0; &#x1F; <!-- --> <?xml?>",
    "../../etc/passwd C:\\con\\nul %00 %s %n \\x00 \\",
    "\u202egnúđ đọc ngược\u202c \u2066\u2069 \u200b\u200d\u2060\ufeff",
    "👩\u200d👩\u200d👧 " * 40,
    "a" + "\u0301" * 10_000,
    "Ủ" * 5_000,
    "**" * 500 + "^[" * 500 + "*" * 501,
    "(" * 1_000 + "1.000.000/0 đơn vị, đạt 100%" + ")" * 1_000,
    "1/0 đơn vị, đạt 50%; 0/0; 9" + "9" * 400 + "/1 máy (5 máy, 7 máy)",
    "ngày 99/99/9999, năm 99999, quý V/0000, thứ Bảy ngày 00/00/0000",
    "\ud7ff\ue000\ue001\ufffd\U0010fffd",
    "\u0000\u0001\u001b[31m\u0007\u0085\u2028\ufffe\uffff",
    "\ud800",
)
WORDS = st.sampled_from(HOSTILE)


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LINE", "LINES", "PHRASE"):
        monkeypatch.setattr(strategy, name, WORDS)


@pytest.mark.usefixtures("hostile")
@settings(COMMON, max_examples=12)
@given(st.data())
def test_hostile_words_make_no_broken_file_and_none_that_acts(data: st.DataObject) -> None:
    made: Made = data.draw(plans())
    loaded = made.loaded()
    for found in loaded.findings():
        assert 0 <= found.span.start <= found.span.end <= len(found.span.source.text) + 1
    if loaded.reading.plan is None:
        return
    work = prepare(loaded, draft=True)
    for form in set(FORMATS) - {"pdf"}:
        with suppress(KehoachError):  # a plan without tables makes no workbook
            _sound(form, write(work, form))


def _sound(form: str, data: bytes) -> None:
    if form == "html":
        page = data.decode("utf-8").lower()
        assert "<script>alert" not in page
        assert not re.search(r"""<img(?:[^>"]|"[^"]*")*?\sonerror|href=.javascript""", page)
    elif form == "xlsx":
        with zipfile.ZipFile(BytesIO(data)) as book:
            sheets = [book.read(name).decode() for name in book.namelist() if "sheet" in name]
        assert not any(
            "HYPERLINK" in found for page in sheets for found in re.findall("<f>(.*?)</f>", page)
        )
    elif form == "docx":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.docx"
            path.write_bytes(data)
            for gate in (structure_gate, audit_gate, integrity_gate):
                gate(path)
