"""PySide imported without the work that only its other users need; to be imported before any of its modules.

More than a quarter of a start was PySide's own Python part, and none of it Qt:

- PySide carries that part as sources inside a library, and compiles them at every start. Their compiled form is kept
  between runs here, as Python keeps that of every other module; one of another version is never taken.
- Three modules of Python's are imported beforehand and not used: `tempfile`, and two by `zipfile` for archives of other
  kinds than the one in that library. Empty ones stand in for them meanwhile.
- The part that writes stub files comes with it. It is left out: a running program writes none.
- A pattern of six thousand letters, which reads the signatures of Qt's functions, was compiled at every start; nobody
  asks for a signature until a call goes wrong, and it is compiled then.
- To offer other spellings of Qt's names (`from __feature__ import snake_case`), PySide puts an `import` of its own in
  the place of Python's, which reads the source of every module that is imported. Dateline uses none of them, nor
  `import *` of Qt, which is the other thing that it looks for; Python's own is put back.
- Its enumerations are made by `quick_enums`.
- Python looks through all that is made for waste, again and again. What a start makes stays, so from here on nobody
  looks; `ui.tidying` begins to when the window stands.

Where a PySide goes about it in another way, nothing here takes hold and it is imported as it is.
"""

from __future__ import annotations

import builtins
import gc
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import CodeType, ModuleType
from typing import Any
from zlib import crc32

from dateline.compiled import keep
from dateline.settings import cache_folder
from dateline.ui.quick_enums import make_quickly

_PYSIDES = ("shibokensupport/", "signature_bootstrap.py")
_UNUSED = ("tempfile", "bz2", "lzma")
_STUB_WRITERS = frozenset(
    {"shibokensupport/signature/lib/pyi_generator.py", "shibokensupport/signature/lib/enum_sig.py"}
)
#: What a source says → what it says here: the pattern is compiled when it is used, and kept by `re`.
_PUT_OFF = {
    b"arglistParser = ArglistParser()": b"",
    b"arglistParser.parse(": b"ArglistParser().parse(",
}
#: The form of compiled code differs between versions of Python, the sources between those of PySide.
_KEPT_FOR = f"{sys.implementation.cache_tag}-{sys.hexversion:x}"


class _KeptCode:
    """Compiled sources by their name and a checksum, from one file and back to it."""

    def __init__(self) -> None:
        self._path = cache_folder() / f"pyside-{_KEPT_FOR}.code"
        self._kept: dict[tuple[str, int], CodeType] = {}
        self._used: dict[tuple[str, int], CodeType] = {}
        with suppress(OSError, EOFError):  # the second: a file without anything in it
            checksum, content = int.from_bytes((whole := self._path.read_bytes())[:4]), whole[4:]
            if crc32(content) == checksum:  # Python reads damaged code without a look and may end with it
                self._kept = marshal.loads(content)  # noqa: S302 - our own file, as Python's own compiled modules are

    def compile(self, source: Any, filename: Any, mode: str, *further: Any, **named: Any) -> Any:
        """Stand in for `compile` while PySide is imported."""
        if (
            mode != "exec"
            or further
            or named
            or not isinstance(source, bytes)
            or not str(filename).startswith(_PYSIDES)
        ):
            return _compile(source, filename, mode, *further, **named)
        lean = _lean(filename, source)
        key = (filename, crc32(lean))
        made = self._kept.get(key) or _compile(lean, filename, mode)
        self._used[key] = made
        return made

    def keep(self) -> None:
        """Write what was used, where it is not what was kept."""
        if self._used.keys() != self._kept.keys():
            content = marshal.dumps(self._used)
            with suppress(OSError):
                keep(self._path, crc32(content).to_bytes(4) + content)


def _lean(filename: str, source: bytes) -> bytes:
    if filename in _STUB_WRITERS:
        return b""
    for said, lean in _PUT_OFF.items():
        source = source.replace(said, lean)
    return source


@contextmanager
def _stand_ins() -> Iterator[None]:
    missing = {name: ModuleType(name) for name in _UNUSED if name not in sys.modules}
    # Whoever wants `zipfile` later is to have one with all that it can.
    going = [*missing, *({"zipfile"} - sys.modules.keys())]
    sys.modules.update(missing)
    try:
        yield
    finally:
        for name in going:
            sys.modules.pop(name, None)


_compile, _import = builtins.compile, builtins.__import__


def _import_pyside() -> None:
    gc.disable()
    make_quickly()
    code = _KeptCode()
    builtins.compile = code.compile
    try:
        with _stand_ins():
            import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile = _compile
    code.keep()
    builtins.__import__ = _import


if "PySide6" not in sys.modules:
    _import_pyside()
