"""What accepting a proposed change does to a draft, and how the draft stands again as before when it is left open."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.protocol.drafts import BasisDraft, ProvisionDraft, TextDraft, draft_of
from desktop.protocol.kept import kept_provision
from desktop.protocol.provisions import put_in, rewrite, take_from
from desktop.records.alignment import Basis
from desktop.records.protocol import Provision, ProvisionHolder, ProvisionText
from desktop.records.revision import ProposedChange
from desktop.world import World

_SAID = ("number", "title", "text", "trigger", "limit_number", "limit_unit")


def before_of(session: Session, change: ProposedChange) -> str:
    """The provision as it stands before the change is accepted, as JSON; nothing for a new one."""
    if change.provision_id is None:
        return ""
    provision = kept_provision(session, change.provision_id)
    told = asdict(_draft(session, provision))
    judged = session.scalars(select(Basis).where(Basis.provision_id == provision.id)).all()
    told["judged"] = [(each.point_id, each.named, each.state, each.needed) for each in judged]
    told["position"] = provision.position
    return json.dumps(told, default=str, ensure_ascii=False)


def write_change(session: Session, change: ProposedChange, world: World) -> None:
    """Write it into the draft."""
    if change.kind == "remove" and change.provision_id:
        provision = kept_provision(session, change.provision_id)
        change.provision_id = None
        session.flush()
        take_from(session, provision)
        return
    said: dict[str, Any] = {name: getattr(change, name) for name in _SAID}
    if change.kind == "add":
        bases = (BasisDraft(change.point_id),) if change.point_id else ()
        made = put_in(
            session, change.version_id, ProvisionDraft(chapter_id=change.chapter_id, bases=bases, **said), world
        )
        change.provision_id, change.origin_id = made.id, made.origin_id
    elif change.provision_id:
        provision = kept_provision(session, change.provision_id)
        rewrite(session, provision, replace(_draft(session, provision), **said), world)


def undo_change(session: Session, change: ProposedChange, world: World) -> None:
    """Let the draft stand as before the change was accepted."""
    if change.kind == "add":
        if change.provision_id:
            provision = session.get(Provision, change.provision_id)
            change.provision_id = change.origin_id = None
            session.flush()
            if provision:
                take_from(session, provision)
        return
    told = json.loads(change.before)
    judged, position = told.pop("judged"), told.pop("position")
    draft = _from_json(told)
    if change.kind == "remove":
        made = put_in(session, change.version_id, draft, world, change.origin_id)
        made.position = position
        change.provision_id = made.id
        _judge_again(session, made.id, judged)
    elif change.provision_id:
        now = _draft(session, kept_provision(session, change.provision_id))
        said = {name: getattr(draft, name) for name in _SAID}
        rewrite(session, kept_provision(session, change.provision_id), replace(now, **said, texts=draft.texts), world)


def _draft(session: Session, provision: Provision) -> ProvisionDraft:
    mine = provision.id
    holders = session.scalars(select(ProvisionHolder.agency_id).where(ProvisionHolder.provision_id == mine))
    texts = session.scalars(select(ProvisionText).where(ProvisionText.provision_id == mine))
    bases = session.scalars(select(Basis).where(Basis.provision_id == mine).order_by(Basis.position, Basis.id))
    return draft_of(
        provision, tuple(holders), tuple(TextDraft(each.language, each.title, each.text) for each in texts),
        tuple(BasisDraft(each.point_id, each.named) for each in bases),
    )  # fmt: skip


def _from_json(told: dict[str, Any]) -> ProvisionDraft:
    def identifier(text: str | None) -> UUID | None:
        return UUID(text) if text else None

    return ProvisionDraft(
        **{
            **told,
            "chapter_id": identifier(told["chapter_id"]), "meeting_kind_id": identifier(told["meeting_kind_id"]),
            "holders": tuple(identifier(each) for each in told["holders"]),
            "texts": tuple(TextDraft(**each) for each in told["texts"]),
            "bases": tuple(BasisDraft(identifier(each["point_id"]), each["named"]) for each in told["bases"]),
        }
    )  # fmt: skip


def _judge_again(session: Session, provision_id: UUID, judged: list[Any]) -> None:
    """Judgements as they were before the provision was left out."""
    known = {(str(point) if point else None, named): (state, needed) for point, named, state, needed in judged}
    for basis in session.scalars(select(Basis).where(Basis.provision_id == provision_id)).all():
        key = (str(basis.point_id) if basis.point_id else None, basis.named)
        basis.state, basis.needed = known.get(key, ("", ""))
