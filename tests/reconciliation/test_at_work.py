"""A list at work: every act gives another one, habits answer in sight, and the first rows show what is doubtful."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.periods import Month
from desktop.reconciliation.at_work import CHOSEN, LEFT_OUT, RECOGNISED, REMEMBERED, AtWork, begin, put_back
from desktop.reconciliation.opened import Source
from desktop.reconciliation.partner_list import Answers
from desktop.reconciliation.sample import DOUBTFUL, MISSING, SURE, UNREAD, header_choices, sample, sheets_of
from desktop.records.directory import AgencyDraft
from tests.spreadsheets.files import csv_text

HEADINGS = ("Žyma", "Data", "Asmuo", "Gim.", "Nuovada")
PLAIN = [(str(n), f"2026-10-{n:02}", f"Ona Onaitė {n}", "1980", "Kretingos PK") for n in range(1, 9)]
TODAY = date(2026, 11, 3)


def at_work(centre: Centre, *rows: tuple[str, ...], own: Answers | None = None) -> AtWork:
    source = Source(pasted=csv_text([HEADINGS, *rows]))
    return begin(source, own or Answers(), centre.directory.agencies(), centre.reconciliations, TODAY)


@pytest.fixture
def station(centre: Centre) -> UUID:
    return centre.directory.enter(AgencyDraft(name="Kretingos PK", kind="police"), centre.worker).id


def test_whose_list_it_is_and_of_which_month_is_proposed(centre: Centre, station: UUID) -> None:
    work = at_work(centre, *PLAIN)
    assert (work.partner_id, work.first, work.last) == (station, Month(2026, 10), Month(2026, 10))
    assert work.how("") == (LEFT_OUT, RECOGNISED, RECOGNISED, RECOGNISED, RECOGNISED)


def test_an_act_leaves_the_former_list_as_it_was(centre: Centre, station: UUID) -> None:
    work = at_work(centre, *PLAIN)
    other = work.choosing("", "A", "notice_no")
    assert other.opened.listed.notices[0].notice_no == "1"
    assert work.opened.listed.notices[0].notice_no == ""
    assert other.how("")[0] == CHOSEN


def test_a_habit_answers_in_sight_and_holds_for_its_partner_alone(centre: Centre, station: UUID) -> None:
    other_id = centre.directory.enter(AgencyDraft(name="Skuodo PK", kind="police"), centre.worker).id
    doubtful = [("1", "03.10.2026", "Ona Onaitė", "1980", "Kretingos PK")]
    work = at_work(centre, *doubtful).choosing("", "A", "notice_no").answering(date_order="dmy")
    centre.reconciliations.bring(work.brought(remember=True), work.opened.listed, centre.worker)
    again = at_work(centre, ("9", "04.11.2026", "Rūta Rūtaitė", "1981", "Kretingos PK"))
    assert set(again.how("")) == {REMEMBERED}
    assert again.opened.listed.questions == ()
    assert [each.kind for each in again.opened.asked] == ["date_order"], "it was not asked silently"
    assert again.answered_by_habit() == {"date_order"}
    assert again.answering(date_order="mdy").answered_by_habit() == frozenset()
    other = again.of_partner(other_id, centre.reconciliations)
    assert other.how("")[0] == LEFT_OUT
    assert len(other.opened.listed.questions) == 1


def test_what_a_question_was_about_goes_with_the_column(centre: Centre, station: UUID) -> None:
    work = at_work(centre, ("1", "03.10.2026", "Ona Onaitė", "1980", "Kretingos PK"))
    assert [each.kind for each in work.opened.asked] == ["date_order"]
    assert work.choosing("", "B", "remarks").opened.asked == ()


def test_another_row_of_headings_drops_what_was_chosen_of_the_columns(centre: Centre, station: UUID) -> None:
    work = at_work(centre, *PLAIN).choosing("", "A", "notice_no").heading("", 2)
    assert work.own.columns == {}
    assert sample(work.opened, "").header == 2


def test_a_lock_gives_everything_back(centre: Centre, station: UUID) -> None:
    work = at_work(centre, *PLAIN).choosing("", "A", "notice_no")
    back = put_back(work.to_plain(), centre.directory.agencies(), centre.reconciliations, TODAY)
    assert back.to_plain() == work.to_plain()
    assert back.opened.listed == work.opened.listed


def test_the_first_rows_show_what_is_doubtful_wherever_it_stands(centre: Centre, station: UUID) -> None:
    rows = [*PLAIN, ("20", "03.10.2026", "Ona", "1980", ""), ("21", "2026-10-09", "", "", "Kretingos PK"),
            ("22", "2026-02-31", "Rūta", "keturiasdešimt", "")]  # fmt: skip
    work = at_work(centre, *rows)
    shown = sample(work.opened, "")
    assert sheets_of(work.opened) == [""]
    assert (shown.total, shown.header, shown.doubtful, len(shown.rows)) == (11, 1, 1, 6)
    states = {cell.state for row in shown.rows for cell in row.cells}
    assert states == {SURE, DOUBTFUL, MISSING, UNREAD}
    unread = next(row for row in shown.rows if UNREAD in row.states)
    assert [cell.text for cell in unread.cells if cell.state == UNREAD] == ["2026-02-31"]


def test_every_row_may_be_the_headings(centre: Centre, station: UUID) -> None:
    work = at_work(centre, *PLAIN)
    assert header_choices(work.opened, "", 2) == [
        (1, "Žyma · Data · Asmuo · Gim. · Nuovada"), (2, "1 · 2026-10-01 · Ona Onaitė 1 · 1980 · Kretingos PK")
    ]  # fmt: skip
