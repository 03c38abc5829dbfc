"""Qt's enumerations, made quickly: it was a fifth of the whole start, and half of what it took beyond an empty window.

PySide makes an enumeration when the class that has it is first used, all hundred of `Qt` at its first name: 226 with
3,300 names until the first card. It asks Python's `enum` for each, which makes every name as if it stood in a class
that somebody wrote: puts it in, takes it out again, looks for it in every base, and puts it back. Qt's names are plain
and its values whole numbers, so here a name is put straight into a copy of an empty enumeration that `enum` has made.

A test makes all enumerations of Qt both ways and finds no difference. The insides of `enum` are known for the versions
of Python named below; with any other, and for every enumeration that is not as plain as Qt's, `enum` does all of it.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_KNOWN = ((3, 11), (3, 12), (3, 13))
_KINDS = frozenset({enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag})

#: A name with its value.
Member = tuple[str, int]


def make_quickly() -> None:
    """From now on let enumerations be made here that can be; calling it again changes nothing."""
    if sys.version_info[:2] in _KNOWN:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]


_create_slowly = enum.EnumType._create_  # type: ignore[attr-defined]


def _create(
    cls: Any, class_name: str, names: Any, *, module: str | None = None, boundary: Any = None, **others: Any
) -> Any:
    """Stand in for `EnumType._create_`, the functional form of `enum`: IntEnum("Colour", [("RED", 1)])."""
    # The module that asks, as `enum` finds it: what is called here is called by `EnumType.__call__`.
    named = module or sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
    if cls in _KINDS and others.get("type") is None and others.get("qualname") is None and _are_plain(cls, names):
        made = _made(cls, class_name, names, boundary)
        made.__module__ = named
        return made
    return _create_slowly(cls, class_name, names, module=named, boundary=boundary, **others)


def _are_plain(cls: Any, names: Any) -> bool:
    if type(names) is not list or not names:
        return False
    taken = _taken(cls)
    for one in names:
        if type(one) is not tuple or type(one[1]) is not int or one[0] in taken or one[0][0] == "_":
            return False
    return True


def _made(cls: Any, class_name: str, names: Sequence[Member], boundary: Any) -> Any:
    body = {name: value.copy() if type(value) in (list, dict) else value for name, value in _empty(cls, boundary)}
    made: Any = type.__new__(enum.EnumType, class_name, (cls,), body)
    by_name, by_value, in_order = made._member_map_, made._value2member_map_, made._member_names_
    new, is_number, is_flag = made._new_member_, made._use_args_, issubclass(made, enum.Flag)
    mask = singles = 0
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if is_number else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(in_order)
            by_value[value] = member
            if not is_flag:
                in_order.append(name)
            else:
                mask |= value
                if value and not value & (value - 1):  # one of several bits is no member of its own to go through
                    in_order.append(name)
                    singles |= value
        by_name[name] = member
    # Last: whenever a class is given a name, Python forgets what it knows of it, and would look it all up again.
    for name, member in by_name.items():
        type.__setattr__(made, name, member)
    if is_flag:
        made._flag_mask_, made._singles_mask_, made._all_bits_ = mask, singles, 2 ** mask.bit_length() - 1
        values = [by_name[name]._value_ for name in in_order]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
    return made


@lru_cache
def _empty(cls: Any, boundary: Any) -> tuple[tuple[str, Any], ...]:
    """Return what an enumeration without a name consists of."""
    made = _create_slowly(cls, "Empty", [], module=__name__, boundary=boundary)
    return tuple((name, value) for name, value in vars(made).items() if name not in {"__dict__", "__weakref__"})


@lru_cache
def _taken(cls: Any) -> frozenset[str]:
    """Return the names that mean something else in an enumeration."""
    return frozenset(name for base in cls.__mro__ for name in vars(base)) | {"mro", ""}
