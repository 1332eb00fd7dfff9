"""An invented sister centre: its card is known, one package of its figures was read, the next one waits as a file.

The newcomer reads it in herself and sees its figures enter the matrix. The sister has no vault of its own: what it
sends is signed with a key that is made for it and thrown away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from desktop.centre import Centre
from desktop.demo.reconciling import ListFile
from desktop.demo.story import Story
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.paper.package import CARD_ENDING, PACKAGE_ENDING, public_of, read_card, write_card, write_package
from desktop.paper.told_figures import ToldCentre, ToldFigure, ToldFigures, ToldPartner, ToldUnit
from desktop.periods import Month
from desktop.reconciliation.sister_figures import CENTRE
from desktop.reconciliation.units import units_of
from desktop.records.agency import Agency
from desktop.records.directory import AgencyDraft

FOLDER = "packages"
MOST = 9
"""So many notices of one unit in a month at most."""


def exchange_packages(
    centre: Centre, folder: Path, story: Story, files: Sequence[ListFile], keys: CentreKeys | None = None
) -> None:
    """Know the sister by its card, read its package of the month before last, and lay that of last month out.

    `keys` are the sister's, for those who make many.
    """
    if not files:
        return
    sister, by = _sister(centre, story), centre.worker
    keys = keys or make_centre_keys(sister.name[:64], centre.world)
    own = read_card(centre.packages.card(by))
    card = write_card(sister.name, public_of(centre.world.chance(32)), centre.world.now(), keys)
    centre.packages.know(card, sister.id, by)
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / f"sister{CARD_ENDING}").write_bytes(card)
    partner, last = files[0].partner, files[0].month
    ends = ToldCentre(sister.name, keys.fingerprint), ToldCentre(own.name, own.fingerprint)
    made_at = centre.world.now().replace(microsecond=0)
    for serial, month in enumerate((last.later(-1), last), 1):
        told = _partner(centre, story, partner, month)
        sent = ToldFigures(serial, made_at - timedelta(days=2 - serial), *ends, (month.key,), (told,))
        package = write_package(sent, keys, own.exchange_key)
        (folder / FOLDER / f"sister-{month.key}{PACKAGE_ENDING}").write_bytes(package)
        if month != last:
            centre.packages.take_in(package, by)


def _sister(centre: Centre, story: Story) -> Agency:
    """Another crisis centre of the directory; entered where the country's list has none."""
    known = centre.directory.agencies(CENTRE)
    if known:
        return known[0]
    return centre.directory.enter(AgencyDraft(name=story.lines["words"]["sister"], kind=CENTRE), centre.worker)


def _partner(centre: Centre, story: Story, partner: Agency, month: Month) -> ToldPartner:
    """What the sister agreed with the same institution in a month, unit by unit."""
    with centre.vault.look() as session:
        units = units_of(session, partner.id).lines()
    figures = []
    for place in range(len(units)) or [None]:
        agreed = story.chance.randrange(1, MOST)
        sent = agreed + story.chance.randrange(2)
        figures.append(ToldFigure(month.key, place, sent, agreed, agreed, f"SA-{month.key}"))
    told = tuple(ToldUnit(each.name) for each in units)
    return ToldPartner(partner.name, tuple(filter(None, [partner.short_name])), partner.kind, told, tuple(figures))
