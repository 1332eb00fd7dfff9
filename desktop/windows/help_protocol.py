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
    "provision": Topic(
        N_("Provision"),
        (
            N_("The number is how the provision is cited. The text stands in the protocol's own language first."),
            N_("A time limit with a trigger is watched: its cases stand under duties, kept, late or not possible."),
            N_("A text in a further language is marked when the protocol's own text was changed after it."),
            N_("For the basis, choose a point of an act that was brought in, or type act and article in words."),
        ),
    ),
    "protocol_chapters": Topic(
        N_("Chapters"),
        (
            N_("The usual chapters bring a title and no text. Any of them can be named otherwise or taken out."),
            N_("Alt+Up and Alt+Down move the chosen one; its provisions go with it."),
        ),
    ),
    "protocol_parties": Topic(
        N_("Signatories"),
        (
            N_("Parties are named while the text is a draft, and sign once it is closed: F6 notes who signed today."),
            N_("A party that withdraws stays in the list, with the day and the reason."),
        ),
    ),
    "protocol_paper": Topic(
        N_("The protocol on paper"),
        (
            N_("Choose the language; what was not translated stands in the protocol's own."),
            N_("A closed text is sealed: the file has a place for the signature of each party."),
            N_("The DOCX is for reading together and for changes; it bears no seal."),
            N_(
                "Where a closed text names a person, the place is shown. Say that it is meant so: the history keeps it."
            ),
        ),
    ),
    "protocol_form": Topic(
        N_("Versions of the protocol"),
        (
            N_("A draft is written in. Closed, its text stays the same for everybody who signs it."),
            N_("Once adopted it never changes; a revision copies it, and stays a draft beside the one in force."),
            N_("Today reminds of the review date from 60 days before."),
        ),
    ),
    "protocol_acts": Topic(
        N_("Acts and alignment"),
        (
            N_("The General Protocol, special protocols, laws and orders stand here with their points."),
            N_("Each point is answered by a provision, or stands in the alignment as a row of its own."),
            N_("In the alignment digits judge the chosen row; Enter opens it, and what is needed is typed there."),
            N_("The table for the meeting tells what still has to be brought into line; it can be sealed or edited."),
        ),
    ),
    "protocol_import": Topic(
        N_("Bringing a text from a file"),
        (
            N_("DOCX, a table or a text: articles, points and chapters are known by their numbers."),
            N_("What was doubtful is told: a number that stands twice, one that is missing, a text before the first."),
            N_("Nothing is kept before you say so; a text is kept whole or not at all."),
        ),
    ),
    "protocol_change": Topic(
        N_("A round of revision"),
        (
            N_("What is proposed leaves the draft as it is until it is accepted: 1 accepts, 2 rejects, 3 leaves open."),
            N_("Left open again, the provision stands as before. The text is closed only when nothing is open."),
            N_("F7 notes what an institution says; a table goes out as DOCX and comes back by provision number."),
        ),
    ),
    "protocol_cases": Topic(
        N_("Duties at work"),
        (
            N_("A provision with a time limit is watched on notices, orders, plans, meetings and commitments."),
            N_("Each case is judged by the version in force when its clock began; it counts when its time ends."),
            N_("An incident known by its day alone counts from the end of that day: nobody is accused wrongly."),
            N_("Days and working days end at midnight. At once means within the hour."),
            N_("Say why something was not possible, or that it was done though no record tells it."),
        ),
    ),
    "protocol_by_hand": Topic(
        N_("Case by hand"),
        (
            N_("What no record of Liepa tells is noted here: which provision, whose duty, from when, until when."),
            N_("Where only the day is known, its end counts as the beginning of the time limit."),
        ),
    ),
    "protocol_breach": Topic(
        N_("Departure from the protocol"),
        (
            N_("A fact, what it led to, and what is wished. It stands in the register of problems from then on."),
            N_("Say what happened rather than who failed; the records behind it stay with the case."),
        ),
    ),
    "counting_break": Topic(
        N_("Break in counting"),
        (
            N_("Where the way of counting changed, lines are broken and nothing is compared across it."),
            N_("A last month means that it was counted as before from then on; without one it changed for good."),
            N_("If one institution's notices are meant, growth is told for the others as well, without it."),
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
ALIASES: dict[str, str] = {
    "monitoring": "protocol",
    "protocol_act": "protocol_acts",
    "protocol_point": "protocol_acts",
    "protocol_comment": "protocol_change",
    "protocol_returned": "protocol_change",
    "protocol_impossible": "protocol_cases",
    "protocol_done": "protocol_cases",
    **dict.fromkeys(
        ("protocol_new", "protocol_revise", "protocol_adopt", "protocol_review", "protocol_end"), "protocol_form"
    ),
    "protocol_chapter": "protocol_chapters",
    "protocol_party": "protocol_parties",
    "protocol_withdraw": "protocol_parties",
}
"""Pages that are helped by the words of another."""
