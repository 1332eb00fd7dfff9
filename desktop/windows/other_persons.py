"""The further persons of a notice: children who saw it, the one who poses the risk, others at risk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.records.referral_draft import MentionDraft
from desktop.records.typed import read_number
from desktop.records.vocabulary import ROLES, SEXES
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, line
from desktop.windows.offered_lists import said

NEW = -1
"""The place of somebody who is not saved yet."""


class OtherPerson(QWidget):
    """One further person: name, role, birth year, sex."""

    gone = Signal()
    changed = Signal()

    def __init__(self, mention: MentionDraft, place: int = NEW) -> None:
        super().__init__()
        self._mention, self.place = mention, place
        self.form = Form([
            Group("", [[
                (TextField("name", N_("Name as written")), 5),
                (ChoiceField("role", N_("Role"), said(ROLES)), 3),
                (TextField("birth_year", N_("Birth year"), read=read_number, signs=5), 2),
                (ChoiceField("sex", N_("Sex"), said(SEXES)), 2),
            ]])
        ])  # fmt: skip
        self.form.put({name: getattr(mention, name) for name in ("name", "role", "birth_year", "sex")})
        self.form.changed.connect(self.changed)
        row, beside = Row(self, gap=8), Column(gap=3)
        beside.addWidget(Label("", "label"))
        beside.addWidget(Button(N_("Remove"), PLAIN, icon="x", do=self.gone.emit))
        beside.addStretch(1)
        row.addWidget(self.form, 1)
        row.addLayout(beside)

    def draft(self) -> MentionDraft:
        """What is typed; raises `Invalid`."""
        told = self.form.values()
        return replace(
            self._mention,
            name=told["name"] or "",
            role=told["role"] or "child_witness",
            sex=told["sex"] or "unknown",
            birth_year=told["birth_year"],
        )

    def hint(self) -> MentionDraft:
        """What is known so far, and who she is if she was saved; nothing that cannot be read yet."""
        name, year = (str(self.form.fields[n].raw()).strip() for n in ("name", "birth_year"))
        return replace(self._mention, name=name, birth_year=int(year) if year.isdigit() and len(year) == 4 else None)


class OtherPersons(QWidget):
    """The rows of further persons."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[OtherPerson] = []
        self._column = Column(self, gap=10)
        self._column.addWidget(line())
        head = Row(gap=6)
        head.addWidget(Label(N_("Others named"), "card"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(Button(N_("Another person"), PLAIN, icon="plus", do=self.add))
        self._column.addLayout(head)
        self.hide()

    def add(self, mention: MentionDraft | None = None, place: int | None = None) -> None:
        """One more row; a new one begins as a child who saw it and takes the caret."""
        if place is None:
            place = len(self._rows) if mention is not None else NEW
        row = OtherPerson(mention or MentionDraft(role="child_witness"), place)
        row.gone.connect(lambda: self._remove(row))
        row.changed.connect(self.changed)
        self._rows.append(row)
        self._column.addWidget(row)
        self.show()
        if mention is None:
            row.form.fields["name"].focus()
        self.changed.emit()

    def drafts(self) -> tuple[MentionDraft, ...]:
        """All further persons of whom anything was typed."""
        return tuple(draft for row in self._rows if (draft := row.draft()).says_something)

    def hints(self) -> tuple[MentionDraft, ...]:
        """What is known so far of all of them, to know them where they are proposed."""
        return tuple(row.hint() for row in self._rows)

    def raw(self) -> list[dict[str, Any]]:
        """What stands in the rows, and which saved person each of them is, for the draft."""
        return [{**row.form.raw(), "place": row.place} for row in self._rows]

    def put(self, mentions: Sequence[MentionDraft]) -> None:
        """Show these in place of those there are; that is not typing."""
        was = self.blockSignals(True)
        self.clear()
        for mention in mentions:
            self.add(mention)
        self.blockSignals(was)

    def restore(self, rows: list[dict[str, Any]], saved: Sequence[MentionDraft] = ()) -> None:
        """Put rows back in place of those there are; what a row does not ask stays as it was saved."""
        was = self.blockSignals(True)
        self.clear()
        for raw in rows:
            place = int(raw.get("place", NEW))
            self.add(saved[place] if 0 <= place < len(saved) else MentionDraft(), place)
            self._rows[-1].form.restore(raw)
        self.blockSignals(was)

    def clear(self) -> None:
        """Take all rows away."""
        for row in list(self._rows):
            self._remove(row)

    def _remove(self, row: OtherPerson) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.deleteLater()
        self.setVisible(bool(self._rows))
        self.changed.emit()
