"""`kehoach import`."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.cli.copies import not_kept, replace
from kehoach_cli.cli.files import (
    STDIN,
    is_file,
    is_folder,
    open_input,
    read_input,
    same_file,
    write_bytes,
    write_new,
)
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.imports.draft import Draft, drafted
from kehoach_cli.imports.merging import merged
from kehoach_cli.imports.open_document import MAX_BYTES, OLE, PDF, is_locked, pages_of
from kehoach_cli.imports.pages import Pages
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.imports.report import as_json, told
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.reports.text import typed
from kehoach_cli.source.edit import to_bytes
from kehoach_cli.source.extent import CannotWriteError
from kehoach_cli.vietnamese.text import fold

_KIND = "văn bản .docx, .txt, .html, .xlsx hay .csv"
_SUFFIXES = (".yaml", ".yml")


class Options(NamedTuple):
    """The flags."""

    out: str | None = None
    form: str = "text"
    force: bool = False
    into: str | None = None
    columns: Sequence[str] = ()


def run(name: str, options: Options) -> Exit:
    """Make a draft of a plan from a file; an existing draft stays unless `--force`."""
    if options.form not in ("text", "json"):
        raise KehoachError(f"--format {options.form}: chỉ có text và json.")
    if options.into is not None:
        return _add(name, options)
    target = None if options.out == STDIN else _target(name, options)
    draft = drafted(opened(name), _given(options.columns))
    faults = faults_in(draft)
    if target is None:
        say(draft.text, end="")
    else:
        data = draft.text.encode("utf-8")
        write_bytes(target, data) if options.force else write_new(target, data)
    _report(draft, faults, options, name, target)
    return Exit.FINDINGS if any(fault.rule.id != "KH030" for fault in faults) else Exit.OK


def _given(pairs: Sequence[str]) -> dict[str, str]:
    """What `--cot` says, by names of columns without marks."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, sign, field = pair.rpartition("=")
        if not sign or not name.strip() or not field.strip():
            raise KehoachError(f"--cot {pair}: viết là “Tên cột=trường”, như “Việc=ten”.")
        found[fold(name)] = field.strip()
    return found


def _add(name: str, options: Options) -> Exit:
    """Add the projects of a file to a plan; what the plan has stays as it is."""
    plan_name = str(options.into)
    source = read_input(plan_name)
    reading = read_plan(source)
    if reading.plan is None:
        raise KehoachError(f"Không đọc được kế hoạch {plan_name}; xem: kehoach check {plan_name}")
    draft = drafted(opened(name), _given(options.columns))
    try:
        done = merged(reading, draft)
    except CannotWriteError as error:
        raise KehoachError(f"Chưa thêm được vào {plan_name}: {error}.", Exit.FINDINGS) from error
    if done.added and not replace(Path(plan_name), to_bytes(source), to_bytes(done.source)):
        say(not_kept(), err=True)
    say(f"{plan_name}: thêm {done.added} dự án; {done.same} dự án đã có.", err=True)
    for remark in done.remarks:
        say(f"- {remark.place}: {remark.text}: {remark.told}", err=True)
    say(f"Bước tiếp theo: kehoach check {typed(plan_name)}", err=True)
    return Exit.OK


def _report(
    draft: Draft, faults: list[Diagnostic], options: Options, name: str, target: Path | None
) -> None:
    if options.form == "json":
        say(as_json(draft, faults, name, str(target or STDIN)), err=target is None)
        return
    if target is not None:
        say(f"Đã ghi {target}", err=True)
    say(told(draft, faults), err=True)
    if target is not None:
        plan = typed(str(target))
        say(f"Bước tiếp theo: mở {plan} đọc lại, rồi kehoach check {plan}", err=True)


def opened(name: str) -> Pages:
    """The pages of a file. Raises KehoachError, one sentence, where it cannot be read."""
    with open_input(Path(name), MAX_BYTES, _KIND) as file:
        data = file.read(MAX_BYTES + 1)
    if is_locked(data):
        raise KehoachError(f"{name} có mật khẩu; hãy mở trong Word, bỏ mật khẩu rồi lưu lại.")
    if data.startswith(OLE):
        from kehoach_cli.cli.older import docx_of

        data = docx_of(name, data)
    elif data.startswith(PDF):
        from kehoach_cli.cli.older import text_of_pdf

        data = text_of_pdf(name, data)
    return pages_of(name, data)


def _target(name: str, options: Options) -> Path:
    """Where to write. Raises KehoachError for a file that is there and must stay."""
    usual = Path(name).with_suffix(".yaml")
    target = Path(options.out) if options.out else usual
    if is_folder(target):
        target = target / usual.name
    if target.suffix.casefold() not in _SUFFIXES:
        raise KehoachError(f"{target} không có đuôi .yaml; hãy đặt lại tên tệp.")
    if same_file(target, Path(name)):
        raise KehoachError(f"{target} chính là tệp được đọc; hãy ghi ra tên khác bằng -o.")
    if is_file(target) and not options.force:
        raise KehoachError(f"{target} đã có; thêm --force để ghi đè, hoặc đặt tên khác bằng -o.")
    return target
