"""Reads and writes catalogues so that the same words always make the same bytes.

No dates, no line numbers, no name of a tool in the head: a catalogue changes only when a sentence does.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import generate_po, read_po

from extraction import Sentence, sentences

FOLDER = Path(__file__).resolve().parent
DOMAINS = ("desktop", "qt")
BY_HAND = ("lt", "sr_Cyrl")
DERIVED = {"sr_Latn": "sr_Cyrl"}
TEAMS = {"lt": "Lithuanian", "sr_Cyrl": "Serbian in Cyrillic letters", "sr_Latn": "Serbian in Latin letters"}
_SERBIAN = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
PLURALS = {
    "lt": "n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2",
    "sr_Cyrl": _SERBIAN,
    "sr_Latn": _SERBIAN,
}
"""Which of three forms a whole number asks for."""


def template_path(domain: str) -> Path:
    """Where the English sentences lie."""
    return FOLDER / f"{domain}.pot"


def po_path(locale: str, domain: str) -> Path:
    """Where the sentences of a language lie."""
    return FOLDER / locale / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, locale: str | None = None) -> Catalog:
    """The catalogue in a file; an empty one if there is no such file yet."""
    if not path.exists():
        return _new(locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def _new(locale: str | None) -> Catalog:
    catalogue = Catalog(locale=locale)
    if locale:
        catalogue._num_plurals, catalogue._plural_expr = 3, f"({PLURALS[locale]})"
    return catalogue


def key(message: Message) -> tuple[str | None, str]:
    """What a sentence is known by: its context and its singular."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def entries(catalogue: Catalog) -> list[Message]:
    """The sentences of a catalogue, its head left out."""
    return [message for message in catalogue if message.id]


def extracted() -> Catalog:
    """The sentences that stand in the code now."""
    catalogue = _new(None)
    for sentence in sentences(FOLDER.parent / "desktop"):
        catalogue.add(_id(sentence), locations=[(sentence.file, None)], context=sentence.context)  # type: ignore[list-item]
    return catalogue


def _id(sentence: Sentence) -> str | tuple[str, str]:
    return (sentence.one, sentence.many) if sentence.many else sentence.one


def merged(template: Catalog, old: Catalog, locale: str) -> Catalog:
    """The template's sentences with what was translated before; nothing is guessed from sentences that look alike."""
    known = {key(message): message for message in entries(old)}
    catalogue = _new(locale)
    for wanted in entries(template):
        before = known.get(key(wanted))
        empty = ("", "", "") if wanted.pluralizable else ""
        kept = before is not None and before.pluralizable == wanted.pluralizable
        catalogue.add(
            wanted.id,
            before.string if before is not None and kept else empty,
            locations=[(file, None) for file, _line in wanted.locations],  # type: ignore[misc]
            user_comments=before.user_comments if before is not None else (),
            context=wanted.context,
        )
    return catalogue


def text(catalogue: Catalog, locale: str | None) -> str:
    """The catalogue as it stands in its file: a bare head, then the sentences in the order of the code."""
    head = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=utf-8\\n"']
    if locale:
        head += [f'"Language: {locale}\\n"', f'"Language-Team: {TEAMS[locale]}\\n"']
        head += [f'"Plural-Forms: nplurals=3; plural=({PLURALS[locale]});\\n"']
    body = generate_po(catalogue, width=118, omit_header=True, include_lineno=False)
    return "\n".join(head) + "\n\n" + "".join(body).strip("\n") + "\n"


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the program loads it; the same words make the same bytes."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()
