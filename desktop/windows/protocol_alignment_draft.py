"""What is being typed beside the alignment's table, kept as an encrypted draft every few seconds.

It is written down for good when its field is left. Until then a draft has it, so that a crash costs a few words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desktop.protocol.alignments import AlignmentRow
from desktop.windows.desk import Desk
from desktop.windows.minutes_text import KEPT_EVERY_MS

FORM = "protocol_alignment"


class Typing(Protocol):
    """A field in which what is needed for one basis is typed."""

    kept: str

    @property
    def key(self) -> str:
        """By which its basis is known again."""

    @property
    def typed(self) -> str:
        """What is typed."""

    def resume(self, typed: str) -> None:
        """Go on with what was half typed."""


class NeededDraft(QObject):
    """The draft of the row beside the table."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: AlignmentRow | None = None
        self._version: UUID | None = None
        self._parts: list[Typing] = []
        self.timer = QTimer(self, singleShot=True, interval=KEPT_EVERY_MS)
        self.timer.timeout.connect(self.keep)

    def take(self, version: UUID, row: AlignmentRow, parts: Iterable[Typing]) -> None:
        """Take up a row, with what was half typed to it before a crash; nothing that stands is lost by it."""
        self.timer.stop()
        self._version, self._row, self._parts = version, row, list(parts)
        note = self._desk.centre.drafts.of(FORM, about(row), self._desk.centre.worker)
        told: dict[str, Any] = dict(note.fields.get("typed") or {}) if note else {}
        for part in self._parts:
            was, typed = told.get(part.key, ("", ""))
            if typed and typed not in part.kept:
                part.resume(typed if part.kept == was else f"{part.kept}\n{typed}".strip())

    def note(self) -> None:
        """Something was typed that a draft must have soon."""
        if not self.timer.isActive():
            self.timer.start()

    def keep(self) -> None:
        """Keep it as a draft."""
        self.timer.stop()
        typed = {part.key: (part.kept, part.typed) for part in self._parts if part.typed != part.kept}
        if self._row is not None and self._version is not None and typed:
            fields = {"version": self._version.hex, "typed": typed}
            self._desk.keep_draft(FORM, about(self._row), fields, self._row.number or ", ".join(self._row.cited))

    def written(self, row: AlignmentRow) -> None:
        """It was written down for good: the draft is no longer needed."""
        self.timer.stop()
        if self._desk.centre.drafts.of(FORM, about(row), self._desk.centre.worker):
            self._desk.drop_draft(FORM, about(row))


def about(row: AlignmentRow) -> UUID | None:
    """The provision, or the point that none answers to."""
    provision, point = row.key
    return provision or point
