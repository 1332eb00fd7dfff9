"""Notices from a spreadsheet with a header row, as drafts; rows that cannot be read are told with their reason.

For a centre that begins with a table of its own. The header is known in English, Lithuanian and Serbian (both scripts);
nothing is guessed: a heading that is not known, a date that is not one and a sender that is not in the directory are
each told, and then nothing is brought in. A formula in a cell is never worked out.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.directory import Directory
from desktop.records.lists import Lists
from desktop.records.referral_draft import MentionDraft, ReferralDraft
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
LONGEST = 50_000
"""Rows read at most; a longer list is refused rather than cut."""
BIGGEST = 50_000_000
"""Bytes of a file read at most."""


@dataclass(frozen=True)
class ReferralList:
    """What a spreadsheet holds."""

    drafts: tuple[ReferralDraft, ...]
    """The rows that could be read, in order."""
    unread: tuple[tuple[int, Problem], ...]
    """Row numbers as the spreadsheet shows them, with the reason."""


def read_list(file: Path, directory: Directory, lists: Lists, world: World) -> ReferralList:
    """Read a CSV or XLSX file; a Problem if it is not one, is empty, or has a heading nobody knows."""
    rows = list(_rows(file))
    if not rows:
        raise Problem(N_("The file is empty."))
    if len(rows) > LONGEST:
        raise Problem(N_("The list is too long: {n} rows. Split it into smaller ones."), n=len(rows))
    columns = _columns(rows[0])
    kinds = {fold(words): entry.code for entry in lists.entries("violence_kind") for words in (entry.code, entry.msgid)}
    drafts, unread = [], []
    for place, row in enumerate(rows[1:], 2):
        if not any(str(cell).strip() for cell in row):
            continue
        try:
            drafts.append(_draft(dict(zip(columns, row, strict=False)), directory, kinds, world))
        except Problem as problem:
            unread.append((place, problem))
    return ReferralList(tuple(drafts), tuple(unread))


def _rows(file: Path) -> Iterator[Sequence[object]]:
    try:
        content = file.read_bytes() if file.stat().st_size <= BIGGEST else None
    except OSError as error:
        raise Problem(N_("The file could not be read: {reason}"), reason=file.name) from error
    if content is None:
        raise Problem(N_("The file is too big to be read here."))
    if content.startswith(b"PK"):
        yield from _sheet_rows(content)
        return
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Problem(N_("This file has a password or an old form. Save it as XLSX without a password."))
    if content.startswith(b"%PDF"):
        raise Problem(N_("This file is a PDF. Bring a CSV or XLSX file."))
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(N_("The letters of this file cannot be read. Save it as UTF-8 or XLSX.")) from None
    if "\0" in text:
        raise Problem(N_("This is not a list. Bring a CSV or XLSX file."))
    first = text.split("\n", 1)[0]
    separator = max(";,\t", key=first.count)
    try:
        yield from (list(row) for row in csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        raise Problem(N_("This is not a list. Bring a CSV or XLSX file.")) from None


def _sheet_rows(content: bytes) -> Iterator[Sequence[object]]:
    import python_calamine

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            infos = parts.infolist()
            if sum(info.file_size for info in infos) > BIGGEST or len(infos) > 1000:
                raise Problem(N_("The file is too big to be read here."))
            if "xl/workbook.xml" not in parts.namelist():
                raise Problem(N_("This is not a list. Bring a CSV or XLSX file."))
            if any(_is_wide(parts.read(info)) for info in infos if info.filename.startswith("xl/worksheets/")):
                raise Problem(N_("The file is too big to be read here."))
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        yield from book.get_sheet_by_index(0).to_python()
    except (zipfile.BadZipFile, python_calamine.CalamineError, OSError, ValueError) as error:
        raise Problem(N_("The file could not be read: {reason}"), reason=type(error).__name__) from error


def _is_wide(sheet: bytes) -> bool:
    """Whether two cells lie so far apart that the table between them would fill the memory."""
    return any(
        int(row) > 2 * LONGEST or len(column) > 2 for column, row in re.findall(rb'r="([A-Z]{1,3})(\d{1,9})"', sheet)
    )


def _columns(header: Sequence[object]) -> list[str]:
    columns = []
    for cell in header:
        folded = fold(str(cell)).strip().rstrip(":")
        known = next((name for name, words in HEADINGS.items() if folded in words), "")
        if folded and not known:
            raise Problem(N_("This heading is not known: {heading}"), heading=str(cell))
        columns.append(known)
    missing = [name for name in ("received", "sender") if name not in columns]
    if missing:
        raise Problem(N_("These headings are missing: {headings}"), headings=", ".join(missing))
    return columns


def _draft(cells: dict[str, object], directory: Directory, kinds: dict[str, str], world: World) -> ReferralDraft:
    def text(name: str) -> str:
        value = cells.get(name, "")
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
        received_at=_when(cells.get("received", "")),
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


def _when(value: object) -> datetime:
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
