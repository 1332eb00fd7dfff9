"""`liepa reconcile match`: two plain lists compared, notice by notice; no vault is needed, and nothing is kept.

Prints how many rows fell into each group and writes the proposed pairs; `--explain` writes down why, field by field.
"""

from __future__ import annotations

import argparse
import csv
import gc
import io
import json
import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from desktop.commands import terminal
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.reconciliation import weights
from desktop.reconciliation.explanation import ANSWERS, SAME_NOTICE, SAME_PERSON, explain
from desktop.reconciliation.groups import Alone, Copy, Matching, Pair, Rival
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.matching import match
from desktop.vault.files import require_no_vault, write_whole

COLUMNS = tuple(sorted((field.name for field in fields(Listed)), key=lambda name: name != "id"))
MOST_ROWS, MOST_BYTES = 100_000, 100_000_000
AUTO, REVIEW = "auto", "review"


def fill_match(parser: argparse.ArgumentParser) -> None:
    """Both lists and where to write."""
    parser.set_defaults(do=do_match)
    columns = ", ".join(COLUMNS)
    parser.add_argument(
        "theirs", type=Path, metavar="THEIRS.csv", help=_("the partner's list; columns: {columns}", columns=columns)
    )
    parser.add_argument("ours", type=Path, metavar="OURS.csv", help=_("the centre's list, with the same columns"))
    parser.add_argument("--output", type=Path, required=True, metavar="PAIRS.csv", help=_("where to write the pairs"))
    parser.add_argument("--explain", type=Path, metavar="FILE.json", help=_("where to write why, field by field"))


def do_match(arguments: argparse.Namespace) -> int:
    """Compare both lists and write the pairs; 3 if some of them wait for a decision."""
    for target in filter(None, (arguments.output, arguments.explain)):
        require_no_vault(target)
    with _without_rubbish():
        found = match(
            read_rows(arguments.theirs), read_rows(arguments.ours), terminal.Progress(_("Comparing the lists"))
        )
    write_whole(arguments.output, as_csv(found).encode())
    if arguments.explain:
        write_whole(arguments.explain, (json.dumps(as_object(found), ensure_ascii=False, indent=1) + "\n").encode())
    for words, rows in (
        (_("Matched"), found.matched),
        (_("To be checked"), found.doubtful),
        (_("Only in the institution's list"), found.only_theirs),
        (_("Only in our log"), found.only_ours),
        (_("Duplicates in their list"), found.copies_theirs),
        (_("Duplicates in our list"), found.copies_ours),
    ):
        terminal.tell(_("{label}: {n}", label=words, n=len(rows)))
    terminal.tell(_("This is only a proposal. You decide."))
    return terminal.WAITING if found.doubtful else terminal.DONE


@contextmanager
def _without_rubbish() -> Iterator[None]:
    """Hundreds of thousands of small things, none of them in a circle: looking for circles would take a third longer."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read_rows(path: Path) -> list[Listed]:
    """The rows of a list; every fault is told with its row."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Problem(N_("The file is too large: {file}"), file=path.name)
        with path.open(encoding="utf-8-sig", newline="") as source:
            return list(_rows(csv.DictReader(source, strict=True), path.name))
    except OSError as error:
        raise Problem(N_("The file could not be read: {reason}"), reason=path) from error
    except UnicodeDecodeError as error:
        raise Problem(N_("This is no text in UTF-8: {file}"), file=path.name) from error
    except csv.Error as error:
        raise Problem(N_("This is no list with commas between its columns: {file}"), file=path.name) from error


def _rows(table: csv.DictReader[str], name: str) -> Iterator[Listed]:
    heading = [column.strip() for column in table.fieldnames or ()]
    if not heading:
        raise Problem(N_("The file is empty."))
    missing = [column for column in COLUMNS if column not in heading]
    if "id" in missing or len(missing) == len(COLUMNS):
        raise Problem(N_("Columns are missing. {file}: {columns}"), file=name, columns=", ".join(missing))
    table.fieldnames = heading
    known: set[str] = set()
    for place, row in enumerate(table, 2):
        if place > MOST_ROWS + 1:
            raise Problem(N_("The list has too many rows: {file}"), file=name)
        if None in row:
            raise Problem(N_("{file}, row {row}: there are more cells than columns."), file=name, row=place)
        cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
        if not cells["id"] or cells["id"] in known:
            raise Problem(N_("{file}, row {row}: the row needs an id of its own."), file=name, row=place)
        known.add(cells["id"])
        cells["date"] = _day(cells["date"], name, place)
        yield Listed(**cells)


def _day(text: str, name: str, place: int) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else ""
    except ValueError:
        raise Problem(
            N_("{file}, row {row}: there is no such date. Write it as 2026-11-02."), file=name, row=place
        ) from None


def as_csv(found: Matching) -> str:
    """The pairs, in the order of the partner's identifiers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("left_id", "right_id", "weight", "band"))
    for pair in found.pairs:
        writer.writerow((pair.theirs.id, pair.ours.id, f"{pair.weight:.2f}", AUTO if pair.sure else REVIEW))
    return out.getvalue()


def as_object(found: Matching) -> dict[str, Any]:
    """Every group with its rows, each pair explained."""
    return {
        "weights": weights.VERSION,
        "dated": found.dated,
        "matched": [_pair(pair) for pair in found.matched],
        "doubtful": [_pair(pair) for pair in found.queue],
        "only_theirs": _alone(found.only_theirs),
        "only_ours": _alone(found.only_ours),
        "duplicates_theirs": _copies(found.copies_theirs),
        "duplicates_ours": _copies(found.copies_ours),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    told = explain(pair)
    return {
        "left_id": pair.theirs.id,
        "right_id": pair.ours.id,
        "weight": pair.weight,
        "margin": None if math.isinf(pair.margin) else pair.margin,
        "band": AUTO if pair.sure else REVIEW,
        "person": {"code": told.person, "sentence": f"{_(SAME_PERSON)} {_(ANSWERS[told.person])}"},
        "notice": {"code": told.notice, "sentence": f"{_(SAME_NOTICE)} {_(ANSWERS[told.notice])}"},
        "fields": [
            {"field": each.field, "level": each.level, "weight": round(each.bits, 2), "theirs": each.theirs,
             "ours": each.ours, "sentence": _(each.sentence)}
            for each in told.fields
        ],
        "reasons": [_(reason) for reason in told.reasons],
        "rivals": [_rival(rival) for rival in pair.rivals],
    }  # fmt: skip


def _rival(rival: Rival) -> dict[str, Any]:
    return {"left_id": rival.theirs.id, "right_id": rival.ours.id, "weight": rival.weight}


def _alone(rows: Iterable[Alone]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.row.id,
            "nearest": _rival(each.nearest) if each.nearest else None,
            "same_notice_as": each.beside.id if each.beside else None,
        }
        for each in rows
    ]


def _copies(rows: Iterable[Copy]) -> list[dict[str, Any]]:
    return [{"id": each.row.id, "of": each.of.id} for each in rows]
