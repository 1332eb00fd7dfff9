"""What the program says of itself: a few sentences for each screen and for the questions that are asked most.

Kept short on purpose: somebody who presses F1 has a person waiting on the telephone.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import N_


@dataclass(frozen=True)
class Topic:
    """The help of one screen."""

    title: str
    """English msgid."""
    says: tuple[str, ...]
    """English msgids, a paragraph each."""


_CALLS = (
    N_("Unknown means no: where no safe way was agreed, the program does not show the number."),
    N_("The keys 1 to 5 say how it went. The next attempt is proposed inside the agreed hours."),
    N_("Going on all the same asks for a reason, and the history keeps it."),
)
_CARE = (
    N_("A consent is given for one purpose and one recipient. Once withdrawn, nothing more is passed on."),
    N_("A measure of the plan says what is done, who does it and by when."),
    N_("The end of an order or a measure is computed from its kind, and it can be changed."),
)
_SAFE = (
    N_("Ask the person when and how to call safely, and what to say if somebody else answers."),
    N_("An agreement grows old: after some time the program asks you to confirm it before you call."),
)
_CENTRE = (
    N_("Institutions, workers, lists, closed days, history, backups and settings are kept here."),
    N_("The history says who changed what and when, and a change can be undone."),
    N_("Make a backup every day in a second place. A backup is good only when it has been tried."),
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
        ),
    ),
    "notice": Topic(
        N_("New notice"),
        (
            N_("Needed at least: date received, sender, and a name or a place."),
            N_("Everything else can be added later. What you type is kept, encrypted, within two seconds."),
            N_("Somebody who looks alike is shown beside the form. Nothing is joined unless you say so."),
            N_("Copy a message of the police and press Ctrl+Shift+V: what can be read in it is offered to you."),
        ),
    ),
    "calls": Topic(N_("Calls"), _CALLS),
    "attempt": Topic(N_("Contact attempt"), _CALLS),
    "safe": Topic(N_("Safe contact"), _SAFE),
    "help": Topic(
        N_("Assistance"),
        (
            N_("Help is recorded once for an occasion, also when several persons took part: its minutes count once."),
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
    "consent": Topic(N_("Consent"), _CARE),
    "plan": Topic(N_("Plan"), _CARE),
    "measure": Topic(N_("Order or measure"), _CARE),
    "summaries": Topic(
        N_("Summaries"),
        (
            N_("Choose the month, for whom it is and the language. The pages on show are those of the paper."),
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
    "centre": Topic(N_("Centre"), _CENTRE),
}
"""By the name of the screen."""
ALIASES = {
    "assistance_entry": "help", "assistance_amend": "help", "attempt_amend": "attempt", "person": "people",
    "outcome": "referrals", "duplicate": "referrals", "handover": "today", "hand_on": "today",
    "agency": "centre", "worker": "centre",
    "person_amend": "people", "person_link": "people", "person_effect": "people", "person_withdraw": "consent",
    "person_consent": "consent", "person_plan": "plan",
    "passphrase": "centre", "sheets": "centre", "rehearsal": "centre", "entry": "centre", "restore": "centre",
}  # fmt: skip
"""Pages that are helped by the words of another."""

QUESTIONS: dict[str, str] = {
    "received_at": N_("The day on which the centre received the notice. The deadline is counted from it."),
    "sender_id": N_("The institution that sent the notice. The figures by sender are counted by it."),
    "unit_id": N_("The unit of the institution, if it is known."),
    "reference": N_("The number under which the sender keeps the notice. By it both sides find it again."),
    "name": N_("As it is written in the notice. It can be corrected later."),
    "birth_year": N_("The year alone. A personal code is never kept."),
    "role": N_("Who experienced violence, who is at risk, which child saw it, and who poses the risk."),
    "phone": N_("It stays hidden until a safe way to call is agreed."),
    "municipality": N_("Where the person lives. Leave it empty if it was not given."),
    "kinds": N_("Everything that the notice says. Several may be chosen."),
    "relation": N_("What the one who poses the risk is to the person."),
    "children_saw": N_("Whether children saw or heard it, as far as the notice says."),
    "again_at": N_("When to try again. The next allowed time is proposed."),
    "minutes": N_("How long the help took. For a group it counts once."),
    "say": N_("What to answer if somebody else picks up, so that nothing is given away."),
    "withheld": N_("What the person does not want to be told to anybody."),
}
"""By the last part of the field's name."""

KEYS: tuple[tuple[str, str], ...] = (
    ("F1", N_("Help for what is on show; pressed twice, all keys")),
    ("F2", N_("New notice")),
    ("F3", N_("Search")),
    ("F4, Shift+F4", N_("Into the filters; all filters off")),
    ("F5", N_("Today")),
    ("F6, F7", N_("Contact attempt, assistance")),
    ("F8", N_("Names on or off")),
    ("F9", N_("Note for the next shift")),
    ("F10", N_("More about the chosen row")),
    ("F11", N_("The whole screen, and the window again")),
    ("F12", N_("Hide and lock at once")),
    ("Esc Esc Esc", N_("Hide and lock at once")),
    ("Ctrl+Enter", N_("The filled button: save, next, accept")),
    ("Ctrl+Shift+Enter", N_("Save, and open the next empty one")),
    ("Ctrl+Z, Ctrl+Y", N_("Undo my last change, and do it again")),
    ("Alt+\u2190", N_("Back, as it was left")),
    ("Ctrl+P", N_("Print the list on show")),
    ("Ctrl+1 \u2026 Ctrl+9", N_("The screens in the order of the rail")),
    ("Ctrl++, Ctrl+\u2212", N_("Larger or smaller text")),
    ("Esc", N_("Close the innermost thing")),
)
"""Keys that hold everywhere, with what they do."""
