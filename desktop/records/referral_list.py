"""Notices from a spreadsheet with a header row, as drafts; rows that cannot be read are told with their reason.

For a centre that begins with a table of its own. The header is known in English, Lithuanian and Serbian (both scripts);
nothing is guessed: a heading that is not known, a date that is not one and a sender that is not in the directory are
each told, and then nothing is brought in. A formula in a cell is never worked out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.directory import Directory
from desktop.records.lists import Lists
from desktop.records.referral_draft import MentionDraft, ReferralDraft
from desktop.spreadsheets.apart import read_file
from desktop.spreadsheets.delimited import LETTERS
from desktop.spreadsheets.sheets import Cell
from desktop.vault.search import fold
from desktop.world import World

HEADINGS = {
    "received": ("received", "gauta", "primljeno"),
    "sender": ("sender", "siuntejas", "posiljalac"),
    "unit": ("unit", "padalinys", "jedinica"),
    "reference": ("reference", "roik", "siuntejo numeris", "broj iz evidencije"),
    "name": ("name", "vardas ir pavarde", "asmuo", "ime i prezime", "osoba"),
    "birth_year": ("birth year", "gimimo metai", "godina rodenja"),
    "phone": ("phone", "telephone", "telefonas", "telefon"),
    "municipality": ("municipality", "residence", "savivaldybe", "gyvenamoji vieta", "opstina", "prebivaliste"),
    "kinds": ("kinds of violence", "smurto rusis", "vrsta nasilja"),
    "place": ("place", "ivykio vieta", "mesto dogadaja"),
    "description": ("description", "aprasymas", "opis"),
}
"""Folded headings by field."""


@dataclass(frozen=True)
class ReferralList:
    """What a spreadsheet holds."""

    drafts: tuple[ReferralDraft, ...]
    """The rows that could be read, in order."""
    unread: tuple[tuple[int, Problem], ...]
    """Row numbers as the spreadsheet shows them, with the reason."""


def read_list(file: Path, directory: Directory, lists: Lists, world: World) -> ReferralList:
    """Read a spreadsheet; a Problem if it is not one, is empty, or has a heading nobody knows."""
    rows = _rows(file)
    if not rows:
        raise Problem(N_("The file is empty."))
    columns = _columns(rows[0])
    kinds = {fold(words): entry.code for entry in lists.entries("violence_kind") for words in (entry.code, entry.msgid)}
    drafts, unread = [], []
    for place, row in enumerate(rows[1:], 2):
        if all(cell is None for cell in row):
            continue
        try:
            drafts.append(_draft(dict(zip(columns, row, strict=False)), directory, kinds, world))
        except Problem as problem:
            unread.append((place, problem))
    return ReferralList(tuple(drafts), tuple(unread))


def _rows(file: Path) -> Sequence[Sequence[Cell]]:
    """The rows of the first sheet that is not hidden; letters that may be others are not taken for right."""
    book = read_file(file)
    if len(book.encodings) > 1:
        raise Problem(LETTERS)
    return next((sheet.rows for sheet in book.sheets if not sheet.hidden), ())


def _columns(header: Sequence[Cell]) -> list[str]:
    columns = []
    for cell in header:
        folded = fold(str(cell or "")).strip().rstrip(":")
        known = next((name for name, words in HEADINGS.items() if folded in words), "")
        if folded and not known:
            raise Problem(N_("This heading is not known: {heading}"), heading=str(cell))
        columns.append(known)
    missing = [name for name in ("received", "sender") if name not in columns]
    if missing:
        raise Problem(N_("These headings are missing: {headings}"), headings=", ".join(missing))
    return columns


def _draft(cells: dict[str, Cell], directory: Directory, kinds: dict[str, str], world: World) -> ReferralDraft:
    def text(name: str) -> str:
        value = cells.get(name)
        if value is None:
            return ""
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()

    sender = directory.by_name(text("sender"))
    unit = directory.by_name(text("unit")) if text("unit") else None
    mention = MentionDraft(
        name=text("name"),
        birth_year=_year(text("birth_year")),
        phone=text("phone"),
        municipality=text("municipality"),
        kinds=tuple(_kind(part, kinds) for part in text("kinds").replace(";", ",").split(",") if part.strip()),
    )
    draft = ReferralDraft(
        received_at=_when(cells.get("received")),
        sender_id=sender.id,
        unit_id=unit.id if unit else None,
        reference=text("reference"),
        mentions=(mention,),
        incident_place=text("place"),
        description=text("description"),
        origin="import",
    )
    problems = draft.check(world.here())
    if problems:
        raise problems[0]
    return draft


def _kind(words: str, kinds: dict[str, str]) -> str:
    code = kinds.get(fold(words).strip())
    if code is None:
        raise Problem(
            N_("{text} is not in the list. It has: {codes}"), text=words, codes=", ".join(sorted(set(kinds.values())))
        )
    return code


def _year(written: str) -> int | None:
    if written and not written.isdecimal():
        raise Problem(N_("There is no such year of birth."), field="birth_year")
    return int(written) if written else None


def _when(value: Cell) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time(12, 0))
    written = str(value).strip().rstrip(".")
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%d", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d. %m. %Y"):
        try:
            found = datetime.strptime(written, form)  # noqa: DTZ007 - desk time
        except ValueError:
            continue
        return found if "%H" in form else found.replace(hour=12)
    raise Problem(N_("There is no such date: {text}. Write it as 2026-11-02."), text=written)
