"""The labels of a pasted message: which words before a colon name what, and the message cut at them.

Pure. Labels are known in Lithuanian, Serbian and English, without regard to case and accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.vault.search import fold

_LABELS = {
    "name": (
        "nukentejusi", "nukentejes", "nukentejusioji", "nukentejusysis", "asmuo patyres smurta", "smurta patyres asmuo",
        "patyres smurta", "patyrusi smurta", "pavarde", "osoba koja je pretrpela nasilje", "podaci o zrtvi",
        "ime i prezime zrtve", "ime zrtve",
        "vardas pavarde", "vardas ir pavarde", "v pavarde", "ime i prezime", "zrtva", "ostecena",
        "ostecenik", "zrtva nasilja", "name", "victim", "person",
    ),
    "given": ("vardas", "ime"),
    "other": (
        "smurtautojas", "galimas smurtautojas", "smurtaves asmuo", "smurta galimai panaudojes asmuo", "pazeidejas",
        "pavoju keliantis asmuo", "pavoju kelia", "podaci o uciniocu",
        "itariamasis", "ucinilac", "izvrsilac", "osumnjiceni", "moguci ucinilac", "nasilnik", "offender", "suspect",
        "pareigunas", "tyreja", "tyrejas", "policijos pareigunas", "policijski sluzbenik", "sluzbenik", "officer",
        "pranese", "prijavio", "prijavila", "vaikai", "vaikas", "deca", "dete", "children",
    ),
    "birth": ("gimimo data", "gimimo metai", "gim data", "gim", "datum rodenja", "godina rodenja", "rodena", "roden",
              "date of birth", "birth year", "born"),
    "phone": ("telefonas", "telefono numeris", "telefono nr", "kontaktinis telefonas", "br telefona", "tel",
              "tel nr", "mob", "mob tel", "telefon", "broj telefona",
              "kontakt telefon", "kontaktas", "phone", "telephone"),
    "place": ("gyvenamoji vieta", "faktine gyvenamoji vieta", "gyvena",
              "gyv vieta", "gyv", "gyv adresas", "deklaruota", "adresas", "savivaldybe",
              "prebivaliste", "adresa", "adresa stanovanja", "opstina", "residence", "address"),
    "incident_place": ("ivykio vieta", "vieta", "ivykio adresas", "mesto dogadaja", "mesto", "place of the incident"),
    "incident": ("ivykio data", "ivykio laikas", "ivykio data ir laikas", "ivykis", "data ir laikas", "data",
                 "datum dogadaja", "vreme dogadaja", "datum i vreme", "datum", "incident", "date"),
    "reference": ("roik", "roik nr", "roik numeris", "registracijos numeris", "registracijos nr", "reg nr",
                  "pranesimo nr", "nr", "ku broj", "broj iz evidencije", "broj predmeta", "broj prijave", "del broj",
                  "broj", "reference", "ref", "case number"),
}  # fmt: skip
"""Folded words before a colon."""
_FIELD_OF = {label: part for part, labels in _LABELS.items() for label in labels}
_ANY_LABEL = re.compile(r"(?:^\s*(?:\d{1,2}[.)]\s*)?|[,;(]\s*)([^\W\d_][^:;,\n()]{0,40}?)\s*[:–]\s+(?=\S)")
OF_ANOTHER = re.compile(r"pavoj|smurtaut|itariam|pareig|ucini|nasilni|sluzben|prijavi")
"""Before a word for a name: then the name is not hers."""


def labelled_pieces(words: str) -> Iterator[tuple[str, str]]:
    """What each piece is about ("" for no known label), and its words.

    What follows another person on the same line is still about that person.
    """
    for line in words.splitlines():
        about, start = "", 0
        for mark in _ANY_LABEL.finditer(line):
            said = fold(mark.group(1))
            part = _FIELD_OF.get(" ".join(re.findall(r"[a-z0-9]+", said)), "")
            if part == "name" and OF_ANOTHER.search(fold(line[: mark.end(1)])):
                part = "other"
            if part and not (about == "other" and part not in ("name", "other")):
                yield about, line[start : mark.start()].strip(" ,;")
                about, start = part, mark.end()
        yield about, line[start:].strip(" ,;")
