"""The commands as data, for those who write of them: completion in shells, the man page."""

from typing import Any, NamedTuple


class Parameter(NamedTuple):
    """An option or, where it has no names, an argument.

    `takes`: what its value is called in the help, empty for a flag; `values`: those it can have,
    where they are few and known.
    """

    names: tuple[str, ...]
    takes: str
    help: str
    values: tuple[str, ...]
    required: bool


class Described(NamedTuple):
    """A command, or the program itself under the name "". `example`: how it is typed."""

    name: str
    help: str
    example: str
    options: tuple[Parameter, ...]
    arguments: tuple[Parameter, ...]


def described(program: Any) -> list[Described]:
    """The program, then each of its commands as they stand in its help."""
    return [_one("", program), *(_one(name, found) for name, found in program.commands.items())]


def _one(name: str, command: Any) -> Described:
    context = command.make_context(name, [], resilient_parsing=True)
    found = [_parameter(param, context) for param in command.get_params(context)]
    options = tuple(param for param in found if param.names)
    says, _, example = command.help.partition("\n\n")
    arguments = tuple(param for param in found if not param.names)
    return Described(name, says, example.removeprefix("Ví dụ: "), options, arguments)


def _parameter(param: Any, context: Any) -> Parameter:
    is_option = param.param_type_name == "option"
    return Parameter(
        names=tuple(param.opts) if is_option else (),
        takes="" if is_option and param.is_flag else param.metavar,
        help=param.help,
        values=tuple(item.value for item in param.shell_complete(context, "")),
        required=param.required,
    )
