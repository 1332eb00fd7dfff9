"""`liepa reconcile show`: both lists in their groups, the differences with their reasons, and the two sums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.commands import terminal
from desktop.language import N_, _, chosen
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.standing import Standing
from desktop.reconciliation.statement import Statement

GROUPS = {
    "matched": N_("Matched"),
    "late": N_("Received in another month"),
    "doubtful": N_("Not sure"),
    "only_theirs": N_("Only theirs"),
    "only_ours": N_("Only ours"),
    "duplicate_theirs": N_("Twice in their list"),
    "duplicate_ours": N_("Twice in our log"),
}
"""Where a row may stand, with its words."""


def do_show(standing: Standing, *, as_json: bool) -> int:
    """Show one; 3 if pairs wait for a decision."""
    if as_json:
        terminal.as_json(told(standing))
    else:
        show(standing)
    waiting = standing.settlement is not None and standing.settlement.doubtful
    return terminal.WAITING if waiting else terminal.DONE


def told(standing: Standing) -> dict[str, Any]:
    """One reconciliation as JSON: rows by their place in the list, ours by number, and never a name."""
    kept, sums = standing.kept, standing.statement.sums
    return {
        "month": kept.month, "until": kept.until, "settled": kept.is_settled, "counted": kept.counted or None,
        "rows": [
            {"group": group, "theirs": theirs, "ours": ours, "reason": reason, "weight": weight}
            for group, theirs, ours, reason, weight in rows_of(standing)
        ],
        "lines": [
            {"unit": standing.names.get(line.unit, ""), "sent": line.sent, "received": line.received,
             "difference": line.difference, "agreed": line.agreed}
            for line in standing.statement.lines
        ],
        "differences": [
            {"unit": standing.names.get(each.unit, ""), "side": each.side, "reason": each.reason or None,
             "number": each.number, "note": each.note, "counts": each.counts}
            for each in standing.statement.differences
        ],
        "sent": sums.sent, "received": sums.received, "entered": sums.entered, "agreed": sums.agreed,
        "agreed_by_us": sums.agreed_by_us, "unexplained_theirs": sums.unexplained_theirs,
        "unexplained_ours": sums.unexplained_ours, "undecided": sums.undecided_theirs,
        "arrived_share": sums.arrived_share,
        "corrections": [{"notice": each.label, "came": each.came} for each in standing.corrections],
    }  # fmt: skip


def rows_of(standing: Standing) -> Iterator[tuple[str, int | None, str, str, float | None]]:
    """Every row once: its group, the place of theirs, the number of ours, the reason, and the weight of a pair."""
    found = standing.settlement
    if found is None:
        return
    for group, matches in (("matched", found.matched), ("late", found.late)):
        for match in matches:
            weight = round(match.pair.weight, 2) if match.pair else None
            yield group, theirs_place(standing, match.theirs), ours_label(standing, match.ours), match.how, weight
    for pair in found.doubtful:
        places = theirs_place(standing, pair.theirs), ours_label(standing, pair.ours)
        yield "doubtful", *places, "", round(pair.weight, 2)
    for left in found.only_theirs:
        yield "only_theirs", theirs_place(standing, left.alone.row), "", left.reason, None
    for left in found.only_ours:
        yield "only_ours", None, ours_label(standing, left.alone.row), left.reason, None
    for copy in found.copies_theirs:
        yield "duplicate_theirs", theirs_place(standing, copy.row), "", "", None
    for copy in found.copies_ours:
        yield "duplicate_ours", None, ours_label(standing, copy.row), "", None


def theirs_place(standing: Standing, row: Listed) -> int | None:
    """The place of one of their rows in their list, from 1."""
    kept = standing.lists.theirs.get(row.id)
    return kept.place + 1 if kept else None


def ours_label(standing: Standing, row: Listed) -> str:
    """The number of one of our notices."""
    kept = standing.lists.ours.get(row.id)
    return kept.label if kept else ""


def show(standing: Standing) -> None:
    """Both lists and the sums as tables."""
    number = chosen().number
    rows = list(rows_of(standing))
    if rows:
        terminal.table(
            [_("Group"), _("Row of theirs"), _("Our notice"), _("Reason")],
            [[_(GROUPS[group]), str(theirs or ""), ours, _reason(standing, reason)] for group, theirs, ours, reason, _w in rows
             if group != "matched"],
        )  # fmt: skip
        counts = {group: sum(row[0] == group for row in rows) for group in GROUPS}
        terminal.tell(" · ".join(f"{_(words)}: {number(counts[group])}" for group, words in GROUPS.items()))
    lines = [
        [standing.names.get(line.unit, "") or _("Not by unit"), number(line.sent), _number(line.received),
         _number(line.difference), number(line.agreed)]
        for line in standing.statement.lines
    ]  # fmt: skip
    terminal.table([_("Unit"), _("Sent by them"), _("Received"), _("Difference"), _("Agreed")], lines)
    for sentence in sums_told(standing.statement):
        terminal.tell(sentence)
    for each in standing.corrections:
        label = each.label or "?"
        came, left = N_("Came into the month afterwards: {number}"), N_("Left the month afterwards: {number}")
        terminal.tell(_(came if each.came else left, number=label))


def sums_told(statement: Statement) -> Iterator[str]:
    """The two sums, and what is left to be explained."""
    sums, number = statement.sums, chosen().number
    yield _("Sent by them: {sent} · agreed: {agreed}", sent=number(sums.sent), agreed=number(sums.agreed))
    yield _("Received: {received} · entered now: {entered} · agreed: {agreed}", received=number(sums.received),
            entered=number(sums.entered), agreed=number(sums.agreed_by_us))  # fmt: skip
    left = sums.unexplained_theirs + sums.unexplained_ours
    yield _("Still unexplained: {n}", n=number(left)) if left else _("The difference is fully explained.")


def _number(value: int | None) -> str:
    return "–" if value is None else chosen().number(value)


def _reason(standing: Standing, code: str) -> str:
    words = {each.reason: each.words for each in standing.statement.differences if each.reason}
    return _(words[code]) if code in words else ""
