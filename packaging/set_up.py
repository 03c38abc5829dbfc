"""Install what a checkout needs: the virtual environment from the lock, and on Debian or Ubuntu Qt's system libraries.

    python3 packaging/set_up.py run     what `make run` needs
    python3 packaging/set_up.py test    the same and the tools of `make test`

Runs on a bare Python 3.11 with pip, before anything is installed: standard library only. It changes nothing outside the
checkout but Debian packages, and those only as root or where sudo asks no password.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
NEEDS_PYTHON = (3, 11)

#: Debian package -> a shared library of it. What Qt loads, offscreen and on X11.
QT_PACKAGES = {
    "libglib2.0-0": "glib-2.0",
    "libgl1": "GL",
    "libegl1": "EGL",
    "libxkbcommon0": "xkbcommon",
    "libdbus-1-3": "dbus-1",
    "libfontconfig1": "fontconfig",
    "libxcb-cursor0": "xcb-cursor",
    "libxkbcommon-x11-0": "xkbcommon-x11",
    "libxcb-icccm4": "xcb-icccm",
    "libxcb-keysyms1": "xcb-keysyms",
    "libxcb-shape0": "xcb-shape",
}
CJK_FONT = "fonts-wqy-microhei"
VIRTUAL_SCREEN = ("xvfb", "xauth")


def main() -> int:
    """Set up for `run` or `test`; returns the exit code for make."""
    purpose = sys.argv[1] if len(sys.argv) == 2 else ""
    if purpose not in ("run", "test"):
        print(__doc__, file=sys.stderr)
        return 2
    if sys.version_info < NEEDS_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"Dateline needs Python 3.11 or newer; this is {found}. Try: make {purpose} PYTHON=python3.11")
        return 1
    install_system_packages(wants_screen=purpose == "test")
    try:
        install_environment(purpose)
    except subprocess.CalledProcessError as error:
        print(f"Setting up stopped: {' '.join(map(str, error.cmd))} ended with {error.returncode}.")
        print("What was installed stays; the same command goes on from there.")
        return 1
    (VENV / f".ready-{purpose}").touch()
    return 0


def install_environment(purpose: str) -> None:
    """Make the virtual environment and install the locked packages and Dateline itself into it."""
    python = VENV / "bin" / "python"
    if not python.exists():
        say("Making the virtual environment .venv")
        # Debian's bare python3 has no ensurepip; the pip outside can install into an environment without one.
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], check=True)
    lock = ROOT / "packaging" / ("requirements.txt" if purpose == "run" else "requirements-dev.txt")
    say(f"Installing the packages of {lock.relative_to(ROOT)}")
    pip = [*pip_for(python), "install", "--quiet", "--disable-pip-version-check", "--no-warn-script-location"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PIP_ROOT_USER_ACTION": "ignore"}
    subprocess.run([*pip, "--compile", "--require-hashes", "-r", str(lock)], check=True, env=environment)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True, env=environment)
    # Starting must not pay for compiling: where bytecode is never written at run time, it is written now.
    subprocess.run([str(python), "-m", "compileall", "-q", str(ROOT / "desktop")], check=False, env=environment)


def pip_for(python: Path) -> list[str]:
    """Return the pip command that installs into `python`'s environment."""
    if subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0:
        return [str(python), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(python)]


def install_system_packages(*, wants_screen: bool) -> None:
    """Install Qt's libraries and a Chinese font through apt where that is allowed, else say which are missing."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for package, library in QT_PACKAGES.items() if not ctypes.util.find_library(library)]
    if not has_chinese_font():
        missing.append(CJK_FONT)
    if wants_screen and not shutil.which("Xvfb"):
        missing.extend(VIRTUAL_SCREEN)
    if not missing:
        return
    apt = shutil.which("apt-get")
    as_root: list[str] | None = [] if os.geteuid() == 0 else None
    if as_root is None and shutil.which("sudo"):
        quiet = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        as_root = ["sudo", "-n"] if quiet.returncode == 0 else None
    if apt is None or as_root is None:
        print(f"The window needs system packages that are missing here: {' '.join(missing)}.")
        command = f"Install them once with: sudo apt-get install {' '.join(missing)}"
        print(command if apt else "Install their equivalents.")
        return
    say(f"Installing system packages: {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet_install = [*as_root, apt, "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*quiet_install, "update"], check=False, env=environment)
    done = subprocess.run(
        [*quiet_install, "install", "--yes", "--no-install-recommends", *missing],
        check=False,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    if done.returncode != 0:
        print("apt could not install them; the terminal commands work all the same, the window may not.")


def has_chinese_font() -> bool:
    """Tell whether fontconfig knows a font with Chinese characters; without fontconfig, no."""
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    listed = subprocess.run([lister, ":lang=zh-cn"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def say(sentence: str) -> None:
    """Tell the user what is being done."""
    print(f"{sentence} …", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
