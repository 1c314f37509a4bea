"""`kehoach schema`."""

import json
from pathlib import Path
from typing import BinaryIO

from kehoach_cli.cli.reading import STDIN, is_file, is_folder, read_input
from kehoach_cli.cli.say import say
from kehoach_cli.cli.writing import write_whole
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.plan.schema import schema

DEFAULT_NAME = "kehoach.schema.json"


def as_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def run(out: str | None) -> Exit:
    """Print the schema of plan files, or write it; only an older schema is overwritten."""
    text = as_text()
    if out is None or out == STDIN:
        say(text, end="")
        return Exit.OK
    path = Path(out) / DEFAULT_NAME if is_folder(Path(out)) else Path(out)
    if is_file(path) and not _is_schema(path, schema()["$id"]):
        raise KehoachError(
            f"{path} đã có và không phải là lược đồ do kehoach ghi; hãy đặt tên khác bằng -o."
        )
    write_whole(path, lambda file: _write(file, text))
    say(f"Đã ghi {path}", err=True)
    say(
        "Bước tiếp theo: đặt dòng này ở đầu tệp kế hoạch để trình soạn thảo gợi ý khóa:\n"
        f"# yaml-language-server: $schema={path.name}",
        err=True,
    )
    return Exit.OK


def _write(file: BinaryIO, text: str) -> None:
    file.write(text.encode("utf-8"))


def _is_schema(path: Path, name: str) -> bool:
    """Whether a file names itself as the schema does, of whichever version."""
    family = name.rpartition(":")[0]
    return f'"$id": "{family}:' in read_input(str(path)).text[:500]
