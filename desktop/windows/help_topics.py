"""What the program says of itself: a few sentences for each screen.

Kept short on purpose: somebody who presses F1 has a person waiting on the telephone.
"""

from __future__ import annotations

from desktop.language import N_
from desktop.windows.help_centre import CENTRE
from desktop.windows.help_meetings import MEETINGS
from desktop.windows.help_protocol import ALIASES as OF_PROTOCOL
from desktop.windows.help_protocol import PROTOCOL
from desktop.windows.help_topic import Topic

_CALLS = (
    N_("Unknown means no: where no safe way was agreed, the program does not show the number."),
    N_("The keys 1 to 5 say how it went. The next attempt is proposed inside the agreed hours."),
    N_("Going on all the same asks for a reason, and the history keeps it."),
)
_SAFE = (
    N_("Ask the person when and how to call safely, and what to say if somebody else answers."),
    N_("An agreement grows old: after some time the program asks you to confirm it before you call."),
    N_("With another telephone or address than the one it was agreed with, the way must be agreed anew."),
)
TOPICS: dict[str, Topic] = {
    "today": Topic(
        N_("Today"),
        (
            N_("What cannot wait stands here: first contacts, orders and measures that end, persons not reached yet."),
            N_("Enter or F6 opens the place where the work is done, Ctrl+Enter the record. F7 hands it on."),
            N_("Deadlines are counted in the centre's working days, without public holidays and its closed days."),
        ),
    ),
    "referrals": Topic(
        N_("Notices"),
        (
            N_("Every notice that came stands here, the newest first."),
            N_("The strip over a notice says whether one may call. A number is shown only when the rule allows it."),
            N_("F6 records a contact attempt, F7 the help given. More holds the rest."),
            N_("Shift and the arrows mark several: the menu of a row hands them on together, prints or saves them."),
        ),
    ),
    "notice": Topic(
        N_("New notice"),
        (
            N_("Needed at least: date received, sender, and a name or a place."),
            N_("Everything else can be added later. What you type is kept, encrypted, within two seconds."),
            N_("Somebody who looks alike is shown beside the form. Nothing is joined unless you say so."),
            N_("Copy a message of the police and press Ctrl+Shift+V: what can be read in it is offered to you."),
            N_("Enter goes from question to question. A sender that is missing is written down by New institution."),
        ),
    ),
    "calls": Topic(N_("Calls"), _CALLS),
    "attempt": Topic(N_("Contact attempt"), _CALLS),
    "safe": Topic(N_("Safe contact"), _SAFE),
    "help": Topic(
        N_("Assistance"),
        (
            N_("Help is recorded once for an occasion, also when several persons took part: its minutes count once."),
            N_("F7 opens the entry beside the notice or the list, which you can read and scroll meanwhile."),
            N_("Ctrl+Shift+Enter saves it and opens the next empty entry."),
            N_("Help counts in the summary of the month in which it was given."),
        ),
    ),
    "people": Topic(
        N_("People"),
        (
            N_("One person with all notices, family links, consents, plan and help in one time line."),
            N_("Family links show that a new notice may be a repeat about the same household."),
        ),
    ),
    "join": Topic(
        N_("Joining two records of one person"),
        (
            N_("Somebody who was written down twice is made one. Both stand side by side; what differs is marked."),
            N_("Notices, help, consents, plan and family links move. The other name and code are still found."),
            N_("The stricter safe way holds until it is confirmed. For 30 days both can be parted again."),
        ),
    ),
    "consent": Topic(
        N_("Consent"),
        (
            N_("A consent is given for one purpose and one recipient. Once withdrawn, nothing more is passed on."),
            N_("What the person does not want to be told to anybody stands with it, and is told nobody."),
        ),
    ),
    "plan": Topic(
        N_("Plan"),
        (
            N_("A measure of the plan says what is done, who does it and by when."),
            N_("Some time later somebody looks at what it brought about, and writes that down too."),
        ),
    ),
    "measure": Topic(
        N_("Order or measure"),
        (
            N_("The end of an order or a measure is computed from its kind, and it can be changed."),
            N_("Today reminds of the end some days before. A measure that was lifted reminds of nothing."),
        ),
    ),
    "outcome": Topic(
        N_("Outcome"),
        (
            N_("What became of a notice decides where it is counted in the month."),
            N_("It can be changed later; the history keeps the former one."),
        ),
    ),
    "help_end": Topic(
        N_("End of help"),
        (
            N_("Help that has ended is no longer in progress. The outcome stays, and so do the figures."),
            N_("If help goes on again, reopen the notice; its former end stays in the time line."),
        ),
    ),
    "duplicate": Topic(
        N_("Duplicate"),
        (
            N_("The same notice that came twice is counted once. Choose the one that came first."),
            N_("A new incident with the same person is no duplicate but a repeat, and both are counted."),
        ),
    ),
    "handover": Topic(
        N_("Note for the next shift"),
        (
            N_("A note is read once: then it leaves Today and stays with its notice."),
            N_("A notice that is handed on stands on the other worker's Today."),
        ),
    ),
    "summaries": Topic(
        N_("Summaries"),
        (
            N_(
                "Choose the month or the quarter, for whom it is and the language. "
                "The pages on show are those of the paper."
            ),
            N_(
                "A quarter has exact figures for one receiver. Whoever was helped in several of its months counts once."
            ),
            N_("Tables that are left out are named on the paper. The lead and its large figures always stay."),
            N_("Every figure can be opened: its rule, what was left out and why, and the records behind it."),
            N_("On the paper for a meeting small numbers are hidden, so that nobody can be recognised."),
            N_("A signed paper is never changed. A correction is a new paper that names the old one."),
        ),
    ),
    "year": Topic(
        N_("The year at a glance"),
        (
            N_("Three pictures of a year: notices by month, first contacts against the rule, and help by kind."),
            N_("Arrows go from bar to bar, Enter opens the records behind the number."),
            N_("Only first contacts whose time is over are counted. Of few, the numbers stand in place of a share."),
        ),
    ),
    "check": Topic(
        N_("Check a received file"),
        (
            N_("The program says whether the file is genuine and unchanged, and who sealed it."),
            N_("If the sender is not known here yet, call and compare the eight words."),
            N_("The seal shows where a file comes from and that it is whole. It is no qualified signature."),
        ),
    ),
    "bring_in": Topic(
        N_("Bring in a list"),
        (
            N_("Nothing is written until you accept it; then the whole list is written, or nothing."),
            N_("Rows that cannot be read are listed with the reason."),
        ),
    ),
    "reconciliation": Topic(
        N_("Reconciliation"),
        (
            N_("What an institution sent stands beside what the centre received, month by month."),
            N_("Drop its list anywhere on this page. Enter opens a list; an open one can be taken out again."),
            N_("A settled month is locked: later changes are listed as corrections."),
        ),
    ),
    "reconcile_columns": Topic(
        N_("Bring a list"),
        (
            N_("Over each column stands what it holds. What is doubtful is asked, nothing is guessed silently."),
            N_("Nothing is written until the comparison has come to its end; stopped, it changes nothing."),
            N_("What you chose is remembered by the headings, so that next month's columns may change places."),
        ),
    ),
    "reconcile_review": Topic(
        N_("Doubtful pairs"),
        (
            N_("A row of their list and a notice of ours stand side by side; what differs is marked and underlined."),
            N_("1 says it is the same notice, 2 that it is not, 3 puts it off. Each answer is saved at once."),
            N_("Left and Right walk through the pairs. Ctrl+Z takes the last answer back."),
            N_("Below stand others it could be: the arrows choose one, Enter looks at it instead."),
        ),
    ),
    "reconcile_sheet": Topic(
        N_("Sheet to sign"),
        (
            N_("Until both sides agree it is a draft for the meeting; then it is sealed, and both sides sign it."),
            N_("The first page is what is signed. Choose any language; the number stays the same."),
            N_("Nobody is named on it. An annex with names is made only where you say that the receiver may see them."),
        ),
    ),
    "reconcile_agreed": Topic(
        N_("Agreed figures"),
        (
            N_("Every row of their list stands in one of four cards; what only we have stands in the fifth."),
            N_("F7, or the first letters of a reason, says why marked rows stand in one list alone."),
            N_("F6 enters one that never arrived as a notice; its deadline begins now."),
            N_("Both ways of counting lead to the agreed figure. What stays unexplained is printed so."),
            N_("A frozen period is never changed; what changes in our log afterwards is listed as a correction."),
        ),
    ),
    "reconcile_matrix": Topic(
        N_("Matrix of units, centres and months"),
        (
            N_("A cell says what was sent, received and agreed; below stands how many more or fewer were received."),
            N_("Arrows go from cell to cell, Enter opens that reconciliation. A lock says that it is settled."),
            N_("Beside it stand the centres one by one. F6 types in what another centre agreed."),
        ),
    ),
    "reconcile_sister": Topic(
        N_("Figure of another centre"),
        (
            N_("What another centre agreed with the same institution is typed in from its sheet, unit by unit."),
            N_("Ctrl+Shift+Enter saves it and goes on with the next unit. The sum beside belongs to this month."),
            N_("A figure that stands there already is corrected or taken out; the history keeps the former one."),
        ),
    ),
    "packages": Topic(
        N_("Figures of other centres"),
        (
            N_("A card says who a centre is. Compare its eight words by telephone; only then it is known here."),
            N_("A package of a known centre is read whole or not at all. Its figures stand in the matrix."),
            N_("What is not known by name is asked: say what it is, or that its figures are left out."),
            N_("Packages are numbered. One that was read before, or an older one, is refused by its number."),
        ),
    ),
    **MEETINGS,
    **PROTOCOL,
    **CENTRE,
}
"""By the name of the screen; of the centre's page by that of its part too."""
ALIASES = {
    "assistance_entry": "help", "assistance_amend": "help", "attempt_amend": "attempt", "person": "people",
    "training": "trainings", "law_change": "law_changes", "working_group": "working_groups",
    "group_end": "working_groups",
    "commitment": "commitments", "problem": "problems",
    "contribution": "contributions",
    "hand_on": "handover", "agency": "centre.agencies", "worker": "centre.people",
    "person_amend": "people", "person_link": "people", "person_effect": "people", "person_withdraw": "consent",
    "person_new": "people", "person_relation": "people", "person_same": "join", "person_join": "join",
    "person_part": "join", "person_attempt": "attempt", "person_consent": "consent", "person_plan": "plan",
    "passphrase": "centre.people", "sheets": "centre.people", "rehearsal": "centre.people", "entry": "centre.lists",
    "meeting_new": "meetings",
    "meeting_off": "meetings",
    "meeting_kind": "meeting_kinds",
    "put_on_meeting": "meeting_cases",
    "restore": "centre.backup", "package_write": "packages",
    **OF_PROTOCOL,
}  # fmt: skip
"""Pages that are helped by the words of another."""
