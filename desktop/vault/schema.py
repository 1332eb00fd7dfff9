"""The tables of the vault itself, and the triggers that write the history of everybody else's tables.

The triggers are made from the columns of the mapped classes, so a statement over many rows is seen as well. Knows the
shape of a table and nothing of its meaning.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, LargeBinary, MetaData, Table, text
from sqlalchemy.schema import Column, Index
from sqlalchemy.types import Integer, String

from desktop.vault.chain import SALT
from desktop.vault.record import IdType, Moment, Record

house = MetaData()
"""The vault's own tables, apart from the records."""

store_row = Table(
    "store", house,
    Column("id", Integer, primary_key=True),
    Column("store_id", IdType, nullable=False),
    Column("made", Moment, nullable=False),
    Column("history_key", LargeBinary, nullable=False),
)  # fmt: skip

history_entry = Table(
    "history_entry", house,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by_id", IdType, nullable=False),
    Column("by_name", String, nullable=False),
    Column("what", String, nullable=False),
    Column("fields", String, nullable=False),
    Column("undoes", String, nullable=False),
    Column("last_change", Integer, nullable=False),
    Column("proof", LargeBinary, nullable=False),
    Index("history_entry_undoes", "undoes", sqlite_where=text("undoes <> ''")),
)  # fmt: skip

history_change = Table(
    "history_change", house,
    Column("number", Integer, primary_key=True),
    Column("entry", Integer, nullable=False),
    Column("tab", String, nullable=False),
    Column("row_id", LargeBinary, nullable=False),
    Column("before", String),  # packed, or plain text where it was written before there was packing
    Column("after", String),
    Column("proof", LargeBinary, nullable=False),
    Index("history_change_entry", "entry"),
    Index("history_change_row", "row_id", "tab"),
)  # fmt: skip

search_text = Table(
    "search_text", house,
    Column("row", Integer, primary_key=True),
    Column("id", IdType, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("sort", String, nullable=False),
    Column("text", String, nullable=False),
)  # fmt: skip

INDEXED = "prefix='2 3', tokenize=\"unicode61 remove_diacritics 0\""
"""What words are to the index."""
INDEX = f"CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(text, content='', contentless_delete=1, {INDEXED})"
"""The index itself; derived from `search_text`, so it can always be made anew."""
WORDS = "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_index, row)"
"""The words in the index, for one connection: a way to ask for them, it holds nothing."""

_SEARCH = {
    "search_added": "CREATE TRIGGER search_added AFTER INSERT ON search_text BEGIN "
    "INSERT INTO search_index(rowid, text) VALUES (NEW.row, NEW.text); END",
    "search_taken": "CREATE TRIGGER search_taken AFTER DELETE ON search_text BEGIN "
    "DELETE FROM search_index WHERE rowid = OLD.row; END",
    "search_altered": "CREATE TRIGGER search_altered AFTER UPDATE OF text ON search_text "
    "WHEN OLD.text <> NEW.text BEGIN DELETE FROM search_index WHERE rowid = OLD.row; "
    "INSERT INTO search_index(rowid, text) VALUES (NEW.row, NEW.text); END",
}


def historic_tables() -> tuple[tuple[Table, frozenset[str]], ...]:
    """Every table whose changes are written down, each with the columns that are only noted as changed."""
    kept = [
        (cls.__table__, cls.unwritten)
        for cls in (mapper.class_ for mapper in Record.registry.mappers)
        if cls.historic and isinstance(cls.__table__, Table)
    ]
    return (*sorted(kept, key=lambda pair: pair[0].name), (search_text, frozenset()))


def row_as_json(table: Table, unwritten: frozenset[str], alias: str) -> str:
    """SQL for a row as JSON text: bytes as hexadecimal, a column that is not copied as a mark."""
    parts = []
    for column in table.columns:
        name = f'{alias}."{column.name}"'
        if column.name in unwritten:
            name = f"audit_trace({name})"
        elif isinstance(column.type, (IdType, LargeBinary)):
            name = f"CASE WHEN {name} IS NULL THEN NULL ELSE lower(hex({name})) END"
        parts.append(f"'{column.name}', {name}")
    return f"json_object({', '.join(parts)})"


@cache
def _row_trigger(table: Table, unwritten: frozenset[str], event: str) -> tuple[str, str]:
    old, new = (row_as_json(table, unwritten, alias) for alias in ("OLD", "NEW"))
    before = "NULL" if event == "INSERT" else old
    after = "NULL" if event == "DELETE" else new
    row = "OLD.id" if event == "DELETE" else "NEW.id"
    differs = " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in table.columns)
    when = f"WHEN {differs} " if event == "UPDATE" else ""
    name = f"history_{table.name}_{event.lower()}"
    last = "(SELECT proof FROM history_change ORDER BY number DESC LIMIT 1)"
    return name, (
        f'CREATE TRIGGER {name} AFTER {event} ON "{table.name}" {when}BEGIN '
        f"INSERT INTO history_change(entry, tab, row_id, before, after, proof) SELECT e, '{table.name}', r, "
        "audit_pack(b), audit_pack(a), "
        f"audit_row({last}, e, '{table.name}', r, b, a) "
        f"FROM (SELECT audit_entry() AS e, {row} AS r, {before} AS b, {after} AS a); END"
    )


def _guards() -> dict[str, str]:
    """Triggers that let the history only grow; the writing in it may be erased, nothing else."""
    erased = f"CAST(zeroblob({SALT.stop}) || substr(OLD.proof, {SALT.stop + 1}) AS BLOB)"
    guards = {}
    for table, erasable in (("history_entry", ("fields",)), ("history_change", ("before", "after"))):
        source = house.tables[table]
        fixed = [f"NEW.{c.name} IS NOT OLD.{c.name}" for c in source.columns if c.name not in (*erasable, "proof")]
        gone = [f"ifnull(NEW.{name}, '') <> ''" for name in erasable]
        broken = " OR ".join([*fixed, *gone, f"NEW.proof IS NOT {erased}"])
        guards[f"{table}_kept"] = (
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'history is kept'); END"
        )
        guards[f"{table}_fixed"] = (
            f"CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table} WHEN {broken} "
            "BEGIN SELECT RAISE(ABORT, 'history is kept'); END"
        )
    return guards


def triggers() -> dict[str, str]:
    """Every trigger the data file must have, by name."""
    made = {**_SEARCH, **_guards()}
    for table, unwritten in historic_tables():
        made.update(_row_trigger(table, unwritten, event) for event in ("INSERT", "UPDATE", "DELETE"))
    return made


def complete(connection: Connection) -> None:
    """Make the tables that are not there yet, and every trigger as the code has it; for a connection that writes."""
    house.create_all(connection)
    Record.metadata.create_all(connection)
    connection.exec_driver_sql(INDEX)
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    there = {row.name: row.sql for row in rows}
    for name, sql in triggers().items():
        if there.get(name) == sql:
            continue
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(sql)


def is_complete(connection: Connection) -> bool:
    """Whether every table and trigger that the code knows is there, word for word."""
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    tables = {name for kind, name, _ in rows if kind == "table"}
    there = {name: sql for kind, name, sql in rows if kind == "trigger"}
    return tables >= {*house.tables, *Record.metadata.tables, "search_index"} and all(
        there.get(name) == sql for name, sql in triggers().items()
    )
