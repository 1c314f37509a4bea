"""Completion scripts of four shells, written whole from the commands: TAB starts no program.

Each offers commands, options after a dash, and the values that an option or argument has where
they are known; everywhere else files, as the shell itself does.
"""

import re
from collections.abc import Iterable

from kehoach_cli.cli.command_tree import Described, Parameter

_TAB = "\t"
_SPECIAL = re.compile(r"[^ -~]|[\\']")

_BASH = """\
# kehoach: gợi ý lệnh, tùy chọn trong bash. Tạo lại: kehoach completion bash
_kehoach() {
    local command= words= word IFS=$'\\n'
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in -*) ;; *) command=$word; break ;; esac
    done
    case "$command $prev" in
%(values)s
    *)
        case "$command $cur" in
%(words)s
        esac ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    COMPREPLY=("${COMPREPLY[@]// /\\\\ }")
}
complete -o default -F _kehoach kehoach
"""

_ZSH = """\
#compdef kehoach
# kehoach: gợi ý lệnh, tùy chọn trong zsh. Tạo lại: kehoach completion zsh
_kehoach() {
    local command= word
    local -a found
    for word in ${words[2,CURRENT-1]}; do
        if [[ $word != -* ]]; then command=$word; break; fi
    done
    case "$command ${words[CURRENT-1]}" in
%(values)s
    (*)
        case "$command $PREFIX" in
%(words)s
        esac ;;
    esac
    if (( $#found )); then _describe kehoach found; else _files; fi
}
if [[ ${funcstack[1]} == _kehoach ]]; then _kehoach "$@"; else compdef _kehoach kehoach; fi
"""

_FISH = """\
# kehoach: gợi ý lệnh, tùy chọn trong fish. Tạo lại: kehoach completion fish
complete -c kehoach -e
"""

_POWERSHELL = """\
# kehoach: goi y lenh, tuy chon trong PowerShell. Tao lai: kehoach completion powershell
Register-ArgumentCompleter -Native -CommandName kehoach -ScriptBlock {
    param($word, $ast, $cursor)
    $values = @{
%(values)s
    }
    $words = @{
%(words)s
    }
    $typed = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($word -and $typed.Count) { $typed = @($typed | Select-Object -SkipLast 1) }
    $command = "$($typed | Where-Object { -not $_.StartsWith('-') } | Select-Object -First 1)"
    $key = "$command $($typed | Select-Object -Last 1)"
    if ($values.ContainsKey($key)) { $found = $values[$key] }
    elseif ($word.StartsWith('-')) { $found = $words["$command -"] }
    else { $found = $words[$command] }
    foreach ($line in @($found)) {
        if (-not $line) { continue }
        $name, $help = [regex]::Unescape($line) -split "`t"
        if (-not $name.StartsWith($word)) { continue }
        $text = if ($name.Contains(' ')) { "'$name'" } else { $name }
        [System.Management.Automation.CompletionResult]::new($text, $name, 'ParameterValue', $help)
    }
}
"""


def bash(program: list[Described]) -> str:
    """The script for bash."""
    values = [
        f"    {_either(command, option)}) words={_single(_lines(option.values))} ;;"
        for command, option in _valued(program)
    ]
    words = []
    for command in program:
        dashed = _lines(name for option in command.options for name in option.names)
        words.append(f"        '{command.name} '-*) words={_single(dashed)} ;;")
        plain = _lines(name for name, _ in _plain(command, program))
        words += [f"        '{command.name} '*) words={_single(plain)} ;;"] if plain else []
    return _BASH % {"values": _lines(values), "words": _lines(words)}


def zsh(program: list[Described]) -> str:
    """The script for zsh."""
    values = [
        f"    ({_either(command, option)}) found=({_zsh_list((v, '') for v in option.values)}) ;;"
        for command, option in _valued(program)
    ]
    words = []
    for command in program:
        words.append(f"        ('{command.name} '-*) found=({_zsh_list(_dashed(command))}) ;;")
        plain = _zsh_list(_plain(command, program))
        words += [f"        ('{command.name} '*) found=({plain}) ;;"] if plain else []
    return _ZSH % {"values": _lines(values), "words": _lines(words)}


def fish(program: list[Described]) -> str:
    """The script for fish."""
    lines = []
    for command in program:
        is_typed = f"__fish_seen_subcommand_from {command.name}"
        here = f"complete -c kehoach -n '{is_typed if command.name else '__fish_use_subcommand'}'"
        lines += [f"{here} {_fish_option(option)}" for option in command.options]
        lines += [
            f"{here} -f -a {_single(_fish_word(name))} -d {_single(help)}"
            for name, help in _plain(command, program)
        ]
    return _FISH + _lines(lines) + "\n"


def powershell(program: list[Described]) -> str:
    """The script for PowerShell; ASCII only, as 5.1 reads scripts in the code page."""
    values = [
        f"        '{command.name} {name}' = {_ps_list((value, value) for value in option.values)}"
        for command, option in _valued(program)
        for name in option.names
    ]
    words = []
    for command in program:
        words.append(f"        '{command.name} -' = {_ps_list(_dashed(command))}")
        plain = _plain(command, program)
        words += [f"        '{command.name}' = {_ps_list(plain)}"] if plain else []
    return _POWERSHELL % {"values": _lines(values), "words": _lines(words)}


SCRIPTS = {"bash": bash, "zsh": zsh, "fish": fish, "powershell": powershell}


def _valued(program: list[Described]) -> list[tuple[Described, Parameter]]:
    """The options that a value must follow, with their commands."""
    return [(command, option) for command in program for option in command.options if option.takes]


def _dashed(command: Described) -> list[tuple[str, str]]:
    return [(name, option.help) for option in command.options for name in option.names]


def _plain(command: Described, program: list[Described]) -> list[tuple[str, str]]:
    """What may stand in a command without a dash, with its help; nothing where files stand."""
    if not command.name:
        return [(other.name, other.help) for other in program if other.name]
    return [(value, found.help) for found in command.arguments for value in found.values]


def _lines(words: Iterable[str]) -> str:
    return "\n".join(words)


def _single(text: str) -> str:
    """A text in single quotes, as shells of the Bourne family read them."""
    return "'" + text.replace("'", "'\\''") + "'"


def _either(command: Described, option: Parameter) -> str:
    return "|".join(f"'{command.name} {name}'" for name in option.names)


def _zsh_list(pairs: Iterable[tuple[str, str]]) -> str:
    """Names with their help, as `_describe` takes them."""
    told = [(name.replace(":", "\\:"), help) for name, help in pairs]
    return " ".join(_single(f"{name}:{help}" if help else name) for name, help in told)


def _fish_word(word: str) -> str:
    return word.replace(" ", "\\ ")


def _fish_option(option: Parameter) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    )
    values = _single(" ".join(map(_fish_word, option.values)))
    takes = f" -x -a {values}" if option.values else " -r -F" if option.takes else ""
    return f"{names}{takes} -d {_single(option.help)}"


def _ps_list(pairs: Iterable[tuple[str, str]]) -> str:
    """Names with their help behind a tab."""
    return f"@({', '.join(_ps_text(_TAB.join(pair)) for pair in pairs)})"


def _ps_text(text: str) -> str:
    """A text that `[regex]::Unescape` gives back, in ASCII and without a quote."""
    return f"'{_SPECIAL.sub(lambda sign: _code(sign[0]), text)}'"


def _code(sign: str) -> str:
    units = sign.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
