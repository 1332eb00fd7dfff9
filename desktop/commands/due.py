"""`liepa due`: what cannot wait, as Today shows it."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import _, chosen, ngettext
from desktop.records.due import (
    CALL,
    CONFIRM,
    CONSENT,
    DUTY,
    MEETING,
    MINUTES,
    OF_MEETINGS,
    ORDER,
    PAPERS,
    PLAN,
    PROMISE,
    REVIEW,
    TALK,
    Due,
)  # fmt: skip
from desktop.records.meeting import USUAL_KINDS


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add.on_vault("list", _("List what cannot wait, the most pressing first"), do_list, lists=True)
    listed.add_argument("--mine", action="store_true", help=_("only what you look after, and what nobody does"))


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List everything that is due; a person stands by code and notice, never with a number."""
    due = centre.due.read()
    items = (due.of(centre.worker.id) if arguments.mine else due).items
    speak = chosen()
    kinds = {CALL: _("Call"), ORDER: _("Order or measure"), CONFIRM: _("Safe contact"), CONSENT: _("Consent"),
             PLAN: _("Plan"), PAPERS: _("Papers close"), MEETING: _("Meeting"), MINUTES: _("Minutes to be agreed"),
             PROMISE: _("Commitment"), TALK: _("Talk before an order ends"), DUTY: _("Duty under the protocol"),
             REVIEW: _("Review date")}  # fmt: skip
    terminal.listing(
        arguments.json,
        (
            {"kind": i.kind, "notice": i.label, "person": i.person_name, "due": i.at, "late": i.is_late,
             "working_days_late": i.days_late, "may_call": i.call.may.value if i.call else "",
             "next_allowed": i.call.next_at if i.call else None, "what": i.what}
            for i in items
        ),
        [_("Due"), _("State"), _("What to do"), _("Notice"), _("Person")],
        ([speak.near(i.at, due.now), _late(i), kinds[i.kind], i.label, _about(i)] for i in items),
    )  # fmt: skip
    return terminal.DONE


def _about(item: Due) -> str:
    """The person; of what meetings left, which meeting or what was promised."""
    if item.kind not in OF_MEETINGS:
        return item.person_name
    return _(item.what) if item.what in USUAL_KINDS.values() else item.what


def _late(item: Due) -> str:
    if item.days_late:
        return ngettext("{n} working day late", "{n} working days late", item.days_late)
    return _("Late") if item.is_late else ""
