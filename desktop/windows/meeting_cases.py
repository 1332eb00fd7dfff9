"""The cases of a meeting on their three lists: what is proposed, what is added by number, what is asked for each.

Names stand here for the worker alone, and F8 hides them; what each institution sees is decided where papers are made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.meetings.meeting_cases import Numbers
from desktop.problems import Problem
from desktop.records.meeting import CASE_LISTS
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import DANGER, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_agency_tree import TreeModel, TreeView
from desktop.windows.chips_field import ChipsField
from desktop.windows.desk import Desk, Screen
from desktop.windows.fields import TextField
from desktop.windows.flanked import Flanked
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.meeting_case_add import AddCase, ProposedCases
from desktop.windows.meeting_case_rows import COLUMNS, NUMBERS, Cases, cells
from desktop.windows.meeting_words import kind_words, when_words
from desktop.windows.names import shown_name
from desktop.windows.offered_lists import said
from desktop.windows.table import Sort
from desktop.windows.table_card import TableCard

WIDE = 440


class MeetingCasesPage(Screen):
    """The page; it is about a meeting, the coming one if none is named."""

    NAME = "meeting_cases"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: UUID | None = None
        self.chosen: UUID | None = None
        self._typed: dict[str, Any] | None = None
        """What stands in the form as it is written down."""
        self._halves: dict[str, dict[str, Any]] = {}
        """What is half typed, by case."""
        self.banner = Banner("red")
        self._title, self._context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self._source = Cases()
        self.model = TreeModel(self._source, COLUMNS, cells, desk.background, sort=Sort(""), parent=self)
        self.view = TreeView(self.model, N_("Cases"))
        nothing = N_("Cases put on this meeting stand here: new ones, current ones, and those to speed up.")
        self.list = TableCard(self.view, self.model, EmptyState("list", nothing))
        self.form = Form([Group("", [
            [(ChipsField("listed", N_("On which list"), said(CASE_LISTS)), 12)],
            [(TextField("asked", N_("Step that is asked for")), 12)],
            [(TextField("police", N_("Number at the police")), 6),
             (TextField("prosecution", N_("Number at the prosecution")), 6),
             (TextField("social_work", N_("Number at social work")), 6)],
        ])], keep=self._keep)  # fmt: skip
        self.proposed, self.adding = ProposedCases(self.take_proposed), AddCase(desk, self._put)
        self._build()
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda _one: self.form.fields["asked"].focus())
        self.model.loaded.connect(self._loaded)

    def _build(self) -> None:
        words, flank = QWidget(), QWidget()
        said_here = Column(words, gap=2)
        said_here.addWidget(self._title)
        said_here.addWidget(self._context)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        self.save_button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", do=self.save)
        self.off_button = Button(N_("Take it off the meeting"), DANGER, do=self.take_off)
        self._one, self._who = Card(gap=8), Label("", "card", wrap=True)
        for widget in (self._who, self.form, Apart(QWidget(), (self.off_button, self.save_button))):
            self._one.column.addWidget(widget)
        self.form.foot.hide()
        beside = Column(flank, gap=14)
        for card in (self.proposed, self._one, self.adding):
            beside.addWidget(card)
        beside.addStretch(1)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(words, (close,)))
        page.addWidget(self.banner)
        page.addWidget(Flanked(self.list, flank, wide=WIDE, room=420), 1)

    def first(self) -> QWidget:
        """The list, or adding the first case."""
        return self.view if self._source.held else self.adding.notice

    def show_record(self, about: Any | None) -> None:
        """Show the cases of this meeting."""
        if isinstance(about, UUID):
            self.about = about
        elif self.about is None:
            coming = self.desk.centre.diary.coming()
            self.about = coming.id if coming else None
        self.adding.form.put({"listed": "new"})
        self._halves = self._half_typed()
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        self.banner.hide()
        centre = self.desk.centre
        try:
            if self.about is None:
                raise Problem(N_("No meeting planned. Choose its kind and date."))
            meeting = centre.diary.meeting(self.about)
        except Problem as gone:
            self.banner.tell(gone, "amber")
            for card in (self.proposed, self._one, self.adding):
                card.hide()
            self._title.say(N_("Cases"))
            return
        kind = centre.diary.kind(meeting.kind_id)
        self._title.put(f"{_('Cases')}: {kind_words(kind)}")
        self._context.put(when_words(meeting))
        self._source.held = {row.case.id: row for row in centre.meeting_cases.of(self.about)}
        may_write = meeting.state == "planned" and bool(kind.cases)
        if not kind.cases:
            self.banner.say(N_("This kind of meeting does not speak of single cases."), tone="grey")
        self.adding.setVisible(may_write)
        self._one.setVisible(bool(self._source.held))
        for button in (self.save_button, self.off_button):
            button.setVisible(may_write)
        self.form.setEnabled(may_write)
        self.proposed.put(self._log.proposed(self._meeting) if may_write else {})
        self.model.ask(None)

    def take_proposed(self) -> None:
        """Put everything that is proposed on its list."""
        by = self.desk.centre.worker
        proposed = self._log.proposed(self._meeting)

        def put() -> None:
            for listed, referrals in proposed.items():
                if referrals:
                    self._log.put(self._meeting, [each.id for each in referrals], listed, by)

        self._change(put)

    def save(self) -> None:
        """Keep what is typed about the chosen case."""
        row, by = self._source.held.get(self.chosen) if self.chosen else None, self.desk.centre.worker
        if row is None:
            return

        def write() -> None:
            told = self.form.values()
            asked = told["asked"] or ""
            if told["listed"] and told["listed"] != row.case.listed:
                self._log.put(self._meeting, [row.referral.id], told["listed"], by, asked)
            if asked != row.case.asked:
                self._log.note(row.case.id, by, asked=asked, agreed=row.case.agreed, again=row.case.again)
            numbers = Numbers(*(told[name] or "" for name in NUMBERS))
            if numbers != row.numbers:
                self._log.number(row.referral.id, numbers, by)
            self._typed = self.form.raw()

        self.form.forget()
        half = self._halves.pop(row.case.id.hex, None)
        if self._change(write):
            self._store()
        elif half is not None:
            self._halves[row.case.id.hex] = half

    def take_off(self) -> None:
        """Take the chosen case off, with the way back offered."""
        chosen_case = self.chosen
        if chosen_case is not None:
            self._change(lambda: self._log.take_off(chosen_case, self.desk.centre.worker))

    def keep_now(self) -> None:
        """Keep what is half typed about the cases, for when the page is opened again."""
        if self.desk.centre.vault.is_open:
            self.form.keep_now()

    def _keep(self, raw: dict[str, Any]) -> bool:
        """Keep what is typed about the chosen case as a draft; False where it could not be."""
        row = self._source.held.get(self.chosen) if self.chosen else None
        if row is None or self._typed is None:
            return True
        self._halves.pop(row.case.id.hex, None)
        if raw != self._typed:
            self._halves[row.case.id.hex] = raw
        return self._store()

    def _store(self) -> bool:
        row = self._source.held.get(self.chosen) if self.chosen else None
        if self._halves and row is not None:
            case = next(reversed(self._halves))
            fields = {"case": case, "halves": self._halves}
            return self.desk.keep_draft(self.NAME, self.about, fields, self._label(case))
        if self.desk.centre.drafts.of(self.NAME, self.about, self.desk.centre.worker):
            self.desk.drop_draft(self.NAME, self.about)
        return True

    def _label(self, case: str) -> str:
        """The number of the notice of a case."""
        row = self._source.held.get(UUID(case))
        return row.referral.label if row else ""

    def state(self) -> dict[str, Any]:
        """Which meeting and case, and what is half typed; no name is among it."""
        return {
            "about": self.about.hex if self.about else "", "case": self.chosen.hex if self.chosen else "",
            "form": self.form.raw(),
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        self.chosen = UUID(state["case"]) if state.get("case") else None
        self.show_record(UUID(state["about"]) if state.get("about") else None)
        if self.chosen in self._source.held:
            self.form.restore(state.get("form", {}))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.about is not None:
            typed = self.form.raw()
            self.refresh()
            self.form.restore(typed)

    @property
    def _log(self) -> Any:
        return self.desk.centre.meeting_cases

    @property
    def _meeting(self) -> UUID:
        assert self.about is not None
        return self.about

    def _put(self, referral: UUID, listed: str) -> bool:
        return self._change(lambda: self._log.put(self._meeting, [referral], listed, self.desk.centre.worker))

    def _change(self, write: Callable[[], object]) -> bool:
        self.banner.hide()
        try:
            write()
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return False
        self.refresh()
        self.desk.kept()
        return True

    def _loaded(self, _count: int) -> None:
        self.list.foot.say(N_("Cases: {n}"), n=len(self._source.held))
        if self.chosen not in self._source.held:
            self.chosen = next(iter(self._source.held), None)
        if self.chosen is not None:
            self.view.choose(self.chosen)
            self._show(self.chosen)

    def _choose(self, found: Any) -> None:
        if isinstance(found, UUID) and found in self._source.held and found != self.chosen:
            self.keep_now()
            self.chosen = found
            self._show(found)

    def _show(self, found: UUID) -> None:
        row = self._source.held[found]
        self._who.put(f"{row.referral.label} \u00b7 {shown_name(row.name, row.code)}")
        numbers = {name: getattr(row.numbers, name) for name in NUMBERS}
        self.form.put({"listed": row.case.listed, "asked": row.case.asked, **numbers})
        self._typed = self.form.raw()
        if found.hex in self._halves:
            self.form.restore(self._halves[found.hex])

    def _half_typed(self) -> dict[str, dict[str, Any]]:
        """What was half typed when the page was left; its case is chosen."""
        centre = self.desk.centre
        note = centre.drafts.of(self.NAME, self.about, centre.worker) if self.about else None
        if note is None:
            return {}
        self.chosen = UUID(str(note.fields["case"]))
        return dict(note.fields.get("halves") or {note.fields["case"]: note.fields.get("form", {})})
