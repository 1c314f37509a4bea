"""Pictures that kehoach printed → `hinh`, their bytes beside the draft."""

from binascii import Error, a2b_base64
from collections.abc import Mapping

from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.pages.own_blocks import Drawn, Par, millimetres
from kehoach_cli.imports.pages.pictures import Pictures
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.source.attach import CannotAttachError

_WIDTH = pattern(r"width: (\d+(?:\.\d+)?)mm")
_NEAR = 0.02  # mm that a file rounds a length by
_NARROWEST = 1.0  # mm that a picture may be told to have


class OwnFigures:
    """Takes pictures in. `remarks`: those that are of no kind that a plan may have."""

    def __init__(self, pictures: Pictures) -> None:
        self.pictures = pictures
        self.remarks: list[Remark] = []

    def data(self, drawn: Drawn, caption: Par | None) -> dict[str, Data]:
        """The picture as `hinh` has it; {} for one that cannot be taken."""
        try:
            picture = self.pictures.taken(drawn.data)
        except CannotAttachError as error:
            told = f"không nhập: {error}; thêm lại bằng hinh"
            self.remarks.append(Remark(drawn.place, "hình", told))
            return {}
        found: dict[str, Data] = {"tep": picture.name}
        if caption is not None and caption.text:
            found["ten"] = caption.text
        if drawn.width >= _NARROWEST and abs(drawn.width - picture.width) > _NEAR:
            found["rong"] = millimetres(drawn.width)
        return found


def of_page(said: Mapping[str, str], place: str) -> Drawn:
    """A picture that stands in a web page itself. `said`: the attributes of its element."""
    _, _, data = said.get("src", "").partition(";base64,")
    width = _WIDTH.search(said.get("style", ""))
    try:
        return Drawn(a2b_base64(data), float(width[1]) if width else 0.0, place)
    except (Error, ValueError):
        return Drawn(b"", 0.0, place)
