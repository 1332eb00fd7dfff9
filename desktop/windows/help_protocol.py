"""What the program says of the local protocol, its duties and numbers over time; part of its help."""

from __future__ import annotations

from desktop.language import N_
from desktop.windows.help_topic import Topic

PROTOCOL: dict[str, Topic] = {
    "protocol": Topic(
        N_("Protocol"),
        (
            N_("The local protocol stands here by versions: what it says, whom it binds, until when something is due."),
            N_("Ctrl+Tab goes to the next part: provisions, alignment, versions, duties, parties, monitoring."),
            N_("A version that is closed or adopted is never changed. A revision begins with a copy of it."),
        ),
    ),
    "protocol_report": Topic(
        N_("Yearly report of cooperation"),
        (
            N_("The report is composed from the records: meetings, commitments, figures, trainings, the protocol."),
            N_("In every part you can write words of your own; they are kept when you leave the field."),
            N_("Small numbers are not published, and no person who is helped may be named in it."),
            N_("Once it is sealed it stays as it is; made again, the later one takes its place."),
        ),
    ),
}
ALIASES: dict[str, str] = {}
"""Pages that are helped by the words of another."""
