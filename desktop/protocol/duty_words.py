"""By how much something is late, and how many cases were kept, in the words of one language."""

from __future__ import annotations

from desktop.language import N_, Language

_HALVES = {
    "hours": N_("{n} h"),
    "days": N_("{n} days (mean of two)"),
    "workdays": N_("{n} working days (mean of two)"),
}


def delay_words(number: float | None, unit: str, language: Language) -> str:
    """Hours, days or working days; a dash where nothing is late. A mean of two is told with its half."""
    if number is None:
        return "–"
    whole = int(number)
    if whole != number:
        told = language.number(number, 1)
        return language.say(_HALVES[unit], n=told)
    if not whole:
        return language.say(N_("less than an hour") if unit == "hours" else N_("less than a day"))
    if unit == "hours":
        return language.count("{n} hour", "{n} hours", whole)
    if unit == "days":
        return language.count("{n} day", "{n} days", whole)
    return language.count("{n} working day", "{n} working days", whole)
