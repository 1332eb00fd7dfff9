"""Where in a file somebody may sign digitally after the centre has sealed it: empty signature fields, each named.

Must never know who signs or with what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.paper.pen import PAGE_HEIGHT

NAME = re.compile(r"[^.\x00-\x1f]{1,60}")
"""A field's name; a full stop would make it the name of a field within another."""
SEAL = "Seal"
"""The name of the centre's own field."""


@dataclass(frozen=True)
class Field:
    """An empty signature field: its name, and where it lies as a `Spot` does."""

    name: str
    page: int
    """From 0."""
    x: float
    y: float
    width: float
    height: float


def put_fields(writer: Any, fields: Iterable[Field]) -> None:
    """Add the fields to a file that is being written; two of one name are a mistake of the caller."""
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    names = {SEAL}
    for field in fields:
        if field.name in names or not NAME.fullmatch(field.name):
            raise ValueError(field.name)
        names.add(field.name)
        left, right = round(field.x), round(field.x + field.width)
        low, high = round(PAGE_HEIGHT - field.y - field.height), round(PAGE_HEIGHT - field.y)
        append_signature_field(writer, SigFieldSpec(field.name, on_page=field.page, box=(left, low, right, high)))
