"""A personal code was typed into a form: said under it, with a button that takes the code out of its field.

The field undoes it as any typing. It knows no record; what a personal code is, the records know.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.language import N_
from desktop.records.typed_text import has_personal_code, personal_codes
from desktop.windows.banner import Banner
from desktop.windows.fields import Field, LongTextField, TextField
from desktop.windows.form import Form


class CodeBanner(Banner):
    """Shown while a personal code stands in one of the form's texts."""

    def __init__(self, form: Form) -> None:
        super().__init__("amber")
        self._form = form
        self.remove = self.offer(N_("Remove it"), self.take_out)
        form.changed.connect(self.look)
        self.hide()

    def look(self) -> None:
        """Ask every text anew."""
        if any(self._coded()):
            self.say(N_("This looks like a personal code. Do not write it here."))
        else:
            self.hide()

    def take_out(self) -> None:
        """Take every code out, and give the caret to the field."""
        for field, edit in tuple(self._coded()):
            for begins, ends in personal_codes(str(field.raw())):
                _cut(edit, begins, ends)
            edit.setFocus()
        self.look()

    def _coded(self) -> Iterator[tuple[Field, QLineEdit | QPlainTextEdit]]:
        for field in self._form.fields.values():
            if isinstance(field, TextField | LongTextField) and has_personal_code(str(field.raw())):
                yield field, field.edit


def _cut(edit: QLineEdit | QPlainTextEdit, begins: int, ends: int) -> None:
    """As if it were marked and deleted, so that it can be undone."""
    if isinstance(edit, QLineEdit):
        edit.setSelection(begins, ends - begins)
        edit.del_()
        return
    cursor = edit.textCursor()
    cursor.setPosition(begins)
    cursor.setPosition(ends, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
