"""What a closed text of the protocol tells of a person, and that somebody has looked at it and says it is meant so.

A closed text cannot be written anew. Whoever makes a paper of it is shown the place and answers once for all papers;
the answer stands in the history and can be taken back there. It holds for this text and this person alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Invalid, Problem
from desktop.protocol.protocol_paper import ProtocolContent
from desktop.records.protocol import MeantText, ProtocolChapter, ProtocolVersion, Provision, ProvisionText
from desktop.vault.letters import fold
from desktop.vault.vault import Vault, Worker
from desktop.world import World


class Meant(NamedTuple):
    """What a text tells of whom."""

    what: str
    """name, telephone or address."""
    code: str
    text: str


class MayBeMeant(Invalid):
    """Closed texts tell of persons; the paper is made once somebody says that it is meant so (`say_meant`)."""

    def __init__(self, problems: Iterable[Problem], told: Iterable[Meant]) -> None:
        super().__init__(problems)
        self.meant = tuple(told)


class ClosedTexts:
    """Every text of a protocol that cannot be changed any more, with the number of its provision."""

    def __init__(self, session: Session) -> None:
        self._places: dict[str, tuple[str, str]] = {}
        for place, text in _closed(session):
            if text.strip():
                self._places.setdefault(alike(text), (place, text))

    def add(self, content: ProtocolContent) -> None:
        """What stands on the paper of a closed version besides: whom a provision binds and what it rests on."""
        for chapter in content.chapters:
            for each in chapter.provisions:
                self._places.setdefault(alike(each.told), (each.number, each.told))

    def found(self, text: str, *, within: bool = False) -> tuple[str, str] | None:
        """The place and the whole closed text; `within`: also of a part of one. None: it can be written anew."""
        asked = alike(text)
        if asked in self._places or not within:
            return self._places.get(asked)
        return next((place for whole, place in self._places.items() if asked in whole), None)


def alike(text: str) -> str:
    """A text so that the same words in another script, case or line are the same."""
    return " ".join(fold(text).split())


def said_meant(session: Session) -> frozenset[Meant]:
    """What somebody said to be meant, the texts as `alike` gives them."""
    asked = session.execute(select(MeantText.what, MeantText.code, MeantText.text))
    return frozenset(Meant(what, code, alike(text)) for what, code, text in asked)


def say_meant(vault: Vault, world: World, problem: MayBeMeant, by: Worker) -> None:
    """Keep that what these texts tell is meant so, or tells of somebody else."""
    codes = ", ".join(dict.fromkeys(each.code for each in problem.meant))
    with vault.change(N_("Said to be meant in the closed text: {code}"), by, code=codes) as session:
        for what, code, text in dict.fromkeys(problem.meant):
            session.add(MeantText(
                id=world.new_id(), what=what, code=code, text=text, noted_by=by.name, noted_on=world.today()
            ))  # fmt: skip


def _closed(session: Session) -> Iterator[tuple[str, str]]:
    closed = ProtocolVersion.closed_on.is_not(None)
    own = select(Provision.number, Provision.title, Provision.text).join(
        ProtocolVersion, ProtocolVersion.id == Provision.version_id
    )
    others = (
        select(Provision.number, ProvisionText.title, ProvisionText.text)
        .join(Provision, Provision.id == ProvisionText.provision_id)
        .join(ProtocolVersion, ProtocolVersion.id == Provision.version_id)
    )
    for wanted in (own, others):
        for number, title, text in session.execute(wanted.where(closed)):
            yield number, title
            yield number, text
    chapters = select(ProtocolChapter.title, ProtocolChapter.titles).join(
        ProtocolVersion, ProtocolVersion.id == ProtocolChapter.version_id
    )
    for title, titles in session.execute(chapters.where(closed)):
        yield title, title
        yield from ((title, line.partition(" ")[2]) for line in titles.splitlines())
