"""Ctrl+Z and Ctrl+Y wherever she is: the last change of whoever works, taken back or done again."""

from __future__ import annotations

from desktop.language import N_
from desktop.problems import Problem
from desktop.vault.history import Entry
from desktop.vault.refusals import LaterChanges
from desktop.windows.desk import Desk

LOOKED_BACK = 200
"""So many changes back the last one taken back is looked for."""
NOTHING = N_("There is nothing of yours to do again.")


def undo_last(desk: Desk) -> None:
    """Take back the last change of hers that still stands; where later ones stand on it, it is told, not done."""
    try:
        entry = desk.centre.history.undo(desk.centre.history.last_of(desk.centre.worker), desk.centre.worker)
    except LaterChanges:
        desk.tell(Problem(N_("Later changes stand on this one. Undo it in the history of the centre.")))
    except Problem as problem:
        desk.tell(problem)
    else:
        desk.tell_reversed(entry)


def redo_last(desk: Desk) -> None:
    """Do again what she took back last, unless she has changed something else since."""
    history, worker = desk.centre.history, desk.centre.worker
    mine = [e for e in history.entries(limit=LOOKED_BACK) if e.by_id == worker.id and e.changes]
    last = next((entry for entry in mine if not _is_passed_over(entry)), None)
    try:
        if last is None or not last.undoes:
            raise Problem(NOTHING)
        entry = history.redo(last.undoes[0], worker)
    except Problem as problem:
        desk.tell(problem)
    else:
        desk.tell_reversed(entry)


def _is_passed_over(entry: Entry) -> bool:
    """Whether it is a doing again, or an undoing that was itself taken back."""
    return entry.what == N_("Done again: {what}") or bool(entry.undoes and entry.undone_by)
