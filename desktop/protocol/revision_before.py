"""A provision as it was before a change was accepted: kept as JSON, and put back from it.

What is put back is all of it: whom it binds, its other languages, what it rests on and how that was judged.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.protocol.drafts import BasisDraft, ProvisionDraft, TextDraft
from desktop.protocol.provisions import put_in, rewrite
from desktop.protocol.revision_drafts import WORDED
from desktop.records.alignment import Basis
from desktop.records.protocol import ProtocolChapter, Provision, ProvisionHolder, ProvisionText
from desktop.world import World

_PLAIN = (*WORDED, "holds_all", "trigger_words", "position")
_LINKED = ("chapter_id", "meeting_kind_id", "origin_id")
_JUDGED = ("state", "needed", "judged_by", "judged_on", "position")


@dataclass(frozen=True)
class Before:
    """What is known of a provision as it was."""

    found: dict[str, Any]

    @classmethod
    def read(cls, kept: str) -> Before:
        """From what `as_kept` wrote; empty where nothing was kept."""
        return cls(json.loads(kept) if kept else {})

    def worded(self) -> dict[str, Any]:
        """Number, title, text and limit as they were."""
        return {name: self.found[name] for name in WORDED} if self.found else {}

    def draft(self) -> ProvisionDraft:
        """All of it, as a provision that is to be put in."""
        texts = tuple(TextDraft(each["language"], each["title"], each["text"]) for each in self.found["texts"])
        bases = tuple(BasisDraft(_id(each["point_id"]), each["named"]) for each in self.found["bases"])
        return ProvisionDraft(
            **self.worded(), holds_all=self.found["holds_all"], trigger_words=self.found["trigger_words"],
            chapter_id=_id(self.found["chapter_id"]), meeting_kind_id=_id(self.found["meeting_kind_id"]),
            holders=tuple(map(_id, self.found["holders"])), texts=texts, bases=bases,
        )  # fmt: skip


def as_kept(session: Session, provision: Provision) -> str:
    """The provision with all that belongs to it, as JSON."""
    texts = _rows(session, ProvisionText, provision.id)
    bases = _rows(session, Basis, provision.id)
    holders = (each.agency_id for each in _rows(session, ProvisionHolder, provision.id))
    found = {name: getattr(provision, name) for name in _PLAIN}
    found |= {name: _hex(getattr(provision, name)) for name in _LINKED}
    found["holders"] = sorted(map(_hex, holders), key=str)
    found["texts"] = [{name: getattr(each, name) for name in ("language", "title", "text", "is_behind")}
                      for each in texts]  # fmt: skip
    found["bases"] = [
        {name: getattr(each, name) for name in ("named", *_JUDGED)}
        | {"point_id": _hex(each.point_id), "judged_on": each.judged_on.isoformat() if each.judged_on else None}
        for each in sorted(bases, key=lambda one: (one.position, one.id))
    ]
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def put_back(session: Session, version_id: UUID, before: Before, world: World) -> Provision:
    """A provision that was left out, as it was and where it was."""
    draft = before.draft()
    if draft.chapter_id and session.get(ProtocolChapter, draft.chapter_id) is None:
        draft = replace(draft, chapter_id=None)
    provision = put_in(session, version_id, draft, world, _id(before.found["origin_id"]))
    provision.position = before.found["position"]
    session.flush()
    judged = {(_id(each["point_id"]), each["named"]): each for each in before.found["bases"]}
    for basis in _rows(session, Basis, provision.id):
        if kept := judged.get((basis.point_id, basis.named)):
            for name in _JUDGED:
                setattr(basis, name, kept[name])
            basis.judged_on = date.fromisoformat(kept["judged_on"]) if kept["judged_on"] else None
    _set_behind(session, provision, before)
    return provision


def write_back(session: Session, provision: Provision, draft: ProvisionDraft, before: Before, world: World) -> None:
    """The words it had before; `draft` is the provision as it stands."""
    rewrite(session, provision, replace(draft, **before.worded()), world)
    _set_behind(session, provision, before)


def _set_behind(session: Session, provision: Provision, before: Before) -> None:
    was = {each["language"]: each for each in before.found["texts"]}
    for text in _rows(session, ProvisionText, provision.id):
        kept = was.get(text.language)
        if kept and (kept["title"], kept["text"]) == (text.title, text.text):
            text.is_behind = kept["is_behind"]


def _rows(session: Session, table: type[Any], provision_id: UUID) -> list[Any]:
    return list(session.scalars(select(table).where(table.provision_id == provision_id)))


def _id(kept: str | None) -> UUID | None:
    return UUID(kept) if kept else None


def _hex(identifier: UUID | None) -> str | None:
    return identifier.hex if identifier else None
