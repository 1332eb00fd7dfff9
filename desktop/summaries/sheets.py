"""The sheets of reconciliations: prepared, drawn for the meeting, sealed once agreed, kept, and handed out again.

What is issued is first kept in the vault and only then written to a file: a full disk loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from desktop.language import LOCALES, N_, Language
from desktop.paper.seal import sign
from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.reconciliation.standing import Standing, read_lists, standing_of
from desktop.records.issued import IssuedSheet
from desktop.summaries.press import Spoken, keys_of, write_file
from desktop.summaries.reconciliation_sheet import ReconciliationSheet, period_key
from desktop.summaries.sheet_book import spreadsheet
from desktop.summaries.sheet_content import Asked, sheet_of
from desktop.summaries.sheet_json import from_json, to_json
from desktop.summaries.sheet_layout import draw
from desktop.vault.vault import Vault, Worker
from desktop.world import World

Progress = Callable[[int, int], None]
KEPT = N_("The sheet is issued and stays in the vault; it can be written to another place at any time.")
"""Told beside what the operating system said, where an issued sheet could not be written."""
NAMES_SEALED = N_("Names leave with a sealed sheet alone, so that it is kept who was to see them.")
RECEIVER_LENGTH = 120


class SheetRow(NamedTuple):
    """One issued sheet as it stands in the list, without its file."""

    id: UUID
    reconciliation_id: UUID
    number: str
    language: str
    with_names: bool
    receiver: str
    issued_at: datetime
    issued_by: str
    digest: str
    superseded_by_id: UUID | None


_LISTED = tuple(getattr(IssuedSheet, name) for name in SheetRow._fields)


class _Kept(NamedTuple):
    row: SheetRow
    sheet: ReconciliationSheet


class Sheets:
    """The sheets of a centre's reconciliations."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def prepare(
        self, reconciliation_id: UUID, language: Spoken = "", *, receiver: str = "", with_names: bool = False,
        standing: Standing | None = None,
    ) -> ReconciliationSheet:  # fmt: skip
        """The sheet as it would be issued now; of one that is not agreed a draft without a number.

        Without `language` it is in the office's own. With names, the receiver who may see them must be named.
        """
        locale = language.locale if isinstance(language, Language) else language
        _check(locale, receiver, with_names)
        with self.vault.look() as session:
            standing = standing or standing_of(read_lists(session, reconciliation_id))
            asked = Asked(locale, receiver, with_names, self.world.now(), self.world.today())
            if with_names and not standing.kept.is_settled:
                raise Problem(NAMES_SEALED)
            sheet = sheet_of(session, standing, asked)
        head = self.vault.head()
        sheet = replace(sheet, record_count=head.count, record_mac=head.mac.hex())
        return replace(sheet, number=self._number(sheet)) if sheet.is_agreed else sheet

    def preview(self, sheet: ReconciliationSheet, language: Language | None = None) -> Drawn:
        """The pages as they would be sealed; a draft is marked as one and never sealed."""
        return draw(sheet, language)

    def issue(
        self, reconciliation_id: UUID, language: Spoken = "", *, receiver: str = "", with_names: bool = False,
        by: Worker, progress: Progress = lambda done, total: None,
    ) -> IssuedSheet:  # fmt: skip
        """Draw, seal and keep the sheet of an agreed period; sheets it takes the place of are marked so."""
        progress(0, 3)
        sheet = self.prepare(reconciliation_id, language, receiver=receiver, with_names=with_names)
        if not sheet.is_agreed:
            raise Problem(N_("The sheet is sealed once both sides agree. Until then it can be printed as a draft."))
        keys = keys_of(self.vault)
        drawn = draw(sheet)
        progress(1, 3)
        sealed = sign(drawn.pdf, keys, sheet.made_at)
        progress(2, 3)
        issued = _record(sheet, sealed, self.world.new_id(), by)
        old = _superseded(sheet, self._kept(reconciliation_id))
        what = N_("Sheet issued with names: {number}") if with_names else N_("Sheet issued: {number}")
        with self.vault.change(what, by, number=sheet.number) as session:
            session.add(issued)
            session.flush()
            for one in old:
                session.get_one(IssuedSheet, one).superseded_by_id = issued.id
        progress(3, 3)
        return issued

    def issued(self, reconciliation_id: UUID | None = None) -> tuple[SheetRow, ...]:
        """What was issued, newest first; of one reconciliation or of all."""
        wanted = select(*_LISTED).order_by(IssuedSheet.issued_at.desc(), IssuedSheet.id.desc())
        if reconciliation_id:
            wanted = wanted.where(IssuedSheet.reconciliation_id == reconciliation_id)
        with self.vault.look() as session:
            return tuple(map(SheetRow._make, session.execute(wanted)))

    def reissue(self, issued_id: UUID) -> IssuedSheet:
        """The same paper again, byte for byte, as it was sealed then."""
        with self.vault.look() as session:
            found = session.get(IssuedSheet, issued_id)
        if found is None:
            raise Problem(N_("There is no such sheet."))
        return found

    def write(self, issued: IssuedSheet, path: Path) -> Path:
        """Put the sealed file where it is wanted, whole or not at all."""
        return write_file(path, issued.pdf)

    def write_draft(self, sheet: ReconciliationSheet, path: Path) -> Path:
        """Write an unsealed working copy for the meeting."""
        if sheet.is_agreed:
            raise ValueError(sheet.number)
        return write_file(path, draw(sheet).pdf)

    def write_spreadsheet(self, paper: IssuedSheet | ReconciliationSheet, path: Path) -> Path:
        """What a sheet tells as a workbook of typed cells, never a formula; with names only if it was issued."""
        if isinstance(paper, ReconciliationSheet) and paper.with_names:
            raise Problem(NAMES_SEALED)
        sheet = paper if isinstance(paper, ReconciliationSheet) else from_json(paper.figures)
        return write_file(path, spreadsheet(sheet, Language(sheet.language)))

    def _kept(self, reconciliation_id: UUID) -> tuple[_Kept, ...]:
        """What was issued of one reconciliation, in the order of issue."""
        wanted = select(*_LISTED, IssuedSheet.figures).where(IssuedSheet.reconciliation_id == reconciliation_id)
        with self.vault.look() as session:
            rows = session.execute(wanted.order_by(IssuedSheet.issued_at, IssuedSheet.id))
            return tuple(_Kept(SheetRow._make(row[:-1]), from_json(row[-1])) for row in rows)

    def _number(self, sheet: ReconciliationSheet) -> str:
        """That of the same paper in another language, else the next free one."""
        own = self._kept(sheet.reconciliation_id)
        for one in own:
            twins = {other.row.language for other in own if other.row.number == one.row.number}
            if one.sheet.told == sheet.told and sheet.language not in twins:
                return one.row.number
        if not own:
            return self._first_number(sheet)
        base = own[0].row.number.partition("/")[0]
        return f"{base}/{len({one.row.number for one in own}) + 1}"

    def _first_number(self, sheet: ReconciliationSheet) -> str:
        """SA-2026-10; with a further partner in the same month SA-2026-10-2."""
        first = f"SA-{period_key(sheet.first, sheet.last)}"
        with self.vault.look() as session:
            taken = set(session.scalars(select(IssuedSheet.number).where(IssuedSheet.number.startswith(first))))
        candidate, place = first, 1
        while candidate in taken:
            place += 1
            candidate = f"{first}-{place}"
        return candidate


