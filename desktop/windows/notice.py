"""Entering a notice, or changing one: by keyboard in under a minute, with what is known, interrupted or not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.problems import Invalid, Problem
from desktop.records.referral import Referral
from desktop.records.referral_draft import ReferralDraft
from desktop.records.referral_sheet import NoticeGone
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.beside import Beside, foot_of
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button, sequence
from desktop.windows.code_banner import CodeBanner
from desktop.windows.desk import Desk, Screen
from desktop.windows.form import KEPT_AFTER_MS
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.message_paste import MessagePaste
from desktop.windows.notice_aside import Found, NoticeAside
from desktop.windows.notice_draft import FIRST
from desktop.windows.notice_follows import what_follows
from desktop.windows.notice_form import NoticeForm
from desktop.windows.notice_meant import Meant
from desktop.windows.other_persons import OtherPersons
from desktop.windows.pasted_card import NOTHING, PastedCard

FORM = "notice"


class Notice(Screen):
    """The page of a notice that is typed."""

    NAME = "notice"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._about: UUID | None = None
        self._base = ReferralDraft()
        self._is_draft = False
        self.others, self.aside = OtherPersons(), NoticeAside()
        safe = Button(N_("Safe contact"), PLAIN, icon="shield", key="F7", do=self.save_and_agree)
        more = Button(N_("Another person"), PLAIN, icon="plus", key="F6", do=self.others.add)
        self.form = NoticeForm(desk, links=(safe, more), keep=self._keep)
        self.meant = Meant(desk, self.form, self.aside, lambda: self._about, self.others.hints)
        self.pasted = PastedCard(desk.centre, self.form)
        MessagePaste(self, self._read_message)
        self.banner = Banner("blue")
        self.banner.offer(N_("Throw it away"), self.throw_away)
        self._title, self._number = Label(N_("New notice"), "title", wrap=True), Label("", "quiet")
        self._kept_at = Label("", "second")
        self.close_button = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        self.code = CodeBanner(self.form)
        self.save_button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)
        self.next_button = Button(N_("Save, next one"), OUTLINED, key="Ctrl+Shift+Enter", do=self.save_and_next)
        self._keeping = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._keeping.timeout.connect(self.form.keep_now)
        QShortcut(sequence("Ctrl+Down"), self, self.aside.go_in)
        self._build()
        self.form.changed.connect(self._typed)
        self.others.changed.connect(self._others_changed)
        self.meant.answered.connect(self._follow)
        self.pasted.filled.connect(self.form.keep_now)
        self.pasted.left.connect(self.aside.come_back)
        self._begin()

    def _build(self) -> None:
        paste = Button(N_("Paste a message"), PLAIN, icon="note", key="Ctrl+Shift+V", do=self.paste_message)
        head = Apart(self._title, (self._number, paste, self.close_button))
        foot = foot_of((self._kept_at, self.form.foot), (self.next_button, self.save_button))
        self._columns = Beside(
            (self.banner, self.pasted, self.form, self.code, self.others), foot, self.aside, wide=356
        )
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(head)
        page.addWidget(self._columns, 1)

    def first(self) -> QWidget:
        """The date of a new notice stands already: begin with the sender."""
        return self.form.fields["sender_id"]

    def show_record(self, about: UUID | Any | None) -> None:
        """Change this notice; None: a new one."""
        if isinstance(about, UUID):
            self._show_kept(about)
        note = self.desk.centre.drafts.of(FORM, self._about, self.desk.centre.worker)
        if note is not None:
            self._put_back(dict(note.fields))
            self.banner.say(N_("Your unfinished entry is kept, encrypted."))
        self._follow()

    def refresh(self) -> None:
        """What was saved or thrown away on another page is not offered here again."""
        if self._is_draft and self.desk.centre.drafts.of(FORM, self._about, self.desk.centre.worker) is None:
            self._begin_again()
        self.meant.refresh()

    def throw_away(self) -> None:
        """The unfinished entry is not wanted."""
        self._forget()
        self._begin_again()
        self.first().setFocus()

    def state(self) -> dict[str, Any]:
        """Which notice it is; what is typed lies in the draft."""
        return {"about": self._about.hex if self._about else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same notice, with what was typed."""
        self.show_record(UUID(state["about"]) if state.get("about") else None)

    def changeEvent(self, event: QEvent) -> None:
        """Say what follows in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._follow()
        super().changeEvent(event)

    def keep_now(self) -> None:
        """Keep what is typed."""
        if self.form.is_pending() or self._keeping.isActive():
            self.form.keep_now()

    def save(self) -> bool:
        """Keep the notice and go back to where she was; False while something is wrong."""
        kept = self._save()
        if kept is None:
            return False
        self.desk.back()
        self._say_saved(kept)
        return True

    def save_and_agree(self) -> None:
        """Keep the notice and go on to the safe way of contact; whoever comes back can add to the notice."""
        kept = self._save()
        if kept is not None:
            self._show_kept(kept.id)
            self._follow()
            self._say_saved(kept)
            self.desk.go("safe", kept.id)

    def save_and_next(self) -> None:
        """Keep it and begin the next."""
        kept = self._save()
        if kept is not None:
            self._begin()
            self._say_saved(kept)
            self.first().setFocus()

    def paste_message(self) -> None:
        """Offer what the copied text says of a notice; Esc comes back."""
        if not self._read_message():
            self.desk.tell(Problem(NOTHING))

    def _read_message(self) -> bool:
        self.aside.remember()
        return self.pasted.read_clipboard()

    def _save(self) -> Referral | None:
        centre = self.desk.centre
        try:
            draft = self._draft()
            if self._about is None:
                kept = centre.referrals.enter(draft, centre.worker)
            else:
                kept = centre.referrals.amend(self._about, draft, centre.worker)
        except Invalid as invalid:
            for rest in self.form.show_problems(invalid.problems):
                self.desk.tell(rest)
            return None
        except Problem as problem:
            self.desk.tell(problem)
            return None
        self._forget()
        self.written = kept
        self._was_linked = self.meant.link_family(kept)
        return kept

    def _say_saved(self, kept: Referral) -> None:
        """With undo, unless a family was linked after it: undo would take back the link alone."""
        say = self.desk.saved if self._was_linked else self.desk.kept
        say(N_("Saved: {number}"), number=kept.label)

    def _forget(self) -> None:
        self._is_draft = False
        self.close_button.say(N_("Close"))
        self._keeping.stop()
        self.form.forget()
        self.desk.drop_draft(FORM, self._about)

    def _begin_again(self) -> None:
        self.close_button.say(N_("Close"))
        if self._about is None:
            self._begin()
        else:
            self._show_kept(self._about)
            self._follow()

    def _show_kept(self, about: UUID) -> None:
        """The notice as it was saved; nothing can be saved about one whose entering was undone."""
        self._about, self.meant.family = about, set()
        try:
            self._base = self.desk.centre.referrals.draft_of(about)
        except NoticeGone as gone:
            self.desk.tell(gone)
            self.form.setEnabled(False)
            self.save_button.setEnabled(False)
            self.next_button.hide()
            return
        self.meant.begin(self._base.mentions[0].person_id if self._base.mentions else None)
        self._title.say(N_("Change the notice"))
        self.next_button.hide()
        self.banner.hide()
        self.form.empty()
        self.form.show_draft(self._base)
        self.others.put(self._base.mentions[1:])
        self._number.put(self.desk.centre.referrals.sheet(about).referral.label)
        self._kept_at.hide()

    def _draft(self) -> ReferralDraft:
        return self.meant.put_into(self.form.draft(self._base, self.others.drafts()))

    def _begin(self) -> None:
        """An empty form, with sender and channel as the last notice had them."""
        centre = self.desk.centre
        self._about, self._base = None, ReferralDraft(worker_id=centre.worker.id)
        self.meant.begin(None)
        latest = centre.referrals.latest()
        self._is_draft = False
        self.banner.hide()
        self.form.empty()
        self.others.put(())
        self.form.begin(centre.referrals.draft_of(latest) if latest else None)
        year = centre.world.today().year
        self._number.put(f"{year}/{centre.referrals.next_number(year)}")
        self._kept_at.hide()
        self.aside.put_alike(Found(), None)
        self._follow()

    def _keep(self, raw: dict[str, Any]) -> bool:
        fields = {"form": raw, "others": self.others.raw(), **self.meant.raw()}
        title = str(raw[FIRST + "name"] or "")
        self._keeping.stop()
        is_kept = self.desk.keep_draft(FORM, self._about, fields, title)
        if is_kept:
            self._is_draft = True
            self._kept_at.say(N_("Draft kept {time}"), time=chosen().clock(self.desk.centre.world.here()))
            self._kept_at.show()
        return is_kept

    def _put_back(self, fields: dict[str, Any]) -> None:
        self.form.restore(fields.get("form", {}))
        self.form.unit.refill()
        self.form.restore({"unit_id": fields.get("form", {}).get("unit_id", ["", ""])})
        self.others.restore(fields.get("others", []), self._base.mentions[1:])
        self.meant.restore(fields)
        self._is_draft = True
        self.close_button.say(N_("To drafts"))

    def _typed(self) -> None:
        self.close_button.say(N_("To drafts"))
        self.meant.looking.start()
        self._follow()

    def _others_changed(self) -> None:
        self._keeping.start()
        self._typed()

    def _follow(self) -> None:
        """Say what follows from what is typed so far."""
        self.code.look()
        try:
            draft = self.form.peek(self._base)
        except Problem:
            draft = None
        self.aside.put_following(what_follows(self.desk.centre, draft, self.meant.person))
