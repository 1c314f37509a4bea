"""`kehoach new`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.asking import has_terminal
from kehoach_cli.cli.beside import opener_beside
from kehoach_cli.cli.new_file import free_name, write, wrong_name
from kehoach_cli.cli.reading import STDIN, is_folder, read_input
from kehoach_cli.cli.resources import PROFILE, find_profile
from kehoach_cli.cli.say import say
from kehoach_cli.drafts.answers import AGENCY, PERIOD_PATH, SHORT, in_utf8
from kehoach_cli.drafts.draft import (
    FILE,
    NEEDED,
    Draft,
    missing,
    named_kind,
    new_plan,
    new_profile,
    proposed,
    read_period,
)
from kehoach_cli.drafts.known import KIND, Known, from_file, from_pairs, of_record, trusted
from kehoach_cli.drafts.next_plan import next_plan
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.installed import templates
from kehoach_cli.plan.plan_kinds import kind_keys, plan_kinds
from kehoach_cli.plan.reader import read_profile
from kehoach_cli.reports.text import typed

PROFILE_WORD = "ho-so"
_FLAGS = {
    KIND: ("--mau (loại kế hoạch)", "chuyen-doi-so-nam"),
    AGENCY: ("--co-quan (cơ quan ban hành)", "Ủy ban nhân dân tỉnh Lào Cai"),
    PERIOD_PATH: ("--thoi-ky (năm, hoặc 2026-2030)", "2026"),
}
"""The flag of each value that is needed, in words, and an example."""
_OF_PROFILE = ("van_ban.", "nguon_von")


class Options(NamedTuple):
    """The flags. `given`: of the flags that are values, by path; `pairs`: those of `--dat`.

    `after`: the plan that the new one follows. `ask`: somebody may be asked.
    """

    given: dict[str, str]
    pairs: Sequence[str] = ()
    out: str | None = None
    profile: str | None = None
    answers: str | None = None
    dry_run: bool = False
    after: str | None = None
    ask: bool = False


def flags(**named: str | None) -> dict[str, str]:
    """The flags that were typed, by path; their names are those of an answers file."""
    return {
        SHORT.get(name, name): in_utf8(text) for name, text in named.items() if text is not None
    }


def listed() -> Exit:
    """Print the kinds of plan, a line each."""
    kinds = plan_kinds()
    width = max(len(kind.key) for kind in kinds)
    for kind in kinds:
        say(f"{kind.key:<{width}}  {kind.help}", prose=True)
    say('Bước tiếp theo: kehoach new --mau MẪU --co-quan "TÊN CƠ QUAN" --thoi-ky NĂM', err=True)
    return Exit.OK


def run(what: str | None, options: Options) -> Exit:
    """Make a new plan, or with "ho-so" a unit's profile; an existing file stays as it is."""
    if what not in (None, PROFILE_WORD):
        raise KehoachError(
            f"kehoach new {what}: chỉ có kehoach new ho-so; đặt tên tệp bằng -o {typed(what)}."
        )
    if options.after is not None:
        return _next(options)
    sources = _sources(options)
    if what is None and options.ask and has_terminal():
        return _begin(sources, options)
    if what == PROFILE_WORD:
        _ask(sources, (AGENCY,), "kehoach new ho-so")
        draft = new_profile(templates(), datetime.now(UTC).year, **sources)
        return write(draft, options.out, dry_run=options.dry_run, next_command="kehoach new")
    _ask(sources, NEEDED, "kehoach new")
    draft = new_plan(templates(), **sources)
    return write(draft, options.out, dry_run=options.dry_run)


