"""The place where minutes are typed, in letters a little larger; and how what is typed there is kept.

What is typed is kept as an encrypted draft every few seconds, without an entry in the history, and written down for
good when its item is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from desktop.problems import Problem
from desktop.windows.desk import Desk
from desktop.windows.look import follow, font, px

KEPT_EVERY_MS = 3000
"""A draft is kept so long after the first key that is not in it."""
LARGER = 1.15


class MinutesText(QPlainTextEdit):
    """Several lines; Tab leaves. `grows`: as high as its words."""

    left = Signal()

    def __init__(self, *, grows: bool = False, least: int = 3) -> None:
        super().__init__()
        self._grows, self._least = grows, least
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow(self.dress)

    def dress(self) -> None:
        """Take the letters of the look in use."""
        self.setFont(font(LARGER))
        self.document().setDefaultFont(font(LARGER))
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._least + px(20))
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def put(self, words: str) -> None:
        """Show these words; that is not typing."""
        was = self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(was)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for a few lines."""
        return QSize(px(300), self.minimumHeight())

    def _fit(self) -> None:
        if self._grows:
            lines = max(self._least, self.document().size().height())
            self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + px(22))


class Kept(QObject):
    """What is typed to the items of one meeting and not written down yet."""

    kept = Signal()
    """Everything typed is safe now, as a draft or written down."""

    def __init__(self, desk: Desk, form: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._form = desk, form
        self.meeting_id: UUID | None = None
        self.title = ""
        self.beside: dict[str, Any] = {}
        """What else the draft keeps: what is half typed in a panel."""
        self._typed: dict[UUID, str] = {}
        self._was: dict[UUID, str] = {}
        """What stood written down when the typing began."""
        self._timer = QTimer(self, singleShot=True, interval=KEPT_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._is_unkept, self._has_draft = False, False

    def begin(self, meeting_id: UUID, heard: Mapping[UUID, str], title: str) -> None:
        """Take up a meeting, with what was half typed before a lock or a crash; nothing that stood is lost by it."""
        if meeting_id == self.meeting_id:
            return
        self._timer.stop()
        self.meeting_id, self.title, self._typed, self._was, self.beside = meeting_id, title, {}, {}, {}
        note = self._desk.centre.drafts.of(self._form, meeting_id, self._desk.centre.worker)
        if note is None:
            return
        self._has_draft = True
        self.beside = dict(note.fields.get("beside") or {})
        for key, (was, typed) in dict(note.fields.get("heard") or {}).items():
            item_id = UUID(key)
            stands = heard.get(item_id)
            if stands is not None and typed.strip() not in stands:
                self._was[item_id] = stands
                self._typed[item_id] = typed if stands == was else f"{stands}\n{typed}".strip()

    def text(self, item_id: UUID, written: str) -> str:
        """What stands in the field of an item: what is typed, else what was written down."""
        return self._typed.get(item_id, written)

    def type(self, item_id: UUID, text: str, written: str) -> None:
        """Take what is typed so far."""
        if text == self.text(item_id, written):
            return
        self._was.setdefault(item_id, written)
        self._typed[item_id] = text
        self.note()

    def note(self) -> None:
        """Something changed that a draft must have soon."""
        if not self._timer.isActive():
            self._timer.start()

    def is_typed(self, item_id: UUID) -> bool:
        """Whether something was typed to an item that is not written down."""
        return item_id in self._typed

    @property
    def is_pending(self) -> bool:
        """Whether something typed is in no draft yet, or could not be kept."""
        return self._timer.isActive() or self._is_unkept

    @property
    def is_unkept(self) -> bool:
        """Whether something typed could not be kept, and stands in the window alone."""
        return self._is_unkept

    def keep(self) -> None:
        """Keep all of it as a draft."""
        self._timer.stop()
        if self.meeting_id is None:
            return
        if not self._typed and not self.beside:
            if self._has_draft:
                self._desk.drop_draft(self._form, self.meeting_id)
            self._is_unkept, self._has_draft = False, False
            return
        heard = {item_id.hex: (self._was[item_id], text) for item_id, text in self._typed.items()}
        fields = {"heard": heard, "beside": self.beside}
        self._is_unkept = not self._desk.keep_draft(self._form, self.meeting_id, fields, self.title)
        if not self._is_unkept:
            self._has_draft = True
            self.kept.emit()

    def write(self, *, seconds: Mapping[UUID, int] | None = None, done: Mapping[UUID, bool] | None = None) -> bool:
        """Write everything typed down for good, with the times and ticks that changed; False where that is refused."""
        centre, seconds, done = self._desk.centre, seconds or {}, done or {}
        if self.meeting_id is None or not centre.vault.is_open or centre.vault.read_only:
            return True
        is_new = bool(self._typed or done)
        stands = {item.id: item.heard for item in centre.agendas.items(self.meeting_id)}
        for item_id in dict.fromkeys((*self._typed, *seconds, *done)):
            if item_id not in stands:
                self._typed.pop(item_id, None)
                continue
            text = self._typed.get(item_id, stands[item_id])
            try:
                centre.minuting.write(
                    item_id, text, centre.worker, seconds=seconds.get(item_id), done=done.get(item_id)
                )
            except Problem as problem:
                self.keep()
                self._desk.tell(problem)
                return False
            self._typed.pop(item_id, None)
            self._was.pop(item_id, None)
        self.keep()
        if is_new:
            self.kept.emit()
        return True
