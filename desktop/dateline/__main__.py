"""`dateline` and `python -m dateline`: the window, or with a verb the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Dateline and return its exit code: 0 done, 1 some failed, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    from dateline.cli.opening import open_request

    request = open_request(given)
    if request is None:
        from dateline.cli.main import run_verb

        return run_verb(given)
    if not has_display():
        from dateline.cli.terminal import run_without_display

        return run_without_display(request.library)
    from dateline.app import run_window

    return run_window(request.library, request.wanted)


def has_display() -> bool:
    """Tell whether a window can be shown: always but on a Unix without X11 and Wayland."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    raise SystemExit(main())
