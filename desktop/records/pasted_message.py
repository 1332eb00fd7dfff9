"""What a pasted message of the police says of a notice: proposals, each with the words it was read from.

Pure, and only ever a proposal: nothing is filled in unless the worker takes it. What stands after a known label is
believed first; without a label a name is read only beside a word for the person who suffered, so that the officer's or
the other person's name is never taken for hers. A date of birth gives the year alone; a personal code gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import phonenumbers

from desktop.problems import Problem
from desktop.records.pasted_labels import OF_ANOTHER, labelled_pieces
from desktop.records.telephone import shown, understood
from desktop.records.typed import read_date
from desktop.records.typed_text import clean, has_personal_code
from desktop.vault.search import fold

LONGEST = 20_000
"""Signs of a message that are read; what stands beyond is left to the worker."""
PERSON = "mentions.0."
Value = TypeVar("Value", str, tuple[str, str])


@dataclass(frozen=True)
class Known:
    """What the centre knows and a message may name."""

    country: str
    """Two letters; decides how a telephone number without + is read."""
    today: date
    places: tuple[str, ...] = ()
    """Municipalities as they are shown in a form, the centre's own first."""
    senders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every name of an institution, by the value that a form keeps."""
    units: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """Every name of a unit, by the values of its institution and itself."""


@dataclass(frozen=True)
class Proposal:
    """One thing that the message seems to say."""

    field: str
    """As the form of a notice names it."""
    value: str
    """As somebody would type it there; dates in ISO form."""
    words: str
    """What stood in the message."""


_BESIDE = (
    r"nukentėjusi(?:oji|ajai|ąją|osios)?|nukentėjus(?:į|iam|io)|smurt[ąo] (?:patyrusi|patyrusiai|patyrusią)|"
    r"nukent\.|smurt\w+(?: artimoje aplinkoje)? patyrė|(?:nasilje|насиље) (?:je |је )?(?:pretrpela|претрпела)|"
    r"pilietė|pilietei|pilietę|gr\.|žrtva|žrtvi|žrtvu|oštećena|oštećenoj|oštećenu|жртва|жртви|жртву|оштећена|"
    r"оштећеној|оштећену|victim"
)
_UPPER, _LOWER = "A-ZĄČĘĖĮŠŲŪŽĆĐА-ЯЂЈЉЊЋЏ", "a-ząčęėįšųūžćđа-яђјљњћџ"
_NAME_WORD = f"[{_UPPER}](?:[{_LOWER}]+|[{_UPPER}]+)(?:[-–][{_UPPER}][{_LOWER}{_UPPER}]+)?"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,2}}")
_NAME_BESIDE = re.compile(rf"(?i:\b(?:{_BESIDE}))[ :,–-]+({_NAME_WORD}(?: {_NAME_WORD}){{1,2}})")
_NAME_BORN = re.compile(rf"({_NAME_WORD}(?: {_NAME_WORD}){{1,2}}),? \(?(?:gim(?:usi)?\b|rođena|рођена|rođ\.|рођ\.)")
"""A name with a birth: that of a woman, or of nobody knows whom."""
_REFERENCE = re.compile(
    r"(?i:\b(?:roik|reg\.|registracijos|pranešimo|del\.|дел\.|ku|ку|broj|број|ref\.?))\s*(?i:nr\.?|numeris|br\.?|бр\.?|broj)?\s*[:№]?\s*"
    r"([A-ZŽŠ0-9][A-ZŽŠ0-9./\-]*[0-9])"
)
_NUMBERED = re.compile(r"^[A-ZŽŠ0-9][\w./\-]*[0-9]", re.IGNORECASE)
_DATE = (
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4} ?m\. ?[^\W\d]+ \d{1,2}|"
    r"\d{1,2}\. ?[^\W\d]{3,} \d{4}"
)
_DATES = re.compile(rf"(?<![\w./-])({_DATE})(?![\w/-])")
_HOUR = r"([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d/:-]|\.\d)"
_CLOCK = re.compile(r"(?<![\d.:/-])" + _HOUR)
_CLOCK_AFTER = (
    r"(?:\.| d\.)?[ ,T]*(?:(?:apie|oko|око|u|у|at) )?"
    r"([01]?\d|2[0-3])(?:[:.]|,(?=\d\d ?(?:h|č|ч|val|sat|сат)))([0-5]\d)(?![\d/:-]|\.\d)"
)
_BORN = re.compile(
    rf"(?i:\b(?:gim(?:us[ií]|ęs|ė|\.)?|gimimo (?:data|metai)|rođen[aoi]?|рођен[аои]?|rođ\.|рођ\.|"
    rf"datum rođenja|датум рођења|born))"
    rf"[ :.,]*(?:{_DATE}|((?:19|20)\d\d))|"
    r"\bg\. (?:19|20)\d\d\b|\b(?:19|20)\d\d\.? ?(?:m\. ?g\.|(?i:godište|годиште))"
)
_BORN_AFTER_NAME = re.compile(r"[^\W\d] \((?P<year>(?:19|20)\d\d)(?:[-.]\d\d[-.]\d\d)?\.?\)")
_YOUNGEST = 10
"""A bare year after a name is a year of birth only where it lies so many years back."""
_KIN = re.compile(r"\b(?:sutuoktin|vyr|brol|sunus|sunaus|tev|partner|suprug|muz|brat|sin|otac|oca)\w*$")
"""Right before a name: then it is that of somebody to her."""
_STREET_NAMES = re.compile(r"\b[^\W\d][\w-]* (?:g|pr|al|pl)\.")
_DISTRICT = dict.fromkeys(("r", "rajono"), r"r(?:aj\w*)?") | dict.fromkeys(("m", "miesto"), r"m(?:iest\w*)?")
_LEFT_OUT = ("savivaldybe", "sav", "opstina")
_BETWEEN = r"\W+(?:u\W+)?"
_STREET = re.compile(
    r"(?i:\b(?:gyv\.|gyvenan\w+|adresu|adresas|adresa|na adresi|адреса|на адреси|sa prebivalištem u|са пребивалиштем у|"
    r"stanuje|станује|nastanjen[ao]? u|настањен[ао]? у))[ :,]*(?:adresu )?([^\n;]{3,80})"
)


def read_message(text: str, known: Known) -> tuple[Proposal, ...]:
    """Everything that can be picked out, at most one proposal for each field, in the order of the form."""
    words = clean(text)[:LONGEST]
    pieces = list(labelled_pieces(words))
    hers = "\n".join(piece for part, piece in pieces if part != "other")
    labelled = {part: piece for part, piece in reversed(pieces) if part}
    births = {match.group(0) for match in _BORN.finditer(words)}
    reference = _reference(words, labelled)
    found = (
        *_incident(words, pieces, births, known),
        reference,
        *_sender(words, known),
        _name(hers, labelled),
        _birth_year(hers, labelled, known),
        _phone(hers, labelled, known, reference.value if reference else ""),
        *_place(hers, labelled, known),
    )
    return tuple(told for told in found if told is not None and not has_personal_code(told.value))


def _name(words: str, labelled: Mapping[str, str]) -> Proposal | None:
    value = labelled.get("name", "")
    match = _NAME.match(value)
    if match:
        return Proposal(PERSON + "name", match.group(0), value)
    both = f"{labelled.get('given', '')} {value}".strip()
    if _NAME.fullmatch(both):
        return Proposal(PERSON + "name", both, both)
    match = _NAME_BESIDE.search(words) or _name_with_birth(words)
    return Proposal(PERSON + "name", match.group(1), match.group(0)) if match else None


def _name_with_birth(words: str) -> re.Match[str] | None:
    """The only name with a birth beside it that is not said to be that of another."""
    found = [
        match
        for match in _NAME_BORN.finditer(words)
        if not OF_ANOTHER.search(before := fold(words[max(0, match.start() - 40) : match.start()]).rstrip())
        and not _KIN.search(before)
    ]
    return found[0] if len(found) == 1 else None


def _birth_year(words: str, labelled: Mapping[str, str], known: Known) -> Proposal | None:
    """The year of birth of the first person of whom one is told."""
    told = labelled.get("birth", "")
    match = _BORN.search(words) or _BORN_AFTER_NAME.search(words)
    if match is not None and (year_only := match.groupdict().get("year")):
        match = match if int(year_only) <= known.today.year - _YOUNGEST else None
    text = told or (match.group(0) if match else "")
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    if year is None or not known.today.year - 120 < int(year.group(0)) <= known.today.year:
        return None
    return Proposal(PERSON + "birth_year", year.group(0), text)


def _phone(words: str, labelled: Mapping[str, str], known: Known, reference: str) -> Proposal | None:
    """Her number where it bears a label, else the only one there is; of two nobody knows whose they are.

    The letter's own number may have the shape of a telephone's; it counts as one only where there is no other.
    """
    for text, only in ((labelled.get("phone", ""), False), (words, True)):
        region = known.country if known.country in phonenumbers.SUPPORTED_REGIONS else None
        found = [match.raw_string for match in phonenumbers.PhoneNumberMatcher(text, region)]
        found = [raw for raw in found if raw not in reference] or found
        if len({understood(raw, known.country) for raw in found}) == 1 or (found and not only):
            return Proposal(PERSON + "phone", shown(understood(found[0], known.country)), found[0])
    return None


def _reference(words: str, labelled: Mapping[str, str]) -> Proposal | None:
    value = labelled.get("reference", "")
    match = _NUMBERED.match(value)
    if match:
        return Proposal("reference", match.group(0), value)
    match = _REFERENCE.search(words)
    return Proposal("reference", match.group(1), match.group(0)) if match else None


def _incident(words: str, pieces: Iterable[tuple[str, str]], births: set[str], known: Known) -> Iterator[Proposal]:
    """The day of the incident: the labelled one, else the latest that is neither a birth nor still to come.

    A day with an hour beside it goes before others: the day of the letter has none.

    Its time is read where it bears such a label, or stands right after the day.
    """
    told = "\n".join(piece for part, piece in pieces if part == "incident")
    days = list(_days(told, births, known))[:1]
    if not days:
        all_days = sorted(_days(words, births, known))
        timed = [each for each in all_days if re.search(re.escape(each[1]) + _CLOCK_AFTER, words)]
        days = (timed or all_days)[-1:]
    for day, text in days:
        yield Proposal("incident_on", day.isoformat(), text)
        clock = _CLOCK.search(_DATES.sub(" ", told)) or re.search(re.escape(text) + _CLOCK_AFTER, words)
        if clock is not None:
            yield Proposal("incident_time", f"{int(clock[1]):02}:{clock[2]}", clock.group(0).strip())


def _days(words: str, births: set[str], known: Known) -> Iterator[tuple[date, str]]:
    for match in _DATES.finditer(words):
        if any(match.group(1) in birth for birth in births):
            continue
        try:
            day = read_date(match.group(1).replace(" m.", ""), known.today)
        except Problem:
            continue
        if 0 <= (known.today - day).days < 3 * 366:
            yield day, match.group(1)


def _sender(words: str, known: Known) -> Iterator[Proposal]:
    """The institution that is named, and its unit; a unit names its institution too."""
    unit = _named(words, known.units)
    if unit is not None:
        (sender, value), told = unit
        yield Proposal("sender_id", sender, told)
        yield Proposal("unit_id", value, told)
    elif (named := _named(words, known.senders)) is not None:
        yield Proposal("sender_id", *named)


def _named(words: str, names: Mapping[Value, tuple[str, ...]]) -> tuple[Value, str] | None:
    """Whose whole name stands there in any case ending, and how; the longest name wins."""
    said = fold(words)
    found = [
        (len(name), value, match.group(0))
        for value, each in names.items()
        for name in each
        if (match := re.search(_inflected(name), said))
    ]
    return max(found)[1:] if found else None


def _place(words: str, labelled: Mapping[str, str], known: Known) -> Iterator[Proposal]:
    """Residence as a municipality that is known; the place of the incident as it is written."""
    street = _STREET.search(words)
    for written in (labelled.get("place", ""), street.group(1) if street else ""):
        text = _STREET_NAMES.sub(" ", written)
        inside = [place for place in known.places if re.search(_inflected(place), fold(text))]
        if not inside:
            towns = [place for place in known.places if re.search(_inflected(place, whole=False), fold(text))]
            inside = towns if len(towns) == 1 else []
        if inside:
            yield Proposal(PERSON + "municipality", max(inside, key=len), written)
            break
    if labelled.get("incident_place"):
        yield Proposal("incident_place", labelled["incident_place"], labelled["incident_place"])


def _inflected(name: str, *, whole: bool = True) -> str:
    """A pattern for a name in any case: every word but its ending; with `whole` a district is told from its town."""
    words = [word for word in re.findall(r"\w+", fold(name)) if word not in _LEFT_OUT]
    if not whole:
        words = [word for word in words if word not in _DISTRICT]
    patterns = [_DISTRICT.get(word) or _stem(word) for word in words]
    return rf"\b{_BETWEEN.join(patterns)}\b" if patterns else r"(?!)"


def _stem(word: str) -> str:
    return word if len(word) < 4 else re.escape(word[: max(3, round(len(word) * 0.65))]) + r"\w{0,5}"
