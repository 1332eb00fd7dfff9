"""Finding records by any word in them, in any script and spelling.

This is the one module that speaks SQLite's own tongue (FTS5); on a server another takes its place. It knows texts,
kinds and identifiers, and nothing of what they mean.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, TextualSelect, bindparam, delete, text
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from desktop.vault.letters import fold, forms, sort_key
from desktop.vault.record import IdType
from desktop.vault.schema import INDEX, INDEXED, search_text

__all__ = [
    "Ask", "as_match", "asking", "find", "fold", "forms", "found", "holds", "index", "index_new", "rebuild", "sort_key",
    "texts", "unindex",
]  # fmt: skip

Ask = Callable[[str, Sequence[str]], Sequence[Any]]
"""Puts one statement with its values to the file and gives the rows."""
_LONGEST = 20_000
_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
"""What folded words are written with."""
_LAST = re.compile(r"(?:^|[\W_])([^\W_])[\W_]*$")
"""One sign that stands alone at the end of a word, as in 2026/1."""
_END = re.compile(r"([^\W_]{4,})[\W_]*$")
"""The last word of what was typed, too long for the beginnings that the index knows."""
_MOST_TERMS = 200
_TERMS = f"SELECT term FROM temp.search_words WHERE term >= ? AND term < ? LIMIT {_MOST_TERMS + 1}"
_AFTER = "\U0010ffff"
"""Comes after whatever goes on from a beginning."""
_MOST_WORDS = 8
_AT_ONCE = 1000
_INDEX = (
    "INSERT INTO search_text(id, kind, sort, text) "
    "SELECT unhex(value ->> 0), value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true "
    "ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, sort = excluded.sort, text = excluded.text"
)
"""One statement for many rows: FTS5 writes to the disk at the end of each statement that could fail half-way."""
_FIND = (
    "SELECT t.kind, t.id FROM search_index f JOIN search_text t ON t.row = f.rowid "
    "WHERE f.text MATCH :words {kinds}ORDER BY f.rowid DESC LIMIT {limit:d}"
)
"""The limit stands in the words: one that is handed in is looked at, and the statement prepared anew each time."""
_FOUND = (
    "SELECT t.id FROM search_index f JOIN search_text t ON t.row = f.rowid "
    "WHERE f.text MATCH :words AND t.kind = :kind ORDER BY f.rowid DESC LIMIT {most:d}"
)
_NONE = "SELECT id FROM search_text WHERE false"
_TEXTS = (
    "SELECT t.id, t.text FROM search_index f JOIN search_text t ON t.row = f.rowid "
    "WHERE f.text MATCH :words AND t.kind = :kind ORDER BY f.rowid DESC LIMIT :limit"
)


def index(session: Session, kind: str, record_id: UUID, sort: str, words: str) -> None:
    """Make a record findable by these words, or by these instead of those before; `sort` is kept for the caller."""
    index_new(session, kind, [(record_id, sort, words)])


def index_new(session: Session, kind: str, rows: Iterable[tuple[UUID, str, str]]) -> None:
    """The same for many records (identifier, sort, words), several times faster than one by one."""
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        packed = [(record_id.hex, kind, sort, forms(words[:_LONGEST])) for record_id, sort, words in some]
        session.connection().exec_driver_sql(_INDEX, (json.dumps(packed, ensure_ascii=False),))


def unindex(session: Session, record_id: UUID) -> None:
    """Make a record no longer findable."""
    session.execute(delete(search_text).where(search_text.c.id == record_id))


def find(
    session: Session, query: str, kinds: Iterable[str] = (), limit: int = 50
) -> list[tuple[str, UUID]]:  # fmt: skip
    """Kind and identifier of the records that have every word, each word from its beginning; newest indexed first."""
    words = as_match(query, asking(session))
    if not words:
        return []
    wanted = list(kinds)
    statement = text(_FIND.format(kinds="AND t.kind IN :kinds " if wanted else "", limit=limit)).columns(id=IdType())
    if wanted:
        statement = statement.bindparams(bindparam("kinds", wanted, expanding=True))
    rows = session.execute(statement, {"words": words})
    return [(row.kind, row.id) for row in rows]


def found(words: str, kind: str, most: int) -> TextualSelect:
    """The same identifiers of one kind as a part of another statement, which need not be handed them one by one.

    `words`: as `as_match` gives them.
    """
    if not words:
        return text(_NONE).columns(id=IdType())
    return text(_FOUND.format(most=most)).bindparams(words=words, kind=kind).columns(id=IdType())


def texts(session: Session, beginning: str, kind: str, limit: int) -> list[tuple[UUID, str]]:
    """Identifier and folded words of records of one kind that have a word with this beginning, newest indexed first."""
    statement = text(_TEXTS).columns(id=IdType())
    rows = session.execute(statement, {"words": as_match(beginning, asking(session)), "kind": kind, "limit": limit})
    return [(row.id, row.text) for row in rows]


def holds(raw: Any) -> bool:
    """Whether the index finds exactly what the texts say, asked of a driver connection; an old page of it may not.

    The texts themselves stand in the history. A fresh index is made in memory and compared word by word, and prefix by
    prefix, since those are kept apart.
    """
    try:
        raw.execute(f"CREATE VIRTUAL TABLE temp.fresh USING fts5(text, content='', {INDEXED})")
        raw.execute("INSERT INTO temp.fresh(rowid, text) SELECT row, text FROM search_text")
        for name, index in (("words_now", "main, search_index"), ("words_fresh", "temp, fresh")):
            raw.execute(f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab({index}, instance)")
        for one, other in (("words_now", "words_fresh"), ("words_fresh", "words_now")):
            differ = f"SELECT term, doc, offset FROM {one} EXCEPT SELECT term, doc, offset FROM {other} LIMIT 1"
            if raw.execute(differ).fetchone():
                return False
        starts = raw.execute(
            "SELECT substr(term, 1, 2) FROM words_fresh UNION SELECT substr(term, 1, 3) FROM words_fresh"
        )
        counted = "SELECT count(*), total(rowid) FROM {} WHERE text MATCH ?"
        return all(
            len({raw.execute(counted.format(i), (f'"{start}"*',)).fetchone() for i in ("search_index", "fresh")}) == 1
            for (start,) in starts.fetchall()
        )
    except dbapi2.DatabaseError:
        return False


def rebuild(connection: Connection) -> None:
    """Make the index anew from the texts; for a connection that writes."""
    run = connection.exec_driver_sql
    run("DROP TABLE search_index")
    run(INDEX)
    run("INSERT INTO search_index(rowid, text) SELECT row, text FROM search_text")


def asking(session: Session) -> Ask:
    """Ask within this session."""
    return lambda words, values: session.connection().exec_driver_sql(words, tuple(values)).fetchall()


def as_match(query: str, ask: Ask) -> str:
    """What was typed as FTS5 understands it: every word quoted, so no sign in it means anything."""
    words = [word.replace("\0", "").replace('"', '""') for word in fold(query).split()[:_MOST_WORDS]]
    return " AND ".join(_beginning(word, ask) for word in words if any(c.isalnum() for c in word))


def _beginning(word: str, ask: Ask) -> str:
    """Whatever begins with this word. The index knows beginnings of two signs and of three.

    One sign alone is asked for with every second sign, which is a thousand times as fast as every word that begins
    with it. Of four signs and more every word that begins so is asked for by itself: FTS5 would first gather all places
    of all of them, which at 100,000 notices takes seconds for a town, and at a million minutes.
    """
    last = _LAST.search(word)
    if last is not None and last[1] in _SIGNS:
        return _by_next_sign(word[: last.end(1)])
    end = _END.search(word)
    if end is None:
        return f'"{word}"*'
    terms = [row[0] for row in ask(_TERMS, (end[1], end[1] + _AFTER))]
    if len(terms) > _MOST_TERMS:
        return _by_next_sign(word[: end.end(1)])
    before = word[: end.start(1)]
    return "(" + " OR ".join(f'"{before}{term}"' for term in terms or [end[1]]) + ")"


def _by_next_sign(start: str) -> str:
    """The word itself, or one that goes on with any sign."""
    return f'("{start}" OR ' + " OR ".join(f'"{start}{sign}"*' for sign in _SIGNS) + ")"
