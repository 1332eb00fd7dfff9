"""Papers of a meeting in the window: looked at for one receiver, made for all, handed over and written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.centre import Centre
from desktop.meetings.contributions import ContributionDraft
from desktop.records.agency import Agency
from desktop.windows.main import Main
from tests.windows.looking import faults, settle, turned, words
from tests.windows.measuring import closer_faults, english_left
from tests.windows.test_meeting_board import prepared

__all__ = ["prepared"]


@pytest.fixture
def page(desk_of: Callable[..., Main], prepared: Centre) -> Any:
    """The papers of a meeting with two members."""
    frame = desk_of(prepared)
    coming = prepared.diary.coming()
    assert coming is not None
    frame.go("meeting_papers", (coming.id, "pack"))
    settle()
    return frame.top


def test_a_pack_is_shown_as_its_receiver_gets_it_and_another_receiver_has_another(page: Any) -> None:
    assert page.receiver.count() == 2
    first = page.paper
    assert first.head.receiver
    page.receiver.setCurrentIndex(1)
    settle()
    assert page.paper.head.receiver != first.head.receiver
    assert [case.is_named for case in first.cases] != [case.is_named for case in page.paper.cases]


def test_made_for_all_handed_over_to_one_and_written_down(page: Any, tmp_path: Path, prepared: Centre) -> None:
    page.make_button.click()
    settle()
    rows = prepared.meeting_papers.of(page.about)
    assert len(rows) == 2
    file = tmp_path / "pack.pdf"
    page._send(rows[0], file)
    settle()
    assert file.read_bytes() == prepared.meeting_papers.paper(rows[0].id).pdf
    assert "Handed over" in words(page)
    assert any(rows[0].digest[:8] in said for said in words(page))


def test_a_consent_withdrawn_since_keeps_a_pack_from_being_handed_over(
    page: Any, tmp_path: Path, prepared: Centre
) -> None:
    page.make_button.click()
    settle()
    person = prepared.meeting_cases.of(page.about)[0].person
    assert person is not None
    consent = prepared.people.sheet(person.id).consents[0]
    prepared.care.withdraw(consent.id, prepared.world.today(), "", prepared.worker)
    resting = [row for row in prepared.meeting_papers.of(page.about) if prepared.meeting_papers.paper(row.id).rests_on]
    page._send(resting[0], tmp_path / "pack.pdf")
    settle()
    assert page.banner.isVisible()
    assert not (tmp_path / "pack.pdf").exists()
    assert "Handed over" not in words(page)


def test_each_kind_offers_what_goes_with_it(page: Any) -> None:
    page.kind.choose("invitation")
    settle()
    assert page.event_button.isVisible()
    page.kind.choose("agenda")
    settle()
    assert (page.receiver.isVisible(), page.letter_button.isVisible()) == (False, True)
    page.make_button.click()
    settle()
    assert "For all who take part" in words(page)


def test_the_page_may_be_shown_in_every_language_and_size(page: Any) -> None:
    found = []
    for locale in turned(page.window()):
        wrong = [*faults(page.window()), *closer_faults(page.window())]
        wrong += english_left(page.window(), locale) if locale != "en" else []
        found += [(locale, fault) for fault in wrong]
    assert found == []


def test_who_is_meant_is_asked_where_an_official_is_called_as_somebody_we_know(page: Any, prepared: Centre) -> None:
    person = prepared.meeting_cases.of(page.about)[0].person
    assert person is not None
    agency = prepared.meeting_papers.receivers(page.about)[0]
    with prepared.vault.change("A new representative", prepared.worker) as session:
        session.get_one(Agency, agency.id).representative = person.name
    said = ContributionDraft("achievement", agency.id, f"Padėjo {person.name}", meeting_id=page.about)
    prepared.contributions.note(said, prepared.worker)
    page.kind.choose("agenda")
    page.make_button.click()
    settle()
    assert page.banner.isVisible()
    assert page.banner.sure_button.isVisible()
    assert prepared.meeting_papers.of(page.about) == []
    page.banner.sure_button.click()
    settle()
    assert [row.kind for row in prepared.meeting_papers.of(page.about)] == ["agenda"]
    assert not page.banner.isVisible()
