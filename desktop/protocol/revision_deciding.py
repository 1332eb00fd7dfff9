"""How a decision on a proposed change is written into the draft, and taken back out of it.

In a change that somebody else began. What somebody wrote into the provision since is never lost: it is told instead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.drafts import BasisDraft, ProvisionDraft
from desktop.protocol.kept import GONE
from desktop.protocol.provisions import put_in, rewrite, take_from
from desktop.protocol.revision_before import Before, as_kept, put_back, write_back
from desktop.protocol.revision_drafts import WORDED
from desktop.protocol.sheet import read_version
from desktop.records.protocol import Provision
from desktop.records.revision import ProposedChange, ProvisionComment
from desktop.records.typed_check import insist
from desktop.world import World

WRITTEN_SINCE = N_("Something else was written into this provision since. Change it there, or undo in the history.")
LEFT_OUT = N_("This provision was left out of the draft.")


def write_in(session: Session, change: ProposedChange, world: World) -> None:
    """Write what is proposed into the draft."""
    if change.kind == "add":
        _add(session, change, world)
        return
    provision = _provision(session, change)
    before = as_kept(session, provision)
    if change.kind == "remove":
        _leave_out(session, change, provision)
    else:
        proposed = proposed_words(change, provision)
        draft = replace(_draft(session, provision, world), **proposed)
        insist(draft.check())
        rewrite(session, provision, draft, world)
        for name, value in proposed.items():
            setattr(change, name, value)
    change.before = before


def take_back(session: Session, change: ProposedChange, world: World) -> None:
    """Put the draft back as it was before the change was written in."""
    if change.kind == "remove":
        _put_back(session, change, world)
        return
    provision = _provision(session, change)
    if any(getattr(provision, name) != getattr(change, name) for name in WORDED):
        raise Problem(WRITTEN_SINCE)
    if change.kind == "add":
        for comment in _comments(session, provision.id):
            comment.provision_id, comment.change_id = None, change.id
        session.flush()
        take_from(session, provision)
        change.provision_id = change.origin_id = None
    else:
        write_back(session, provision, _draft(session, provision, world), Before.read(change.before), world)


def proposed_words(change: ProposedChange, provision: Provision) -> dict[str, Any]:
    """The provision's words with the change in them; what others changed since stays where this one is silent."""
    before = Before.read(change.before).worded()
    touched = {name: getattr(change, name) for name in WORDED if getattr(change, name) != before.get(name)}
    return {name: touched.get(name, getattr(provision, name)) for name in WORDED}


def _add(session: Session, change: ProposedChange, world: World) -> None:
    bases = (BasisDraft(change.point_id),) if change.point_id else ()
    draft = ProvisionDraft(
        **{name: getattr(change, name) for name in WORDED}, chapter_id=change.chapter_id, bases=bases
    )  # fmt: skip
    insist(draft.check())
    provision = put_in(session, change.version_id, draft, world)
    change.provision_id, change.origin_id = provision.id, provision.origin_id


def _leave_out(session: Session, change: ProposedChange, provision: Provision) -> None:
    for comment in _comments(session, provision.id):
        comment.change_id = comment.change_id or change.id
    session.flush()
    take_from(session, provision)
    change.provision_id = None


def _put_back(session: Session, change: ProposedChange, world: World) -> None:
    provision = put_back(session, change.version_id, Before.read(change.before), world)
    same = ProposedChange.version_id == change.version_id, ProposedChange.origin_id == provision.origin_id
    for other in session.scalars(select(ProposedChange).where(*same)).all():
        other.provision_id = provision.id
    said = select(ProvisionComment).where(ProvisionComment.change_id == change.id)
    for comment in session.scalars(said).all():
        comment.provision_id, comment.change_id = provision.id, None


def _comments(session: Session, provision_id: UUID) -> list[ProvisionComment]:
    return list(session.scalars(select(ProvisionComment).where(ProvisionComment.provision_id == provision_id)))


def _provision(session: Session, change: ProposedChange) -> Provision:
    found = session.get(Provision, change.provision_id) if change.provision_id else None
    if found is None:
        raise Problem(LEFT_OUT if change.origin_id else GONE)
    return found


def _draft(session: Session, provision: Provision, world: World) -> ProvisionDraft:
    """The provision as it stands, with all that belongs to it."""
    sheet = read_version(session, provision.version_id, world.today())
    return next(row.draft() for row in sheet.provisions if row.provision.id == provision.id)
