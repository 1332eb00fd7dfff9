"""The last look before a paper about the protocol leaves: no text of it may name a person, or say how to reach her.

What institutions comment, what is proposed and what is still needed is typed by hand, and goes to all parties.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from desktop.cooperation.report_composing import known_by_office
from desktop.cooperation.texts import texts_within
from desktop.language import N_
from desktop.meetings.guard import ADDRESS, NAME, TELEPHONE, leaks
from desktop.meetings.pack_content import beginning, guarded, places
from desktop.problems import Invalid, Problem

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


def refuse_told(session: Session, content: Any) -> None:
    """All problems there are where a text within names somebody or tells how she is reached."""
    texts = dict.fromkeys(text for text in texts_within(content, but=HEAD) if text.strip())
    found = dict.fromkeys(leaks(texts, guarded(session, set()), known_by_office(session), places(session)))
    if found:
        raise Invalid([Problem(_SAID[leak.what], code=leak.code, text=beginning(leak)) for leak in found])
