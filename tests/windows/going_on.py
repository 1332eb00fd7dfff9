"""What the tests of half-typed forms share: going on with the one that Today offers."""

from __future__ import annotations

from typing import Any

from desktop.windows.main import Main
from desktop.windows.unfinished_forms import FORMS
from tests.windows.looking import settle


def go_on_from_today(frame: Main) -> Any:
    """The page on which the one half-typed form stands again."""
    frame.go("today")
    settle()
    today: Any = frame.top
    (draft,) = frame.desk.centre.drafts.all(frame.desk.centre.worker)
    assert draft.form in FORMS, "Today names it"
    today._continue(draft)
    settle()
    return frame.top
