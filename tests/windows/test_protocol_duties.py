"""Duties at work on the screen: a month's rows lead to the records behind; what is known of a case is noted there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.language import choose
from desktop.periods import Month
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft
from desktop.protocol.duty_cases import DutyCase, Event
from desktop.protocol.duty_notices import NOT_REACHED
from desktop.protocol.protocols import Adoption
from desktop.windows.main import Main
from desktop.windows.protocol_case_form import ImpossiblePage
from desktop.windows.protocol_case_rows import reason_words
from desktop.windows.protocol_duties import DutiesTab
from desktop.windows.referral_facts import facts_of
from tests.builders import a_referral, an_agency
from tests.windows.going_on import go_on_from_today
from tests.windows.looking import faults, settle

OCTOBER = Month(2026, 10)


@pytest.fixture
def police(centre: Centre) -> UUID:
    """Bound to tell within 24 hours since September; once it told late, once in time."""
    by = centre.worker
    police = centre.directory.enter(an_agency(name="Tauragės policija", short_name="TP"), by).id
    version = centre.protocols.begin(ProtocolDraft("Protokolas", "lt"), by)
    drafts = [
        ProvisionDraft("4", "Pranešimas", "t", holders=(police,), trigger="incident", limit_number=24,
                       limit_unit="hours"),
        ProvisionDraft("9", "Ataskaita", "t", holders=(None,), trigger="by_hand", limit_number=3, limit_unit="days"),
    ]  # fmt: skip
    centre.provisions.bring(version.id, drafts, by)
    centre.protocols.close(version.id, by)
    centre.protocols.adopt(version.id, Adoption(date(2026, 9, 1), date(2026, 9, 1)), by)
    for came in (datetime(2026, 11, 2, 9, 5), datetime(2026, 10, 20, 9, 5)):
        centre.referrals.enter(a_referral(police, incident_on=date(2026, 10, 20), received_at=came), by)
    return police


@pytest.fixture
def frame(desk_of: Callable[..., Main], centre: Centre, police: UUID) -> Main:
    """The frame on the duties of October."""
    made = desk_of(centre)
    made.go("protocol", ("duties", OCTOBER.key))
    settle()
    return made


def the(frame: Main, kind: type) -> Any:
    """The page or tab of that kind."""
    return frame.findChildren(kind)[-1]


def cases_page(frame: Main) -> Any:
    """The records behind the first row, opened as Enter does."""
    tab = the(frame, DutiesTab)
    tab.view.opened.emit(tab.view.current_id())
    settle()
    frame.top.view.selectRow(0)
    settle()
    return frame.top


def told(frame: Main, centre: Centre) -> Any:
    """October's figures of the notice."""
    protocol = centre.protocols.all()[0].id
    return centre.duties.figures(protocol, OCTOBER).rows[0].tally


def test_a_month_stands_as_rows_and_as_a_picture(frame: Main) -> None:
    tab = the(frame, DutiesTab)
    assert [tab.model.cell(0, place).text for place in (0, 1, 2, 3)] == ["4 · Pranešimas", "TP", "2", "1 of 2"]
    assert [bar.label for bar in tab.chart.picture.bars] == ["TP"]
    assert faults(frame) == []


def test_a_row_leads_to_its_records_and_each_to_its_notice(frame: Main) -> None:
    page = cases_page(frame)
    assert page.NAME == "protocol_cases"
    assert [page.model.cell(row, 4).text for row in (0, 1)] == ["Late: 274 hours", "Kept in time"]
    assert faults(frame) == []
    page.view.opened.emit(page.view.current_id())
    settle()
    assert frame.top.NAME == "referrals"


def test_a_bar_leads_to_the_cases_it_was_drawn_from(frame: Main) -> None:
    tab = the(frame, DutiesTab)
    tab.chart.values[0, 1].click()
    settle()
    assert frame.top.NAME == "protocol_cases"
    assert frame.top.model.rowCount() == 1


def test_why_it_was_not_possible_is_noted_and_taken_back(frame: Main, centre: Centre) -> None:
    page = cases_page(frame)
    page.impossible.click()
    settle()
    form = frame.top.form
    form.put({"reason": "Linijos neveikė."})
    frame.top.save()
    settle()
    assert told(frame, centre).not_possible == 1
    page = frame.top
    assert page.NAME == "protocol_cases"
    page.view.selectRow(0)
    settle()
    page.forget.click()
    settle()
    assert (told(frame, centre).late, told(frame, centre).not_possible) == (1, 0)


