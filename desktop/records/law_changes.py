"""The log of changes of law: what changed, from when, and what it means for those who meet."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.law_change import LawChange
from desktop.records.training_draft import checked_ahead
from desktop.records.typed_check import LONG, NAME, SHORT, checked_days, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean, clean_line
from desktop.records.word_search import has_words, wanted_words
from desktop.vault.vault import Vault, Worker
from desktop.world import World

_NAMED = 80
"""Letters of an act that the history tells."""
_LINES = {"act": SHORT, "number": NAME, "link": SHORT}


@dataclass(frozen=True)
class LawDraft:
    """A change of law as typed; see `LawChange` for what each field means."""

    act: str = ""
    number: str = ""
    in_force_from: date | None = None
    meaning: str = ""
    link: str = ""

    @classmethod
    def of(cls, change: LawChange) -> LawDraft:
        """One as it stands, to be amended."""
        return cls(**{field.name: getattr(change, field.name) for field in fields(cls)})

    def cleaned(self) -> LawDraft:
        """The same without unseen signs."""
        lines = {name: clean_line(getattr(self, name)) for name in _LINES}
        return replace(self, **lines, meaning=clean(self.meaning))  # type: ignore[arg-type]

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that is wrong with it."""
        return (
            *checked_filled(self, ["act", "in_force_from", "meaning"]),
            *checked_lengths(self, _LINES | {"meaning": LONG}),
            *checked_days(self, ["in_force_from"]),
            *checked_ahead(self, ["in_force_from"], today),
        )


class LawChanges:
    """The changes of law of one vault; there are some a year."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def note(self, draft: LawDraft, by: Worker) -> LawChange:
        """Keep a change of law, noted today."""
        draft = self._checked(draft)
        with self.vault.change(N_("Change of law noted: {act}"), by, act=draft.act[:_NAMED]) as session:
            change = LawChange(id=self.world.new_id(), noted_on=self.world.today(), **_values(draft))
            session.add(change)
            return change

    def amend(self, change_id: UUID, draft: LawDraft, by: Worker) -> LawChange:
        """Correct one; the day on which it was noted stays."""
        draft = self._checked(draft)
        with self.vault.change(N_("Change of law corrected: {act}"), by, act=draft.act[:_NAMED]) as session:
            change = _present(session, change_id)
            for name, value in _values(draft).items():
                setattr(change, name, value)
            return change

    def take_out(self, change_id: UUID, by: Worker) -> None:
        """Take out one that never was; the history keeps it."""
        act = self.change(change_id).act[:_NAMED]
        with self.vault.change(N_("Change of law taken out: {act}"), by, act=act) as session:
            session.delete(_present(session, change_id))

    def change(self, change_id: UUID) -> LawChange:
        """One of them; a Problem if it was taken out meanwhile."""
        with self.vault.look() as session:
            return _present(session, change_id)

    def all(self) -> tuple[LawChange, ...]:
        """Every one, what comes into force last first."""
        with self.vault.look() as session:
            return tuple(session.scalars(select(LawChange).order_by(LawChange.in_force_from.desc(), LawChange.id)))

    def between(self, first: date, last: date) -> tuple[LawChange, ...]:
        """Those a meeting should hear of: noted, or coming into force, within these days; the earliest first."""
        return tuple(
            each for each in reversed(self.all())
            if first <= each.noted_on <= last or first <= each.in_force_from <= last
        )  # fmt: skip

    def find(self, text: str) -> tuple[LawChange, ...]:
        """Those that have every word typed, each from its beginning."""
        wanted = wanted_words(text)
        return tuple(each for each in self.all() if has_words(f"{each.act} {each.number} {each.meaning}", wanted))

    def _checked(self, draft: LawDraft) -> LawDraft:
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        return draft


def _values(draft: LawDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft)}


def _present(session: Session, change_id: UUID) -> LawChange:
    found = session.get(LawChange, change_id)
    if found is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    return found
