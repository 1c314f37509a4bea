"""Programs of others that some tests need: where one is missing they are skipped.

KEHOACH_REQUIRE_TOOLS=1 says that every one must be there; then such a test fails.
"""

import os
from pathlib import Path
from typing import NoReturn

import pytest

from kehoach_cli.cli.programs import find_office


def missing(program: str) -> NoReturn:
    """Skip, or fail where every program must be there."""
    if os.environ.get("KEHOACH_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{program} is required and missing")
    pytest.skip(f"{program} is missing")


def libreoffice() -> Path:
    """LibreOffice itself."""
    return find_office() or missing("LibreOffice")
