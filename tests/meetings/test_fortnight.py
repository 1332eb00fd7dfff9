"""A Serbian group's fortnight: the table of cases, closed the day before at ten, and what is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.centre import Centre, new_centre
from desktop.meetings.agenda import CaseCount
from desktop.meetings.meeting_cases import Numbers
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.meetings.paper_content import Pack
from desktop.paper.centre_keys import CentreKeys
from desktop.records.agency import Agency
from desktop.records.meeting import Meeting
from desktop.records.referral import Referral
from desktop.vault.keys import KeyCost
from tests.builders import a_centre, a_mention, a_referral, an_agency
from tests.conftest import PASSPHRASE, WORKER, Still


@pytest.fixture
def group(tmp_path: Path, still: Still, seal_keys: CentreKeys) -> Iterator[Centre]:
    """A Serbian centre whose group has its three permanent members and a hospital now and then."""
    draft = a_centre(name="Центар „Липа“", country="RS", language="sr_Cyrl", town="Зрењанин")
    centre = new_centre(
        tmp_path / "lipa.liepa", draft, worker_name=WORKER, passphrase=PASSPHRASE, world=still.world,
        cost=KeyCost.cheap(), keys=seal_keys,
    )  # fmt: skip
    members = [
        centre.directory.enter(an_agency(name=name, short_name="", kind=kind), centre.worker).id
        for name, kind in (
            ("ОЈТ Зрењанин", "prosecution"),
            ("ПУ Зрењанин", "police"),
            ("ЦСР Зрењанин", "social_services"),
        )
    ]
    hospital = centre.directory.enter(an_agency(name="Општа болница", short_name="", kind="health"), centre.worker)
    kind = centre.diary.kinds()[0]
    known = centre.diary.kind_draft(kind.id)
    told = replace(known, permanent=tuple(members), occasional=(hospital.id,))
    centre.diary.lay_down(told, centre.worker, kind.id)
    yield centre
    centre.vault.lock()


def named(centre: Centre, name: str) -> Agency:
    return centre.directory.by_name(name)


def a_grave(centre: Centre, day: datetime, name: str) -> Referral:
    draft = a_referral(
        named(centre, "ПУ Зрењанин").id, received_at=day, reference="МУП-77", mentions=(a_mention(name=name),),
        risk_level="high", risk_instrument="police",
    )  # fmt: skip
    return centre.referrals.enter(draft, centre.worker)


def plan(centre: Centre, day: date) -> Meeting:
    return centre.diary.plan(MeetingDraft(centre.diary.kinds()[0].id, day), centre.worker)


def test_the_table_goes_from_meeting_to_meeting(group: Centre, still: Still) -> None:
    by, cases = group.worker, group.meeting_cases
    first = plan(group, date(2026, 11, 6))
    assert first.cut_off == datetime(2026, 11, 5, 10)
    referral = a_grave(group, datetime(2026, 11, 2, 9), "Љиљана Ђорђевић")
    assert [each.id for each in cases.proposed(first.id)["new"]] == [referral.id]
    cases.put(first.id, [referral.id], "new", by)
    cases.number(referral.id, Numbers(prosecution="КТ 12/26", social_work="ЦСР 5"), by)
    (row,) = cases.of(first.id)
    assert (row.numbers.police, row.numbers.prosecution) == ("МУП-77", "КТ 12/26")
    cases.note(row.case.id, by, asked="убрзати", agreed="хитна мера продужена", again=True)
    still.wait(days=4)
    group.minuting.end(first.id, by)

    second = plan(group, group.diary.proposed(first.kind_id).on_day or date.max)
    assert (second.on_day - first.on_day).days <= 15
    late = a_grave(group, datetime(2026, 11, 6, 11), "Друга Особа")
    proposed = cases.proposed(second.id)
    assert {name: [each.id for each in several] for name, several in proposed.items()} == {
        "new": [late.id],
        "current": [referral.id],
    }
    cases.put(second.id, [late.id], "new", by)
    cases.put(second.id, [referral.id], "speed_up", by, "рочиште")
    part = next(each for each in group.agendas.compose(second.id).parts if each.part == "cases")
    assert part.lines == (CaseCount("new", 1), CaseCount("speed_up", 1))


def test_a_notice_after_the_cut_off_waits_for_the_next_meeting(group: Centre, still: Still) -> None:
    first = plan(group, date(2026, 11, 6))
    still.wait(days=3, hours=5)  # Thursday, three in the afternoon
    a_grave(group, datetime(2026, 11, 5, 10, 5), "Љиљана Ђорђевић")
    assert group.meeting_cases.proposed(first.id)["new"] == []


def test_the_three_permanent_members_see_names_and_the_hospital_a_code(group: Centre) -> None:
    meeting, by = plan(group, date(2026, 11, 6)), group.worker
    referral = a_grave(group, datetime(2026, 11, 2, 9), "Љиљана Ђорђевић")
    group.meeting_cases.put(meeting.id, [referral.id], "new", by, "упутити лекару")
    for name in ("ОЈТ Зрењанин", "ПУ Зрењанин", "ЦСР Зрењанин"):
        pack = group.meeting_papers.prepare(meeting.id, "pack", named(group, name).id)
        assert isinstance(pack, Pack)
        (case,) = pack.cases
        assert (case.who, case.is_named, case.police) == ("Љиљана Ђорђевић", True, "МУП-77")
    pack = group.meeting_papers.prepare(meeting.id, "pack", named(group, "Општа болница").id)
    assert isinstance(pack, Pack)
    (case,) = pack.cases
    assert (case.who, case.is_named, case.police, case.on_day) == ("P-0001", False, "", None)
    assert [each.reason for each in group.meeting_papers.withheld(meeting.id)[named(group, "Општа болница").id]] == [
        "no_consent"
    ]
