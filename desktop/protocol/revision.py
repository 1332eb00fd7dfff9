"""The log of a round of revision: what is proposed for a draft, what institutions say to it, what is decided.

A proposed change leaves the draft as it is until it is accepted; left open again, the provision is as it was before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.kept import GONE, kept_provision, writable, writable_provision
from desktop.protocol.paper_head import Asked, Refusal, nothing_refused
from desktop.protocol.returned import Returned, read_returned
from desktop.protocol.returned_table import comment_table, typed_in
from desktop.protocol.revision_before import as_kept
from desktop.protocol.revision_deciding import take_back, write_in
from desktop.protocol.revision_drafts import WORDED, ChangeDraft, CommentDraft
from desktop.protocol.revision_rows import ChangeRow, CommentRow, change_rows, comment_rows
from desktop.protocol.sheet import read_version
from desktop.records.agency import Agency
from desktop.records.protocol import Provision
from desktop.records.revision import ProposedChange, ProvisionComment
from desktop.records.typed_check import insist
from desktop.vault.vault import Vault, Worker
from desktop.world import World

ACCEPTED_ALREADY = N_("This change was accepted. Leave it open first.")


class Revision:
    """What is proposed for the drafts of one vault, and said to them."""

    def __init__(self, vault: Vault, world: World, refuse: Refusal = nothing_refused) -> None:
        self.vault, self.world, self._refuse = vault, world, refuse

    def changes(self, version_id: UUID) -> Sequence[ChangeRow]:
        """What is proposed for a version, in the order of its provisions."""
        with self.vault.look() as session:
            today = self.world.today()
            return change_rows(session, read_version(session, version_id, today), today)

    def comments(self, version_id: UUID, provision_id: UUID | None = None) -> Sequence[CommentRow]:
        """What was said to a version, or to one of its provisions."""
        with self.vault.look() as session:
            found = comment_rows(session, version_id)
            return [row for row in found if provision_id in (None, row.comment.provision_id)]

    def propose(self, version_id: UUID, draft: ChangeDraft, by: Worker) -> ProposedChange:
        """Propose that a provision says something else, that one comes, or that one is left out."""
        draft = self._checked(draft)
        with self.vault.change(N_("Change of the protocol proposed: {number}"), by, number=draft.number) as session:
            writable(session, version_id)
            mine = select(func.max(ProposedChange.position)).where(ProposedChange.version_id == version_id)
            change = ProposedChange(
                id=self.world.new_id(), version_id=version_id, position=(session.scalar(mine) or 0) + 1,
                **{each.name: getattr(draft, each.name) for each in fields(draft)},
            )  # fmt: skip
            self._tie(session, change)
            session.add(change)
            return change

    def amend(self, change_id: UUID, draft: ChangeDraft, by: Worker) -> ProposedChange:
        """Write a proposed change anew, while it is not accepted."""
        draft = self._checked(draft)
        with self.vault.change(N_("Proposed change written anew: {number}"), by, number=draft.number) as session:
            change = self._change(session, change_id)
            if change.state == "accepted":
                raise Problem(ACCEPTED_ALREADY)
            for each in fields(draft):
                setattr(change, each.name, getattr(draft, each.name))
            self._tie(session, change)
            return change

    def take_out(self, change_id: UUID, by: Worker) -> None:
        """Take out a proposed change that is not accepted; what was said to a new provision goes with it."""
        with self.vault.change(N_("Proposed change taken out"), by) as session:
            change = self._change(session, change_id)
            if change.state == "accepted":
                raise Problem(ACCEPTED_ALREADY)
            said = select(ProvisionComment).where(ProvisionComment.change_id == change_id)
            for comment in session.scalars(said).all():
                if comment.provision_id:
                    comment.change_id = None
                else:
                    session.delete(comment)
            session.flush()
            session.delete(change)

    def accept(self, change_id: UUID, by: Worker) -> ProposedChange:
        """Accept it: the draft says so from now on."""
        return self._decide(change_id, "accepted", N_("Proposed change accepted: {number}"), by)

    def reject(self, change_id: UUID, by: Worker) -> ProposedChange:
        """Do not accept it; what was written into the draft is put back."""
        return self._decide(change_id, "rejected", N_("Proposed change not accepted: {number}"), by)

    def leave_open(self, change_id: UUID, by: Worker) -> ProposedChange:
        """Leave it open; what was written into the draft is put back."""
        return self._decide(change_id, "open", N_("Proposed change left open: {number}"), by)

    def comment(self, version_id: UUID, draft: CommentDraft, by: Worker) -> ProvisionComment:
        """Keep what an institution says to a provision of a draft."""
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        with self.vault.change(N_("Comment on the protocol noted"), by) as session:
            writable(session, version_id)
            return self._put_comment(session, version_id, draft)

    def read_returned(self, version_id: UUID, came: Path | bytes) -> Returned:
        """What stands in a table that came back, by the numbers of this version and of what is new in it."""
        rows = self.changes(version_id)
        with self.vault.look() as session:
            sheet = read_version(session, version_id, self.world.today())
        known: dict[str, tuple[UUID | None, UUID | None]] = {
            row.change.number: (None, row.change.id) for row in rows if row.change.kind == "add"
        }
        known |= {row.provision.number: (row.provision.id, None) for row in sheet.provisions}
        return read_returned(came, known)

    def comment_table(self, version_id: UUID, agency_id: UUID | None, language: str = "") -> bytes:
        """The DOCX that an institution is sent to write its comments into; see `read_returned`."""
        with self.vault.look() as session:
            agency = session.get(Agency, agency_id) if agency_id else None
            receiver = agency.known_as if agency else ""
            asked = Asked("comparison", self.world.now(), self.world.today(), version_id, language=language,
                          receiver=receiver)  # fmt: skip
            self._refuse(session, typed_in(session, asked))
            return comment_table(session, asked)

    def bring_comments(self, version_id: UUID, agency_id: UUID | None, returned: Returned, by: Worker) -> int:
        """Keep the comments of a returned table, in one change; what this institution said before is not kept twice."""
        told = [CommentDraft(each.text, each.provision_id, each.change_id, agency_id, "docx").cleaned()
                for each in returned.known]  # fmt: skip
        for draft in told:
            insist(draft.check(self.world.today()))
        with self.vault.look() as session:
            before = {_about(row.comment) for row in comment_rows(session, version_id)}
        new = [each for each in dict.fromkeys(told) if _about(each) not in before]
        if not new:
            raise Problem(N_("There is nothing in this table that was not noted already."))
        with self.vault.change(N_("Comments on the protocol brought in: {n}"), by, n=len(new)) as session:
            writable(session, version_id)
            for draft in new:
                self._put_comment(session, version_id, draft)
        return len(new)

    def _checked(self, draft: ChangeDraft) -> ChangeDraft:
        draft = draft.cleaned()
        draft = replace(draft, on_day=draft.on_day or self.world.today())
        insist(draft.check(self.world.today()))
        if draft.kind == "remove" and draft.provision_id:
            with self.vault.look() as session:
                worded = kept_provision(session, draft.provision_id)
                draft = replace(draft, **{name: getattr(worded, name) for name in WORDED})
        return draft

    def _tie(self, session: Session, change: ProposedChange) -> None:
        """Tie it to the provision it is about, as that stands now; a new one needs a number of its own."""
        if change.kind == "add":
            change.provision_id = change.origin_id = None
            taken = Provision.version_id == change.version_id, Provision.number == change.number
            if session.scalars(select(Provision.id).where(*taken)).first():
                raise Problem(N_("There is a provision {number} already."), field="number", number=change.number)
            return
        change.chapter_id = change.point_id = None
        if change.provision_id is None:
            raise Problem(GONE)
        provision = writable_provision(session, change.provision_id)
        same = ProposedChange.provision_id == provision.id, ProposedChange.state == "open"
        if session.scalars(select(ProposedChange.id).where(*same, ProposedChange.id != change.id)).first():
            raise Problem(N_("A change of this provision is open already. Decide on it, or write it anew."))
        if provision.version_id != change.version_id:
            raise Problem(GONE)
        change.origin_id, change.before = provision.origin_id, as_kept(session, provision)

    def _decide(self, change_id: UUID, state: str, what: str, by: Worker) -> ProposedChange:
        with self.vault.look() as session:
            found = session.get(ProposedChange, change_id)
            number = found.number if found else ""
        with self.vault.change(what, by, number=number) as session:
            change = self._change(session, change_id)
            if state == "accepted" and change.state != "accepted":
                write_in(session, change, self.world)
            elif state != "accepted" and change.state == "accepted":
                take_back(session, change, self.world)
            change.state = state
            change.decided_on = None if state == "open" else self.world.today()
            change.decided_by = "" if state == "open" else by.name
            return change

    def _put_comment(self, session: Session, version_id: UUID, draft: CommentDraft) -> ProvisionComment:
        provision = session.get(Provision, draft.provision_id) if draft.provision_id else None
        change = session.get(ProposedChange, draft.change_id) if draft.change_id else None
        about = provision or change
        if about is None or about.version_id != version_id:
            raise Problem(GONE)
        comment = ProvisionComment(
            id=self.world.new_id(), version_id=version_id, provision_id=draft.provision_id, change_id=draft.change_id,
            agency_id=draft.agency_id, text=draft.text, on_day=draft.on_day or self.world.today(),
            source=draft.source, meeting_id=draft.meeting_id,
        )  # fmt: skip
        session.add(comment)
        return comment

    @staticmethod
    def _change(session: Session, change_id: UUID) -> ProposedChange:
        found = session.get(ProposedChange, change_id)
        if found is None:
            raise Problem(GONE)
        writable(session, found.version_id)
        return found


def _about(said: ProvisionComment | CommentDraft) -> tuple[UUID | None, UUID | None, UUID | None, str]:
    return said.agency_id, said.provision_id, said.change_id, said.text
