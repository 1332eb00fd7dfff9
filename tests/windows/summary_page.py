"""The page of the summaries in the real window, as its tests use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget

from desktop.centre import Centre
from desktop.paper.preview import page_text
from desktop.windows.main import Main
from desktop.windows.summaries import Summaries
from tests.conftest import Still
from tests.windows.looking import settle

Open = Callable[..., Main]


def open_summaries(
    busy: Centre, desk_of: Open, still: Still, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Summaries:
    """The page a month later, on November; files are saved in that folder."""
    monkeypatch.setattr("desktop.windows.files.documents_folder", lambda: folder)
    still.wait(days=35)
    frame = desk_of(busy)
    frame.go("summaries")
    settle()
    assert isinstance(frame.top, Summaries)
    return frame.top


def said(widget: QWidget) -> str:
    """All words on show there."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def buttons(widget: QWidget, words: str) -> list[QAbstractButton]:
    return [one for one in widget.findChildren(QAbstractButton) if one.isVisible() and one.text().startswith(words)]


def save_as(page: Summaries, path: Path) -> None:
    """Give the file dialog that is open this name."""
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()


def sign(page: Summaries, passphrase: str) -> None:
    page.sign.passphrase.edit.setText(passphrase)
    page.sign.button.click()
    settle()


def paper(page: Summaries) -> str:
    """All words of the paper on show."""
    assert page.pages.drawn is not None
    return " ".join(" ".join(page_text(page.pages.drawn.pdf, n) for n in range(page.pages.drawn.pages)).split())
