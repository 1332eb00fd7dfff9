"""The table that is sent out for comments: each provision with what is proposed for it, and room for an answer.

What comes back is read by `returned`, by the number in the first column.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.language import N_, Language
from desktop.paper.cells import Column, Row, Table, text
from desktop.protocol.comparing import Side
from desktop.protocol.comparison_paper import duty_words, version_words
from desktop.protocol.paper_frame import begun_letter, heading
from desktop.protocol.paper_head import Asked, head_of, require_version
from desktop.protocol.returned import HEADS
from desktop.protocol.revision_rows import ChangeRow, change_rows
from desktop.protocol.sheet import VersionSheet, read_version
from desktop.protocol.spoken import name_in
from desktop.records.revision import CHANGE_KINDS

TITLE = N_("Provisions and proposed changes, for comments")
ASKED = N_("Write into the last column, and leave the numbers as they are: by them your words are read back.")


def comment_table(session: Session, asked: Asked) -> bytes:
    """The DOCX for one institution; every provision of the draft stands in it."""
    head = head_of(session, asked)
    language = Language(head.language)
    sheet = read_version(session, require_version(asked), asked.today)
    title = language.say(TITLE)
    letter = begun_letter(head, title, language)
    heading(letter, head, title, language)
    name = name_in(sheet.protocol.name, sheet.protocol.names, language.locale, sheet.protocol.language)
    letter.lead(f"{name}. {version_words(sheet, language)}")
    letter.text(language.say(ASKED))
    columns = tuple(Column(language.say(each), width=0.7 if each is HEADS[0] else None) for each in HEADS)
    rows = _rows(sheet, change_rows(session, sheet, asked.today), language)
    letter.table(Table("", "", columns, tuple(rows)))
    return letter.written()


def typed_in(session: Session, asked: Asked) -> tuple[str, ...]:
    """Every text that somebody typed into what the table tells."""
    sheet = read_version(session, require_version(asked), asked.today)
    provisions = [row.draft() for row in sheet.provisions]
    changes = [row.change for row in change_rows(session, sheet, asked.today) if row.change.state == "open"]
    pairs = [(each.title, each.text) for each in provisions]
    pairs += [(text.title, text.text) for each in provisions for text in each.texts]
    pairs += [(each.title, each.text) for each in changes]
    return tuple(words for pair in pairs for words in pair)


def _rows(sheet: VersionSheet, changes: Sequence[ChangeRow], language: Language) -> list[Row]:
    """Each provision, and under its chapter what is proposed as new."""
    by_provision = {row.change.provision_id: row for row in changes if row.change.state == "open"}
    own, locale = sheet.protocol.language, language.locale
    made: list[Row] = []
    for row in sheet.provisions:
        title, words = row.said(locale, own)
        change = by_provision.get(row.provision.id)
        made.append(_row(row.provision.number, " ".join((title, words)), change, language))
    new = [row for row in changes if row.change.kind == "add" and row.change.state == "open"]
    made += [_row(each.change.number, "", each, language) for each in new]
    return made


def _row(number: str, said: str, change: ChangeRow | None, language: Language) -> Row:
    return Row((text(number), text(said.strip()), text(_proposed(change, language)), text("")))


def _proposed(change: ChangeRow | None, language: Language) -> str:
    if change is None:
        return ""
    kind = language.say(CHANGE_KINDS[change.change.kind])
    side: Side | None = change.new
    if side is None:
        return kind
    words = " ".join(filter(None, (side.title, side.text)))
    limit = duty_words(side, language)
    told = f"{words} ({limit})" if limit else words
    return f"{kind}: {told}" if change.change.kind == "add" else told
