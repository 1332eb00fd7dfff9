"""Whom a notice that is typed is about: taken, or linked as family, from who looks alike beside the form.

Nothing is joined before the notice is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.records.looks_alike import MOST, Alike, is_written_as
from desktop.records.referral import Referral
from desktop.records.referral_draft import MentionDraft, ReferralDraft
from desktop.windows.desk import Desk
from desktop.windows.notice_aside import Found, NoticeAside
from desktop.windows.notice_form import NoticeForm
from desktop.windows.notice_repeat import asked_of

ALIKE_MS = 200
"""Who looks alike is asked so long after the last key."""


class Meant(QObject):
    """The person who is meant, and those of her family.

    `about` says which notice is changed, `beside` whom it names besides her.
    """

    answered = Signal()
    """Somebody was taken or linked beside the form, or not after all."""

    def __init__(
        self,
        desk: Desk,
        form: NoticeForm,
        aside: NoticeAside,
        about: Callable[[], UUID | None],
        beside: Callable[[], Sequence[MentionDraft]],
    ) -> None:
        super().__init__(aside)
        self._desk, self._form, self._aside, self._about, self._beside = desk, form, aside, about, beside
        self.person: UUID | None = None
        self.family: set[UUID] = set()
        self.looking = QTimer(self, singleShot=True, interval=ALIKE_MS)
        self.looking.timeout.connect(self.look)
        aside.taken.connect(self.take)
        aside.linked.connect(self._link)
        aside.opened.connect(self._open)

    def begin(self, person: UUID | None) -> None:
        """Mean this person, and nobody linked beside her."""
        self.person, self.family = person, set()

    def raw(self) -> dict[str, Any]:
        """Both, for the draft."""
        return {"person": self.person.hex if self.person else "", "family": [one.hex for one in self.family]}

    def restore(self, fields: Mapping[str, Any]) -> None:
        """Put both back."""
        self.person = UUID(fields["person"]) if fields.get("person") else None
        self.family = {UUID(one) for one in fields.get("family", [])}
        self.looking.start()

    def refresh(self) -> None:
        """She may have been joined with somebody on another page."""
        if self.person is not None:
            found = self._desk.centre.people.find(self.person)
            self.person = found.person.id if found else None
            self.looking.start()

    def put_into(self, draft: ReferralDraft) -> ReferralDraft:
        """The draft, with whom it is about."""
        if not draft.mentions:
            return draft
        return replace(draft, mentions=(replace(draft.mentions[0], person_id=self.person), *draft.mentions[1:]))

    def link_family(self, kept: Referral) -> bool:
        """Join those of one family, as it was asked beside the form; whether there were any."""
        others, self.family = self.family - {kept.person_id}, set()
        if kept.person_id is None or not others:
            return False
        for other in others:
            self._desk.centre.people.link_family(kept.person_id, other, "", self._desk.centre.worker)
        return True

    def look(self) -> None:
        """Ask who looks alike, off the window's thread."""
        form, centre = self._form, self._desk.centre
        hint, reference, about = form.hint(), str(form.fields["reference"].raw()).strip(), self._about()
        enough = len(hint.name) >= 3 or hint.birth_year or len(hint.phone) >= 7
        taken, family, received = self.person, frozenset(self.family), form.received_at()
        beside = self._beside()

        def ask() -> Found:
            kept = next(iter(centre.referrals.rows((about,) if about else ())), None)
            own = taken if kept is not None and kept.person_id == taken else None
            alike = centre.people.alike(replace(hint, person_id=own), MOST + len(beside)) if enough else ()
            same = centre.referrals.same_reference(reference, about) if reference else None
            repeats = asked_of(centre, received, alike, taken=taken, family=family, about=about)
            answered = {taken, *family}
            cards = [one for one in alike if one.person.id in answered or not _is_among(one, beside)]
            known = centre.people.known_but_for(own, about) if own and about else None
            return Found(tuple(cards[:MOST]), same, repeats, known)

        self._desk.background.run(ask, lambda found: self._aside.put_alike(found, self.person, self.family))

    def take(self, person: UUID | None) -> None:
        """Mean this person; None: nobody whom we know."""
        self.person = person
        self._answered()

    def _link(self, person: UUID) -> None:
        self.family ^= {person}
        self._answered()

    def _answered(self) -> None:
        self._form.keep_now()
        self._aside.come_back()
        self.look()
        self.answered.emit()

    def _open(self, what: str, about: UUID | tuple[UUID, UUID] | None) -> None:
        if about is not None:
            self._desk.go("referrals" if what == "referral" else what, about)


def _is_among(one: Alike, beside: Sequence[MentionDraft]) -> bool:
    """Whether she stands in the same notice herself, so that nobody need ask who she is to whom it is about."""
    if any(mention.person_id == one.person.id for mention in beside):
        return True
    return one.likeness != "probably" and any(is_written_as(one.person, mention) for mention in beside)
