"""Numbered steps from one form of the tables to the next; forwards only, on a copy.

A table that is wholly new needs no step: it is made when the vault is unlocked. A step is needed when a table that
exists already gets, loses or changes a column. The present file is not touched; if a step fails, nothing has happened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, inspect
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.vault import schema, successor, workers
from desktop.vault.chain import Chain
from desktop.vault.engine import connect, make_engine
from desktop.vault.files import Progress
from desktop.vault.keyfile import KeyFile
from desktop.vault.migrations.form_3 import bring_handover_notes
from desktop.vault.migrations.form_4 import know_institutions_better
from desktop.vault.migrations.form_5 import let_attempts_be_without_a_notice
from desktop.vault.migrations.form_6 import index_what_is_counted
from desktop.vault.migrations.form_7 import know_when_commitments_were_settled
from desktop.vault.migrations.form_8 import know_when_it_happened
from desktop.vault.record import Record
from desktop.vault.refusals import NewerVersion, ReadOnly
from desktop.vault.store import Worker
from desktop.world import World


@dataclass(frozen=True)
class Step:
    """One step: afterwards the tables have the form of this number."""

    number: int
    what: str
    run: Callable[[Connection], None]
    rows_change: frozenset[str] = frozenset()
    """Tables in which the step may add or take rows; in all others their number must stay."""


BASELINE = 1
STEPS: tuple[Step, ...] = (
    Step(2, "what the history writes is packed; what stands in it stays", lambda _connection: None),
    Step(3, "hand-over notes", bring_handover_notes),
    Step(4, "what else is known of an institution", know_institutions_better),
    Step(5, "attempts without a notice, persons joined", let_attempts_be_without_a_notice),
    Step(6, "what is counted has its indexes", index_what_is_counted),
    Step(7, "when a commitment was noted as settled", know_when_commitments_were_settled),
    Step(8, "at what time it happened", know_when_it_happened),
)
"""In order, without gaps, from the baseline on. A released step is never altered."""


def newest() -> int:
    """The form of the tables that this program writes."""
    return STEPS[-1].number if STEPS else BASELINE


def is_needed(form: int) -> bool:
    """Whether a data file must be brought up to date; raises `NewerVersion`."""
    if form > newest():
        raise NewerVersion
    return form < newest()


def migrate(
    folder: Path, keys: KeyFile, key: bytearray, world: World, by: Worker, *, may_write: bool, progress: Progress
) -> KeyFile:
    """Bring a copy up to date, read it through, and name it in the key file. The file before is kept for one start."""
    if not may_write:
        raise ReadOnly
    chain, data = Chain(world.chance), successor.next_name(folder, keys.data)
    source = connect(folder / keys.data, bytes(key), chain)
    try:
        successor.copy(source, folder / data, bytes(key), chain, successor.in_parts(progress, 0, 2))
    finally:
        source.close()
    following = replace(keys, data=data, spare=keys.data)
    try:
        _bring_up_to_date(folder / data, key, chain)
        workers.note(folder, following, key, world, (N_("Vault brought up to date"), by, ""))
        successor.verify(folder / data, bytes(key), chain, keys.store_id, successor.in_parts(progress, 1, 2))
        return following.write(folder, bytes(key))
    except BaseException:
        if KeyFile.read(folder).data != data:
            successor.discard(folder / data)
        raise


def _bring_up_to_date(path: Path, key: bytearray, chain: Chain) -> None:
    engine = make_engine(path, key, chain)
    try:
        with engine.connect() as opened:
            opened.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
            with Session(opened.execution_options(write=True)) as session:
                _take_steps(session.connection())
                session.commit()
            opened.invalidate()
    finally:
        engine.dispose()


def _take_steps(connection: Connection) -> None:
    run = connection.exec_driver_sql
    if run("PRAGMA foreign_keys").scalar():
        raise RuntimeError("foreign keys must be off before the transaction begins")
    form = int(run("PRAGMA user_version").scalar() or 0)
    for name in [row.name for row in run("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
        run(f'DROP TRIGGER "{name}"')
    before, may_change = _counts(connection), set[str]()
    for step in STEPS:
        if step.number > form:
            step.run(connection)
            may_change |= step.rows_change
    after = _counts(connection)
    lost = {name for name, rows in before.items() if name not in may_change and after.get(name) != rows}
    if lost or run("PRAGMA foreign_key_check").first():
        raise RuntimeError(f"a step lost rows or broke references: {sorted(lost)}")
    schema.complete(connection)
    require_form(connection)
    run(f"PRAGMA user_version={newest()}")


def _counts(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if not name.startswith("search_index")]
    return {name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar() or 0) for name in names}


def require_form(connection: Connection) -> None:
    """Raise unless every table has exactly the columns and indexes that the classes say."""
    like = create_engine("sqlite://")
    with like.begin() as fresh:
        schema.house.create_all(fresh)
        Record.metadata.create_all(fresh)
        wanted = _form(fresh)
    like.dispose()
    found = _form(connection)
    wrong = [name for name in wanted if wanted[name] != found.get(name)]
    if wrong:
        raise RuntimeError(f"tables not as the classes say: {wrong}")


def _form(connection: Connection) -> dict[str, Any]:
    run, form = connection.exec_driver_sql, {}
    for name in (*schema.house.tables, *Record.metadata.tables):
        columns = {(c.name, c.type, c.notnull, c.pk) for c in run(f'PRAGMA table_info("{name}")')}
        indexes = {row.name for row in run(f'PRAGMA index_list("{name}")') if row.origin == "c"}
        keys = {(k.table, getattr(k, "from"), k.to) for k in run(f'PRAGMA foreign_key_list("{name}")')}
        form[name] = (columns, indexes, keys)
    return form
