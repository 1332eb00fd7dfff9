"""A partner's list on its way: read from a file or from what was pasted, understood, and asked about.

Nothing of it is kept anywhere; what was pasted never becomes a file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.partner_list import Answers, PartnerList, Question, understand
from desktop.reconciliation.partner_rows import TITLE
from desktop.spreadsheets.apart import read_bytes, read_file
from desktop.spreadsheets.sheets import Book

CHANGED = N_("The file changed while it was being read. Try again.")


@dataclass(frozen=True)
class Source:
    """Where a list comes from: a file, or what was pasted."""

    path: Path | None = None
    pasted: str = ""

    @property
    def name(self) -> str:
        """What the file is called; empty for what was pasted."""
        return self.path.name if self.path else ""

    def read(self, encoding: str = "") -> tuple[Book, str]:
        """Everything in it and its SHA-256; a Problem if it cannot be read."""
        if self.path is None:
            content = self.pasted.encode()
            return read_bytes(content), hashlib.sha256(content).hexdigest()
        try:
            before = self.path.stat()
            book = read_file(self.path, encoding)
            digest = hashlib.sha256(self.path.read_bytes()).hexdigest()
            after = self.path.stat()
        except OSError as error:
            raise Problem(N_("The file could not be read: {reason}"), reason=self.name) from error
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise Problem(CHANGED)
        return book, digest


@dataclass(frozen=True)
class OpenedList:
    """A list as it is understood with the answers given so far."""

    source: Source
    digest: str
    book: Book
    answers: Answers
    listed: PartnerList
    asked: tuple[Question, ...]
    """Everything that was asked about it, answered by now or not, in the order of asking."""

    def open_questions(self) -> set[tuple[str, str]]:
        """What still has to be answered, by kind and sheet."""
        return {key_of(question) for question in self.listed.questions}

    def titles(self) -> list[str]:
        """What stands over the tables, and what the sheets and the file are called."""
        over = [each.text for each in self.listed.aside if each.what == TITLE]
        return [*over, *(sheet.name for sheet in self.book.sheets), self.source.name]


@dataclass(frozen=True)
class RowCount:
    """Where the rows of a list went; they add up."""

    readable: int
    nameless: int
    """Readable, but for a name."""
    unread: int
    aside: int
    """Sums, headings said again, titles of sections: no notices and no faults."""

    @property
    def rows(self) -> int:
        """All of them."""
        return self.readable + self.nameless + self.unread + self.aside


def open_list(source: Source, answers: Answers) -> OpenedList:
    """Read a list and understand it."""
    book, digest = source.read(answers.encoding)
    listed = understand(book, answers)
    return OpenedList(source, digest, book, answers, listed, listed.questions)


def answered(opened: OpenedList, answers: Answers) -> OpenedList:
    """The same list with other answers; read anew only where its letters are others."""
    if answers.encoding != opened.answers.encoding:
        again = open_list(opened.source, answers)
        return replace(again, asked=_together(opened.asked, again.asked))
    listed = understand(opened.book, answers)
    return replace(opened, answers=answers, listed=listed, asked=_together(opened.asked, listed.questions))


def key_of(question: Question) -> tuple[str, str]:
    """What tells a question from others: its kind, and the sheet where it is about one."""
    return question.kind, str(question.values.get("sheet", ""))


def count_rows_of(listed: PartnerList) -> RowCount:
    """Where every row under the headings went."""
    nameless = sum(len(each.rows) for each in listed.notices if not any(person.name for person in each.persons))
    named = sum(len(each.rows) for each in listed.notices) - nameless
    counted = len({(each.sheet, each.row) for each in listed.counts})
    aside = sum(each.what != TITLE for each in listed.aside)
    return RowCount(named + counted, nameless, len(listed.unread), aside)


def to_plain(answers: Answers) -> dict[str, Any]:
    """The answers, fit for JSON."""
    plain = {each.name: getattr(answers, each.name) for each in fields(Answers)}
    month = answers.month.key if answers.month else None
    return plain | {"header": dict(answers.header), "columns": dict(answers.columns), "month": month}


def from_plain(plain: Mapping[str, Any]) -> Answers:
    """What `to_plain` gave."""
    month = plain.get("month")
    return Answers(**{**plain, "month": Month.parse(month) if month else None})


def _together(before: Iterable[Question], now: Iterable[Question]) -> tuple[Question, ...]:
    return tuple({key_of(question): question for question in (*before, *now)}.values())
