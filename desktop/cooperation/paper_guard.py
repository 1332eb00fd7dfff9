"""The last look before a paper about the protocol leaves: no text of it may name a person, or say how to reach her.

What institutions comment, what is proposed and what is still needed is typed by hand, and goes to all parties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from desktop.cooperation.report_composing import known_by_office
from desktop.cooperation.texts import texts_within
from desktop.language import N_
from desktop.meetings.guard import ADDRESS, NAME, TELEPHONE, Leak, leaks
from desktop.meetings.pack_content import beginning, guarded, places
from desktop.problems import Invalid, Problem
from desktop.protocol.comparison_paper import ComparisonContent
from desktop.protocol.meant import ClosedTexts, MayBeMeant, Meant, alike, said_meant
from desktop.protocol.protocol_paper import ProtocolContent

HEAD = ("head",)
"""What a paper begins with: the centre itself, told on purpose."""
_SAID = {
    NAME: N_(
        "A text of this paper names a person: {code}. Write the code instead of the name: “{text}” If an official of "
        "that name is meant, write the official's name down with the institution first."
    ),
    TELEPHONE: N_("A text of this paper tells a person's telephone: {code}. Take it out: “{text}”"),
    ADDRESS: N_("A text of this paper tells a person's address: {code}. Take it out: “{text}”"),
}


_CLOSED = {
    NAME: N_("The closed text names a person: {code}. Provision: {place}. “{text}”"),
    TELEPHONE: N_("The closed text tells a person's telephone: {code}. Provision: {place}. “{text}”"),
    ADDRESS: N_("The closed text tells a person's address: {code}. Provision: {place}. “{text}”"),
}
_PAUSES = re.compile(r"(?<=[.!?;])\s+|\n+")


def refuse_told(session: Session, content: Any) -> None:
    """All problems there are where a text within names somebody or tells how she is reached.

    Where only closed texts do, which nobody can change any more, it is a `MayBeMeant`, until somebody has said so.
    """
    texts = dict.fromkeys(text for text in texts_within(content, but=HEAD) if text.strip())
    look = partial(
        leaks, persons=list(guarded(session, set())), officials=known_by_office(session), places=list(places(session))
    )
    found = dict.fromkeys(look(texts))
    if not found:
        return
    closed, is_compared = ClosedTexts(session), isinstance(content, ComparisonContent)
    if isinstance(content, ProtocolContent) and content.is_closed:
        closed.add(content)
    where = {leak: closed.found(leak.text, within=is_compared) for leak in found}
    if wrong := [leak for leak in found if where[leak] is None]:
        raise Invalid([Problem(_SAID[leak.what], code=leak.code, text=beginning(leak)) for leak in wrong])
    said = said_meant(session)
    told = dict.fromkeys((Meant(leak.what, leak.code, place[1]), place[0]) for leak, place in where.items() if place)
    asked = [(each, place) for each, place in told if each._replace(text=alike(each.text)) not in said]
    if asked:
        raise MayBeMeant([_closed(each, place, look) for each, place in asked], [each for each, _place in asked])


def _closed(told: Meant, place: str, look: Callable[[Sequence[str]], Iterable[Leak]]) -> Problem:
    """What a closed text tells, with the sentence in which it does."""
    sentences = [told.text, *_sentences(told.text)]
    text = next(
        leak.text for leak in reversed(list(look(sentences))) if (leak.what, leak.code) == (told.what, told.code)
    )  # fmt: skip
    return Problem(_CLOSED[told.what], code=told.code, place=place, text=" ".join(text.split()))


def _sentences(text: str) -> list[str]:
    """The sentences of a text; what follows an abbreviation goes on, for it seldom begins with a capital letter."""
    ends = [each for each in _PAUSES.finditer(text) if "\n" in each[0] or text[each.end() : each.end() + 1].isupper()]
    begins = [0, *(each.end() for each in ends)]
    return [text[begin:end] for begin, end in zip(begins, [*(each.start() for each in ends), len(text)], strict=True)]
