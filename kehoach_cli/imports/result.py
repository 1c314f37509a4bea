"""What an import comes to."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.yaml_text import Data


class Draft(NamedTuple):
    """What came of a document. `text`: its YAML; `counts`: what was understood, by words for it.

    `pictures`: the files that stand beside it, by name.
    """

    data: dict[str, Data]
    text: str
    remarks: list[Remark]
    counts: Counter[str]
    pictures: Mapping[str, bytes] = {}