def _check(language: str, receiver: str, with_names: bool) -> None:
    if language and language not in LOCALES:
        raise ValueError(language)
    if with_names and not receiver.strip():
        raise Problem(N_("Name the receiver who may see the names."), field="receiver")
    if len(receiver.strip()) > RECEIVER_LENGTH:
        raise Problem(N_("The text is too long. Characters allowed: {n}"), field="receiver", n=RECEIVER_LENGTH)


def _superseded(sheet: ReconciliationSheet, kept: Sequence[_Kept]) -> Iterable[UUID]:
    """Sheets still valid whose place the new one takes: other figures, or the same paper for the same receiver."""
    for row, earlier in kept:
        again = (row.language, row.receiver, row.with_names) == (sheet.language, sheet.receiver, sheet.with_names)
        other = (earlier.statement, earlier.corrections) != (sheet.statement, sheet.corrections)
        if not row.superseded_by_id and (again or other):
            yield row.id


def _record(sheet: ReconciliationSheet, sealed: bytes, one: UUID, by: Worker) -> IssuedSheet:
    return IssuedSheet(
        id=one, reconciliation_id=sheet.reconciliation_id, number=sheet.number, language=sheet.language,
        with_names=sheet.with_names, receiver=sheet.receiver, issued_at=sheet.made_at, issued_by=by.name,
        figures=to_json(sheet), pdf=sealed, digest=hashlib.sha256(sealed).hexdigest(),
    )  # fmt: skip
