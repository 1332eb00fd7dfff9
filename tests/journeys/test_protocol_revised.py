"""A protocol of forty provisions: judged, talked over, commented by letter, revised, signed, and kept the month after.

What a worker decides and looks at goes through the real windows, what institutions send through real files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from docx import Document
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.meetings.attendances import AttendanceDraft
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.paper.centre_keys import fingerprint_of
from desktop.paper.seal import Kind, verify
from desktop.periods import Month
from desktop.protocol.acts import ActDraft, PointDraft
from desktop.protocol.comparing import compare
from desktop.protocol.drafts import ProtocolDraft, SignatoryDraft
from desktop.protocol.importing import read_provisions
from desktop.protocol.protocols import Adoption
from desktop.protocol.revision_drafts import ChangeDraft, CommentDraft
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, an_agency, an_attempt
from tests.conftest import Still
from tests.windows.conftest import *  # noqa: F403 - the windows and their application
from tests.windows.looking import press, settle, words

PROVISIONS, POINTS = 40, 12
ADOPTED = date(2026, 1, 5)


@dataclass
class Day:
    """The centre, its protocol, and the three institutions that comment on it."""

    centre: Centre
    folder: Path
    version_id: UUID
    police: UUID
    law: UUID
    health: UUID

    def number(self, number: str) -> UUID:
        """The provision of that number."""
        row = self.centre.protocols.sheet(self.version_id).numbered(number)
        assert row
        return row.provision.id

    def paper(self, kind: str, **wanted: str) -> bytes:
        """A sealed paper, read back as genuine."""
        log = self.centre.protocol_papers
        made = log.make(log.asked(kind, self.version_id, **wanted), self.centre.worker)
        assert verify(made.pdf, {fingerprint_of(self.centre.press.certificate())}).kind is Kind.GENUINE
        return made.pdf


@pytest.fixture
def in_force(centre: Centre, tmp_path: Path) -> Day:
    """Forty provisions, brought in from a file, in force since January; two of them lay down time limits."""
    by = centre.worker
    police, law, health = (
        centre.directory.enter(an_agency(name=name, short_name="", kind=kind), by).id
        for name, kind in (("Policija", "police"), ("Prokuratūra", "prosecution"), ("Ligoninė", "health"))
    )
    lines = ["number,text", *(f'{n},"Nuostata {n}: šalys daro, kas sutarta."' for n in range(1, PROVISIONS + 1))]
    text = tmp_path / "protocol.csv"
    text.write_text("\n".join(lines), encoding="utf-8")
    version = centre.protocols.begin(ProtocolDraft("Bendradarbiavimo protokolas", "lt"), by, outline=False)
    centre.bringing.text(version.id, read_provisions(text), by)
    day = Day(centre, tmp_path, version.id, police, law, health)
    for number, holder, trigger, limit, unit in (
        ("4", police, "incident", 24, "hours"), ("5", None, "contact", 1, "workdays"),
    ):  # fmt: skip
        row = centre.protocols.sheet(version.id).numbered(number)
        assert row
        duty = replace(row.draft(), holders=(holder,), trigger=trigger, limit_number=limit, limit_unit=unit)
        centre.provisions.amend(row.provision.id, duty, by)
    for agency in (None, police, law, health):
        centre.signatories.add(version.id, SignatoryDraft(agency), by)
    centre.protocols.close(version.id, by)
    for party in centre.signatories.of(version.id):
        centre.signatories.sign(party.signatory.id, by, on=ADOPTED)
    centre.protocols.adopt(version.id, Adoption(ADOPTED, ADOPTED, date(2027, 1, 5)), by)
    return day


def test_a_protocol_is_judged_talked_over_revised_signed_and_kept(
    desk_of: Callable[..., Main], in_force: Day, still: Still
) -> None:
    first = in_force.version_id
    second = in_force.centre.protocols.revise(first, "Suderinti su Bendruoju protokolu", in_force.centre.worker)
    in_force.version_id = second.id
    judged(in_force)
    proposed(in_force)
    talked_over(in_force, still)
    came_back(in_force, in_force.police, "Sutinkame.")
    came_back(in_force, in_force.law, "Siūlome ir prokuratūrai.")
    came_back(in_force, in_force.health, "Pritariame.")
    frame = desk_of(in_force.centre)
    decided(frame, in_force)
    changed = changes(in_force, first)
    assert changed == {"4": "changed", "41": "added", "40": "removed"}
    in_force.paper("comparison")
    signed(frame, in_force, still)
    month_after(frame, in_force, still)


def judged(day: Day) -> None:
    """The General Protocol comes as a file; every provision and every point stands once, and is counted."""
    centre, by = day.centre, day.centre.worker
    lines = ["number,text", *(f'3.{n},"Punktas {n}."' for n in range(1, POINTS + 1))]
    file = day.folder / "general.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    points = [PointDraft(each.number, each.title, each.text) for each in read_provisions(file).provisions]
    act = centre.acts.bring(ActDraft("general", "Bendrasis protokolas", "BP", language="lt"), points, by)
    known = {point.number: point.id for point in centre.acts.points(act.id)}
    for n in range(1, 10):
        state = {4: "partly", 7: "contradicts"}.get(n, "matched")
        centre.alignments.answer(known[f"3.{n}"], day.number(str(n)), by)
        centre.alignments.judge(day.version_id, day.number(str(n)), state, by, needed="trumpinti" if n == 4 else "")
    centre.alignments.judge(day.version_id, None, "missing", by, needed="nauja nuostata", point_id=known["3.10"])
    table = centre.alignments.of(day.version_id)
    assert len(table.rows) == PROVISIONS + 3
    told = {state: count for state, count in table.counts.items() if count}
    assert told == {"matched": 7, "partly": 1, "contradicts": 1, "missing": 1, "": PROVISIONS - 9 + 2}
    day.paper("alignment")


def proposed(day: Day) -> None:
    """What is not in line is to be said otherwise; something new, something left out."""
    revision, by = day.centre.revision, day.centre.worker
    row = day.centre.protocols.sheet(day.version_id).numbered("4")
    assert row
    shorter = ChangeDraft.for_provision(row.provision)
    shorter = replace(shorter, text="Policija praneša nedelsdama.", limit_number=12, why="BP 3.4")
    revision.propose(day.version_id, shorter, by)
    point = next(each.basis.point_id for each in row.bases)
    assert point
    revision.propose(
        day.version_id, ChangeDraft("add", number="41", title="Vaikas", text="Skiriamas specialistas."), by
    )
    revision.propose(day.version_id, ChangeDraft("remove", day.number("40")), by)
    revision.propose(
        day.version_id, replace(ChangeDraft.for_provision(_provision(day, "7")), text="Be jokių apribojimų."), by
    )


def _provision(day: Day, number: str):  # type: ignore[no-untyped-def]
    row = day.centre.protocols.sheet(day.version_id).numbered(number)
    assert row
    return row.provision


def talked_over(day: Day, still: Still) -> None:
    """At a consultative meeting, held and minuted, an institution says something to a provision."""
    centre, by = day.centre, day.centre.worker
    kind = next(each for each in centre.diary.kinds() if each.code == "consultative")
    asked = replace(centre.diary.kind_draft(kind.id), occasional=(day.police, day.law, day.health))
    centre.diary.lay_down(asked, by, kind.id)
    meeting = centre.diary.plan(MeetingDraft(kind.id, centre.world.today(), topic="Protokolo peržiūra"), by)
    said = CommentDraft("Terminas priimtinas.", day.number("4"), None, day.health, "meeting", meeting.id)
    centre.revision.comment(day.version_id, said, by)
    begins = datetime.combine(meeting.on_day, meeting.begins)
    still.wait(seconds=max(0, (begins - centre.world.here()).total_seconds()))
    item = centre.agendas.items(meeting.id)[0]
    centre.minuting.decide(item.id, "Projektas siunčiamas institucijoms.", by)
    for row in centre.attendances.of(meeting.id):
        came = replace(AttendanceDraft.of(row.attendance), presence="present", confidential=True)
        centre.attendances.amend(row.attendance.id, came, by)
    centre.minuting.end(meeting.id, by, at=time(23, 0))
    centre.minuting.agree(meeting.id, by)
    assert centre.diary.meeting(meeting.id).state == "agreed"


def came_back(day: Day, whose: UUID, said: str) -> None:
    """The table goes out as DOCX, is filled in with a word processor, and comes back with one unknown number."""
    revision, file = day.centre.revision, day.folder / f"{whose.hex}.docx"
    document = Document(BytesIO(revision.comment_table(day.version_id, whose)))
    table = document.tables[-1]
    for row in table.rows[1:]:
        if row.cells[0].text.strip() in {"4", "41"}:
            row.cells[-1].text = said
    strange = table.add_row().cells
    strange[0].text, strange[-1].text = "99", "Tokios nuostatos nėra."
    document.save(str(file))
    returned = revision.read_returned(day.version_id, file)
    assert [each.number for each in returned.unknown] == ["99"]
    assert {each.number for each in returned.known} == {"4", "41"}
    assert revision.bring_comments(day.version_id, whose, returned, day.centre.worker) == 2


def decided(frame: Main, day: Day) -> None:
    """In the tab of versions: each change is read with its comments and decided with one key; the next opens itself."""
    frame.go("protocol", ("versions", None))
    settle()
    tab = frame.top.tab  # type: ignore[union-attr]
    tab.view.setFocus()
    settle()
    said = words(tab)
    assert any("Siūlome ir prokuratūrai." in each for each in said)
    assert any("Terminas priimtinas." in each for each in said)
    for row in day.centre.revision.changes(day.version_id):
        tab.show_record(row.change.id)
        settle()
        press(Qt.Key.Key_2 if row.change.number == "7" else Qt.Key.Key_1)
        settle()
    states = {row.change.number: row.change.state for row in day.centre.revision.changes(day.version_id)}
    assert states == {"4": "accepted", "7": "rejected", "40": "accepted", "41": "accepted"}


def changes(day: Day, first: UUID) -> dict[str, str]:
    """The list of changes between both versions."""
    old, new = (day.centre.protocols.sheet(each) for each in (first, day.version_id))
    return {row.shown.number: row.kind for row in compare(old, new, "lt").differing}


def signed(frame: Main, day: Day, still: Still) -> None:
    """The text is closed, and nothing changes it; each party signs with one key; the version comes into force."""
    centre, by = day.centre, day.centre.worker
    centre.protocols.close(day.version_id, by)
    pdf = day.paper("protocol")
    assert pdf
    frame.go("protocol", ("signatories", None))
    settle()
    for _party in range(4):
        press(Qt.Key.Key_F6)
        settle()
    assert {row.state for row in centre.signatories.of(day.version_id)} == {"signed"}
    today = centre.world.today()
    centre.protocols.adopt(day.version_id, Adoption(today, today + timedelta(days=1)), by)
    still.wait(days=1)
    states = [row.state for row in centre.protocols.versions(centre.protocols.all()[0].id)]
    assert states == ["in_force", "superseded"]


def month_after(frame: Main, day: Day, still: Still) -> None:
    """A notice in time and one that is late by the new limit, and the records behind both."""
    centre, by = day.centre, day.centre.worker
    before = Month.of(centre.world.today())
    still.wait(days=30)
    today = centre.world.today()
    assert Month.of(today) == before.later(1)
    for hours, name in ((6, "Viena Vienaitė"), (20, "Dvi Dvaitė")):
        came = datetime.combine(today, time(9)) + timedelta(days=1)
        still.wait(seconds=(came - centre.world.here()).total_seconds())
        since = came - timedelta(hours=hours)
        notice = centre.referrals.enter(
            a_referral(day.police, received_at=came, incident_on=since.date(), incident_time=since.time(),
                       mentions=(a_mention(name=name),)),
            by,
        )  # fmt: skip
        centre.contacts.attempt(notice.id, an_attempt(at=came), by)
    still.wait(days=3)
    protocol = centre.protocols.all()[0]
    rows = {(row.number, row.agency and row.agency.id): row
            for row in centre.duties.figures(protocol.id, Month.of(today)).rows}  # fmt: skip
    police, ours = rows["4", day.police], rows["5", None]
    assert (police.tally.kept, police.tally.late, police.longest) == (1, 1, 8)
    assert (ours.tally.kept, ours.tally.late) == (2, 0)
    assert [case.state for case in police.cases] == ["late", "kept"], "what was due first stands first"
    frame.go("protocol", ("duties", None))
    settle()
    tab = frame.top.tab  # type: ignore[union-attr]
    tab.month.choose(Month.of(today).key)
    tab.month.activated.emit(tab.month.currentIndex())
    settle()
    tab.view.setFocus()
    tab.view.choose(police.key)
    press(Qt.Key.Key_Return)
    settle()
    assert frame.top
    assert frame.top.NAME == "protocol_cases"
    page: Any = frame.top
    assert page.model.rowCount() == 2
    page.view.setFocus()
    press(Qt.Key.Key_F6)
    settle()
    assert frame.top
    assert frame.top.at_hand() in {case.event.notice_id for case in police.cases}
