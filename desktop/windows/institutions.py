"""Institutions to choose from: those that work today, and the one that a record names though it closed since."""

from __future__ import annotations

from uuid import UUID

from desktop.centre import Centre
from desktop.records.agency import Agency
from desktop.records.directory import Naming
from desktop.windows.offered import Entries, Offered


def institutions(centre: Centre, kind: str | None = None, *, place: Naming | None = None) -> Offered:
    """The institutions that work today, and none; of one kind, if asked."""

    def entries() -> Entries:
        found = working(centre, place, kind)
        return [("", ""), *((agency.id.hex, agency.known_as) for agency in found)]

    return Offered(entries, lambda code: institution_words(centre, code))


def working(centre: Centre, place: Naming | None, kind: str | None = None) -> tuple[Agency, ...]:
    """Those that work today, in house order but for those named last in this place of the records."""
    if place is None:
        return centre.directory.agencies(kind, active_on=centre.world.today())
    return centre.directory.named_lately(place, kind)


def institution_words(centre: Centre, code: str) -> str:
    """What the institution of that identifier is called, whether it works or not."""
    try:
        wanted = UUID(code)
    except ValueError:
        return ""
    return next((agency.known_as for agency in centre.directory.agencies() if agency.id == wanted), "")
