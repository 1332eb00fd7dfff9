"""The five groups of a reconciliation, ready to be shown: each row of their list in exactly one of four, and only ours.

What counts in another month was not received in this one: it stands with what is only theirs, explained by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.language import N_, _, chosen
from desktop.reconciliation.groups import Copy, Pair
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.settling import DECIDED, ENTERED, NEXT_MONTH, SURE, Left, Match, Settlement
from desktop.reconciliation.standing import Lists, Standing
from desktop.records.difference import OURS, REASONS, THEIRS
from desktop.windows.names import shown_name
from desktop.windows.pill import CLOSED, CONFIRM, GOING_ON, GOOD, NOT_YET, PARTLY, Sign
from desktop.windows.pill import OURS as OURS_ONLY
from desktop.windows.reconcile_sides import shown_day

MATCHED, UNSURE, ONLY_THEIRS, ONLY_OURS, COPIES = GROUPS = ("matched", "unsure", "theirs", "ours", "copies")
WORDS: dict[str, tuple[Sign, str, str]] = {
    MATCHED: (GOOD, N_("Matched"), N_("in both lists")),
    UNSURE: (NOT_YET, N_("Unsure"), N_("to be looked at")),
    ONLY_THEIRS: (CONFIRM, N_("Only theirs"), N_("not received this month")),
    ONLY_OURS: (OURS_ONLY, N_("Only ours"), N_("not in their list")),
    COPIES: (CLOSED, N_("Duplicate"), N_("twice in their list")),
}
"""For each group its sign, what it is called, and what stands in it."""
HOW = {
    SURE: (GOOD, N_("Matched")), DECIDED: (GOOD, N_("Decided here")), ENTERED: (GOING_ON, N_("Entered now")),
}  # fmt: skip
NO_REASON, NOT_EXPLAINED = N_("No reason given"), N_("Not explained")
EXPLAINED, CHOOSE = N_("explained"), N_("choose a reason")


@dataclass(frozen=True)
class GroupRow:
    """One row of a group."""

    group: str
    side: str
    """In whose list it stands; of a pair theirs."""
    number: str
    person: str
    second: str
    sign: Sign
    state: str
    done: str
    their_id: str = ""
    our_id: str = ""
    reason: str = ""
    """A code of `REASONS`, or nothing."""
    is_open: bool = False
    """Whether it still wants a reason."""
    can_explain: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """By which it is known in its list."""
        return self.their_id, self.our_id


Groups = Mapping[str, tuple[GroupRow, ...]]


def numbers_of(found: Settlement) -> dict[str, int]:
    """The number on each card: all but only ours add up to the rows of their list."""
    return {
        MATCHED: len(found.matched),
        UNSURE: len(found.doubtful),
        ONLY_THEIRS: len(found.only_theirs) + len(found.late),
        ONLY_OURS: len(found.only_ours),
        COPIES: len(found.copies_theirs),
    }


def groups_of(standing: Standing) -> Groups:
    """Every group with its rows, in the language of the screen."""
    found, writer = standing.settlement, _Writer(standing.lists)
    if found is None:
        return dict.fromkeys(GROUPS, ())
    return {
        MATCHED: tuple(writer.match(each) for each in found.matched),
        UNSURE: tuple(writer.pair(each) for each in found.doubtful),
        ONLY_THEIRS: (
            *(writer.left(each, THEIRS) for each in found.only_theirs),
            *(writer.late(each) for each in found.late),
        ),
        ONLY_OURS: tuple(writer.left(each, OURS) for each in found.only_ours),
        COPIES: (
            *(writer.copy(each, THEIRS) for each in found.copies_theirs),
            *(writer.copy(each, OURS) for each in found.copies_ours),
        ),
    }


class _Writer:
    """Writes rows in the language of the screen."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._notes = {str(each.their_id or each.referral_id): each.note for each in lists.reasons}

    def match(self, each: Match) -> GroupRow:
        sign, state = HOW[each.how]
        ours = self._lists.ours.get(each.ours.id)
        done = self._ours(each.ours.id)
        if each.how == ENTERED and ours is not None:
            done = _("entered as {number}", number=ours.label)
        return self._row(MATCHED, THEIRS, each.theirs, (sign, _(state)), done, our_id=each.ours.id)

    def late(self, each: Match) -> GroupRow:
        state = GOOD, _(REASONS[NEXT_MONTH].words)
        return self._row(ONLY_THEIRS, THEIRS, each.theirs, state, self._ours(each.ours.id), our_id=each.ours.id)

    def pair(self, each: Pair) -> GroupRow:
        is_later = (each.theirs.id, each.ours.id) in self._lists.decisions.later
        state = (NOT_YET, _("Put off")) if is_later else (PARTLY, _("Not decided yet"))
        return self._row(UNSURE, THEIRS, each.theirs, state, self._ours(each.ours.id), our_id=each.ours.id)

    def left(self, each: Left, side: str) -> GroupRow:
        row, group = each.alone.row, ONLY_THEIRS if side == THEIRS else ONLY_OURS
        state = (GOOD, _(REASONS[each.reason].words)) if each.reason else (PARTLY, _(NO_REASON))
        rest = NOT_EXPLAINED if self._lists.kept.is_settled else CHOOSE
        done = self._notes.get(row.id, "") or _(EXPLAINED if each.reason else rest)
        if not each.reason and each.alone.beside is not None:
            done = _("The same number as: {what}", what=self._number(each.alone.beside, side))
        return self._row(group, side, row, state, done, reason=each.reason, is_open=not each.reason, can_explain=True)

    def copy(self, each: Copy, side: str) -> GroupRow:
        state = CLOSED, _("Duplicate") if side == THEIRS else _("Twice in our log")
        done = _("The same as: {what}", what=self._number(each.of, side))
        return self._row(COPIES, side, each.row, state, done)

    def _row(
        self, group: str, side: str, row: Listed, state: tuple[Sign, str], done: str, *, our_id: str = "",
        reason: str = "", is_open: bool = False, can_explain: bool = False,
    ) -> GroupRow:  # fmt: skip
        number = self._number(row, side)
        second = " \u00b7 ".join(filter(None, (shown_day(row.date), row.unit)))
        ids = ("", row.id) if side == OURS else (row.id, our_id)
        return GroupRow(
            group, side, number, shown_name(row.name, number), second, *state, done, *ids, reason, is_open, can_explain
        )

    def _number(self, row: Listed, side: str) -> str:
        """Our number, or theirs; where they gave none, the row of their file."""
        if side == OURS:
            ours = self._lists.ours.get(row.id)
            return ours.label if ours else ""
        kept = self._lists.theirs.get(row.id)
        return row.notice_no or (_("row {rows}", rows=kept.rows) if kept else "")

    def _ours(self, our_id: str) -> str:
        """Our notice with the day on which it was received."""
        ours = self._lists.ours.get(our_id)
        if ours is None:
            return _("No longer in our log")
        return _("ours {number}, {day}", number=ours.label, day=chosen().day(ours.received))
