"""A meeting, planned, changed or called off: its day is proposed by the rhythm of its kind, its cut-off by its day."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.problems import Problem
from desktop.windows.centre_page import CentrePage
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.meeting_ways import NEXT
from desktop.windows.meeting_words import kind_words
from desktop.windows.time_fields import DateField, TimeField

ON_DAY = "on "
"""Before the day on which a new meeting is wanted."""
NO_KIND = N_("Say first which kinds of meeting you have.")


class MeetingPage(CentrePage):
    """The form; `about` is a meeting, a day, the meeting after which another is planned, or nothing."""

    NAME = "meeting_new"
    HEADING = N_("New meeting")

    def groups(self) -> list[Group]:
        """What is held when, by whom, and when its papers are closed."""
        today = self.desk.centre.world.today
        languages = [(locale, OWN_NAMES[locale]) for locale in LOCALES]
        self.kind = ChoiceField("kind_id", N_("Kind of meeting"), self._kinds, required=True)
        self.day = DateField("on_day", N_("Day"), today, lean="future", required=True)
        self.cut_off = DateField("cut_off", N_("Papers closed on"), today, lean="future", required=True)
        self.kind.changed.connect(self._propose)
        self.day.left.connect(self._follow_day)
        self._made: UUID | None = None
        self._day_before: date | None = None
        return [
            Group("", [
                [(self.kind, 6), (TextField("topic", N_("Topic, if its kind does not say it")), 6)],
                [(self.day, 3), (TimeField("begins", N_("Begins"), required=True), 2),
                 (TextField("place", N_("Place")), 7)],
                [(TextField("chair", N_("Who chairs")), 6),
                 (TextField("minute_taker", N_("Who takes the minutes")), 6)],
                [(self.cut_off, 3), (TimeField("closes", N_("At"), required=True), 2),
                 (ChoiceField("language", N_("Language of its papers"), lambda: languages, required=True), 4)],
            ]),
        ]  # fmt: skip

    def below(self) -> QWidget:
        """Who will be asked, and what else is on that day."""
        box = QWidget()
        self._asked, self._other = Label("", "second", wrap=True), Label("", "second", ink="amber", wrap=True)
        column = Column(box, gap=4)
        column.addWidget(self._asked)
        column.addWidget(self._other)
        return box

    def show_record(self, about: Any | None) -> None:
        """Begin; a day stands in the form as typed."""
        super().show_record(f"{ON_DAY}{about.isoformat()}" if isinstance(about, date) else about)
        self._tell()

    def begin(self) -> None:
        """What stands, or what the rhythm proposes."""
        diary, found = self.desk.centre.diary, self.record()
        self.kind.setEnabled(found is None)
        self.title.say(N_("Change the meeting") if found else self.HEADING)
        self.kind.refill()
        if found:
            self._put(MeetingDraft.of(diary.meeting(found)))
            return
        kinds = diary.kinds()
        if not kinds:
            raise Problem(NO_KIND)
        if self.about.startswith(NEXT):
            before = diary.meeting(UUID(self.about.removeprefix(NEXT)))
            self._put(diary.proposed(before.kind_id, before.on_day))
        elif self.about.startswith(ON_DAY):
            day = date.fromisoformat(self.about.removeprefix(ON_DAY))
            self._put(diary.completed(replace(diary.proposed(kinds[0].id), on_day=day, cut_off=None)))
        else:
            self._put(diary.proposed(kinds[0].id))

    def write(self, told: dict[str, Any]) -> None:
        """Plan it or change it."""
        diary, by, found = self.desk.centre.diary, self.desk.centre.worker, self.record()
        lines = {name: told[name] or "" for name in ("topic", "place", "chair", "minute_taker")}
        draft = MeetingDraft(
            UUID(told["kind_id"]), told["on_day"], told["begins"], language=told["language"],
            cut_off=datetime.combine(told["cut_off"], told["closes"]), **lines,
        )  # fmt: skip
        self._made = None if found else diary.plan(draft, by).id
        if found:
            diary.amend(found, draft, by)

    def saved(self) -> None:
        """To the preparation of a new one; back from one that was changed."""
        super().saved()
        if self._made is not None:
            self.desk.go("meeting", self._made)

    def first(self) -> QWidget:
        """The kind, or the day of one that is there already."""
        return self.day if self.record() else self.kind

    def _put(self, draft: MeetingDraft) -> None:
        values = {each.name: getattr(draft, each.name) for each in fields(draft)}
        values["kind_id"] = draft.kind_id.hex if draft.kind_id else ""
        values["closes"] = draft.cut_off.time() if draft.cut_off else None
        values["cut_off"] = draft.cut_off.date() if draft.cut_off else None
        self.form.put(values)
        self._day_before = draft.on_day
        self._tell()

    def _propose(self) -> None:
        """Another kind has another rhythm, place and cut-off."""
        code = self.kind.value()
        if code and self.record() is None and not self.form._restoring:
            draft = self.desk.centre.diary.proposed(UUID(code))
            self._put(draft)

    def _follow_day(self) -> None:
        """The cut-off goes with the day."""
        try:
            day, code = self.day.value(), self.kind.value()
        except Problem:
            return
        if day and code and day != self._day_before:
            self._day_before = day
            draft = self.desk.centre.diary.completed(MeetingDraft(UUID(code), day, language=LOCALES[0]))
            if draft.cut_off:
                self.form.put({"cut_off": draft.cut_off.date(), "closes": draft.cut_off.time()})
        self._tell()

    def _tell(self) -> None:
        """Who will be asked, and whether that day is taken."""
        code, diary = self.kind.value(), self.desk.centre.diary
        names = {agency.id: agency.known_as for agency in self.desk.centre.directory.agencies()}
        asked = [names[one] for one in diary.kind_draft(UUID(code)).permanent if one in names] if code else []
        self._asked.setVisible(self.record() is None)
        self._asked.say(
            N_("Asked: {names}") if asked else N_("Nobody is asked yet: name the members of this kind."),
            names=", ".join(asked),
        )
        try:
            day = self.day.value()
        except Problem:
            day = None
        others = [row for row in diary.rows(day, day) if row.meeting.id != self.record()] if day else []
        others = [row for row in others if not row.meeting.called_off_on]
        self._other.setVisible(bool(others))
        told = ", ".join(f"{kind_words(row.kind)} {chosen().clock(row.meeting.begins)}" for row in others)
        self._other.put(_("Another meeting on this day: {names}", names=told) if others else "")

    def _kinds(self) -> list[tuple[str, str]]:
        found = self.record() if hasattr(self, "form") else None
        kinds = self.desk.centre.diary.kinds(retired=found is not None)
        return [(kind.id.hex, kind_words(kind)) for kind in kinds]


class CallOffPage(CentrePage):
    """A meeting that will not be held, and why."""

    NAME = "meeting_off"
    HEADING = N_("Call off the meeting")
    SAVE = N_("Call off")

    def groups(self) -> list[Group]:
        """Why."""
        return [Group("", [[(TextField("why", N_("Why"), required=True), 12)]])]

    def above(self) -> QWidget:
        """What becomes of what stands there."""
        words = N_("It stays in the list as called off. What was promised and told stays for the next meeting.")
        return Label(words, "body", wrap=True)

    def write(self, told: dict[str, Any]) -> None:
        """Keep that it will not be held."""
        found = self.record()
        if found is not None:
            self.desk.centre.diary.call_off(found, told["why"], self.desk.centre.worker)
