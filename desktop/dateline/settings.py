"""Where things lie, and what the user has set. `resource()` is the only way to a shipped file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent
_PROXY = "proxy"
_RESOURCES = (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources")


def resource(name: str) -> Path:
    """Return the path of a shipped file or folder, such as `resource("outlets.toml")`.

    A wheel and a frozen bundle carry `resources` inside the package; a checkout has it at its top level.

    Raises:
        FileNotFoundError: nothing of that name was shipped.
    """
    for root in _RESOURCES:
        path = f"{root}/{name}"
        if os.path.exists(path):  # noqa: PTH110 - a start asks for some thirty of them
            return Path(path)
    raise FileNotFoundError(f"Dateline was shipped without its resource {name!r}.")


def data_folder() -> Path:
    """Return the user's folder for libraries; DATELINE_HOME puts it elsewhere. It may not exist yet."""
    return _folder("data")


def cache_folder() -> Path:
    """Return the folder for what can be made again at any time. It may not exist yet."""
    return _folder("cache")


def config_folder() -> Path:
    """Return the folder for the user's settings. It may not exist yet."""
    return _folder("config")


def wanted_proxy() -> str:
    """Return the proxy that the user wants for everything: "" for the system's, "direct" for none."""
    try:
        return (config_folder() / _PROXY).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def keep_proxy(proxy: str) -> None:
    """Keep the proxy for everything, for the window and the command line; it may have a name and password in it.

    Raises:
        OSError: the user's settings cannot be written.
    """
    path = config_folder() / _PROXY
    if not proxy:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(f"{proxy}\n", encoding="utf-8")


def library_path(given: str | None = None) -> Path:
    """Return the library to open: the one given, else DATELINE_LIBRARY, else the user's own."""
    named = given or os.environ.get("DATELINE_LIBRARY")
    return Path(named).expanduser() if named else data_folder() / "library.dateline"


def _folder(kind: Literal["data", "cache", "config"]) -> Path:
    home = os.environ.get("DATELINE_HOME")
    if home:
        return Path(home).expanduser() / kind
    import platformdirs

    folders = platformdirs.PlatformDirs("dateline", appauthor=False)
    return Path(getattr(folders, f"user_{kind}_dir"))
