"""`kehoach import`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.cli.beside import pictures_beside
from kehoach_cli.cli.choices import listings, refuse_form
from kehoach_cli.cli.copies import replace, way_back
from kehoach_cli.cli.kept_pictures import are_kept, free_folder, kept, usual_folder
from kehoach_cli.cli.load import load
from kehoach_cli.cli.placing import alone
from kehoach_cli.cli.reading import STDIN, is_file, is_folder, open_input, read_input, same_file
from kehoach_cli.cli.say import say
from kehoach_cli.cli.writing import write_bytes, write_new
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.merging.batches import Batch, batches_of
from kehoach_cli.imports.merging.given import BadColumnError, check_columns, given_fields
from kehoach_cli.imports.merging.merged import Merged, merged
from kehoach_cli.imports.open_document import MAX_BYTES, foreign_kind, is_locked, pages_of
from kehoach_cli.imports.pages.model import Pages
from kehoach_cli.imports.proof import faults_in
from kehoach_cli.imports.report import as_json, merged_as_json, places_told, told
from kehoach_cli.imports.result import Draft
from kehoach_cli.reports.text import typed
from kehoach_cli.source.edit import to_bytes
from kehoach_cli.source.extent import CannotWriteError

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
    refuse_form(options.form, listings())
    if name == STDIN:
        raise KehoachError("Lệnh import không đọc đầu vào chuẩn; hãy ghi tên tệp.")
    if options.into is not None:
        return _add(name, options.into, options)
    target = None if options.out == STDIN else _target(name, options)
    draft, lacking = _drafted(name, options, target)
    faults = faults_in(draft)
    if target is None:
        say(draft.text, end="")
    else:
        data = draft.text.encode("utf-8")
        with kept(lacking, target.parent):
            write_bytes(target, data) if options.force else write_new(target, data)
    _report(draft, faults, options, name, target)
    return Exit.FINDINGS if any(fault.rule.id != "KH030" for fault in faults) else Exit.OK


def _drafted(name: str, options: Options, target: Path | None) -> tuple[Draft, Mapping[str, bytes]]:
    """The draft, and its pictures that are still to be written.

    `--force` takes the folder of an earlier import again where that has the very same pictures.
    """
    if target is None:
        return drafted(*_pages(name, options), None), {}
    usual = usual_folder(target)
    if options.force and is_folder(target.parent / usual):
        draft = drafted(*_pages(name, options), usual)
        if are_kept(draft.pictures, target.parent):
            return draft, {}
    draft = drafted(*_pages(name, options), free_folder(target))
    return draft, draft.pictures


def _pages(name: str, options: Options) -> tuple[Pages, dict[str, str]]:
    """The pages of a file, and what the user says of columns. Raises KehoachError."""
    try:
        given = given_fields(options.columns)
        pages = opened(name)
        check_columns(given, pages)
    except BadColumnError as error:
        raise KehoachError(str(error)) from error
    return pages, given


def _add(name: str, plan: str, options: Options) -> Exit:
    """Add the projects of a file to a plan; what the plan has stays as it is."""
    if plan == STDIN or options.out is not None:
        raise KehoachError("--vao ghi vào chính tệp kế hoạch; hãy ghi tên tệp ấy và bỏ -o.")
    read_input(plan)  # before the file, which may take long: is it there at all?
    batches, remarks = batches_of(*_pages(name, options))
    if not any(batch.projects for batch in batches):
        raise KehoachError(
            f"{name} không có bảng dự án nào: phải có cột tên và cột tiền, mỗi hàng một dự án; "
            "cột mang tên khác thì chỉ rõ, như --cot “Công trình=ten”."
        )
    with alone(Path(plan).absolute().parent):
        done, is_kept = _merged_into(plan, batches)
    done = done._replace(remarks=[*remarks, *done.remarks])
    if options.form == "json":
        say(merged_as_json(done, name, plan))
        return Exit.OK
    say(f"{plan}: thêm {done.added} dự án; {done.same} dự án đã có.", err=True)
    for line in places_told(done.remarks):
        say(line, err=True)
    if done.added:
        say(way_back(plan, is_kept), err=True)
    say(f"Bước tiếp theo: kehoach check {typed(plan)}", err=True)
    return Exit.OK


def _merged_into(plan: str, batches: Sequence[Batch]) -> tuple[Merged, bool]:
    """The plan with the projects that it lacked, written; and whether the old one is kept."""
    reading = load(plan).reading
    if reading.plan is None:
        raise KehoachError(f"Không đọc được kế hoạch {plan}; xem: kehoach check {typed(plan)}")
    before = to_bytes(reading.source)
    try:
        done = merged(reading, batches)
    except CannotWriteError as error:
        place = error.span.first
        raise KehoachError(
            f"{plan}, dòng {place.line}: chưa thêm được vì {error.reason}; tệp còn nguyên, hãy sửa "
            "chỗ ấy rồi chạy lại.",
            Exit.FINDINGS,
        ) from error
    if not done.added:
        return done, True
    return done, replace(Path(plan), before, to_bytes(done.source))


def _report(
    draft: Draft, faults: list[Diagnostic], options: Options, name: str, target: Path | None
) -> None:
    if options.form == "json":
        say(as_json(draft, faults, name, str(target or STDIN)), err=target is None)
        return
    if target is not None:
        say(f"Đã ghi {target}{_pictures_told(draft, target)}", err=True)
    say(told(draft, faults), err=True)
    if target is not None:
        plan = typed(str(target))
        say(f"Bước tiếp theo: mở {plan} đọc lại, rồi kehoach check {plan}", err=True)


def _pictures_told(draft: Draft, target: Path) -> str:
    """How many pictures stand beside the draft, and where; "" for none."""
    folder = next((target.parent / Path(name).parent for name in draft.pictures), None)
    return f" và {len(draft.pictures)} hình ở {folder}" if folder else ""


def opened(name: str) -> Pages:
    """The pages of a file. Raises KehoachError, one sentence, where it cannot be read."""
    with open_input(Path(name), MAX_BYTES, _KIND) as file:
        data = file.read(MAX_BYTES + 1)
    if is_locked(data):
        raise KehoachError(
            f"{name} có mật khẩu; hãy mở trong Word hay Excel, bỏ mật khẩu rồi lưu lại."
        )
    kind = foreign_kind(data)
    if kind:
        from kehoach_cli.cli.older import made_new, text_of_pdf

        if kind == "pdf":
            text, tables = text_of_pdf(name, data)
            return pages_of(name, text, tables=tables)
        data = made_new(name, data, kind)
    return pages_of(name, data, pictures_beside(name))


def _target(name: str, options: Options) -> Path:
    """Where to write. Raises KehoachError for a file that is there and must stay."""
    usual = Path(name).with_suffix(".yaml")
    target = Path(options.out) if options.out else usual
    if is_folder(target):
        target = target / usual.name
    if target.suffix.casefold() not in _SUFFIXES:
        raise KehoachError(f"{target} không có đuôi .yaml; hãy đặt lại tên tệp.")
    if same_file(target, Path(name)):
        raise KehoachError(
            f"{target} chính là tệp được đọc; nếu đã là kế hoạch thì không phải nhập "
            f"(kehoach check {typed(name)}), không thì ghi ra tên khác bằng -o."
        )
    if is_file(target) and not options.force:
        raise KehoachError(f"{target} đã có; thêm --force để ghi đè, hoặc đặt tên khác bằng -o.")
    return target
