"""Institutions on the centre's page: the tree by county, the chosen one beside it, its units and its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QPushButton

from desktop.centre import Centre
from desktop.meetings.attendances import AttendanceDraft
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.raised_problems import ProblemDraft
from desktop.records.country import country
from desktop.windows.centre_agencies import AgenciesPart
from desktop.windows.main import Main
from tests.builders import a_referral, an_agency
from tests.windows.looking import faults, foreign_words, settle, turned, words
from tests.windows.test_centre_screen import on_top

Part = Callable[[str], Any]


def _titles(shown: AgenciesPart) -> list[str]:
    return [row for i in range(shown.model.rowCount()) if isinstance(row := shown.model.id_at(i), str)]


def test_an_empty_centre_is_offered_its_county_and_a_filled_one_is_not(part: Part, centre: Centre) -> None:
    shown: AgenciesPart = part("agencies")
    assert shown.offer.isVisible()
    assert shown.county.code() == "Klaipėdos apskritis"
    shown.take_button.click()
    settle()
    assert not shown.offer.isVisible()
    shown.offer_button.click()
    assert shown.offer.isVisible()


def test_institutions_of_another_county_stand_under_its_name_with_their_units(part: Part, centre: Centre) -> None:
    shown: AgenciesPart = part("agencies")
    shown.take()
    assert _titles(shown) == [], "one county needs no title"
    seeds = country("LT")
    centre.directory.take(seeds.offered_agencies("Tauragės apskritis"), centre.worker)
    shown.refresh()
    assert _titles(shown) == ["Klaipėdos apskritis", "Tauragės apskritis"], "the centre's own county stands first"
    assert isinstance(shown.view.current_id(), object)
    headquarters = centre.directory.by_name("Tauragės aps. VPK")
    below = shown.model.id_at(shown.model.row_of(headquarters.id) + 1)
    assert centre.directory.agency(below).parent_id == headquarters.id


def test_the_chosen_institution_is_told_whole(frame: Main, part: Part, centre: Centre) -> None:
    kept = centre.directory.enter(
        an_agency(
            representative="Jonas Petraitis", deputy="Ona Daukšienė", phone="8 445 78024", note="Ona D. klausia pirma",
            names=(("en", "Kretinga police"),), language="sr_Latn",
        ),
        centre.worker,
    )  # fmt: skip
    unit = centre.directory.enter(an_agency(name="Salantų nuovada", short_name="", parent_id=kept.id), centre.worker)
    centre.referrals.enter(a_referral(kept.id, unit_id=unit.id), centre.worker)
    shown: AgenciesPart = part("agencies")
    shown.view.choose(kept.id)
    settle()
    told = words(shown.card)
    assert {"Jonas Petraitis", "Ona Daukšienė", "+370 445 78024", "Ona D. klausia pirma", "Kretinga police"} <= told
    assert {"srpski (latinica)", "Salantų nuovada", "Notices this year: 1", "Working"} <= told
    unit_button = next(b for b in shown.card.findChildren(QPushButton) if b.text() == "Salantų nuovada")
    unit_button.click()
    settle()
    assert shown.view.current_id() == unit.id
    assert "Police · Unit of: Kretingos r. PK" in words(shown.card)
    centre.referrals.enter(a_referral(kept.id), centre.worker)
    for sender, notices in ((kept.id, 2), (unit.id, 1)):
        centre.directory.close(sender, centre.world.today() - timedelta(days=1), centre.worker)
        assert centre.directory.notices(sender, centre.world.today().year) == notices
        shown.act("notices", sender)
        settle()
        assert on_top(frame).NAME == "referrals"
        assert on_top(frame).model.rowCount() == notices, "as many as the card says, also of one that is closed"


def test_a_new_unit_belongs_to_its_institution_and_a_closed_one_may_be_opened_again(
    frame: Main, part: Part, centre: Centre
) -> None:
    kept = centre.directory.enter(an_agency(), centre.worker)
    shown: AgenciesPart = part("agencies")
    shown.view.choose(kept.id)
    settle()
    shown.card.unit.click()
    page = on_top(frame)
    assert page.NAME == "agency"
    assert not page.code.isVisible(), "only a sister centre has a control code"
    page.form.fields["name"].set_raw("Darbėnų nuovada")
    page.save()
    (unit,) = centre.directory.units(kept.id)
    assert (unit.name, unit.kind) == ("Darbėnų nuovada", "police")
    shown = part("agencies")
    shown.act("close", unit.id)
    assert centre.directory.agency(unit.id).active_until == centre.world.today()
    shown.act("reopen", unit.id)
    assert centre.directory.agency(unit.id).active_until is None


def test_a_sister_centre_is_known_by_its_control_words(frame: Main, part: Part, centre: Centre) -> None:
    frame.go("agency", "")
    page = on_top(frame)
    page.form.put({"name": "Tauragės krizių centras", "kind": "centre", "name_en": "Tauragė centre"})
    page.kind.set_value("centre")
    page._fit_code()
    assert page.code.isVisible()
    page.code.set_raw("12 34")
    page.save()
    assert page.code.problem is not None
    page.code.set_raw("ab:cd" * 16)
    page.save()
    kept = centre.directory.by_name("Tauragė centre")
    assert kept.fingerprint == "ABCD" * 16
    shown: AgenciesPart = part("agencies")
    shown.view.choose(kept.id)
    settle()
    assert "Seal not trusted yet" in {pill.text() for pill in shown.card.findChildren(QPushButton)} | words(shown.card)


def test_tree_and_card_fit_every_window(part: Part, frame: Main, centre: Centre) -> None:
    centre.directory.take(country("LT").offered_agencies("Tauragės apskritis"), centre.worker)
    kept = centre.directory.enter(an_agency(note="Ona D.", kind="centre", fingerprint="AB" * 32), centre.worker)
    shown: AgenciesPart = part("agencies")
    shown.view.choose(kept.id)
    for locale in turned(frame):
        shown.sides.show_detail()
        settle()
        assert faults(shown) == [], locale
        assert locale == "en" or foreign_words(shown, locale) == []


def test_what_an_institution_promised_told_and_raised_stands_on_its_card_and_opens(
    frame: Main, part: Part, centre: Centre
) -> None:
    by, today = centre.worker, centre.world.today()
    police = centre.directory.enter(an_agency(name="Tauragės policija", short_name="TP"), by).id
    promised = centre.commitments.promise(CommitmentDraft("Paskirti pavaduotoją", police, today), by).id
    centre.commitments.promise(CommitmentDraft("Paskambinti", None, today), by)
    centre.contributions.note(ContributionDraft("offer", police, "Gali priimti"), by)
    centre.raised_problems.put(ProblemDraft("Vėluoja", agency_id=police), by)
    kinds = centre.diary.kinds() or centre.diary.bring_usual(by)
    meeting = centre.diary.plan(centre.diary.proposed(kinds[0].id), by).id
    centre.attendances.add(meeting, AttendanceDraft(agency_id=police), by)
    paper = centre.meeting_papers.make(meeting, "invitation", by, receiver_id=police)
    centre.meeting_papers.send(paper.id, by)
    for said, page, row in (
        ("Promised: 1, still open: 1", "commitments", promised),
        ("Problems raised: 1, still open: 1", "problems", None),
        ("Told what went well or what it can do: 1", "contributions", None), (paper.number, "meeting", None),
    ):  # fmt: skip
        shown: AgenciesPart = part("agencies")
        shown.view.choose(police)
        settle()
        button = next(b for b in shown.card.findChildren(QPushButton) if said in b.accessibleName())
        button.click()
        settle()
        top: Any = frame.top
        assert page == top.NAME
        if row is not None:
            assert [top.model.id_at(1), top.model.rowCount()] == [row, 2]
