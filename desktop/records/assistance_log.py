"""The log of help that was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, insert, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Invalid, Problem
from desktop.records.assistance import Assistance, Consent
from desktop.records.assistance_draft import AssistanceDraft, AssistanceQuery, AssistanceRow
from desktop.records.assistance_query import asked, in_order
from desktop.records.assistance_rules import AssistanceRules
from desktop.records.care_draft import ConsentDraft
from desktop.records.person import Person
from desktop.records.referral import Referral
from desktop.records.typed_check import insist
from desktop.vault.files import Progress, no_progress
from desktop.vault.vault import Vault, Worker
from desktop.world import World

__all__ = ["AssistanceDraft", "AssistanceLog", "AssistanceQuery", "AssistanceRow"]

_CHUNK = 500
"""Drafts checked and written together; also how many identifiers one query names."""
MOST_CALLS = 200
"""Calls without a name that are noted together."""
_LOOKED_BACK = 50
"""Rows of a worker in which the kinds that she gave last are looked for."""
_SHARED = ("on_day", "kind", "channel", "minutes", "referral_id", "worker_role", "for_whom", "onward_id", "note")


class AssistanceLog:
    """Help as it is given, one row for each person helped."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault = vault
        self.world = world

    def give(self, draft: AssistanceDraft, by: Worker, consent: ConsentDraft | None = None) -> tuple[Assistance, ...]:
        """Keep one occasion of help: a row for each person, with one `group_id` where there are several.

        `consent`: what she allowed on this occasion, kept by the same change.
        """
        with self.vault.change(N_("Assistance entered"), by) as session:
            self._allow(session, consent)
            rows = self._prepared(session, [draft], by)
            kept = tuple(Assistance(**row) for row in rows)
            session.add_all(kept)
            return kept

    def give_all(
        self, drafts: Iterable[AssistanceDraft], by: Worker, progress: Progress = no_progress, total: int = 0
    ) -> int:
        """Keep many occasions in one change, by the same rules; how many there were.

        The drafts may come from a generator, they are never all in memory; `total` is for the progress only.
        """
        done, coming = 0, iter(drafts)
        with self.vault.change(N_("Assistance entered from a list"), by) as session:
            while chunk := list(islice(coming, _CHUNK)):
                session.execute(insert(Assistance), self._prepared(session, chunk, by))
                done += len(chunk)
                progress(done, max(done, total))
        return done

    def give_calls(self, draft: AssistanceDraft, calls: int, by: Worker) -> int:
        """Keep a telephone hour: so many calls of people without a name, each counted, the minutes shared."""
        insist(_calls_problems(draft, calls))
        each, rest = divmod(draft.minutes or 0, calls)
        drafts = [replace(draft, persons=(None,), minutes=each + (place < rest)) for place in range(calls)]
        with self.vault.change(N_("Calls without a name entered: {n}"), by, n=calls) as session:
            session.execute(insert(Assistance), self._prepared(session, drafts, by))
        return calls

    def consent_for(self, draft: AssistanceDraft) -> Consent | None:
        """The consent that allows what a draft passes on, if there is one."""
        with self.vault.look() as session:
            return AssistanceRules.read(session, [draft]).consent_for(draft)

    def draft_of(self, assistance_id: UUID) -> AssistanceDraft:
        """An occasion as it stands, with all its persons, to be amended."""
        with self.vault.look() as session:
            rows = _occasion(session, assistance_id)
        first = rows[0]
        shared = {name: getattr(first, name) for name in _SHARED}
        shared["referral_id"] = next((row.referral_id for row in rows if row.referral_id), None)
        return AssistanceDraft(**shared, consent_id=first.consent_id, persons=tuple(row.person_id for row in rows))

    def last_of(self, worker: Worker) -> AssistanceDraft | None:
        """What a worker entered as her last help, to be repeated; without its persons and its notice."""
        with self.vault.look() as session:
            found = session.scalar(_latest_of(worker).limit(1))
        return replace(self.draft_of(found.id), persons=(), referral_id=None, consent_id=None) if found else None

    def kinds_of(self, worker: Worker, count: int = 3) -> tuple[str, ...]:
        """The kinds of help that a worker gave last, the latest first."""
        with self.vault.look() as session:
            kinds = [row.kind for row in session.scalars(_latest_of(worker).limit(_LOOKED_BACK))]
        return tuple(dict.fromkeys(kinds))[:count]

    def amend(
        self, assistance_id: UUID, draft: AssistanceDraft, by: Worker, consent: ConsentDraft | None = None
    ) -> tuple[Assistance, ...]:
        """Change an occasion for all its persons; who helped stays, persons may be added or taken away."""
        with self.vault.change(N_("Assistance changed"), by) as session:
            self._allow(session, consent)
            before = _occasion(session, assistance_id)
            helper = Worker(before[0].worker_id, before[0].worker_name, "")
            rows = self._prepared(session, [replace(draft, given_by=draft.given_by or helper)], by)
            left = {row.person_id: row for row in reversed(before)}
            kept = []
            for values in rows:
                row = left.pop(values["person_id"], None)
                if row is None:
                    row = Assistance(**values)
                    session.add(row)
                for name, value in values.items():
                    if name != "id":
                        setattr(row, name, value)
                kept.append(row)
            for gone in set(before) - set(kept):
                session.delete(gone)
            return tuple(kept)

    def take_back(self, assistance_id: UUID, by: Worker) -> None:
        """Take out an occasion that was entered by mistake, for all its persons; the history keeps it."""
        with self.vault.change(N_("Assistance taken back"), by) as session:
            for row in _occasion(session, assistance_id):
                session.delete(row)

    def ids(self, query: AssistanceQuery) -> list[UUID]:
        """Identifiers of the rows asked for, in the order asked."""
        with self.vault.look() as session:
            return list(session.scalars(in_order(session, query)))

    def count(self, query: AssistanceQuery) -> int:
        """How many rows are asked for."""
        with self.vault.look() as session:
            return session.scalar(select(func.count()).select_from(Assistance).where(*asked(session, query))) or 0

    def times(self, query: AssistanceQuery) -> int:
        """How many occasions are asked for; help to several persons together is one."""
        once = func.count(func.distinct(func.coalesce(Assistance.group_id, Assistance.id)))
        with self.vault.look() as session:
            return session.scalar(select(once).where(*asked(session, query))) or 0

    def rows(self, ids: Sequence[UUID]) -> list[AssistanceRow]:
        """The lines of the list for these identifiers, in their order; those taken out meanwhile are missing."""
        found: dict[UUID, AssistanceRow] = {}
        with self.vault.look() as session:
            for start in range(0, len(ids), _CHUNK):
                query = (
                    select(Assistance, Person.name, Person.code, Referral.year, Referral.number)
                    .outerjoin(Person, Person.id == Assistance.person_id)
                    .outerjoin(Referral, Referral.id == Assistance.referral_id)
                    .where(Assistance.id.in_(ids[start : start + _CHUNK]))
                )
                for help_, name, code, year, number in session.execute(query):
                    found[help_.id] = _line(help_, (name or "", code or ""), f"{year}/{number}" if year else "")
        return [found[id_] for id_ in ids if id_ in found]

    def minutes(self, query: AssistanceQuery) -> int:
        """Minutes of help in all; those of one occasion count once, however many persons were there."""
        with self.vault.look() as session:
            conditions = asked(session, query)
            alone = select(func.sum(Assistance.minutes)).where(*conditions, Assistance.group_id.is_(None))
            once = (
                select(func.max(Assistance.minutes).label("minutes"))
                .where(*conditions, Assistance.group_id.is_not(None))
                .group_by(Assistance.group_id)
                .subquery()
            )
            return (session.scalar(alone) or 0) + (session.scalar(select(func.sum(once.c.minutes))) or 0)

    def _allow(self, session: Session, draft: ConsentDraft | None) -> None:
        """Keep what she allowed on the occasion that is being written."""
        if draft is not None:
            draft = draft.cleaned()
            insist(draft.check(self.world.today()))
            values = {field.name: getattr(draft, field.name) for field in fields(draft)}
            session.add(Consent(id=self.world.new_id(), **values))
            session.flush()

    def _prepared(self, session: Session, drafts: Sequence[AssistanceDraft], by: Worker) -> list[dict[str, Any]]:
        """The rows of some occasions, each checked; raises `Invalid` for the first that cannot be kept."""
        today = self.world.today()
        drafts = [_with_persons(session, draft.cleaned()) for draft in drafts]
        rules = AssistanceRules.read(session, drafts)
        rows: list[dict[str, Any]] = []
        for draft in drafts:
            problems = draft.check(today) or rules.problems(draft)
            if problems:
                raise Invalid(problems)
            rows += self._rows_of(draft, rules, draft.given_by or by)
        return rows

    def _rows_of(self, draft: AssistanceDraft, rules: AssistanceRules, helper: Worker) -> list[dict[str, Any]]:
        assert draft.on_day is not None
        consent = rules.consent_for(draft)
        shared = {name: getattr(draft, name) for name in _SHARED} | {
            "month": Month.of(draft.on_day).key,
            "consent_id": consent.id if consent else None,
            "group_id": self.world.new_id() if len(draft.persons) > 1 else None,
            "worker_id": helper.id,
            "worker_name": helper.name,
        }
        return [
            {"id": self.world.new_id(), **shared, "person_id": person, "referral_id": rules.notice_of(draft, person)}
            for person in draft.persons
        ]


