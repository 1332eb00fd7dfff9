"""What of a notice can be typed as options, and how they become a draft: a new one, or one that is corrected."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import datetime

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands.parser_kit import number
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft
from desktop.records.vocabulary import ENDED, ROLES, SEXES, TERNARY


def notice_options(parser: argparse.ArgumentParser, *, new: bool) -> None:
    """Add the options of a notice; a new one cannot do without some."""
    add = parser.add_argument
    add("--received", required=new, metavar="DATE", help=_("when it arrived: 2026-11-02 or 2026-11-02 09:05"))
    add("--sender", required=new, metavar="NAME", help=_("the institution that sent it"))
    add("--unit", metavar="NAME", help=_("its unit"))
    add("--officer", metavar="NAME", help=_("the officer who sent it"))
    add("--channel", metavar="CODE", help=_("how it arrived"))
    add("--reference", metavar="NUMBER", help=_("the sender's own number"))
    add("--incident", metavar="DATE", help=_("when it happened: 2026-11-01 or 2026-11-01 21:40"))
    add("--place", dest="incident_place", metavar="PLACE", help=_("where it happened"))
    add("--children-saw", choices=TERNARY, help=_("whether children saw it"))
    add("--order", metavar="CODE", help=_("protection order or urgent measure"))
    add("--order-granted", metavar="DATE", help=_("when it was granted"))
    add("--order-until", metavar="DATE", help=_("when it ends; counted from its length if left out"))
    add("--order-prolonged", metavar="DATE", help=_("until when it was prolonged"))
    add("--order-ended", metavar="DATE", help=_("the day on which it was lifted before its time"))
    add("--risk-instrument", metavar="CODE", help=_("how the risk was assessed"))
    add("--risk-level", metavar="CODE", help=_("the risk as written by the sender"))
    add("--risk-on", metavar="DATE", help=_("when the risk was assessed"))
    add("--risk-by", metavar="NAME", help=_("who assessed it"))
    add("--description", metavar="TEXT", help=_("short description"))
    _person_options(parser)


def _person_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    for option, told in (
        ("--person", _("a person it names, as written; the first is whom it is about")),
        ("--child", _("a child who saw it")),
        ("--posing-risk", _("who poses the risk")),
    ):
        add(option, action="append", default=[], metavar="NAME", help=told)
    add("--known", metavar="PERSON", help=_("the first person is somebody known: her code, such as P-0388"))
    add("--role", choices=ROLES, help=_("role of the first person"))
    add("--birth-year", type=number, metavar="YEAR", help=_("birth year of the first person"))
    add("--sex", choices=SEXES, help=_("sex of the first person"))
    add("--phone", metavar="NUMBER", help=_("telephone of the first person"))
    add("--municipality", metavar="PLACE", help=_("where the first person lives"))
    add("--kind", action="append", metavar="CODE", help=_("kind of violence; may be given several times"))
    add("--relation", metavar="CODE", help=_("what the one posing the risk is to her"))
    add("--relation-ended", choices=ENDED, help=_("whether the relation goes on"))


def noted(centre: Centre, draft: ReferralDraft, typed: argparse.Namespace) -> ReferralDraft:
    """The draft with what was typed written over it."""
    values = read.given(
        typed, "officer", "reference", "incident_place", "children_saw", "risk_by", "description"
    )  # fmt: skip
    if typed.risk_on:
        values["risk_on"] = read.day(typed.risk_on)
    if typed.incident:
        at = read.desk_time(typed.incident)
        values |= {
            "incident_on": at.date(),
            "incident_time": at.time() if len(typed.incident) > len("2026-11-01") else None,
        }
    for name, list_name in (
        ("channel", "referral_channel"), ("risk_instrument", "risk_instrument"), ("risk_level", "risk_level"),
    ):  # fmt: skip
        if getattr(typed, name):
            values[name] = read.code(centre, list_name, getattr(typed, name))
    if typed.received is not None:
        values["received_at"] = read.desk_time(typed.received)
    if typed.sender:
        values["sender_id"] = read.agency(centre, typed.sender)
    if typed.unit:
        values["unit_id"] = read.agency(centre, typed.unit, "unit_id")
    if typed.child and not typed.children_saw:
        values["children_saw"] = "yes"
    draft = replace(draft, **values)
    return replace(draft, mentions=_mentions(centre, draft, typed), measures=_measures(centre, draft, typed))


def _mentions(centre: Centre, draft: ReferralDraft, typed: argparse.Namespace) -> tuple[MentionDraft, ...]:
    first, *others = draft.mentions or (MentionDraft(),)
    said = read.given(typed, "role", "birth_year", "sex", "phone", "municipality", "relation_ended")
    if typed.person:
        said["name"] = typed.person[0]
    if typed.known:
        said["person_id"] = read.person(centre, typed.known)
    if typed.kind:
        said["kinds"] = tuple(read.code(centre, "violence_kind", kind) for kind in typed.kind)
    if typed.relation:
        said["relation"] = read.code(centre, "relation", typed.relation)
    more = [MentionDraft(name=name) for name in typed.person[1:]]
    more += [MentionDraft(name=name, role="child_witness") for name in typed.child]
    more += [MentionDraft(name=name, role="posing_risk") for name in typed.posing_risk]
    return (replace(first, **said), *others, *more)


def _measures(centre: Centre, draft: ReferralDraft, typed: argparse.Namespace) -> tuple[MeasureDraft, ...]:
    """The orders; one that is named is a new one, else what is said of an order is said of the last."""
    measures = list(draft.measures)
    if typed.order:
        granted = _time(typed.order_granted) or draft.received_at
        assert granted is not None
        measures.append(MeasureDraft(read.code(centre, "measure_kind", typed.order), granted))
    values: dict[str, object] = {
        name: value
        for name, value in (
            ("granted_at", _time(typed.order_granted)),
            ("until_at", _time(typed.order_until)),
            ("prolonged_until", _time(typed.order_prolonged)),
            ("ended_on", read.day(typed.order_ended) if typed.order_ended else None),
        )
        if value is not None
    }
    if values and not measures:
        raise Problem(N_("This notice has no order or measure yet."), field="--order")
    if values:
        measures[-1] = replace(measures[-1], **values)  # type: ignore[arg-type]
    return tuple(measures)


def _time(text: str | None) -> datetime | None:
    return read.desk_time(text) if text else None
