"""The two plain questions about a pair with their answers, whole sentences drawn from the evidence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, ngettext
from desktop.reconciliation.explanation import (
    DOUBTFUL,
    LOOK,
    NEAR_RIVAL,
    NO,
    NOT_DATED,
    OF_NOTICE,
    SAME_NOTICE,
    SAME_PERSON,
    TOO_FAR,
    TOO_LITTLE,
    YES,
    Explanation,
    explain,
)
from desktop.reconciliation.groups import Pair
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Cards, Column, Row

ANSWERS = {YES: N_("Probably yes."), DOUBTFUL: N_("Not certain."), NO: N_("Probably not.")}
INKS = {YES: "green", DOUBTFUL: "amber", NO: "grey"}
ABOUT_PERSON, ABOUT_NOTICE = (TOO_LITTLE, LOOK), (NOT_DATED, TOO_FAR, NEAR_RIVAL)
"""Why the pair is asked about, by the question to which it belongs."""
NO_NUMBER = N_("A number is not given in both lists.")
_APART = ("near", "late", "month", "far")


def answered(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    """For each question its answer, a code, and the sentences that lead to it in the language of the screen."""
    found = explain(pair)
    person = [_(told.sentence) for told in found.fields if told.level and told.field not in OF_NOTICE]
    notice = [_(told.sentence) for told in found.fields if told.level and told.field in OF_NOTICE]
    notice += _days_apart(pair)
    if not any(told.field == "notice_no" and told.level for told in found.fields):
        notice.append(_(NO_NUMBER))
    return (
        (found.person, _joined(found.person, person, found, ABOUT_PERSON)),
        (found.notice, _joined(found.notice, notice, found, ABOUT_NOTICE)),
    )


def _joined(answer: str, sentences: list[str], found: Explanation, about: tuple[str, ...]) -> str:
    why = [_(reason) for reason in found.reasons if reason in about]
    return " ".join([_(ANSWERS[answer]), *sentences, *why])


def _days_apart(pair: Pair) -> list[str]:
    """How far the days lie apart, where that is not in the sentence."""
    level = next((finding.level for finding in pair.evidence.findings if finding.field == "date"), "")
    if level not in _APART:
        return []
    n = (date.fromisoformat(pair.ours.date) - date.fromisoformat(pair.theirs.date)).days
    if n < 0:
        return [ngettext("Ours is {n} day earlier.", "Ours is {n} days earlier.", -n)]
    return [ngettext("Ours is {n} day later.", "Ours is {n} days later.", n)]


class Question(QWidget):
    """One question with its answer."""

    def __init__(self, msgid: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.drawing, self.answer = Drawing(icon, "muted", 20), Label("", "body", wrap=True)
        words = Column(gap=2)
        words.addWidget(Label(msgid, "strong", wrap=True))
        words.addWidget(self.answer)
        words.addStretch(1)
        row = Row(self, gap=10)
        row.addWidget(self.drawing, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def put(self, answer: str, sentences: str) -> None:
        """Show the answer."""
        self.drawing.show_drawing(self._icon, INKS[answer])
        self.answer.put(sentences)


class AnswerCard(Card):
    """Both questions beside each other."""

    def __init__(self) -> None:
        super().__init__(margins=(18, 10, 18, 10))
        self.person, self.notice = Question(SAME_PERSON, "people"), Question(SAME_NOTICE, "referral")
        self.column.addWidget(Cards([self.person, self.notice], least=250, gap=20))

    def put(self, pair: Pair) -> None:
        """Answer for this pair."""
        person, notice = answered(pair)
        self.person.put(*person)
        self.notice.put(*notice)
