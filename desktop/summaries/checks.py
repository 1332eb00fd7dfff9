"""What to look at before a summary is signed: sentences with a yes or a not yet. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from desktop.figures.sums import sums_agree
from desktop.language import N_
from desktop.summaries.sentences import BETWEEN, NOT_IN_IT, NOT_OVER
from desktop.summaries.summary import OFFICIAL, Summary


@dataclass(frozen=True)
class Check:
    """One thing that was looked at."""

    code: str
    sentence: str
    """A msgid."""
    good: bool
    """False: worth a look before signing; it does not forbid signing."""
    values: dict[str, object] = field(default_factory=dict)
    key: str = ""
    """The figure to open, where there is one."""
    tables: tuple[str, ...] = ()
    """Titles (msgids) that the sentence names."""

    def told(self, say: Callable[..., str]) -> str:
        """The sentence in the language of `say`."""
        named = {"tables": BETWEEN.join(say(one) for one in self.tables)} if self.tables else {}
        return say(self.sentence, **self.values, **named)


def checks_of(summary: Summary, today: date) -> tuple[Check, ...]:
    """Everything worth a look, in a fixed order."""
    figures = summary.figures
    made = []
    if summary.profile == OFFICIAL:
        agree = sums_agree(figures)
        made.append(Check("sums", N_("All sums agree.") if agree else N_("The sums do not agree."), agree))
        pending = figures.table("outcome").value("pending")
        if pending:
            made.append(Check("pending", N_("Outcomes still pending: {n}"), False, {"n": pending},
                              "" if summary.leaves_out("outcome") else "outcome/pending/count"))  # fmt: skip
        else:
            made.append(Check("pending", N_("Every notice has its outcome."), True))
    else:
        made.append(Check("protected", N_("Small numbers are protected, and the protection was checked."), True))
        if figures.left_out:
            made.append(Check("left_out", N_("Too few to publish: {tables}"), False, tables=figures.left_out))
    if summary.left_out:
        made.append(Check("without", NOT_IN_IT, False, tables=summary.left_out))
    if figures.period.last >= today:
        made.append(Check("open", NOT_OVER[type(figures.period)], False))
    if summary.corrections:
        count = len(summary.corrections)
        made.append(Check("corrections", N_("Published figures that changed: {n}"), False, {"n": count}))
    if not summary.prepared.name or not summary.approved.name:
        made.append(Check("signatures", N_("The centre has not named who signs."), False))
    return tuple(made)
