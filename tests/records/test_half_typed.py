from __future__ import annotations

from datetime import date
from uuid import UUID

from desktop.centre import Centre
from desktop.vault.vault import Worker
from tests.builders import NOW
from tests.conftest import Still

TYPED = {"person_name": "Daiva Jon", "kinds": ["physical"], "children": True, "received_on": date(2026, 11, 2)}
OTHER = Worker(UUID(int=77), "Ona P.", "cases")


def test_what_is_half_typed_comes_back_as_typed(centre: Centre) -> None:
    centre.drafts.keep("referral", None, TYPED, "Daiva Jon ", centre.worker)
    note = centre.drafts.of("referral", None, centre.worker)
    assert note is not None
    assert note.fields == TYPED | {"received_on": "2026-11-02"}
    assert (note.title, note.saved_at) == ("Daiva Jon", NOW)


def test_one_form_about_one_record_has_one_draft(centre: Centre, still: Still) -> None:
    about = UUID(int=5)
    centre.drafts.keep("referral", None, {"n": 1}, "new", centre.worker)
    centre.drafts.keep("attempt", about, {"n": 2}, "call", centre.worker)
    still.wait(minutes=5)
    centre.drafts.keep("referral", None, {"n": 3}, "new again", centre.worker)
    assert [(note.form, note.about, note.fields["n"]) for note in centre.drafts.all(centre.worker)] == [
        ("referral", None, 3),
        ("attempt", about, 2),
    ]


def test_each_worker_has_her_own(centre: Centre) -> None:
    centre.drafts.keep("referral", None, TYPED, "", centre.worker)
    assert centre.drafts.all(OTHER) == ()
    assert centre.drafts.of("referral", None, OTHER) is None
    centre.drafts.drop("referral", None, OTHER)
    assert len(centre.drafts.all(centre.worker)) == 1


def test_a_draft_that_was_saved_is_dropped(centre: Centre) -> None:
    centre.drafts.keep("referral", None, TYPED, "", centre.worker)
    centre.drafts.drop("referral", None, centre.worker)
    centre.drafts.drop("referral", None, centre.worker)
    assert centre.drafts.all(centre.worker) == ()


def test_drafts_leave_no_trace_in_the_history(centre: Centre) -> None:
    before = centre.vault.head()
    centre.drafts.keep("referral", None, TYPED, "", centre.worker)
    centre.drafts.drop("referral", None, centre.worker)
    assert centre.vault.head() == before
    assert centre.history.verify().whole


def test_half_a_sign_is_kept_too(centre: Centre) -> None:
    centre.drafts.keep("referral", None, {"name": "Daiva \ud83d"}, "Daiva \ud83d", centre.worker)
    note = centre.drafts.of("referral", None, centre.worker)
    assert note is not None
    assert note.fields == {"name": "Daiva \ud83d"}
