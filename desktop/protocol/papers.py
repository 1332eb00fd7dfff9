"""The papers about the protocol: made ready, looked at, sealed, kept, and written out again.

What is made is first kept in the vault and only then written to a file: a full disk loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import LOCALES, N_
from desktop.paper.seal import sign
from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.protocol import alignment_paper, comparison_paper, duties_paper, protocol_paper
from desktop.protocol.meant import MayBeMeant, say_meant
from desktop.protocol.paper_head import Asked, PaperHead, Refusal, nothing_refused
from desktop.records.issued import ProtocolPaper
from desktop.summaries.press import keys_of, write_file
from desktop.vault.vault import Vault, Worker
from desktop.world import World

Progress = Callable[[int, int], None]


class Content(Protocol):
    """What stands on a paper: frozen, in one language, knowing neither vault nor page."""

    @property
    def head(self) -> PaperHead:
        """What it begins with."""


@dataclass(frozen=True)
class PaperKind:
    """How one kind of paper comes about."""

    gather: Callable[[Session, Asked], Any]
    """What stands on it, read from the vault."""
    draw: Callable[[Any], Drawn]
    """Its pages."""
    letter: Callable[[Any], bytes] | None = None
    """The same as a DOCX that others edit; None where there is none."""
    is_final: Callable[[Any], bool] = lambda content: True
    """Whether it may be sealed; until then it is a draft."""
    not_final: str = ""
    """Why it may not, an English msgid."""


KINDS: dict[str, PaperKind] = {
    "protocol": PaperKind(
        protocol_paper.gather,
        protocol_paper.draw,
        protocol_paper.letter,
        protocol_paper.is_final,
        protocol_paper.NOT_FINAL,
    ),
    "alignment": PaperKind(alignment_paper.gather, alignment_paper.draw, alignment_paper.letter),
    "comparison": PaperKind(comparison_paper.gather, comparison_paper.draw, comparison_paper.letter),
    "duties": PaperKind(duties_paper.gather, duties_paper.draw, duties_paper.letter),
}
"""Each kind of paper by its code of `PROTOCOL_PAPERS`; a yearly report is made by its own log."""


class PaperRow(NamedTuple):
    """A paper in the list, without the file itself."""

    id: UUID
    kind: str
    version_id: UUID | None
    period: str
    number: str
    language: str
    receiver: str
    digest: str
    made_at: datetime
    made_by: str
    superseded_by_id: UUID | None


_LISTED = tuple(getattr(ProtocolPaper, name) for name in PaperRow._fields)


class ProtocolPapers:
    """The papers about the protocols of one vault."""

    def __init__(self, vault: Vault, world: World, refuse: Refusal = nothing_refused) -> None:
        self.vault, self.world, self._refuse = vault, world, refuse

    def asked(self, kind: str, version_id: UUID | None = None, **wanted: Any) -> Asked:
        """A wish for a paper, to be made ready now; `wanted` are further fields of `Asked`."""
        if wanted.get("language") and wanted["language"] not in LOCALES:
            raise ValueError(wanted["language"])
        return Asked(kind, self.world.now(), self.world.today(), version_id, **wanted)

    def prepare(self, asked: Asked) -> Any:
        """The paper as it would be made now; a Problem where a text of it must not leave."""
        with self.vault.look() as session:
            content = KINDS[asked.kind].gather(session, asked)
            self._refuse(session, content)
        head = self.vault.head()
        return replace(content, head=content.head.marked(head.count, head.mac))

    def say_meant(self, problem: MayBeMeant, by: Worker) -> None:
        """Keep that what closed texts tell is meant so, or tells of somebody else: it is not asked again."""
        say_meant(self.vault, self.world, problem, by)

    def preview(self, content: Content) -> Drawn:
        """The pages as they would be sealed."""
        return KINDS[content.head.kind].draw(content)

    def make(
        self, asked: Asked, by: Worker, *, progress: Progress = lambda done, total: None
    ) -> ProtocolPaper:  # fmt: skip
        """Draw, seal and keep it; the earlier one for the same receiver in the same language is superseded."""
        progress(0, 3)
        content, kind = self.prepare(asked), KINDS[asked.kind]
        if not kind.is_final(content):
            raise Problem(kind.not_final)
        drawn = kind.draw(content)
        progress(1, 3)
        made = seal_and_keep(self.vault, self.world, content.head, drawn, by, told=progress)
        progress(3, 3)
        return made

    def of(self, *, kind: str = "", version_id: UUID | None = None) -> Sequence[PaperRow]:
        """What was made, newest first; of one kind or one version, or of all."""
        wanted = select(*_LISTED).order_by(ProtocolPaper.made_at.desc(), ProtocolPaper.id.desc())
        if kind:
            wanted = wanted.where(ProtocolPaper.kind == kind)
        if version_id:
            wanted = wanted.where(ProtocolPaper.version_id == version_id)
        with self.vault.look() as session:
            return [PaperRow._make(row) for row in session.execute(wanted)]

    def paper(self, paper_id: UUID) -> ProtocolPaper:
        """One paper with its file, byte for byte as it was sealed."""
        with self.vault.look() as session:
            found = session.get(ProtocolPaper, paper_id)
        if found is None:
            raise Problem(N_("There is no such paper."))
        return found

    def write(self, paper_id: UUID, path: Path) -> Path:
        """Put the sealed file where it is wanted, whole or not at all."""
        return write_file(path, self.paper(paper_id).pdf)

    def write_draft(self, content: Content, path: Path) -> Path:
        """Write the pages unsealed, to look at them and to talk about them."""
        return write_file(path, KINDS[content.head.kind].draw(content).pdf)

    def write_letter(self, content: Content, path: Path) -> Path:
        """The same as a DOCX that others can edit; it bears no seal."""
        letter = KINDS[content.head.kind].letter
        if letter is None:
            raise ValueError(content.head.kind)
        return write_file(path, letter(content))


def seal_and_keep(
    vault: Vault, world: World, head: PaperHead, drawn: Drawn, by: Worker, *, content: str = "",
    told: Progress = lambda done, total: None,
) -> ProtocolPaper:  # fmt: skip
    """Seal these pages and keep them; the earlier paper for the same receiver in the same language is superseded."""
    sealed = sign(drawn.pdf, keys_of(vault), head.made_at, drawn.fields)
    told(2, 3)
    made = ProtocolPaper(
        id=world.new_id(), kind=head.kind, version_id=head.version_id, period=head.period, number=head.number,
        language=head.language, receiver=head.receiver, content=content, pdf=sealed,
        digest=hashlib.sha256(sealed).hexdigest(), made_at=head.made_at, made_by=by.name,
    )  # fmt: skip
    same = ("kind", "version_id", "period", "language", "receiver")
    with vault.change(N_("Paper made: {number}"), by, number=head.number) as session:
        earlier = select(ProtocolPaper.id).where(
            *(getattr(ProtocolPaper, name).is_not_distinct_from(getattr(made, name)) for name in same),
            ProtocolPaper.superseded_by_id.is_(None),
        )
        old = session.scalars(earlier).all()
        session.add(made)
        session.flush()
        for each in old:
            session.get_one(ProtocolPaper, each).superseded_by_id = made.id
    return made
