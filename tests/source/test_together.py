"""Changes in many items of a file's lists: as one by one, with the file read twice a round."""

from collections.abc import Sequence

import pytest

from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.source.insert import insertion
from kehoach_cli.source.places import SHAPELESS
from kehoach_cli.source.proof import composed
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.source.together import Wanted, changed, put, taken
from kehoach_cli.source.tree import Tree

FILE = """\
du_an:
- ten: Mạng   # giữ
  von: {2026: 1, 2027: 2}
- {ten: Máy, ghi_chu: Gấp}

# của tôi
- ten: Cổng
  ghi_chu: >
    Hai
    dòng
  von:
    2026: 3
khac: [a, b, {c: d}]
ghi: x
"""


CASES: list[list[Wanted]] = [
    [put(("du_an", number, "chu_tri"), "Sở A") for number in range(3)],
    [put(("du_an", number, "von", "2028"), "7") for number in range(3)],
    [put(("du_an", number, key), "mới") for key in ("ghi_chu", "ten") for number in range(3)],
    [taken(("du_an", number, key)) for number in range(3) for key in ("ghi_chu", "von")],
    [taken(("du_an", 2, "von")), put(("ghi",), "y"), taken(("du_an", 0, "von"))],
    [put(("khac", 2, "c"), "e"), put(("du_an", 0, "von", "2026"), "9"), taken(("khac", 0))],
    [put(("du_an", 0, "ten"), "Một"), put(("khac", 2, "c"), "e"), taken(("du_an", 7, "ten"))],
    [put(("khac", 0, "c"), "e"), put(("du_an", 1, "ten"), "Hai")],
    *([taken(("du_an", number)) for number in some] for some in ((2, 1), (2, 0), (1, 0))),
    *([taken(("khac", number)) for number in some] for some in ((2, 1, 0), (2, 1), (1, 0))),
    [taken(("du_an", 2)), taken(("du_an", 9)), taken(("khac", 1)), taken(("ghi", 0))],
]


def one_by_one(source: Source, wanted: Sequence[Wanted]) -> str:
    for one in wanted:
        try:
            source = one.alone(source)
        except CannotWriteError:
            continue
    return source.text


@pytest.mark.parametrize("wanted", CASES)
def test_changes_made_together_are_those_made_one_by_one(wanted: list[Wanted]) -> None:
    source = read_source("a.yaml", FILE.encode())
    found = changed(source, wanted).text
    assert found == one_by_one(source, wanted)
    assert found != FILE


def test_a_round_of_changes_reads_the_file_once_before(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Source] = []

    def counted(source: Source) -> Tree:
        read.append(source)
        return composed(source)

    monkeypatch.setattr("kehoach_cli.source.together.composed", counted)
    text = "du_an:\n" + "".join(f"- {{ten: A{number}}}\n" for number in range(50))
    wanted = [put(("du_an", number, key), "x") for number in range(50) for key in ("ma", "nhom")]
    assert changed(read_source("a.yaml", text.encode()), wanted).text.count("nhom: x") == 50
    assert len(read) == 2


def test_a_change_that_says_something_else_is_not_made() -> None:
    source = read_source("a.yaml", FILE.encode())
    wrong = put(("du_an", 0, "ten"), "Một")._replace(
        make=lambda source, tree, hand: insertion(
            source, tree, ("ghi",), "Hai", SHAPELESS, hand
        )._replace(path=("du_an", 0, "ten"))
    )
    wanted = [wrong, put(("khac", 2, "c"), "e")]
    assert changed(source, wanted).text == one_by_one(source, wanted)
