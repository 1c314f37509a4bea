"""A file → its pages, by what the file is; and the draft of a plan."""

import io
from pathlib import Path

from kehoach_cli.document.docx.base_parts import BadBaseError
from kehoach_cli.imports.draft import Draft, drafted
from kehoach_cli.imports.docx_reader import read_docx
from kehoach_cli.imports.pages import Pages
from kehoach_cli.imports.text_reader import read_text
from kehoach_cli.source.text import read_source


def open_document(path: Path) -> Pages:
    """The pages of a file. Raises KehoachError, one sentence, where it cannot be read."""
    data = path.read_bytes()
    if data[:4] == b"PK\x03\x04":
        try:
            return read_docx(io.BytesIO(data))
        except BadBaseError as error:
            raise KehoachError(f"Không đọc được {path}: {error.reason}.") from error
    return read_text(read_source(path.name, data).text)


def plan_of(pages: Pages) -> Draft:
    """The draft."""
    return drafted(pages)
