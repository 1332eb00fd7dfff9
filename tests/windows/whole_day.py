"""A centre in which everything has happened that a screen can tell of, and the one window on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.centre import Centre
from desktop.protocol.revision_drafts import ChangeDraft
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.partner_counts import PartnerCount
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.reconciliations import Agreement
from desktop.records.directory import AgencyDraft
from desktop.windows.look import look
from desktop.windows.pictures import Stage
from desktop.windows.translator import speak
from tests.conftest import PASSPHRASE, Day, Still
from tests.windows.protocol_day import protocol_too
from tests.windows.reconciling import OCTOBER, october


def everything(centre: Centre) -> None:
    """Meetings, a protocol in its round of revision, a list half reconciled, a settled one, a sister centre."""
    protocol_too(centre)
    by = centre.worker
    for row in (row for each in centre.protocols.all() for row in centre.protocols.versions(each.id)):
        if row.version.state(centre.world.today()) == "draft":
            first, *_others, last = (each.provision for each in centre.protocols.sheet(row.version.id).provisions)
            longer = f"{last.text} Kitą darbo dieną iki 17 valandos."
            centre.revision.propose(row.version.id, replace(ChangeDraft.for_provision(last), text=longer), by)
            centre.revision.propose(row.version.id, ChangeDraft("remove", first.id), by)
            new = ChangeDraft("add", number="6", title="Vaikas", text="Vaikas liudytojas yra nukentėjęs asmuo.")
            centre.revision.propose(row.version.id, new, by)
    open_one = october(centre)
    partner = centre.reconciliations.standing(open_one).kept.partner_id
    before = OCTOBER.later(-1)
    counts = PartnerList((), (PartnerCount(1, "Kretinga", "Kretingos PK", before, 0, "notices"),), (), (), (), {})
    settled = centre.reconciliations.bring(Brought(before, partner, before, "rugsėjis.xlsx"), counts, by).id
    centre.reconciliations.settle(settled, Agreement("A. Kalvaitis", by.name), by)
    centre.directory.enter(AgencyDraft(name="Telšių krizių centras", kind="centre"), by)


def stage_on(day: Day, place: Path) -> Iterator[Stage]:
    """The one window on a copy of that day in a folder of its own; the look is as before once it is closed."""
    folder, past = day
    shutil.copytree(folder, place / folder.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.windows.step.documents_folder", lambda: place)
        made = Stage(place / folder.name, place, PASSPHRASE, Still(ids=past.ids, drawn=past.drawn).world)
        yield made
        made.close()
    speak("en")
    look().apply("light", 100)


def put_on(stage: Stage, locale: str, scheme: str, percent: int, size: tuple[int, int]) -> None:
    """Begin anew in that language, scheme, text size and window."""
    stage.clear()
    speak(locale)
    look().apply(scheme, percent)
    stage.door.resize(*size)
