"""Whatever is half typed survives by itself, in every form there is, and Today offers it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from desktop.centre import Centre
from desktop.records.centre_draft import CentreDraft
from desktop.records.drafts import Drafts
from desktop.vault.refusals import DiskFull
from desktop.windows.form import KEPT_AFTER_MS, Form
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.today import Today
from desktop.windows.unfinished_forms import FORMS
from tests.builders import a_referral, an_agency
from tests.windows.looking import settle, shown, type_text

Desk = Callable[..., Main]
SECRET = {"worker", "passphrase", "restore", "summaries", "rehearsal"}
"""Forms that ask for a passphrase or for words of a sheet: those are never kept."""
OF_A_PART = {"centre"}
"""Its parts with a form of their own are looked at one by one."""
SEARCHED = {"person_link", "person_same", "person_join", "person_part"}
"""What is typed there only looks for somebody; nothing is half done until she is chosen."""
OF_A_MEETING = {
    "put_on_meeting", "meeting_off", "meeting_view", "meeting_minutes", "meeting_attendance", "meeting_cases",
    "meeting_agenda", "meeting",
}  # fmt: skip
"""Nothing can be typed there where no meeting is planned, as in this centre; their own tests have one."""
OF_A_PROTOCOL = {
    "protocol_new", "protocol_chapter", "provision", "protocol_revise", "protocol_adopt", "protocol_review",
    "protocol_end", "protocol_parties",
    "protocol_party", "protocol_withdraw", "protocol_report", "protocol_change", "protocol_comment",
    "protocol_returned", "protocol_breach", "protocol_by_hand", "protocol_done", "protocol_impossible",
    "counting_break", "protocol_act", "protocol_point", "protocol_import",
}  # fmt: skip
"""They are asked for about a protocol, and this centre has none; their own tests have one."""
WORDS = "PUSIAU"


def _about(centre: Centre, name: str) -> Any:
    sheet = centre.referrals.sheet(centre.referrals.ids()[-1])
    records: dict[str, Any] = {
        "attempt_amend": sheet.attempts[0].id, "assistance_amend": sheet.assistance[0].id,
        "agency": sheet.referral.sender_id, "reconcile_sister": sheet.referral.sender_id,
        "person_withdraw": sheet.consents[0].id, "person_effect": sheet.plan[0].id,
        "commitment": None, "problem": None, "contribution": None, "training": None, "working_group": None,
        "law_change": None, "meeting_new": None, "meeting_kind": None, "group_end": centre.groups.all()[0].group.id,
    }  # fmt: skip
    if name in records:
        record = records[name]
        return (sheet.referral.person_id, record) if name.startswith("person") else record
    return sheet.referral.person_id if name.startswith("person") else sheet.referral.id


def _lines(page: Any) -> list[QLineEdit | QPlainTextEdit]:
    """Where words can be typed."""
    return [w for w in shown(page) if isinstance(w, QPlainTextEdit | QLineEdit) and not w.isReadOnly()]


def _typed_into(page: Any) -> QLineEdit | QPlainTextEdit:
    """Type into the last field of words; where there is none into the last line."""
    found = _lines(page)
    long = [w for w in found if isinstance(w, QPlainTextEdit)]
    field = (long or found)[-1]
    field.setFocus()
    field.clear()
    type_text(field, WORDS)
    settle()
    return field


def _page_names(frame: Main) -> list[str]:
    """Every page with a form that is typed into."""
    names = []
    for kind in (k for group in (*RAIL, PAGES) for k in group if k.NAME not in SEARCHED):
        frame.go(kind.NAME, None if kind.TITLE else _about(frame.desk.centre, kind.NAME))
        settle(3)
        if kind.NAME == "calls":
            frame.top.card.go_on()  # type: ignore[union-attr]
        if frame.top is not None and frame.top.findChildren(Form) and _lines(frame.top):
            names.append(kind.NAME)
    return names


def test_what_is_half_typed_in_any_form_is_offered_on_today_and_goes_on(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    names = [name for name in _page_names(frame) if name not in SECRET | OF_A_PART | OF_A_MEETING | OF_A_PROTOCOL]
    assert len(names) > 15
    assert [d.form for d in busy.drafts.all(busy.worker)] == [], "to look at a form is not to type"
    for name in names:
        frame.go("today")
        frame.go(name, _about(busy, name))
        settle()
        if name == "calls":
            frame.top.card.go_on()  # type: ignore[union-attr]
        page: Any = frame.top
        _typed_into(page)
        waiting = [form for form in page.findChildren(Form) if form.is_pending()]
        assert waiting, f"{name}: nothing waits to be kept"
        assert KEPT_AFTER_MS < 2000
        page.keep_now()
        drafts = busy.drafts.all(busy.worker)
        assert [WORDS in str(draft.fields) for draft in drafts] == [True], name
        frame.go("today")
        settle()
        today: Any = frame.top
        assert isinstance(today, Today)
        assert drafts[0].form in FORMS, f"{drafts[0].form} has no name among what is unfinished"
        go_on, _away = [b for b in shown(today.drafts) if isinstance(b, QPushButton)]
        go_on.click()
        settle()
        again: Any = frame.top
        assert again is not today, name
        assert WORDS in str([form.raw() for form in again.findChildren(Form)]), name
        busy.drafts.drop(drafts[0].form, drafts[0].about, busy.worker)
        for form in again.findChildren(Form):
            form.forget()


@pytest.mark.parametrize(
    ("name", "field"), [("assistance_entry", "persons"), ("agency", "municipalities"), ("meeting_kind", "permanent")]
)
def test_words_by_which_an_answer_is_looked_for_survive_a_lock_with_their_form(
    desk_of: Desk, busy: Centre, name: str, field: str
) -> None:
    frame = desk_of(busy)
    frame.go(name, _about(busy, name))
    settle()
    page: Any = frame.top
    type_text(_entry(page.form.fields[field]), WORDS)
    assert page.form.is_pending()
    frame.keep()
    again: Any = desk_of(busy).top
    assert name == again.NAME
    assert _entry(again.form.fields[field]).text() == WORDS


@pytest.mark.parametrize("name", ["person_link", "person_same"])
def test_who_was_looked_for_is_looked_for_after_a_lock_and_leaves_nothing_unfinished(
    desk_of: Desk, busy: Centre, name: str
) -> None:
    frame = desk_of(busy)
    frame.go(name, _about(busy, name))
    settle()
    page: Any = frame.top
    type_text(page.other.edit, "Rūta")
    frame.keep()
    assert [draft.form for draft in busy.drafts.all(busy.worker)] == ["window"]
    again: Any = desk_of(busy).top
    assert again.other.edit.text() == "Rūta"
    assert again.other.list.chosen() is not None


def _entry(field: Any) -> QLineEdit:
    """Where the words of a look-up are typed."""
    line: QLineEdit = field.edit if hasattr(field, "edit") else field.combo.lineEdit()
    return line


@pytest.mark.parametrize("name", ["worker", "passphrase"])
def test_a_passphrase_is_never_kept(desk_of: Desk, busy: Centre, name: str) -> None:
    frame = desk_of(busy)
    frame.go(name)
    settle()
    page: Any = frame.top
    for edit in (w for w in shown(page) if isinstance(w, QLineEdit)):
        type_text(edit, WORDS)
    settle()
    page.keep_now()
    assert busy.drafts.all(busy.worker) == ()


@pytest.mark.parametrize(("part", "field"), [("days", "why"), ("data", "receiver")])
def test_what_is_half_typed_in_a_part_of_the_centre_survives_a_lock_and_is_thrown_away_on_today(
    desk_of: Desk, busy: Centre, part: str, field: str
) -> None:
    frame = desk_of(busy)
    frame.go("centre", part)
    page: Any = frame.top
    edit = page.part.form.fields[field].edit
    type_text(edit, WORDS)
    assert page.part.form.is_pending()
    frame.keep()
    again = desk_of(busy)
    shown_part: Any = again.top
    assert WORDS in shown_part.part.form.raw()[field]
    again.go("today")
    settle()
    today: Any = again.top
    go_on, away = (b for b in shown(today.drafts) if isinstance(b, QPushButton))
    go_on.click()
    assert again.top is shown_part
    assert shown_part.state() == {"part": part}
    again.go("today")
    away = [b for b in shown(today.drafts) if isinstance(b, QPushButton)][1]
    away.click()
    assert busy.drafts.all(busy.worker) == ()
    again._toast._undo.click()
    assert [d.fields[field] for d in busy.drafts.all(busy.worker)] == [shown_part.part.form.raw()[field]]


def test_looking_at_a_new_notice_leaves_nothing_unfinished_though_the_last_one_named_a_unit(
    desk_of: Desk, busy: Centre
) -> None:
    sender = busy.directory.senders()[0].id
    unit = busy.directory.enter(an_agency(name="Pirma", short_name="", parent_id=sender), busy.worker)
    busy.referrals.enter(a_referral(sender, unit_id=unit.id), busy.worker)
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    page: Any = frame.top
    assert page.form.unit.value() == unit.id.hex
    assert not page.form.is_pending()
    frame.go("today")
    settle()
    assert busy.drafts.all(busy.worker) == ()


def test_a_saved_closed_day_leaves_no_draft_and_what_is_taken_out_again_neither(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("centre", "days")
    part: Any = frame.top.part  # type: ignore[union-attr]
    edit = part.form.fields["why"].edit
    type_text(edit, WORDS)
    part.keep_now()
    assert len(busy.drafts.all(busy.worker)) == 1
    edit.clear()
    part.form.keep_now()
    assert busy.drafts.all(busy.worker) == ()
    type_text(edit, WORDS)
    part.keep_now()
    type_text(part.day.edit, "2026-12-23")
    part.add()
    assert [day.why for day in busy.lists.closed_days()] == [WORDS]
    assert busy.drafts.all(busy.worker) == ()
    assert part.form.raw() == {"day": "", "why": ""}


def test_what_somebody_else_saved_meanwhile_is_not_taken_back_by_a_draft(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("centre", "data")
    part: Any = frame.top.part  # type: ignore[union-attr]
    type_text(part.form.fields["receiver"].edit, WORDS)
    part.keep_now()
    kept = CentreDraft.of(busy.profile_log.profile())
    busy.profile_log.amend(replace(kept, town="Rietavas"), busy.worker)
    part.refresh()
    part.save()
    profile = busy.profile_log.profile()
    assert (profile.town, profile.receiver) == ("Rietavas", WORDS)


@pytest.mark.parametrize("name", ["notice", "handover", "plan", "person_plan"])
def test_what_a_full_disk_keeps_from_being_kept_is_gone_by_no_way_of_leaving(
    desk_of: Desk, busy: Centre, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(*_told: object) -> None:
        raise DiskFull

    frame = desk_of(busy)
    frame.go(name, None if name == "notice" else _about(busy, name))
    settle()
    page = frame.top
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep", refuse)
        field = _typed_into(page)
        frame.go("people")
        settle()
        assert frame.banner.isVisible(), "and she is told"
        frame.back()
        settle()
        assert _words_of(field) == WORDS
        frame.back()
        settle()
        assert (frame.top, _words_of(field)) == (page, WORDS), "it would be gone with the page"
        assert frame.banner.isVisible()
    frame.back()
    settle()
    assert frame.top is not page
    assert busy.drafts.all(busy.worker)


def test_an_entry_and_an_institution_half_typed_are_taken_up_where_they_belong(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    agency = busy.directory.agencies("police")[0]
    frame.go("entry", "assistance_kind")
    settle()
    type_text(_lines(frame.top)[0], WORDS)
    frame.go("agency", agency.id.hex)
    settle()
    frame.top.form.fields["short_name"].focus()  # type: ignore[union-attr]
    type_text(frame.top.form.fields["short_name"].edit, WORDS)  # type: ignore[union-attr]
    frame.go("today")
    settle()
    assert isinstance(frame.top, Today)
    today, kept = frame.top, {draft.form: draft for draft in busy.drafts.all(busy.worker)}
    for form in ("entry", "agency"):
        today._continue(kept[form])
        settle()
        assert form == frame.top.NAME
        frame.top.save()  # type: ignore[attr-defined]
        settle()
    assert WORDS in [code.own_words for code in busy.lists.entries("assistance_kind")]
    assert [one.id for one in busy.directory.agencies("police") if WORDS in one.short_name] == [agency.id]


def _words_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
