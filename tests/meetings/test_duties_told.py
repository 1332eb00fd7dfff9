"""An agenda tells how the protocol's duties were kept in the month before, as everybody may see it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop.centre import Centre
from desktop.meetings.agenda import EMPTY, NOTHING
from desktop.meetings.agenda_layout import draw
from desktop.meetings.agendas import ItemDraft
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft
from desktop.protocol.duty_protected import DutyLine
from desktop.protocol.protocols import Adoption
from desktop.records.referral import Referral
from tests.builders import an_agency
from tests.summaries.conftest import text_of


def test_the_part_praises_first_and_hides_small_numbers(centre: Centre) -> None:
    by = centre.worker
    police = centre.directory.enter(an_agency(), by).id
    other = centre.directory.enter(an_agency(name="Skuodo PK", short_name="Skuodo PK"), by).id
    kind = centre.diary.kinds()[0]
    meeting = centre.diary.plan(MeetingDraft(kind.id, date(2026, 11, 10)), by)
    item = centre.agendas.add(meeting.id, ItemDraft("duties"), by)
    part = next(one for one in centre.agendas.compose(meeting.id).parts if one.item_id == item.id)
    assert part.state == NOTHING != EMPTY  # no protocol is in force
    version = centre.protocols.begin(ProtocolDraft("Protokolas", "lt"), by)
    provision = ProvisionDraft("4", "Pranešimas", "t", holders=(police, other), trigger="incident", limit_number=24,
                               limit_unit="hours")  # fmt: skip
    centre.provisions.add(version.id, provision, by)
    centre.protocols.close(version.id, by)
    centre.protocols.adopt(version.id, Adoption(date(2026, 9, 1), date(2026, 9, 1)), by)
    with centre.vault.change("Test", by) as session:
        for number in range(9):
            received, sender = datetime(2026, 10, 5 + number, 9, 0), police if number else other
            session.add(
                Referral(id=centre.world.new_id(), year=2026, number=500 + number, received_at=received,
                         month="2026-10", sender_id=sender, due_at=received + timedelta(days=1),
                         incident_on=received.date() - timedelta(days=0 if number else 4), outcome="accepted")
            )  # fmt: skip
    part = next(one for one in centre.agendas.compose(meeting.id).parts if one.item_id == item.id)
    lines = [line for line in part.lines if isinstance(line, DutyLine)]
    assert len(lines) == 2
    assert all(number is None or not 0 < number < 5 for line in lines for number in (line.kept, line.late, line.cases))
    paper = centre.meeting_papers.prepare(meeting.id, "agenda")
    read = " ".join(text_of(draw(paper).pdf).split())  # type: ignore[arg-type]
    assert "4 Pranešimas · Skuodo PK" in read
