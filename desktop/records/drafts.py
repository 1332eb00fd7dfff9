"""The log of what is half typed: kept in the vault, so encrypted, until it is saved or thrown away.

Drafts leave no trace in the history. Each worker has her own; for one form and one record there is one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from desktop.records.centre_profile import Draft
from desktop.records.typed_text import clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World

_LONGEST_TITLE = 80


@dataclass(frozen=True)
class DraftNote:
    """Something half typed."""

    id: UUID
    form: str
    about: UUID | None
    fields: Mapping[str, Any]
    """As typed: texts, numbers, truth, lists of them; anything else had been turned into text."""
    title: str
    saved_at: datetime
    """Desk time."""


class Drafts:
    """Half-typed entries."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault = vault
        self.world = world

    def keep(self, form: str, about: UUID | None, fields: Mapping[str, object], title: str, by: Worker) -> DraftNote:
        """Keep the fields of a form as they are now, in place of those kept before for the same record."""
        typed = json.dumps(fields, default=str)
        with self.vault.note() as session:
            draft = session.scalar(select(Draft).where(_mine(by, form, about)))
            if draft is None:
                draft = Draft(id=self.world.new_id(), form=form, about=about, worker_id=by.id)
                session.add(draft)
            draft.fields, draft.title = typed, clean_line(title)[:_LONGEST_TITLE]
            draft.saved_at = self.world.now()
            return self._noted(draft)

    def all(self, by: Worker) -> tuple[DraftNote, ...]:
        """A worker's drafts, the latest first."""
        query = select(Draft).where(Draft.worker_id == by.id).order_by(Draft.saved_at.desc(), Draft.id.desc())
        with self.vault.look() as session:
            return tuple(self._noted(draft) for draft in session.scalars(query))

    def of(self, form: str, about: UUID | None, by: Worker) -> DraftNote | None:
        """A worker's draft in one form about one record (None: a new one); None if there is none."""
        with self.vault.look() as session:
            draft = session.scalar(select(Draft).where(_mine(by, form, about)))
            return self._noted(draft) if draft else None

    def drop(self, form: str, about: UUID | None, by: Worker) -> None:
        """Throw a draft away, because it was saved or is not wanted; nothing happens where there is none."""
        with self.vault.note() as session:
            draft = session.scalar(select(Draft).where(_mine(by, form, about)))
            if draft is not None:
                session.delete(draft)

    def _noted(self, draft: Draft) -> DraftNote:
        fields = json.loads(draft.fields)
        return DraftNote(draft.id, draft.form, draft.about, fields, draft.title, self.world.desk(draft.saved_at))


def _mine(by: Worker, form: str, about: UUID | None) -> ColumnElement[bool]:
    about_it = Draft.about.is_(None) if about is None else Draft.about == about
    return and_(Draft.worker_id == by.id, Draft.form == form, about_it)
