"""The months of a reconciliation in words."""

from __future__ import annotations

from desktop.language import chosen
from desktop.periods import Month


def months_title(first: Month, last: Month) -> str:
    """One month, or from one to another."""
    words = chosen().month_title(first.year, first.month)
    return words if first == last else f"{words} \u2013 {chosen().month_title(last.year, last.month)}"


def months_short(first: Month, last: Month) -> str:
    """The same over two lines, to stand over a column: the months, and the year below; a whole year alone."""
    dot = "." if chosen().locale.startswith("sr") else ""
    if first == last:
        return f"{chosen().month_name(first.month)}\n{first.year}{dot}"
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return f"{first.year}{dot}"
    begins, ends = chosen().month_short(first.month), chosen().month_short(last.month)
    if first.year == last.year:
        return f"{begins} \u2013 {ends}\n{first.year}{dot}"
    return f"{begins} {first.year}{dot} \u2013\n{ends} {last.year}{dot}"
