"""Builds the program's words.

    python translations/build.py            derive Serbian Latin, compile every catalogue (nothing to do: a few ms)
    python translations/build.py extract    write the English sentences that stand in the code to desktop.pot
    python translations/build.py update     extract, and bring the catalogues written by hand up to it
    python translations/build.py check      say what is missing or wrong; exit 1 if anything is

Lithuanian and Serbian Cyrillic are written by hand. Serbian Latin is derived and kept beside them, so that it can be
read and a change of it seen; compiled catalogues are not kept. What needs Babel is imported where it is used, so that
having nothing to do takes a few milliseconds.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
LOCALES = ("lt", "sr_Cyrl", "sr_Latn")
STAMP = FOLDER / ".built"
SOURCES = ("build.py", "catalogues.py", "latin.py", "sr_Latn.exceptions", "../desktop/serbian.py")


def main(verb: str = "build") -> int:
    """Do what the verb says; the exit code."""
    if verb == "build":
        return build()
    if verb == "extract":
        return extract()
    if verb == "update":
        return extract() or update() or build()
    if verb == "check":
        from checks import report

        return report()
    print(__doc__)
    return 2


def build() -> int:
    """Derive and compile; at once if nothing changed since the last time."""
    if _stamp() == _sources() and all(path.exists() for path in _compiled_paths()):
        return 0
    import catalogues

    derive()
    for locale in LOCALES:
        for domain in catalogues.DOMAINS:
            source = catalogues.po_path(locale, domain)
            if source.exists():
                source.with_suffix(".mo").write_bytes(catalogues.compiled(catalogues.read(source, locale)))
    STAMP.write_text(json.dumps(_sources()), encoding="utf-8")
    return 0


def derive() -> None:
    """Write Serbian Latin from Serbian Cyrillic."""
    for path, text in derived().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def derived() -> dict[Path, str]:
    """What the derived catalogues must hold, by path."""
    import catalogues
    from latin import read_exceptions, to_latin

    exceptions = read_exceptions()
    texts = {}
    for domain in catalogues.DOMAINS:
        source = catalogues.po_path("sr_Cyrl", domain)
        if not source.exists():
            continue
        cyrillic = catalogues.read(source, "sr_Cyrl")
        latin = catalogues.merged(cyrillic, cyrillic, "sr_Latn")
        for message in catalogues.entries(latin):
            said = message.string
            message.string = (
                to_latin(said, exceptions) if isinstance(said, str) else tuple(to_latin(s, exceptions) for s in said)
            )
        texts[catalogues.po_path("sr_Latn", domain)] = catalogues.text(latin, "sr_Latn")
    return texts


def extract() -> int:
    """Write desktop.pot anew from the code."""
    import catalogues

    path = catalogues.template_path("desktop")
    path.write_text(catalogues.text(catalogues.extracted(), None), encoding="utf-8", newline="\n")
    return 0


def update() -> int:
    """Bring the catalogues written by hand up to their templates; say how many sentences wait."""
    import catalogues

    for locale in catalogues.BY_HAND:
        for domain in catalogues.DOMAINS:
            if not catalogues.template_path(domain).exists():
                continue
            path = catalogues.po_path(locale, domain)
            template = catalogues.read(catalogues.template_path(domain))
            catalogue = catalogues.merged(template, catalogues.read(path, locale), locale)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(catalogues.text(catalogue, locale), encoding="utf-8", newline="\n")
            waiting = sum(1 for message in catalogues.entries(catalogue) if not any(message.string))
            print(f"{locale} {domain}: {len(catalogues.entries(catalogue))} sentences, {waiting} to translate")
    return 0


def _compiled_paths() -> list[Path]:
    return [path.with_suffix(".mo") for path in sorted(FOLDER.glob("*/LC_MESSAGES/*.po"))]


def _sources() -> dict[str, str]:
    paths = [FOLDER / name for name in SOURCES] + sorted(FOLDER.glob("*/LC_MESSAGES/*.po"))
    return {p.relative_to(FOLDER).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
