"""An empty notice, and the name that is typed first."""

from __future__ import annotations

from typing import Any

from desktop.windows.main import Main
from tests.windows.looking import settle, type_text


def empty_notice(frame: Main) -> Any:
    """The page of a new notice, on show."""
    frame.go("notice")
    settle()
    return frame.top


def type_name(page: Any, words: str) -> None:
    """Type whom the notice is about, and look at once who looks alike."""
    page.form.fields["mentions.0.name"].focus()
    type_text(page.form.fields["mentions.0.name"].edit, words)
    page.meant.looking.stop()
    page.meant.look()
    settle()
