"""The lists from which forms let one choose: an editable one of the centre, fixed words, either with none chosen."""

from __future__ import annotations

from collections.abc import Callable

from desktop.centre import Centre
from desktop.language import _, chosen
from desktop.windows.offered import Entries, Offered


def listed(centre: Centre, name: str) -> Offered:
    """The entries of an editable list, in the language of the screen; a record keeps one that was retired."""

    def kept(code: str) -> str:
        entry = centre.lists.code(name, code)
        return entry.shown(chosen().say) if entry is not None else ""

    return Offered(lambda: [(e.code, e.shown(chosen().say)) for e in centre.lists.entries(name)], kept)


def said(words: dict[str, str]) -> Callable[[], Entries]:
    """The entries of a fixed list."""
    return lambda: [(code, _(msgid)) for code, msgid in words.items()]


def optional(entries: Callable[[], Entries] | Offered) -> Offered:
    """A list with an empty first entry."""
    kept = entries.kept if isinstance(entries, Offered) else lambda _code: ""
    return Offered(lambda: [("", ""), *entries()], kept)
