"""A plan file that is worked on: what is written is what was read, and nobody else's."""

from pathlib import Path

from kehoach_cli.cli.copies import ChangedError, replace
from kehoach_cli.cli.load import Loaded, reload
from kehoach_cli.cli.writing import write_new
from kehoach_cli.errors import Exit, KehoachError, TakenError
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.source.edit import to_bytes
from kehoach_cli.source.text import Source


class Desk:
    """Writes the versions of one file, each whole, as long as nobody else changes it.

    `is_kept`: the file as it was at the beginning can be brought back by `kehoach undo`.
    """

    def __init__(self, name: str, source: Source) -> None:
        self._name = name
        self._first = self._last = to_bytes(source)
        self.has_written = self.is_kept = False

    def look(self, source: Source) -> Looked:
        """The file as it would be read."""
        return looked(reload(self._name, source))

    def save(self, source: Source) -> None:
        """Put a version in place. Raises KehoachError where the file changed meanwhile.

        Then this version is kept beside it and the file stays as the other one left it.
        """
        data = to_bytes(source)
        if data == self._last:
            return
        path = Path(self._name)
        try:
            self.is_kept = replace(path, self._first, data, found=self._last)
        except ChangedError as error:
            kept = _kept_beside(path, data)
            raise KehoachError(
                f"{self._name} đã bị sửa ở nơi khác trong lúc điền; tệp ấy còn nguyên, phần vừa "
                f"điền ở {kept}; so hai tệp rồi giữ một.",
                Exit.FINDINGS,
            ) from error
        self._last, self.has_written = data, True


def looked(loaded: Loaded) -> Looked:
    """What questions are made of."""
    return Looked(loaded.reading, loaded.findings())


def _kept_beside(path: Path, data: bytes) -> Path:
    """Write a version beside a file, under a name that nothing has. Raises KehoachError."""
    number = 1
    while True:
        name = path.with_name(f"{path.stem}.dien-{number}{path.suffix}")
        try:
            write_new(name, data)
            return name
        except TakenError:
            number += 1
