"""A yearly report as JSON and back, so that what was sealed stays readable for as long as the vault.

Fields are told by their names; a field that came later is read as it is when nothing is said of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from desktop.cooperation.report import Report
from desktop.periods import Month

FORMAT = 1


def to_json(report: Report) -> str:
    """The report as one JSON text; the same report gives the same text."""
    return json.dumps({"format": FORMAT, "report": _plain(report)}, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Report:
    """The report kept as JSON."""
    found = _read(json.loads(text)["report"], Report)
    assert isinstance(found, Report)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Month):
        return value.key
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


_READ: dict[Any, Callable[[Any], Any]] = {
    Month: Month.parse, datetime: datetime.fromisoformat, date: date.fromisoformat, UUID: UUID,
}  # fmt: skip


def _read(value: Any, kind: Any) -> Any:
    """A plain value as what its field says it is."""
    if value is None:
        return None
    if get_origin(kind) is UnionType:
        return _read(value, next(each for each in get_args(kind) if each is not NoneType))
    if kind in _READ:
        return _READ[kind](value)
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        several = [kinds[0]] * len(value) if kinds[-1] is Ellipsis else kinds
        return tuple(_read(each, one) for each, one in zip(value, several, strict=True))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _read(each, hints[name]) for name, each in value.items() if name in hints})
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
