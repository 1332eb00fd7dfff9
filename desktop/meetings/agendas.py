"""The items of an agenda: what the program lays out, a worker edits, reorders, and says to be empty on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings.agenda import Agenda
from desktop.meetings.composing import compose
from desktop.meetings.items import items_of
from desktop.meetings.kept import kept, planned
from desktop.problems import Problem
from desktop.records.meeting import PARTS, AgendaItem, Decision
from desktop.records.promise import Commitment
from desktop.records.typed_check import LONG, SHORT, checked_choices, checked_lengths, checked_ranges, insist
from desktop.records.typed_text import clean, clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class ItemDraft:
    """An item as typed; see `AgendaItem` for what each field means."""

    part: str = "own"
    title: str = ""
    text: str = ""
    minutes: int = 10
    is_empty: bool = False

    @classmethod
    def of(cls, item: AgendaItem) -> ItemDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(item, each.name) for each in fields(cls)})

    def cleaned(self) -> ItemDraft:
        """The same without unseen signs."""
        return replace(self, title=clean_line(self.title), text=clean(self.text))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        untitled = self.part == "own" and not self.title
        return (
            *checked_choices(self, {"part": PARTS}),
            *checked_lengths(self, {"title": SHORT, "text": LONG}),
            *checked_ranges(self, {"minutes": (0, 600)}),
            *((Problem(N_("Fill in this field."), field="title"),) if untitled else ()),
        )


class Agendas:
    """The agendas of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def items(self, meeting_id: UUID) -> Sequence[AgendaItem]:
        """The items of a meeting in their order."""
        with self.vault.look() as session:
            return items_of(session, meeting_id)

    def compose(self, meeting_id: UUID) -> Agenda:
        """The agenda as it stands now, with all that the vault holds for it."""
        with self.vault.look() as session:
            return compose(session, kept(session, meeting_id), self.world.today())

    def add(self, meeting_id: UUID, draft: ItemDraft, by: Worker) -> AgendaItem:
        """Put another item at the end, before the next meeting's date where that stands last."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Agenda item added"), by) as session:
            planned(session, meeting_id)
            items = items_of(session, meeting_id)
            if draft.part != "own" and any(item.part == draft.part for item in items):
                raise Problem(N_("The agenda has this part already."), field="part")
            values = {each.name: getattr(draft, each.name) for each in fields(draft)}
            item = AgendaItem(id=self.world.new_id(), meeting_id=meeting_id, position=len(items), **values)
            session.add(item)
            ends = bool(items) and items[-1].part == "next"
            _put(items, item, len(items) - 1 if ends else len(items))
            return item

    def amend(self, item_id: UUID, draft: ItemDraft, by: Worker) -> AgendaItem:
        """Change its words or its length, or say that there is nothing to it."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Agenda item changed"), by) as session:
            item = self._item(session, item_id)
            for name in ("title", "text", "minutes", "is_empty"):
                setattr(item, name, getattr(draft, name))
            return item

    def move(self, item_id: UUID, place: int, by: Worker) -> None:
        """Put an item at another place, counted from 0."""
        with self.vault.change(N_("Agenda reordered"), by) as session:
            item = self._item(session, item_id)
            before = list(items_of(session, item.meeting_id))
            others = [each for each in before if each is not item]
            _put(others, item, place)
            if _opening(others) > _opening(before):
                raise Problem(N_("What went well comes first. Other items follow it."))

    def remove(self, item_id: UUID, by: Worker) -> None:
        """Take an item off the agenda; not one at which something was decided or promised already."""
        with self.vault.change(N_("Agenda item taken off"), by) as session:
            item = self._item(session, item_id)
            for table in (Decision, Commitment):
                if session.scalar(select(func.count()).where(table.item_id == item_id)):
                    raise Problem(N_("Something was agreed under this item. It stays on the agenda."))
            meeting_id = item.meeting_id
            session.execute(delete(AgendaItem).where(AgendaItem.id == item_id))
            for position, each in enumerate(items_of(session, meeting_id)):
                each.position = position

    @staticmethod
    def _item(session: Session, item_id: UUID) -> AgendaItem:
        item = session.get(AgendaItem, item_id)
        if item is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        planned(session, item.meeting_id)
        return item


def _opening(items: Sequence[AgendaItem]) -> int:
    """Where what went well stands; an agenda may be without it."""
    return next((place for place, each in enumerate(items) if each.part == "achievements"), 0)


def _put(others: list[AgendaItem], item: AgendaItem, place: int) -> None:
    others.insert(max(0, place), item)
    for position, each in enumerate(others):
        each.position = position
