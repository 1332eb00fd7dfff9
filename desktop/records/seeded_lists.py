"""The entries with which the editable lists begin, per country; pure data.

Codes are what records store and figures group by, so a code keeps its meaning for ever. Words are English msgids.
Lengths of orders and measures carry the source they were taken from; nothing here claims to be the law in force.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import N_


@dataclass(frozen=True)
class SeededCode:
    """One entry as a new vault gets it."""

    code: str
    msgid: str
    hours: int = 0
    """Length of an order or measure that ends by itself; 0: it has no set end."""
    prolonged_hours: int = 0
    source: str = ""
    """Where the length was taken from, an English msgid."""


PASSING_ON = "passing_on"
"""The purpose of consent without which nobody is referred on to an institution."""

Seeds = dict[str, tuple[SeededCode, ...]]

_DELIVERY = (
    SeededCode("email", N_("By e-mail")),
    SeededCode("telephone", N_("By telephone")),
    SeededCode("system", N_("Through an information system")),
    SeededCode("post", N_("By post")),
    SeededCode("in_person", N_("In person")),
    SeededCode("other", N_("In another way")),
)
_CONTACT = (
    SeededCode("telephone", N_("By telephone")),
    SeededCode("in_person", N_("In person")),
    SeededCode("email", N_("By e-mail")),
    SeededCode("text", N_("By text message")),
    SeededCode("online", N_("Online")),
    SeededCode("post", N_("By post")),
)
_RELATIONS = (
    SeededCode("spouse", N_("Spouse")),
    SeededCode("partner", N_("Partner")),
    SeededCode("parent", N_("Parent")),
    SeededCode("child", N_("Son or daughter")),
    SeededCode("sibling", N_("Brother or sister")),
    SeededCode("grandparent", N_("Grandparent or grandchild")),
    SeededCode("inlaw", N_("Relative by affinity")),
    SeededCode("adoptive", N_("Adoptive relation")),
    SeededCode("foster", N_("Foster relation")),
    SeededCode("other_relative", N_("Other relative")),
    SeededCode("household", N_("Member of the same household")),
    SeededCode("other", N_("Other relation")),
    SeededCode("unknown", N_("Relation unknown")),
)
_ASSISTANCE = (
    SeededCode("information", N_("Information")),
    SeededCode("support", N_("Emotional support")),
    SeededCode("consultation", N_("Consultation")),
    SeededCode("psychological", N_("Psychological assistance")),
    SeededCode("legal", N_("Legal assistance")),
    SeededCode("mediation", N_("Liaison with other services")),
    SeededCode("representation", N_("Representation or accompaniment")),
    SeededCode("safety_plan", N_("Safety plan")),
    SeededCode("accommodation", N_("Temporary accommodation")),
    SeededCode("medical", N_("Medical assistance")),
    SeededCode("material", N_("Material assistance")),
    SeededCode("onward", N_("Onward referral")),
    SeededCode("other", N_("Other assistance")),
)
_PROFESSIONS = (
    SeededCode("consultant", N_("Consultant")),
    SeededCode("psychologist", N_("Psychologist")),
    SeededCode("lawyer", N_("Lawyer")),
    SeededCode("social_worker", N_("Social worker")),
    SeededCode("volunteer", N_("Volunteer")),
    SeededCode("other", N_("Other profession")),
)
_OBLIGATIONS = (
    SeededCode("move_out", N_("Move out for the time being")),
    SeededCode("no_visit", N_("Not to enter the home")),
    SeededCode("no_approach", N_("Not to approach")),
    SeededCode("no_contact", N_("Not to seek contact")),
    SeededCode("other", N_("Other obligation")),
)
_RISK_INSTRUMENTS = (
    SeededCode("police", N_("Risk assessment of the police")),
    SeededCode("centre", N_("Risk assessment of the centre")),
    SeededCode("other", N_("Other risk assessment")),
)
_RISK_LEVELS = (
    SeededCode("low", N_("Low risk")),
    SeededCode("medium", N_("Medium risk")),
    SeededCode("high", N_("High risk")),
)
_PURPOSES = (
    SeededCode("assistance", N_("Giving assistance")),
    SeededCode(PASSING_ON, N_("Passing data to an institution")),
    SeededCode("plan", N_("Plan made together with institutions")),
    SeededCode("meeting", N_("Discussing at a meeting")),
)
_OUTCOME_REASONS = (
    SeededCode("not_accepted.elsewhere", N_("Gets help elsewhere")),
    SeededCode("not_accepted.no_need", N_("Sees no need")),
    SeededCode("not_accepted.not_now", N_("Not ready now")),
    SeededCode("not_reached.no_answer", N_("Did not answer")),
    SeededCode("not_reached.no_number", N_("No telephone or address")),
    SeededCode("not_reached.no_safe_way", N_("No safe way to contact")),
    SeededCode("centre_declined.not_domestic", N_("Not domestic violence")),
    SeededCode("centre_declined.no_room", N_("The centre has no room")),
    SeededCode("centre_declined.other", N_("Other reason")),
    SeededCode("minor.child_protection", N_("Passed on to child protection")),
    SeededCode("other_centre.residence", N_("Lives in the territory of another centre")),
    SeededCode("other_centre.wish", N_("Chose another centre")),
    SeededCode("other_centre.other", N_("Other reason")),
)
"""Before the full stop stands the outcome to which the reason belongs."""
_UNSAFE_CALLS = (
    SeededCode("agreed", N_("Agreed just before")),
    SeededCode("danger", N_("Immediate danger of violence")),
    SeededCode("only_way", N_("No other way is left")),
    SeededCode("other", N_("Other reason")),
)
_COURT_MEASURE = SeededCode("court_measure", N_("Protection measure of a court"))

ANYWHERE: Seeds = {
    "referral_channel": _DELIVERY,
    "violence_kind": (
        SeededCode("physical", N_("Physical")),
        SeededCode("psychological", N_("Psychological")),
        SeededCode("sexual", N_("Sexual")),
        SeededCode("economic", N_("Economic")),
        SeededCode("neglect", N_("Neglect")),
        SeededCode("other", N_("Other violence")),
    ),
    "relation": _RELATIONS,
    "contact_channel": _CONTACT,
    "assistance_kind": _ASSISTANCE,
    "worker_role": _PROFESSIONS,
    "measure_kind": (SeededCode("protection_order", N_("Protection order")), _COURT_MEASURE),
    "obligation": _OBLIGATIONS,
    "risk_instrument": _RISK_INSTRUMENTS,
    "risk_level": _RISK_LEVELS,
    "consent_purpose": _PURPOSES,
    "outcome_reason": _OUTCOME_REASONS,
    "unsafe_call_reason": _UNSAFE_CALLS,
}
"""What every country begins with."""

_LT_ORDER = N_("Law on Protection against Domestic Violence, in force since 2023: 15 days")
_RS_MEASURE = N_("Law on Prevention of Domestic Violence (94/2016): 48 hours, prolonged by the court by 30 days")

LITHUANIA: Seeds = ANYWHERE | {
    "measure_kind": (
        SeededCode("protection_order", N_("Protection order"), hours=15 * 24, source=_LT_ORDER),
        _COURT_MEASURE,
    ),
}
"""The order lasts 15 days (secondary sources on the edition of 2023)."""

SERBIA: Seeds = ANYWHERE | {
    "violence_kind": (
        SeededCode("physical", N_("Physical")),
        SeededCode("psychological", N_("Psychological")),
        SeededCode("sexual", N_("Sexual")),
        SeededCode("economic", N_("Economic")),
        SeededCode("stalking", N_("Stalking")),
        SeededCode("other", N_("Other violence")),
    ),
    "measure_kind": (
        SeededCode("urgent_removal", N_("Temporary removal from the home"), 48, 720, _RS_MEASURE),
        SeededCode("urgent_no_contact", N_("Temporary ban on contacting and approaching"), 48, 720, _RS_MEASURE),
        _COURT_MEASURE,
    ),
    "risk_instrument": (
        SeededCode("police", N_("Risk assessment of the police")),
        SeededCode("prosecution", N_("Risk assessment of the prosecution")),
        SeededCode("centre", N_("Risk assessment of the centre")),
        SeededCode("other", N_("Other risk assessment")),
    ),
    "risk_level": (*_RISK_LEVELS, SeededCode("immediate", N_("Immediate danger of violence"))),
}
"""Kinds of violence after article 3 of the law, stalking after article 4. The 48 hours run from service."""
