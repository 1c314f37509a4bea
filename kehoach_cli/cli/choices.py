"""What an option may be given, for completion: each list is made only when it is asked for."""

from collections.abc import Iterable

from kehoach_cli.errors import KehoachError


def refuse_form(form: str, known: Iterable[str]) -> None:
    """Raises KehoachError for a `--format` that is none of those known."""
    if form not in (forms := list(known)):
        raise KehoachError(f"Không có dạng “{form}”; --format là một trong: {', '.join(forms)}.")


def formats() -> list[str]:
    """The shapes of a report of `check`."""
    from kehoach_cli.cli.telling import FORMATS

    return list(FORMATS)


def listings() -> list[str]:
    """The shapes of a list of `fill` and `import`."""
    return ["text", "json"]


def severities() -> list[str]:
    """The severities, as they are told."""
    from kehoach_cli.checks.rule import Severity

    return [severity.label for severity in Severity]


def rule_ids() -> list[str]:
    """The rules."""
    from kehoach_cli.checks.rules import BY_ID

    return list(BY_ID)


def kinds() -> list[str]:
    """The kinds of plan that `new` makes."""
    from kehoach_cli.plan.plan_kinds import plan_kinds

    return [kind.key for kind in plan_kinds()]


def profiles() -> list[str]:
    """What else `new` makes."""
    return ["ho-so"]


def registers() -> list[str]:
    """The registers that `fill` adds to."""
    from kehoach_cli.prompts.row_steps import REGISTERS

    return list(REGISTERS)


def shells() -> list[str]:
    """The shells that completion is written for."""
    from kehoach_cli.cli.shells import SCRIPTS

    return list(SCRIPTS)
