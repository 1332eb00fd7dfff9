"""Whose a list seems to be, and of which months: told by what stands in it, proposed and never decided. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from desktop.periods import Month
from desktop.reconciliation.partner_counts import month_in
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.units import Units
from desktop.records.agency import Agency
from desktop.vault.letters import fold

FEW = 4
MOST_WORDS = 40
"""Words for units that are looked at: a column that names more names no units."""
FEW = 4
"""A month that has less than one notice for so many of the fullest month is not the list's own."""


def period_of(listed: PartnerList, titles: Iterable[str], today: date) -> tuple[Month, Month]:
    """The first and the last month that a list seems to be about; the last month where nothing tells."""
    tally = Counter(Month.of(notice.date) for notice in listed.notices if notice.date)
    tally.update(each.month for each in listed.counts if each.month and not listed.notices)
    if tally:
        least = max(tally.values()) / FEW
        own = [month for month, number in tally.items() if number >= least or listed.counts]
        return min(own), max(own)
    now = Month.of(today)
    named = next((month for title in titles if (month := month_in(title.replace("_", " "), today.year))), None)
    if named is not None:
        named = named if named <= now else named.later(-12)
    found = named or now.later(-1)
    return found, found


def outside(listed: PartnerList, first: Month, last: Month) -> int:
    """How many notices of a list are dated outside these months."""
    return sum(1 for notice in listed.notices if notice.date and not first <= Month.of(notice.date) <= last)


def partner_of(
    listed: PartnerList, titles: Iterable[str], agencies: Sequence[Agency], known: Collection[UUID] = ()
) -> UUID | None:
    """The institution whose list it seems to be; None where nothing tells.

    Args:
        listed: The list as it is understood.
        titles: What stands over its tables, and its name.
        agencies: Everybody who may be meant.
        known: Those whose lists were brought before; they go before others who are told as well.
    """
    units_named = Counter([*(notice.unit for notice in listed.notices), *(each.unit for each in listed.counts)])
    words = {word for word, _times in units_named.most_common(MOST_WORDS)}
    told: dict[UUID, tuple[int, bool, int]] = {}
    for agency in agencies:
        units = Units(agencies, agency.id)
        met = sum(1 for word in words if word and units.named(word))
        if met:
            told[agency.id] = (met, agency.id in known, -len(units.all))
    if told:
        best = max(told, key=lambda each: told[each])
        above = next((agency.parent_id for agency in agencies if agency.id == best), None)
        is_one_of_several = told[best][0] < len(words - {""}) and told[best][2] == -1
        return above if above and is_one_of_several else best
    text = fold(" ".join(titles))
    named = [
        agency for agency in agencies if any(fold(name) in text for name in (agency.name, agency.short_name) if name)
    ]
    if named:
        return max(named, key=lambda each: (each.id in known, len(each.name))).id
    return next(iter(known)) if len(known) == 1 else None


def unknown_units(listed: PartnerList, units: Units) -> list[str]:
    """The units of a list that the directory does not know, as written, in the order in which they are met."""
    words = [*(notice.unit for notice in listed.notices), *(each.unit for each in listed.counts)]
    met = {fold(word).strip(): word for word in reversed(words) if word.strip()}
    return [word for word in dict.fromkeys(words) if met.get(fold(word).strip()) == word and not units.named(word)]