def test_that_it_was_done_is_noted_with_its_day(frame: Main, centre: Centre) -> None:
    page = cases_page(frame)
    page.done.click()
    settle()
    frame.top.save()
    settle()
    assert frame.top.NAME == "protocol_done"  # the day is wanting
    frame.top.form.put({"done_at": date(2026, 10, 21)})
    frame.top.save()
    settle()
    assert told(frame, centre).kept == 2


def test_a_departure_begins_with_its_case_and_becomes_a_problem(frame: Main, centre: Centre, police: UUID) -> None:
    page = cases_page(frame)
    page.breach.click()
    settle()
    frame.top.form.put({"fact": "Pranešimas atėjo po dviejų savaičių."})
    frame.top.save()
    settle()
    (breach,) = centre.breaches.all()
    assert (breach.breach.agency_id, breach.breach.record, breach.provision.number) == (police, "referral", "4")
    assert [row.problem.fact for row in centre.raised_problems.all()] == ["Pranešimas atėjo po dviejų savaičių."]


def test_a_case_by_hand_is_noted_and_written_anew(frame: Main, centre: Centre) -> None:
    frame.go("protocol_by_hand")
    settle()
    form = frame.top.form
    provision = next(one.provision_id for one in centre.duties.watched() if one.number == "9")
    form.put({"provision_id": provision.hex, "agency_id": "own", "reason": "Metų ataskaita",
              "begins_at": date(2026, 10, 20)})  # fmt: skip
    assert faults(frame) == []
    frame.top.save()
    settle()
    protocol = centre.protocols.all()[0].id
    row = next(one for one in centre.duties.figures(protocol, OCTOBER).rows if one.number == "9")
    note = row.cases[0].event.record_id
    assert row.tally.late == 1
    frame.go("protocol_by_hand", note)
    settle()
    assert frame.top.form.values()["reason"] == "Metų ataskaita"
    frame.top.form.put({"done_at": date(2026, 10, 22)})
    frame.top.save()
    settle()
    assert next(one for one in centre.duties.figures(protocol, OCTOBER).rows if one.number == "9").tally.kept == 1


def test_a_notice_tells_what_the_protocol_says_of_it(frame: Main, centre: Centre) -> None:
    frame.go("referrals", centre.referrals.latest())
    settle()
    card = frame.top.card
    assert ("Protocol", "4 · TP: late: 274 hours") in facts_of(card.sheet, frame.desk.wording(), card._duties)


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl", "sr_Latn"])
def test_why_it_was_not_possible_is_told_in_the_language_of_the_screen(locale: str) -> None:
    event = Event("referral", UUID(int=1), datetime(2026, 11, 2, 9), excuse=NOT_REACHED)
    due = datetime(2026, 11, 3, 17)
    case = DutyCase(UUID(int=2), UUID(int=3), "6", "contact", "workdays", None, False, event, due, None, "not_possible")
    choose(locale)
    try:
        assert reason_words(case) not in {"", NOT_REACHED}
        assert reason_words(case._replace(event=event._replace(excuse="{typed}"))) == "{typed}"
    finally:
        choose("en")


def test_a_half_typed_reason_goes_on_about_its_own_duty_from_today(frame: Main, centre: Centre) -> None:
    cases_page(frame).impossible.click()
    settle()
    page: Any = frame.top
    page.form.fields["reason"].set_raw("Sugedo faksas.")
    page.form.keep_now()
    provision, record, record_id, whose = page.about.split("/")
    other = centre.duties.watched()[-1].provision_id
    frame.go("protocol_impossible", f"{other.hex}/{record}/{record_id}/{whose}")
    settle()
    assert the(frame, ImpossiblePage).form.fields["reason"].raw() == "", "another duty on the same record"
    assert other.hex != provision
    again = go_on_from_today(frame)
    assert again.form.fields["reason"].raw() == "Sugedo faksas."
    again.save_button.click()
    settle()
    assert told(frame, centre).not_possible == 1
    assert centre.drafts.all(centre.worker) == ()
