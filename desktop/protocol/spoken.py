"""What a provision lays down, in words of one language: its time limit, whom it binds, what it rests on.

It is said alike on the screen, on paper and by commands. It knows neither vault nor page.
"""

from __future__ import annotations

from desktop.language import N_, Language
from desktop.protocol.sheet import ProvisionRow
from desktop.records.protocol import BEFOREHAND, CHAPTERS, TRIGGERS, ProtocolChapter, Provision
from desktop.serbian import in_latin

OURS = N_("Our centre")
ALL_PARTIES = N_("All parties")
DOT = " · "
_NONE = {"hours": N_("at once"), "days": N_("on the same day"), "workdays": N_("on the same working day")}


def limit_words(number: int | None, unit: str, trigger: str, language: Language) -> str:
    """A time limit: within 24 hours, at least 5 days before; empty where there is none."""
    if number is None or unit not in _NONE:
        return ""
    if trigger in BEFOREHAND:
        return _before(number, unit, language)
    return _within(number, unit, language) if number else language.say(_NONE[unit])


def _within(n: int, unit: str, language: Language) -> str:
    if unit == "hours":
        return language.count("within {n} hour", "within {n} hours", n)
    if unit == "days":
        return language.count("within {n} day", "within {n} days", n)
    return language.count("within {n} working day", "within {n} working days", n)


def _before(n: int, unit: str, language: Language) -> str:
    if unit == "hours":
        return language.count("at least {n} hour before", "at least {n} hours before", n)
    if unit == "days":
        return language.count("at least {n} day before", "at least {n} days before", n)
    return language.count("at least {n} working day before", "at least {n} working days before", n)


def limit_of(provision: Provision, language: Language) -> str:
    """The time limit of a provision."""
    return limit_words(provision.limit_number, provision.limit_unit, provision.trigger, language)


def trigger_words(provision: Provision, language: Language) -> str:
    """What sets it running: the protocol's own words, or else what is watched."""
    watched = language.say(TRIGGERS.get(provision.trigger, "")) if provision.trigger else ""
    return provision.trigger_words or watched


def holder_words(row: ProvisionRow, language: Language, ours: str = "") -> str:
    """Whom it binds; `ours`: what the own centre is called there."""
    if row.provision.holds_all:
        return language.say(ALL_PARTIES)
    own = ours or language.say(OURS)
    return ", ".join(each.known_as if each else own for each in row.holders)


def basis_words(row: ProvisionRow) -> str:
    """What it rests on."""
    return DOT.join(each.cited for each in row.bases if each.cited)


def chapter_words(chapter: ProtocolChapter, language: Language, own: str) -> str:
    """The title of a chapter in a language; `own`: the language of the protocol's text."""
    if not chapter.title:
        return language.say(CHAPTERS.get(chapter.code, ""))
    return name_in(chapter.title, chapter.titles, language.locale, own)


def said_names(names: str) -> dict[str, str]:
    """Names in other languages, kept one a line: the language, a space, the name."""
    return dict(each.split(" ", 1) for each in names.splitlines() if " " in each)


def name_in(own: str, names: str, locale: str, language: str) -> str:
    """A name in a language (`locale`) where it has one, or else as it stands in its own (`language`)."""
    if locale == "sr_Latn" and language == "sr_Cyrl":
        own = in_latin(own)
    return own if locale == language else said_names(names).get(locale, own)
