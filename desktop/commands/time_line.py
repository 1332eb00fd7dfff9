"""What happened to a person or a notice, told on the terminal line by line, or as objects."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.commands import terminal
from desktop.language import chosen
from desktop.records.timeline import TimelineItem
from desktop.records.wording import Wording


def show(line: Iterable[TimelineItem], wording: Wording) -> None:
    """Print what happened, latest first."""
    speak = chosen()
    for item in line:
        terminal.tell(
            f"\n{speak.day(item.at.date()) if item.day_only else speak.moment(item.at)}  {wording.head(item)}"
        )
        for text in (*wording.lines(item), item.who):
            if text:
                terminal.tell(f"    {text}")


def as_objects(line: Iterable[TimelineItem], wording: Wording) -> list[dict[str, object]]:
    """The same as objects."""
    return [
        {"at": i.at, "kind": i.kind, "what": wording.head(i), "lines": wording.lines(i), "who": i.who} for i in line
    ]
