"""A page that saves off the window's thread, and is left before the answer comes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.directory import AgencyDraft
from desktop.settings import Settings
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.worker import Background
from tests.spreadsheets.files import xlsx
from tests.windows.bringing_lists import ROWS, answer
from tests.windows.looking import settle, type_text, until
from tests.windows.thrown_away import destroy_thrown_away


@pytest.fixture
def slow(app: QApplication) -> Iterator[Background]:
    """The worker as at a centre."""
    bugs: list[Exception] = []
    made = Background(bugs.append)
    yield made
    made.close()
    assert bugs == []


@pytest.fixture
def frame(centre: Centre, slow: Background) -> Iterator[Main]:
    made = Main(centre, slow, Settings(look="light"), RAIL, PAGES)
    made.show()
    made.put_back()
    yield made
    made.close()
    made.deleteLater()
    destroy_thrown_away()


def test_a_page_that_was_left_while_it_saved_calls_nobody_back_and_saves_nothing_twice(
    frame: Main, slow: Background, centre: Centre
) -> None:
    go = threading.Event()
    frame.go("problem")
    page: Any = frame.top
    page.form.put(dict.fromkeys(("fact", "effect", "wish"), "Dvi dienos"))
    slow.run(go.wait)
    page.save()
    frame.go("today")
    go.set()
    until(lambda: not slow.is_busy())
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "today"
    frame.back()
    until(lambda: not slow.is_busy())
    assert frame.top is page
    assert not page.save_button.isEnabled()
    assert len(centre.raised_problems.all()) == 1


def half_typed(frame: Main) -> Any:
    """A problem of which a draft is kept, and a letter was typed since."""
    frame.go("problem")
    page: Any = frame.top
    page.form.put(dict.fromkeys(("effect", "wish"), "Dvi dienos"))
    type_text(page.form.fields["fact"].edit, "Neatvyko")
    page.keep_now()
    type_text(page.form.fields["fact"].edit, ".")
    assert page.form.is_pending()
    return page


def drafts(centre: Centre) -> list[str]:
    return [draft.form for draft in centre.drafts.all(centre.worker) if draft.form != "window"]


def leave(frame: Main) -> None:
    frame.back()
    destroy_thrown_away()


def lock(frame: Main) -> None:
    frame.keep()


def work_off(worker: Background) -> None:
    """All that was given is done, and the window has not heard of it yet."""
    while worker._given:
        worker._hand_over()
    worker._thread().submit(lambda: None).result()


@pytest.mark.parametrize("go_away", [leave, lock])
def test_what_is_saved_after_she_left_is_not_offered_as_unfinished(
    frame: Main, slow: Background, centre: Centre, go_away: Callable[[Main], None]
) -> None:
    page = half_typed(frame)
    go = threading.Event()
    slow.run(go.wait)
    page.save()
    go_away(frame)
    go.set()
    work_off(slow)
    assert drafts(centre) == []
    assert len(centre.raised_problems.all()) == 1


def test_nor_is_what_was_saved_when_she_left_before_she_was_told(frame: Main, slow: Background, centre: Centre) -> None:
    page = half_typed(frame)
    page.save()
    work_off(slow)
    leave(frame)
    until(lambda: not slow.is_busy())
    assert len(centre.raised_problems.all()) == 1
    assert drafts(centre) == []


def test_what_could_not_be_saved_after_she_left_is_offered(frame: Main, slow: Background, centre: Centre) -> None:
    page = half_typed(frame)
    page.form.put({"since": centre.world.today() + timedelta(days=1)})
    go = threading.Event()
    slow.run(go.wait)
    page.save()
    leave(frame)
    go.set()
    until(lambda: not slow.is_busy())
    assert centre.raised_problems.all() == []
    assert drafts(centre) == ["problem"]


def test_what_was_saved_before_it_could_be_stopped_is_said_to_be_saved(
    frame: Main, slow: Background, centre: Centre
) -> None:
    page = half_typed(frame)
    before = set(slow._errands)
    page.save()
    (errand,) = slow._errands - before
    work_off(slow)
    errand.stop()
    until(lambda: not slow.is_busy())
    assert len(centre.raised_problems.all()) == 1
    assert frame.top is not page
    assert frame._toast.words() == "Saved."
    assert drafts(centre) == []


@pytest.mark.parametrize("is_stopped", [False, True], ids=["left", "cancelled"])
def test_a_list_that_was_brought_is_not_half_done_whatever_was_pressed_meanwhile(
    frame: Main, slow: Background, centre: Centre, tmp_path: Path, is_stopped: bool
) -> None:
    police = centre.directory.enter(AgencyDraft(name="Kretingos PK", kind="police"), centre.worker).id
    for name in ("Kretingos nuovada", "Salantų nuovada"):
        centre.directory.enter(AgencyDraft(name=name, kind="police", parent_id=police), centre.worker)
    sheet = tmp_path / "pranesimai.xlsx"
    sheet.write_bytes(xlsx(ROWS))
    frame.go("reconcile_columns")
    page: Any = frame.top
    page.read(sheet)
    until(lambda: not slow.is_busy())
    answer(page, "date_order", "dmy")
    until(lambda: not slow.is_busy())
    go = threading.Event()
    page.compare()
    slow.run(go.wait)
    until(lambda: not page._errand.is_over)
    if is_stopped:
        page._errand.stop()
    else:
        leave(frame)
    go.set()
    until(lambda: not slow.is_busy())
    assert len(centre.reconciliations.overview()) == 1
    assert drafts(centre) == []
    assert frame.top is not page


def test_notices_that_were_entered_before_it_could_be_stopped_are_told(
    frame: Main, slow: Background, busy: Centre, tmp_path: Path
) -> None:
    sheet = tmp_path / "list.csv"
    sender = busy.directory.senders()[0].known_as
    row = f"2026-11-02 10:00;{sender};Ona Onaitė;1980;Kretinga"
    sheet.write_text(f"Received;Sender;Name;Birth year;Residence\n{row}\n", encoding="utf-8")
    before = len(busy.referrals.ids())
    frame.go("bring_in")
    page: Any = frame.top
    page.read(sheet)
    until(lambda: not slow.is_busy())
    page.enter()
    (errand,) = slow._errands
    work_off(slow)
    errand.stop()
    until(lambda: not slow.is_busy())
    assert len(busy.referrals.ids()) == before + 1
    assert frame.top is not page
    assert frame._toast.words() == "Notices entered: 1"
