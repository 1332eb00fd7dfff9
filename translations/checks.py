"""Says what is missing or wrong in the catalogues, as far as a rule can tell.

What no rule can tell (is it kind, is it what a colleague would say) is for a reader's eyes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import Formatter

from babel.messages.catalog import Message

import build
import catalogues

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_MIXED = re.compile(r"[A-Za-zÀ-ž][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ž]")
_NOT_SERBIAN = re.compile(r"[ёйщъыьэюяіїєґЁЙЩЪЫЬЭЮЯІЇЄҐ]")
_LATIN_WORD = re.compile(r"(?<![\w{%<])[A-Za-z][A-Za-z]+")
_MARKUP = re.compile(r"<[^<>]*>|\{[^{}]*\}|%[0-9p]|[\w.]+@[\w.]+|\S+\.\w{2,4}\b|\*\.\w+")
_DATE_AND_STOP = re.compile(r"\{(date\w*|day|until|from_day|to_day|month|month_title|since|when)\}\.")
_MNEMONIC = re.compile(r"(?<!&)&(\w)")
_ABBREVIATIONS = r"\b(min|val|d|m|mėn|psl|pvz|tel|nr|vnt|proc|p|р|бр|чл|стр|г|тел|нпр)"
_ABBREVIATION = re.compile(rf"({_ABBREVIATIONS}|\d|\}}|[А-Я])\.$", re.IGNORECASE)
_UNITS = {"h", "min", "s", "MB", "GB", "kB", "mm", "USB", "PDF", "QR", "PIN", "Liepa"}
FORBIDDEN = {
    "lt": ("auka", "aukos", "aukai", "auką", "smurtautoj", "skriaudik", "recidyv", "nekooperat", "elektroninis spaud",
           "elektroninio spaud", "antspaud", "buitini", "Prašome", "sėkmingai", "!"),
    "sr_Cyrl": ("насилник", "злостављач", "породична свађа", "наводно", "повратник", "електронски печат", "оверен",
                "службени печат", "Молимо", "успешно",
                "мјест", "дијет", "извјешт", "вијек", "!"),
}  # fmt: skip
"""Beginnings of words that this program does not say."""
FORBIDDEN_IN_ENGLISH = ("please", "successful", "oops", "victim", "perpetrator", "abuser", "!", "{}")


def report() -> int:
    """Print every fault; 1 if there is any."""
    faults = list(all_faults())
    for fault in faults:
        print(fault)
    for line in long_labels():
        print("note:", line)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def all_faults() -> Iterator[str]:
    """Every fault there is: stale templates, gaps, broken placeholders, signs and letters that do not belong."""
    said, kept = catalogues.extracted(), catalogues.read(catalogues.template_path("desktop"))
    if {(m.context, m.id) for m in catalogues.entries(said)} != {(m.context, m.id) for m in catalogues.entries(kept)}:
        yield "desktop.pot is not what stands in the code: run `build.py update`"
    for message in catalogues.entries(said):
        english = catalogues.key(message)[1]
        yield from (f"English: {english!r}: not our word: {word!r}" for word in FORBIDDEN_IN_ENGLISH if word in english)
    for locale in catalogues.BY_HAND:
        for domain in catalogues.DOMAINS:
            yield from _catalogue_faults(locale, domain)
    for path, text in build.derived().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"{path.relative_to(catalogues.FOLDER)} is not what is derived from Cyrillic: run `build.py`"


def _catalogue_faults(locale: str, domain: str) -> Iterator[str]:
    template = {catalogues.key(m): m for m in catalogues.entries(catalogues.read(catalogues.template_path(domain)))}
    catalogue = catalogues.read(catalogues.po_path(locale, domain), locale)
    there = {catalogues.key(message): message for message in catalogues.entries(catalogue)}
    where = f"{locale} {domain}"
    yield from (f"{where}: not in the template: {name[1]!r}" for name in there.keys() - template.keys())
    yield from (f"{where}: missing: {name[1]!r}" for name in template.keys() - there.keys())
    yield from (f"{where}: obsolete: {name!r}" for name in catalogue.obsolete)
    for message in there.values():
        for fault in entry_faults(message, locale):
            yield f"{where}: {catalogues.key(message)[1]!r}: {fault}"


def entry_faults(message: Message, locale: str) -> Iterator[str]:
    """What is wrong with one translated sentence."""
    originals = [message.id] if isinstance(message.id, str) else list(message.id)
    said = [message.string] if isinstance(message.string, str) else list(message.string)
    if not all(said) or (message.pluralizable and len(said) != 3):
        yield "not translated"
        return
    if message.fuzzy:
        yield "fuzzy"
    english = originals[-1]
    for text in said:
        yield from _placeholder_faults(originals, text)
        yield from _sign_faults(english, text)
        yield from (f"not our word: {word!r}" for word in FORBIDDEN[locale] if _begins_a_word(word, text))
        if locale == "sr_Cyrl":
            yield from _serbian_faults(english, text)
        elif _CYRILLIC.search(text) and not _CYRILLIC.search(english):
            yield f"Cyrillic letters: {text!r}"


def _placeholder_faults(originals: Iterable[str], text: str) -> Iterator[str]:
    wanted = [placeholders(original) for original in originals]
    if placeholders(text) not in wanted:
        yield f"placeholders differ: {text!r}"
    numbers = [set(re.findall(r"%\d|%p", original)) for original in originals]
    if set(re.findall(r"%\d|%p", text)) not in numbers:
        yield f"Qt's placeholders differ: {text!r}"


def placeholders(text: str) -> tuple[str, ...]:
    """The {names} in a sentence, sorted, each as often as it stands there."""
    try:
        return tuple(sorted(field for _text, field, _spec, _how in Formatter().parse(text) if field is not None))
    except ValueError:
        return ("broken",)


def _sign_faults(english: str, text: str) -> Iterator[str]:
    if (english[:1].isspace(), english[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
        yield f"a space or line at the end differs: {text!r}"
    if english.count("\n") != text.count("\n"):
        yield f"lines differ: {text!r}"
    bare = re.sub(r"<[^<>]*>", "", text)
    if re.search(r'["”«»‘]|’(?!s )', bare) or bare.count("„") != bare.count("“") or "..." in bare:
        yield f"quotation marks or dots: {text!r}"
    if "  " in bare or bare.count(" - ") != english.count(" - ") or re.search(r" [,.;:?]( |$)", bare):
        yield f"spaces or dashes: {text!r}"
    if _DATE_AND_STOP.search(text):
        yield f"a second full stop after a date: {text!r}"
    if len(_MNEMONIC.findall(english)) != len(_MNEMONIC.findall(text)):
        yield f"mnemonics differ: {text!r}"
    if any(sign in "љњџЉЊЏ" for sign in _MNEMONIC.findall(text)):
        yield f"a mnemonic on a letter that is two in Latin: {text!r}"
    if _stop(english) != _stop(text) and not (_stop(english) == "" and _ABBREVIATION.search(text)):
        yield f"ends otherwise: {text!r}"


def _stop(text: str) -> str:
    """The sign that ends a sentence; three dots count as one sign."""
    end = text.rstrip().replace("...", "…")[-1:]
    return end if end in ".…:?" else ""


def _serbian_faults(english: str, text: str) -> Iterator[str]:
    if _NOT_SERBIAN.search(text):
        yield f"letters that are not Serbian: {text!r}"
    bare = _MARKUP.sub(" ", text)
    if _MIXED.search(bare):
        yield f"letters of two scripts in one word: {text!r}"
    strange = [word for word in _LATIN_WORD.findall(bare) if word not in english and word not in _UNITS]
    if strange:
        yield f"Latin words {strange}: {text!r}"


def _begins_a_word(word: str, text: str) -> bool:
    if not word[0].isalpha():
        return word in text
    return re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) is not None and not _longer(word, text)


def _longer(word: str, text: str) -> bool:
    """Whole short words such as `auka` must not be found in `auklė`; only beginnings of five letters and more are."""
    return len(word) < 5 and re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is None


def long_labels() -> Iterator[str]:
    """Short labels that grew much longer than the English; a note, not a fault."""
    for locale in catalogues.BY_HAND:
        for message in catalogues.entries(catalogues.read(catalogues.po_path(locale, "desktop"), locale)):
            short = isinstance(message.id, str) and len(message.id) <= 24
            if short and len(message.string) > 1.6 * len(message.id) + 10:
                yield f"{locale}: long: {message.id!r}: {message.string!r}"
