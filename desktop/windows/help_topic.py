"""What the help of one screen is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """The help of one screen."""

    title: str
    """English msgid."""
    says: tuple[str, ...]
    """English msgids, a paragraph each."""
