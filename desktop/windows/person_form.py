"""A small form about one person, laid over her page: what is asked at the left, who it is at the right.

What is half typed is kept as a draft; saving goes back to where she was.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.municipality import shown_place
from desktop.records.people import PersonSheet
from desktop.windows.beside import Beside, foot_of
from desktop.windows.desk import Desk
from desktop.windows.form import LOOKED_FOR
from desktop.windows.form_page import FormPage
from desktop.windows.layouts import Column
from desktop.windows.names import shown_name
from desktop.windows.person_cards import joined


class PersonForm(FormPage):
    """The page; about a person's identifier, or that and a record's. Subclasses say title, fields and saving."""

    IS_NEW = False
    """Whether it is about somebody who is not written down yet."""

    def __init__(self, desk: Desk) -> None:
        self.sheet: PersonSheet | None = None
        self.record: UUID | None = None
        self.asked: str | None = None
        """The name of somebody new for whom another page waits."""
        super().__init__(desk)
        self._build()

    def begin(self, sheet: PersonSheet) -> None:
        """Put what stands already."""

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Save what is typed, by one verb of a log; raises `Problem`."""
        raise NotImplementedError

    def begin_new(self) -> None:
        """Put what stands about somebody new."""

    def write_new(self, told: dict[str, Any]) -> UUID:
        """Write down somebody new by what is typed; raises `Problem`."""
        raise NotImplementedError

    def show_record(self, about: UUID | Any | None) -> None:
        """Begin about this person, or about one of her records, with the draft if one was kept."""
        if self.IS_NEW:
            self.begin_new()
            self._restore_draft()
            return
        if about is None:
            return
        person, self.record = about if isinstance(about, tuple) else (about, None)
        self._read(person)
        self.save_button.setEnabled(self.sheet is not None)
        if self.sheet is None:
            return
        self.begin(self.sheet)
        self._restore_draft()

    def _restore_draft(self) -> None:
        note = self.desk.centre.drafts.of(self.NAME, self._key(), self.desk.centre.worker)
        if note is not None:
            self.form.restore(dict(note.fields))

    def refresh(self) -> None:
        """Read who it is again."""
        if self.sheet is not None:
            self._read(self.sheet.person.id)

    def state(self) -> dict[str, Any]:
        """About whom."""
        person = self.sheet.person.id.hex if self.sheet else ""
        record = self.record.hex if self.record else ""
        return {"person": person, "record": record, LOOKED_FOR: self.form.looked_for()}

    def restore(self, state: dict[str, Any]) -> None:
        """The same person, with what was typed."""
        if self.IS_NEW:
            self.show_record(None)
        elif state.get("person"):
            record = UUID(state["record"]) if state.get("record") else None
            self.show_record((UUID(state["person"]), record))
            self.form.look_for(state.get(LOOKED_FOR) or {})

    def save(self) -> bool:
        """Save and go back; False while something is wrong."""
        if self.sheet is None and not self.IS_NEW:
            return False
        sheet, made = self.sheet, list[UUID]()
        if not self.tell_what_is_wrong(
            lambda told: self.write(sheet, told) if sheet is not None else made.append(self.write_new(told))
        ):
            return False
        self.form.forget()
        self.desk.drop_draft(self.NAME, self._key())
        self.desk.back()
        for person in made if self.asked is None else ():
            self.desk.go("person", person)
        self.desk.kept()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_who()
        super().changeEvent(event)

    def _build(self) -> None:
        side = QWidget()
        column = Column(side, gap=3, margins=(0, 0, 14, 0))
        column.addWidget(self._who)
        column.addWidget(self._about)
        column.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(self.head())
        self._say_who()
        body = self.body()
        page.addWidget(Beside(body, foot_of((self.form.foot,), (self.save_button,)), side, wide=300), 1)

    def _read(self, person_id: UUID) -> None:
        self.sheet = self.desk.centre.people.find(person_id)
        self.save_button.setEnabled(self.sheet is not None)
        self._say_who()

    def _say_who(self) -> None:
        if self.IS_NEW:
            self._who.say(N_("Somebody whom no notice names"))
            self._about.say(N_("A notice can be added later: choose this person in it."))
            return
        if self.sheet is None:
            self._who.say(N_("This entry was taken back meanwhile."))
            return
        person = self.sheet.person
        self._who.put(shown_name(person.name, person.code))
        born = _("born {year}", year=person.birth_year) if person.birth_year else ""
        self._about.put(joined(person.code, born, shown_place(person.municipality, chosen().locale)))

    def _key(self) -> UUID | None:
        return self.record or (self.sheet.person.id if self.sheet else None)

    def _keep(self, raw: dict[str, Any]) -> bool:
        """Keep it with whom and what it is about, so that Today finds the way back."""
        if self.sheet is None:
            return not self.IS_NEW or self.desk.keep_draft(self.NAME, None, raw, str(raw.get("name") or ""))
        person = self.sheet.person
        about = {"person": person.id.hex, "record": self.record.hex if self.record else ""}
        return self.desk.keep_draft(self.NAME, self._key(), raw | about, person.name)