def _begin(sources: dict[str, Known], options: Options) -> Exit:
    """Ask for what is not given, then write. Raises KeyboardInterrupt where that was left."""
    from kehoach_cli.cli.asking import asker
    from kehoach_cli.prompts.beginning import Beginning

    known = {path for name in ("flag", "file") for path in sources.get(name, {})}
    given = frozenset(known | ({FILE} if options.out or options.dry_run else set()))
    if options.out and not options.dry_run and options.out != STDIN:
        wrong = wrong_name(options.out)
        if wrong:
            raise KehoachError(wrong)

    def propose(answers: Known) -> Known:
        found = proposed(templates(), answer=answers, **sources)
        return {**found, FILE: free_name(str(found[FILE]))} if FILE in found else found

    ask = asker("Ctrl-C: dừng, chưa ghi gì.")
    answers = Beginning(ask, propose, given, wrong_name, datetime.now(UTC).date()).run()
    if answers is None:
        raise KeyboardInterrupt
    out = answers.pop(FILE, None)
    draft = new_plan(templates(), answer=answers, **sources)
    chosen = options.out or (out if isinstance(out, str) else None)
    return write(draft, chosen, dry_run=options.dry_run)


def _next(options: Options) -> Exit:
    """The plan of the next period from an older one."""
    period = options.given.get(PERIOD_PATH)
    others = [flag for flag in options.given if flag != PERIOD_PATH]
    if options.after is None or not period:
        raise KehoachError("--tu cần --thoi-ky: kehoach new --tu cu.yaml --thoi-ky 2027")
    if others or options.pairs or options.answers or options.profile:
        raise KehoachError("--tu lấy mọi thứ ở kế hoạch cũ; chỉ ghi thêm --thoi-ky và -o.")
    opener = opener_beside(options.after)
    made = next_plan(read_input(options.after), read_period(period), opener)
    old, year = Path(options.after), period.strip()
    both = f"{made.old.start}-{made.old.end}"
    spelled = both if both in old.stem else str(made.old.start)
    name = old.stem.replace(spelled, "").strip("-_ ") or "ke-hoach"
    told = ["Phải quyết định lại (kể đủ ở đầu tệp mới):", *(f"- {one}" for one in made.to_decide)]
    draft = Draft(made.text, f"{name}-{year}.yaml", told, made.files)
    return write(draft, options.out, dry_run=options.dry_run)


def _sources(options: Options) -> dict[str, Known]:
    """What each source gives, by its place in the order of trust."""
    typed_flags = from_pairs(options.pairs)
    for path, text in options.given.items():
        if path in typed_flags:
            raise KehoachError(f"{path} ghi cả ở cờ riêng lẫn ở --dat; chỉ ghi một nơi.")
        typed_flags[path] = text
    sources = {"flag": typed_flags, "profile": _profile(options)}
    if options.answers:
        sources["file"] = from_file(read_input(options.answers))
    return sources


def _profile(options: Options) -> Known:
    """What the unit's profile gives: that of `--ho-so`, else the one that plans there use."""
    beside = options.out if options.out and options.out != STDIN else PROFILE
    folder = Path(beside) if is_folder(Path(beside)) else Path(beside).parent
    source = read_input(options.profile) if options.profile else find_profile(str(folder / "x"))
    profile, _ = read_profile(source) if source else (None, [])
    if source and profile is None:
        raise KehoachError(f"Không đọc được hồ sơ {source.name}; xem: kehoach check {source.name}")
    values = of_record(profile) if profile else {}
    return {path: value for path, value in values.items() if path.startswith(_OF_PROFILE)}


def _ask(sources: dict[str, Known], needed: Sequence[str], command: str) -> None:
    """Raises KehoachError, one sentence, where what is needed is given nowhere.

    A kind of plan that there is not is told first: the example repeats what was typed.
    """
    known = trusted(**sources)
    if KIND in known:
        named_kind(str(known[KIND]))
    lacking = missing(known, needed)
    if lacking:
        wanted = ", ".join(_FLAGS[path][0] for path in lacking)
        given = sources["flag"]
        example = " ".join(
            f"{_FLAGS[path][0].split()[0]} {typed(str(given.get(path) or _FLAGS[path][1]))}"
            for path in needed
        )
        kinds = f" Các mẫu: {', '.join(kind_keys())}." if KIND in lacking else ""
        raise KehoachError(f"Còn thiếu {wanted}.{kinds} Ví dụ: {command} {example}")
