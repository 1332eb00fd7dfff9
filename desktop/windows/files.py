"""Asking which file: dialogs called like the window, that say nothing more and go when it locks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.places import documents_folder
from desktop.windows.window_name import title


def ask_open(over: QWidget, kinds: str, done: Callable[[Path], object]) -> None:
    """Ask for a file that is there; `kinds` is like `PDF (*.pdf)`. Nothing is done if she thinks better of it."""
    dialog = QFileDialog(over, title(), str(documents_folder()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _show(dialog, kinds, done)


def ask_save(over: QWidget, name: str, kinds: str, done: Callable[[Path], object]) -> None:
    """Ask where a file goes, under this name unless she writes another."""
    dialog = QFileDialog(over, title(), str(documents_folder() / name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    _show(dialog, kinds, done)


def _show(dialog: QFileDialog, kinds: str, done: Callable[[Path], object]) -> None:
    dialog.setNameFilters([kinds, "* (*)"])
    dialog.fileSelected.connect(lambda path: done(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
