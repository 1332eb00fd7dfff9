"""Every text within a paper, whatever it is made of: what the last look before it leaves goes through."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def texts_within(content: Any, *, but: Collection[str] = ()) -> Iterator[str]:
    """The texts of a record, a list or a text itself, in their order; fields of the names in `but` are left out."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, (tuple, list)):
        for each in content:
            yield from texts_within(each, but=but)
    elif is_dataclass(content):
        for one in fields(content):
            if one.name not in but:
                yield from texts_within(getattr(content, one.name), but=but)
