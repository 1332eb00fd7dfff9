"""Words that blame: whoever writes down a problem is reminded, quietly, to say what happened instead.

Nothing is refused and nothing is changed. Pure: it knows words alone.
"""

from __future__ import annotations

import re

from desktop.language import N_
from desktop.vault.letters import fold

HINT = N_("Say what happened rather than who failed. Words to look at: {words}")
_WORD = re.compile(r"\w+")
_BLAMING = {
    "en": (
        "blame* fault* guilty failed fails failure* neglected negligen* incompeten* refuses refused ignores ignored "
        "careless* irresponsib* lazy useless* stubborn* unprofessional* sabotag* never always"
    ),
    "lt": (
        "kaltas kalta kalti kaltės kaltę kalte apkaltin* neprofesional* nekompeten* neatsaking* aplaid* apsileid* "
        "nesugeb* ignoruoj* ignorav* atsisako atsisakė nebendradarb* nekooperat* tingi tingėj* tinginiauj* abejing* "
        "nerūpesting* pažeidė pažeidžia niekada visada sabotuo*"
    ),
    "sr": (
        "kriv kriva krivi krivica krivice krivicu krivicom okrivlj* nestruč* nekompeten* neodgovor* nemar* "
        "nesposob* propustio propustila propustili propustilo ignoriš* ignorisa* odbija odbijaju odbio odbila odbili "
        "odbilo nesarad* nesarađ* lenj* bahat* prekršio prekršila prekršili prekršilo nikad* uvek sabot*"
    ),
}
"""What speaks of somebody's failing, by language; a star stands for any ending. Terms of law are not among them."""


def blaming(text: str, locale: str) -> tuple[str, ...]:
    """The words of the text that blame somebody, as they stand there, each once; in both Serbian scripts alike."""
    known = [fold(each) for each in _BLAMING[locale.partition("_")[0]].split()]
    found = (word.group() for word in _WORD.finditer(text) if _is_among(fold(word.group()), known))
    return tuple(dict.fromkeys(found))


def _is_among(word: str, known: list[str]) -> bool:
    return any(word.startswith(each[:-1]) if each.endswith("*") else word == each for each in known)
