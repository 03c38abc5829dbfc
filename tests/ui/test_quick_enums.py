"""Enumerations made quickly are those that Python's own `enum` makes."""

from __future__ import annotations

import enum
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from dateline.ui import quick_enums

#: Makes every enumeration of Qt's both ways and prints what differs, then how many were compared.
_COMPARE = """
import enum, sys
slowly = enum.EnumType._create_
from dateline.ui.quick_enums import make_quickly
make_quickly()
quickly = enum.EnumType._create_
assert quickly is not slowly

def told(value):
    if isinstance(value, enum.Enum):
        return value._name_, value._value_, value._sort_order_, repr(value), str(value), sorted(vars(value))
    if isinstance(value, dict):
        return {key: told(one) for key, one in value.items()}
    return getattr(value, "__func__", value)  # of methods what is bound, not to whom

def what_it_is(made):
    own = sorted(set(vars(made)) - {"__dict__", "__weakref__"})
    return {name: told(getattr(made, name)) for name in own} | {"in order": [told(one) for one in made]}

n = 0
def both(cls, *names, **others):
    global n
    n += 1
    made, expected = quickly(cls, *names, **others), what_it_is(slowly(cls, *names, module="tests", **others))
    made.__module__ = "tests"
    if what_it_is(made) != expected:
        print("differs:", names[0])
    return made

def compare(cls, *names, module=None, **others):
    return both(cls, *names, **others)

enum.EnumType._create_ = compare
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, PySide6.QtNetwork, PySide6.QtPrintSupport
for module in [sys.modules[name] for name in sys.modules if name.startswith("PySide6.Qt")]:
    for name in dir(module):
        dir(getattr(module, name))
print(n)
"""


def test_every_enumeration_of_qt_is_as_python_makes_it() -> None:
    done = subprocess.run([sys.executable, "-c", _COMPARE], capture_output=True, text=True, check=True)
    *differing, n = done.stdout.splitlines()
    assert differing == []
    assert int(n) > 500


@pytest.fixture
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enum.EnumType, "_create_", enum.EnumType._create_)  # type: ignore[attr-defined]
    quick_enums.make_quickly()


#: What `enum` has a meaning of its own for: two names of a value, several bits, none, less than nothing, disorder.
_NAMES = [("LOW", 1), ("HIGH", 4), ("ALSO", 4), ("BOTH", 5), ("NONE", 0), ("MIDDLE", 2), ("BELOW", -8)]


@pytest.mark.usefixtures("_quickly")
@pytest.mark.parametrize("kind", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
@pytest.mark.parametrize("boundary", [enum.FlagBoundary.KEEP, None])
def test_names_that_share_values_and_bits_mean_the_same(kind: Any, boundary: Any) -> None:
    quick = kind("Level", _NAMES, boundary=boundary)
    slow = quick_enums._create_slowly(kind, "Level", _NAMES, module=__name__, boundary=boundary)
    assert [(one.name, one.value) for one in quick] == [(one.name, one.value) for one in slow]
    assert {name: one.value for name, one in quick.__members__.items()} == dict(_NAMES)
    assert quick.ALSO is quick.HIGH is quick(4) is quick["HIGH"]
    assert [repr(quick(value)) for _, value in _NAMES] == [repr(slow(value)) for _, value in _NAMES]
    if issubclass(kind, enum.Flag):
        assert quick.LOW | quick.HIGH is quick.BOTH
        assert _outcome(lambda: ~quick.LOW) == _outcome(lambda: ~slow.LOW)
        assert _outcome(lambda: quick.HIGH | quick.MIDDLE) == _outcome(lambda: slow.HIGH | slow.MIDDLE)


def _outcome(do: Callable[[], object]) -> str:
    try:
        return repr(do())
    except ValueError as error:
        return str(error)


@pytest.mark.usefixtures("_quickly")
@pytest.mark.parametrize(
    "names", [[("name", 1), ("other", 2)], [("real", 1)], "RED GREEN", ["RED", "GREEN"], {"RED": 1}, [("RED", "red")]]
)
def test_what_is_not_as_plain_as_qts_is_left_to_enum(names: Any) -> None:
    made = enum.Enum("Colour", names)
    slow = quick_enums._create_slowly(enum.Enum, "Colour", names, module=__name__)
    assert [(one.name, one.value) for one in made] == [(one.name, one.value) for one in slow]


Colour = enum.IntEnum("Colour", [("RED", 1)])


@pytest.mark.usefixtures("_quickly")
def test_an_enumeration_is_of_the_module_that_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Any = enum.IntEnum("Colour", [("RED", 1)])
    assert made.__module__ == __name__
    monkeypatch.setitem(globals(), "Colour", made)
    assert pickle.loads(pickle.dumps(made.RED)) is made.RED  # noqa: S301 - our own
