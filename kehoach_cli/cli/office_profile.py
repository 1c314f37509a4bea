"""The settings that LibreOffice runs with: nothing out of this machine, no macros.

A Word file from anywhere may name pictures and texts on the network; LibreOffice would fetch them.
Its requests go to a proxy that is not there, which the settings of a window of its own never do.
"""

from pathlib import Path

_NOWHERE, _DISCARD = "127.0.0.1", "9"
_SCRIPTING = "org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = {
    _SCRIPTING: {
        "BlockUntrustedRefererLinks": "true",
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
    },
    "org.openoffice.Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetNoProxy": "",
        **{f"ooInet{kind}ProxyName": _NOWHERE for kind in ("HTTP", "HTTPS", "FTP")},
        **{f"ooInet{kind}ProxyPort": _DISCARD for kind in ("HTTP", "HTTPS", "FTP")},
    },
}
_FILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    "</item>"
)


def profile_in(folder: Path) -> str:
    """Make a profile in a folder; the option of LibreOffice that names it. Raises OSError."""
    home = folder / "profile" / "user"
    home.mkdir(parents=True)
    items = (
        _ITEM.format(path=path, name=name, value=value)
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    text = _FILE.format(items="\n".join(items))
    (home / "registrymodifications.xcu").write_text(text, encoding="utf-8")
    return f"-env:UserInstallation={home.parent.as_uri()}"
