"""Institutions to choose from: those that work today, and the one that a record names though it closed since."""

from __future__ import annotations

from uuid import UUID

from desktop.centre import Centre
from desktop.windows.offered import Entries, Offered


def institutions(centre: Centre, kind: str | None = None) -> Offered:
    """The institutions that work today, and none; of one kind, if asked."""

    def entries() -> Entries:
        found = centre.directory.agencies(kind, active_on=centre.world.today())
        return [("", ""), *((agency.id.hex, agency.known_as) for agency in found)]

    return Offered(entries, lambda code: institution_words(centre, code))


def institution_words(centre: Centre, code: str) -> str:
    """What the institution of that identifier is called, whether it works or not."""
    try:
        wanted = UUID(code)
    except ValueError:
        return ""
    return next((agency.known_as for agency in centre.directory.agencies() if agency.id == wanted), "")
