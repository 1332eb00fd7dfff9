"""The log of views: what each worker named of each list, kept as changes, so that Ctrl+Z takes any of them back.

It does not know what a filter is: a list hands over what it shows and is handed the same again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.saved_view import SavedView
from desktop.records.typed_check import checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean_line
from desktop.vault.letters import fold
from desktop.vault.vault import Vault, Worker
from desktop.world import World

LONGEST_NAME = 40
MOST = 20
"""Views of one list that a worker may keep: more nobody finds her way in."""


@dataclass(frozen=True)
class KeptView:
    """A view as a list shows it."""

    id: UUID
    name: str
    fields: Mapping[str, Any]
    is_first: bool


@dataclass(frozen=True)
class _Typed:
    name: str

    def check(self) -> tuple[Problem, ...]:
        return (*checked_filled(self, ("name",)), *checked_lengths(self, {"name": LONGEST_NAME}))


class SavedViews:
    """The views of one vault; everybody sees her own."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def of(self, screen: str, by: Worker) -> tuple[KeptView, ...]:
        """A worker's views of one list, in the order in which she made them."""
        with self.vault.look() as session:
            return tuple(_told(view) for view in _hers(session, screen, by))

    def keep(self, screen: str, name: str, fields: Mapping[str, Any], by: Worker) -> KeptView:
        """Keep what a list shows under a name; one that has this name already shows this from now on."""
        name = _checked(name)
        with self.vault.change(N_("View of a list kept: {name}"), by, name=name) as session:
            views = _hers(session, screen, by)
            view = next((view for view in views if fold(view.name) == fold(name)), None)
            if view is None:
                if len(views) >= MOST:
                    raise Problem(N_("There are {n} views already. Delete one first."), field="name", n=MOST)
                place = max((view.place for view in views), default=0) + 1
                view = SavedView(id=self.world.new_id(), worker_id=by.id, screen=screen, place=place)
                session.add(view)
            view.name, view.fields = name, json.dumps(fields, ensure_ascii=False, sort_keys=True)
            return _told(view)

    def rename(self, view_id: UUID, name: str, by: Worker) -> None:
        """Give a view another name."""
        name = _checked(name)
        with self.vault.change(N_("View of a list renamed: {name}"), by, name=name) as session:
            view = _own(session, view_id, by)
            others = (other for other in _hers(session, view.screen, by) if other is not view)
            if any(fold(other.name) == fold(name) for other in others):
                raise Problem(N_("Another view has this name."), field="name")
            view.name = name

    def show_first(self, view_id: UUID, by: Worker, *, is_first: bool = True) -> None:
        """Let the list open with this view, or with none of them any more."""
        with self.vault.change(N_("The view with which a list opens changed"), by) as session:
            view = _own(session, view_id, by)
            for other in _hers(session, view.screen, by):
                other.is_first = is_first and other is view

    def delete(self, view_id: UUID, by: Worker) -> None:
        """Take a view away; undoing brings it back."""
        with self.vault.look() as session:
            name = _own(session, view_id, by).name
        with self.vault.change(N_("View of a list deleted: {name}"), by, name=name) as session:
            session.delete(_own(session, view_id, by))


def _checked(name: str) -> str:
    typed = _Typed(clean_line(name))
    insist(typed.check())
    return typed.name


def _hers(session: Session, screen: str, by: Worker) -> list[SavedView]:
    query = select(SavedView).where(SavedView.worker_id == by.id, SavedView.screen == screen)
    return list(session.scalars(query.order_by(SavedView.place, SavedView.id)))


def _own(session: Session, view_id: UUID, by: Worker) -> SavedView:
    view = session.get(SavedView, view_id)
    if view is None or view.worker_id != by.id:
        raise Problem(N_("This view is not there any more."))
    return view


def _told(view: SavedView) -> KeptView:
    return KeptView(view.id, view.name, json.loads(view.fields), view.is_first)
