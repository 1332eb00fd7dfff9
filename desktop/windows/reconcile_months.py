"""The months of a reconciliation in words."""

from __future__ import annotations

from desktop.language import chosen
from desktop.periods import Month


def months_title(first: Month, last: Month) -> str:
    """One month, or from one to another."""
    words = chosen().month_title(first.year, first.month)
    return words if first == last else f"{words} \u2013 {chosen().month_title(last.year, last.month)}"
