"""What narrows the history: who did it, what it changed, which record, on which day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.records.field_words import KINDS
from desktop.records.named_records import NamedRecords
from desktop.vault.history_query import HistoryQuery
from desktop.windows.buttons import PLAIN, Button, sequence
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import TextField
from desktop.windows.layouts import Flow, Row
from desktop.windows.time_fields import DateField

KEYS = "keys"
"""The choice of what altered no record: a number shown, a list taken out, a passphrase changed."""


class HistoryFilters(QWidget):
    """Worker, kind of record and day, side by side, and what else is given; `changed` asks for the list again."""

    changed = Signal()

    def __init__(self, desk: Desk, *more: QWidget) -> None:
        super().__init__()
        self._world, self._staff = desk.centre.world, desk.centre.staff
        self._records = NamedRecords(desk.centre.vault)
        self.worker = ChoiceField("worker", N_("Worker"), self._workers)
        self.kind = ChoiceField("kind", N_("What was changed"), self._kinds)
        self.record = TextField("record", N_("Record"), read=self._meant, hint=N_("number or code"))
        self.record.setToolTip(_("A number of a notice, a code of a person, or a name of an institution."))
        self.day = DateField("day", N_("Day"), self._world.today)
        self.clear_button = Button(N_("Clear the filters"), PLAIN, key="Shift+F4", do=self.clear)
        QShortcut(sequence("F4"), self, self.worker.focus)
        self._asked = HistoryQuery()
        flow = Flow(self, gap=12)
        for field in (self.worker, self.kind, self.record, self.day):
            flow.addWidget(field)
        for widget in (*more, self.clear_button):
            below = QWidget()
            Row(below, margins=(0, 20, 0, 0)).addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
            flow.addWidget(below)
        for combo in (self.worker.combo, self.kind.combo):
            combo.setCurrentIndex(0)
            combo.currentIndexChanged.connect(self._tell)
        self.record.edit.editingFinished.connect(self._tell)
        self.day.edit.editingFinished.connect(self._tell)
        self.day.changed.connect(lambda: None if self.day.edit.hasFocus() else self._tell())
        self.clear_button.hide()

    def query(self) -> HistoryQuery:
        """What is asked for; of what cannot be read, what was asked before."""
        return self._asked

    def _read(self) -> HistoryQuery:
        kind, day, worker = self.kind.combo.code(), self.day.value(), self.worker.combo.code()
        between = None
        if day is not None:
            begins = datetime.combine(day, time())
            between = self._world.moment(begins), self._world.moment(begins + timedelta(days=1))
        return HistoryQuery(
            by_id=UUID(worker) if worker else None,
            tables=KINDS[kind][1] if kind in KINDS else (),
            records=self.record.value() or (),
            only_keys=kind == KEYS,
            between=between,
        )

    def clear(self) -> None:
        """Take all of them off."""
        for combo in (self.worker.combo, self.kind.combo):
            combo.setCurrentIndex(0)
        self.day.set_value(None)
        self.record.set_raw("")
        self._tell()

    def show_record(self, record: str) -> None:
        """Only what was changed of that record."""
        self.clear()
        self.record.set_raw(record)
        self._tell()

    def refill(self) -> None:
        """Read again who works here."""
        self.worker.refill()

    def _tell(self) -> None:
        if self.day.check() or self.record.check():
            return
        asked = self._read()
        self.clear_button.setVisible(asked != HistoryQuery())
        if asked != self._asked:
            self._asked = asked
            self.changed.emit()

    def _meant(self, typed: str) -> tuple[UUID, ...]:
        return self._records.typed(typed)

    def _workers(self) -> list[tuple[str, str]]:
        return [("", _("Everybody")), *((member.id.hex, member.name) for member in self._staff.members())]

    def _kinds(self) -> list[tuple[str, str]]:
        kinds = [(code, _(word)) for code, (word, _tables) in KINDS.items()]
        return [("", _("Everything")), *kinds, (KEYS, _("Shown, taken out, access and keys"))]
