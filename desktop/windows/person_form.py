"""A small form about one person, laid over her page: what is asked at the left, who it is at the right.

What is half typed is kept as a draft; saving goes back to where she was.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Invalid, Problem
from desktop.records.municipality import shown_place
from desktop.records.people import PersonSheet
from desktop.windows.banner import Banner
from desktop.windows.beside import Beside, foot_of
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.names import shown_name
from desktop.windows.person_cards import joined


class PersonForm(Screen):
    """The page; about a person's identifier, or that and a record's. Subclasses say title, fields and saving."""

    HEADING = ""
    """English msgid."""
    SAVE = N_("Save")
    IS_NEW = False
    """Whether it is about somebody who is not written down yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sheet: PersonSheet | None = None
        self.record: UUID | None = None
        self.form = Form(self.groups(), keep=self._keep)
        self.banner = Banner("amber")
        self._who, self._about = Label("", "name", wrap=True), Label("", "second", wrap=True)
        self.save_button = Button(self.SAVE, PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)
        self._build()

    def groups(self) -> list[Group]:
        """The fields."""
        raise NotImplementedError

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

    def extra(self) -> QWidget | None:
        """Something between the form and the foot, where a page has it."""
        return None

    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self.form.fields.values()))

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
        return {"person": person, "record": self.record.hex if self.record else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same person, with what was typed."""
        if self.IS_NEW:
            self.show_record(None)
        elif state.get("person"):
            record = UUID(state["record"]) if state.get("record") else None
            self.show_record((UUID(state["person"]), record))

    def keep_now(self) -> None:
        """Keep what is typed."""
        if self.form.is_pending():
            self.form.keep_now()

    def save(self) -> bool:
        """Save and go back; False while something is wrong."""
        if self.sheet is None and not self.IS_NEW:
            return False
        made: UUID | None = None
        try:
            if self.sheet is None:
                made = self.write_new(self.form.values())
            else:
                self.write(self.sheet, self.form.values())
        except Invalid as invalid:
            for rest in self.form.show_problems(invalid.problems):
                self.banner.tell(rest)
            return False
        except Problem as problem:
            if self.form.show_problems([problem]):
                self.banner.tell(problem)
            return False
        self.form.forget()
        self.desk.drop_draft(self.NAME, self._key())
        self.desk.back()
        if made is not None:
            self.desk.go("person", made)
        self.desk.kept()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_who()
        super().changeEvent(event)

    def _build(self) -> None:
        head = Row(gap=12)
        head.addWidget(Label(self.HEADING, "title", wrap=True), 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        side = QWidget()
        column = Column(side, gap=3, margins=(0, 0, 14, 0))
        column.addWidget(self._who)
        column.addWidget(self._about)
        column.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addLayout(head)
        self._say_who()
        extra = self.extra()
        body = (self.banner, self.form, *([extra] if extra is not None else []))
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
