"""The page for receivers from the command line."""

from __future__ import annotations

from desktop.paper.preview import page_count, page_text
from tests.commands.conftest import Desk


def test_the_page_for_receivers_is_written_in_the_language_asked_for(desk: Desk) -> None:
    file = desk.folder / "page.pdf"
    ended = desk.on("summary", "receiver-page", file, "--language", "sr_Cyrl")
    assert ended.code == 0, ended
    assert str(file) in ended.out
    assert page_count(file.read_bytes()) == 1
    assert "Како проверити примљени документ" in page_text(file.read_bytes(), 0)


def test_a_folder_that_is_not_there_is_told(desk: Desk) -> None:
    ended = desk.on("summary", "receiver-page", desk.folder / "nowhere" / "page.pdf")
    assert ended.code == 1
    assert ended.err.strip()
