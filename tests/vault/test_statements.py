"""What is made ready for one vault serves the next, and holds nothing of what stood in it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Compiled, Connection, bindparam, select
from sqlalchemy.orm import Session
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from desktop.centre import Centre, open_centre
from desktop.records.people_query import PeopleQuery
from desktop.vault import engine, statements
from desktop.vault.record import Record
from desktop.vault.vault import Vault
from tests.builders import (
    a_consent,
    a_measure,
    a_mention,
    a_referral,
    a_safe_contact,
    an_agency,
    an_assistance,
    an_attempt,
    an_outcome,
)
from tests.conftest import PASSPHRASE, WORKER, Day, Still, copied
from tests.vault.conftest import Leaf, enter, names

WORDS = ("Daiva Jonaitienė", "kirpykla", "sesuo", "Kretingos rajono policijos komisariatas")


@pytest.fixture(autouse=True)
def as_with_true_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements are kept as where data are not invented; nothing was made ready before."""
    monkeypatch.setattr(statements, "_for_all", LRUCache(statements.MANY))
    monkeypatch.setattr(engine, "Statements", lambda **_invented: statements.Statements())


def made_ready(ask: Callable[[], object]) -> list[str]:
    """What had to be put into SQL anew while something was asked."""
    made = list[str]()
    real = statements.Statements.__setitem__

    def note(self: statements.Statements, key: Any, ready: Compiled) -> None:
        made.append(str(ready))
        real(self, key, ready)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statements.Statements, "__setitem__", note)
        ask()
    return made


def unlocked(vault: Vault) -> Vault:
    vault.lock()
    return Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=vault.world)


def test_what_holds_no_value_is_not_made_ready_again_for_the_next_vault(vault: Vault) -> None:
    def ask() -> None:
        with vault.look() as session:
            session.scalars(select(Leaf.name).order_by(Leaf.id)).all()
            session.scalars(select(Leaf.name).where(Leaf.name == bindparam("asked")), {"asked": "Liepa"}).all()

    assert len(made_ready(ask)) == 2
    assert made_ready(ask) == []
    vault = unlocked(vault)
    assert made_ready(ask) == []
    vault.lock()


def test_what_was_asked_with_a_value_is_let_go_with_its_vault(vault: Vault) -> None:
    def ask() -> list[str]:
        with vault.look() as session:
            return [
                *session.scalars(select(Leaf.name).where(Leaf.name == "Liepa")),
                *session.scalars(select(Leaf.name).where(Leaf.name.in_(["Uosis", "Liepa"]))),
                *session.scalars(select(Leaf.name).where(Leaf.name == bindparam("asked")).params(asked="Liepa")),
            ]

    enter(vault, "Liepa")
    assert ask() == ["Liepa"] * 3
    assert made_ready(ask) == []
    vault = unlocked(vault)
    assert len(made_ready(ask)) == 3
    assert ask() == ["Liepa"] * 3
    vault.lock()


def test_nothing_of_a_vault_hangs_on_what_goes_on_to_the_next(tmp_path: Path, still: Still, first_day: Day) -> None:
    vault = copied(first_day, tmp_path, still)
    _work(open_centre(vault, still.world))
    tables = [name for name, table in Record.metadata.tables.items() if "id" in table.c and name in _tables(vault)]
    stood = {UUID(bytes=row[0]) for name in tables for row in vault.read(f'SELECT id FROM "{name}"')}
    vault.lock()
    caches = [mapper._compiled_cache for mapper in Record.registry.mappers]
    assert len(statements._for_all) > 10
    assert any(caches)
    found = held([statements._for_all, statements.dialect(), caches])
    assert [thing for thing in found if isinstance(thing, str) and any(word in thing for word in WORDS)] == []
    assert [thing for thing in found if isinstance(thing, UUID) and thing in stood] == []
    assert [
        thing for thing in found if isinstance(thing, bytes) and len(thing) == 16 and UUID(bytes=thing) in stood
    ] == []
    assert [thing for thing in found if isinstance(thing, Record | Vault | Session | Connection)] == []


def _tables(vault: Vault) -> set[str]:
    return {row[0] for row in vault.read("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _work(centre: Centre) -> None:
    """Much is entered, changed, looked for and taken back."""
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    notice = centre.referrals.enter(a_referral(sender, measures=(a_measure(),)), by)
    assert notice.person_id is not None
    centre.people.agree_safe_contact(notice.person_id, a_safe_contact(say="kirpykla", who="sesuo"), by)
    centre.contacts.attempt(notice.id, an_attempt(), by, help_outcome=an_outcome())
    centre.care.give_consent(a_consent(notice.person_id), by)
    centre.assistance.give(an_assistance(referral_id=notice.id, persons=()), by)
    centre.history.undo(centre.vault.head().count, by)
    person = centre.people.amend(
        notice.person_id, replace(centre.people.draft_of(notice.person_id), note="kirpykla"), by
    )
    assert centre.people.rows(centre.people.ids(PeopleQuery(text="Jonaitienė")))
    assert centre.people.alike(a_mention())
    assert centre.people.sheet(person.id)
    assert centre.history.entries(record=person.id)
    assert centre.due.read()


def held(roots: object) -> list[object]:
    """Everything that can be reached, but for what belongs to the program itself."""
    found, open_ = dict[int, object](), [roots]
    while open_:
        thing = open_.pop()
        if id(thing) in found or isinstance(thing, ModuleType | type):
            continue
        found[id(thing)] = thing
        open_ += [thing.__closure__, thing.__defaults__] if isinstance(thing, FunctionType) else gc.get_referents(thing)
    return list(found.values())


def test_the_connection_that_read_the_file_through_goes_on_as_the_first(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.lock()
    opened = []
    real = dbapi2.connect
    monkeypatch.setattr(dbapi2, "connect", lambda *place, **how: opened.append(place) or real(*place, **how))
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=vault.world)
    assert len(opened) == 1
    enter(again, "Liepa")
    assert names(again)[-1] == "Liepa"
    assert again.check().whole
    again.lock()
