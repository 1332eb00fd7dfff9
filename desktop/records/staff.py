"""The log of the workers: who they are on paper, and that each has her own way into the vault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.centre_profile import StaffMember
from desktop.records.typed_check import NAME, checked_choices, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean_line
from desktop.records.vocabulary import WORKER_ROLES
from desktop.vault.files import Progress, no_progress
from desktop.vault.vault import Vault, Worker
from desktop.world import World

LEADING = ("director", "deputy")
"""Roles that decide who may open the vault, which lists there are, and what the centre is called; who signs first."""
SHORTEST_PASSPHRASE = 12
"""Signs that a worker's own passphrase must have."""


def require_leading(by: Worker) -> None:
    """Raise a `Problem` unless this worker leads: nobody shuts the director out, or lets herself in as one."""
    if by.role not in LEADING:
        raise Problem(N_("Only director and deputy may do this."))


@dataclass(frozen=True)
class StaffDraft:
    """A worker as typed."""

    name: str = ""
    role: str = "cases"
    """One of `WORKER_ROLES`."""
    job_title: str = ""
    passphrase: str = ""

    def cleaned(self) -> StaffDraft:
        """The same without unseen signs; the passphrase stays as typed."""
        return replace(self, name=clean_line(self.name), job_title=clean_line(self.job_title))

    def check(self, others: Sequence[str] = ()) -> tuple[Problem, ...]:
        """What is wrong with it; `others` are the names that are taken."""
        problems = [
            *checked_filled(self, ["name"]),
            *checked_lengths(self, {"name": NAME, "job_title": NAME}),
            *checked_choices(self, {"role": WORKER_ROLES}),
            *passphrase_problems(self.passphrase),
        ]
        if self.name.casefold() in {name.casefold() for name in others}:
            problems.append(Problem(N_("Somebody of this name is there already."), field="name"))
        return tuple(problems)


def passphrase_problems(passphrase: str, field: str = "passphrase") -> tuple[Problem, ...]:
    """What is wrong with a passphrase that somebody chooses."""
    if len(passphrase) >= SHORTEST_PASSPHRASE:
        return ()
    return (Problem(N_("The passphrase is too short. Characters needed: {n}"), field=field, n=SHORTEST_PASSPHRASE),)


class Staff:
    """The workers of the centre. A key is given and taken here, together with the name on paper."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault = vault
        self.world = world

    def members(self, *, active_only: bool = False) -> tuple[StaffMember, ...]:
        """Everybody who works or worked here, in the order in which they came."""
        query = select(StaffMember).order_by(StaffMember.since, StaffMember.id)
        if active_only:
            query = query.where(StaffMember.until.is_(None))
        with self.vault.look() as session:
            return tuple(session.scalars(query))

    def leader(self, but: Worker) -> StaffMember | None:
        """The director, else her deputy; not the one who asks. None where nobody else leads."""
        leads = [each for each in self.members(active_only=True) if each.role in LEADING and each.id != but.id]
        return min(leads, key=lambda each: LEADING.index(each.role), default=None)

    def member(self, worker_id: UUID) -> StaffMember | None:
        """One worker; None for somebody who was never written down here."""
        with self.vault.look() as session:
            return session.get(StaffMember, worker_id)

    def add(self, draft: StaffDraft, by: Worker) -> StaffMember:
        """Give a worker her own passphrase and write her down."""
        require_leading(by)
        draft = draft.cleaned()
        insist(draft.check([slot.name for slot in Vault.workers(self.vault.folder)]))

        def write_down(session: Session, worker: Worker) -> None:
            session.add(new_member(worker, draft.job_title, self.world.today()))

        worker = self.vault.add_worker(draft.name, draft.role, draft.passphrase, by, along=write_down)
        with self.vault.look() as session:
            return session.get_one(StaffMember, worker.id)

    def amend(self, worker_id: UUID, job_title: str, by: Worker) -> StaffMember:
        """Change how a worker is titled on paper."""
        with self.vault.change(N_("Worker's title changed"), by) as session:
            member = session.get_one(StaffMember, worker_id)
            member.job_title = clean_line(job_title)
            insist(checked_lengths(member, {"job_title": NAME}))
            return member

    def change_passphrase(self, old: str, new: str) -> None:
        """Change the passphrase of the worker at the desk."""
        insist(passphrase_problems(new, "new"))
        self.vault.change_passphrase(self.vault.worker, old, new)

    def remove(self, worker_id: UUID, by: Worker, progress: Progress = no_progress) -> None:
        """Take a worker's key away and give the data a new one; copies made earlier stay readable to her."""
        require_leading(by)
        if worker_id == by.id:
            raise Problem(N_("Nobody can remove their own access. Another worker does it."))

        def end(session: Session, worker: Worker) -> None:
            member = session.get(StaffMember, worker.id)
            if member is not None:
                member.until = self.world.today()

        self.vault.remove_worker(worker_id, by, progress, along=end)


def new_member(worker: Worker, job_title: str, since: date) -> StaffMember:
    """A worker as the papers name her, with the identifier of her key."""
    return StaffMember(id=worker.id, name=worker.name, role=worker.role, job_title=job_title, since=since)
