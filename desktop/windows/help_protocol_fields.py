"""What is asked of each field of the protocol's forms, for who has the caret there and presses F1."""

from __future__ import annotations

from desktop.language import N_

_LIMIT = N_("How long it may take, counted from the trigger. 0 means at once, or on the same day.")
_TRIGGER = N_("What sets the time limit running and what ends it. Where it says nothing, nothing is watched.")
_HEADING = N_("A few words by which it is found in lists.")
_FURTHER = N_("Only what was translated is needed. Serbian in Latin letters comes from the Cyrillic.")
_CHAPTER = N_("It stands at the end of the chapter and can be moved within it.")
_ADOPTED = N_("The day of the decision, the day from which it holds, and by when it is looked at again.")
_WHOSE = N_("The institution it is about; the centre stands first.")
_WHICH = N_("Those of the version in force.")
_MOMENT = N_("As exactly as it is known. Where only the day is, its end counts.")
_ACT = N_("As it is cited in tables, and since when it holds.")
_POINT = N_("By it the point is known when the act is brought in again.")
_SAID = N_("What happened and what is wished, without saying who failed.")
_COUNTED = N_("Which number, and from which month on it is counted otherwise.")

PROTOCOL_FIELDS = {
    "provision.title": _HEADING, "provision.chapter_id": _CHAPTER, "provision.limit_number": _LIMIT,
    "provision.limit_unit": _LIMIT, "provision.trigger": _TRIGGER, "provision.trigger_words": _TRIGGER,
    "provision.holders": N_("Who has to do it. All parties means also those who join later."),
    "provision.meeting_kind_id": N_("Leave it empty where it holds for all meetings."),
    "provision.bases": N_("Choose a point of an act, or type act and article; each becomes a chip."),
    "provision.texts": _FURTHER,
    "protocol_chapter.code": N_("A usual chapter has its title in every language."),
    "protocol_chapter.title": _HEADING, "protocol_chapter.titles": _FURTHER,
    "protocol_new.names": _FURTHER,
    "protocol_new.outline": N_("The usual chapters bring titles alone; nothing else is written for you."),
    "protocol_adopt.adopted_on": _ADOPTED, "protocol_adopt.in_force_from": _ADOPTED,
    "protocol_adopt.review_on": _ADOPTED, "protocol_review.review_on": _ADOPTED,
    "protocol_parties.agencies": N_("Several at once. Who is a party already is not offered."),
    "protocol_party.signed_on": N_("The day on its signature. Empty: it has not signed yet."),
    "protocol_withdraw.why_withdrawn": N_("In its own words, as it told the others."),
    "protocol_change.title": _HEADING, "protocol_change.chapter_id": _CHAPTER,
    "protocol_change.limit_number": _LIMIT, "protocol_change.limit_unit": _LIMIT,
    "protocol_change.trigger": _TRIGGER, "protocol_change.agency_id": _WHOSE,
    "protocol_change.point_id": N_("The point of an act that it is to bring the protocol into line with."),
    "protocol_comment.agency_id": _WHOSE, "protocol_returned.agency_id": _WHOSE,
    "protocol_comment.meeting_id": N_("Leave it empty where it was not said at a meeting."),
    "protocol_breach.agency_id": _WHOSE, "protocol_breach.provision_id": _WHICH,
    "protocol_breach.fact": _SAID, "protocol_breach.wish": _SAID,
    "protocol_by_hand.agency_id": _WHOSE, "protocol_by_hand.provision_id": _WHICH,
    "protocol_by_hand.begins_at": _MOMENT, "protocol_by_hand.begins_hour": _MOMENT,
    "protocol_by_hand.done_at": _MOMENT, "protocol_by_hand.done_hour": _MOMENT,
    "protocol_by_hand.impossible": N_("Say why in the reason; it is told with the number of cases."),
    "protocol_done.done_at": _MOMENT, "protocol_done.done_hour": _MOMENT,
    "protocol_act.short": _ACT, "protocol_act.since": _ACT, "protocol_act.title": _ACT,
    "protocol_point.number": _POINT, "protocol_point.title": _HEADING,
    "protocol_import.short": _ACT, "protocol_import.since": _ACT, "protocol_import.title": _ACT,
    "counting_break.indicator": _COUNTED, "counting_break.since": _COUNTED,
    "counting_break.agency_id": N_("Leave it empty where it was counted otherwise for all."),
}  # fmt: skip
"""By screen and field."""
