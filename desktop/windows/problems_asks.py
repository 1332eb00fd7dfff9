"""What may be asked of a problem on its card: how it was solved, what was done about it, where it was raised again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.language import N_
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField
from desktop.windows.inline_form import Ask
from desktop.windows.meeting_named import latest_meetings
from desktop.windows.time_fields import DateField

SOLVE, STEP, AGAIN = "solve", "step", "again"


def asks(desk: Desk) -> dict[str, Ask]:
    """The three questions."""
    log, by, today = desk.centre.raised_problems, desk.centre.worker, desk.centre.world.today

    def solve(about: UUID, told: Mapping[str, Any]) -> object:
        return log.solve(about, told["solution"] or "", by, on=told["solved_on"])

    def step(about: UUID, told: Mapping[str, Any]) -> object:
        return log.step(about, told["text"] or "", by, on=told["on_day"])

    def again(about: UUID, told: Mapping[str, Any]) -> object:
        meeting = UUID(told["meeting_id"]) if told["meeting_id"] else None
        return log.step(about, told["text"] or "", by, kind="raised", on=told["on_day"], meeting_id=meeting)

    def meetings() -> list[tuple[str, str]]:
        return [("", ""), *latest_meetings(desk.centre, today())]

    return {
        SOLVE: Ask(
            N_("Solved"),
            lambda: [LongTextField("solution", N_("How it was solved"), lines=2),
                     DateField("solved_on", N_("Solved on"), today, required=True)],
            solve, lambda: {"solved_on": today()}, N_("Problem solved."),
        ),
        STEP: Ask(
            N_("Step"),
            lambda: [LongTextField("text", N_("What was done"), lines=3, required=True),
                     DateField("on_day", N_("Day"), today, required=True)],
            step, lambda: {"on_day": today()}, N_("Step noted."),
        ),
        AGAIN: Ask(
            N_("Raised again"),
            lambda: [ChoiceField("meeting_id", N_("At which meeting"), meetings, searched=True),
                     LongTextField("text", N_("What was said"), lines=2),
                     DateField("on_day", N_("Day"), today, required=True)],
            again, lambda: {"on_day": today()}, N_("Noted that it was raised again."),
        ),
    }  # fmt: skip