def _calls_problems(draft: AssistanceDraft, calls: int) -> Iterator[Problem]:
    """What keeps calls without a name from being noted together."""
    if not 1 <= calls <= MOST_CALLS:
        yield Problem(N_("How many calls: from 1 to {n}"), field="calls", n=MOST_CALLS)
    elif draft.minutes is None or draft.minutes < calls:
        yield Problem(N_("At least one minute for each call."), field="minutes")
    if any(draft.persons):
        yield Problem(N_("Either persons or calls without a name, not both."), field="calls")


def _with_persons(session: Session, draft: AssistanceDraft) -> AssistanceDraft:
    if draft.persons or draft.referral_id is None:
        return draft
    return replace(draft, persons=(session.get_one(Referral, draft.referral_id).person_id,))


def _occasion(session: Session, assistance_id: UUID) -> list[Assistance]:
    row = session.get(Assistance, assistance_id)
    if row is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    if row.group_id is None:
        return [row]
    return list(session.scalars(select(Assistance).where(Assistance.group_id == row.group_id).order_by(Assistance.id)))


def _latest_of(worker: Worker) -> Select[Assistance]:
    order = (Assistance.on_day.desc(), Assistance.id.desc())
    return select(Assistance).where(Assistance.worker_id == worker.id).order_by(*order)


def _line(row: Assistance, who: tuple[str, str], label: str) -> AssistanceRow:
    return AssistanceRow(
        row.id, row.on_day, row.person_id, *who, row.referral_id, label, row.kind, row.channel, row.minutes,
        row.worker_name, row.group_id is not None,
    )  # fmt: skip
