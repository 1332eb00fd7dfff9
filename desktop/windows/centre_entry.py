"""One entry of an editable list: its words, and the length of an order with the source it was taken from."""

from __future__ import annotations

from typing import Any

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.code_list import LISTS, Code
from desktop.records.lists import CodeDraft
from desktop.records.vocabulary import OUTCOMES
from desktop.windows.centre_lists import MEASURES
from desktop.windows.centre_page import CentrePage
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.offered_lists import said


def whole_number(typed: str) -> int:
    """A whole number, zero included, from what was typed."""
    if not typed.strip().isdecimal():
        raise Problem(N_("Write a whole number."))
    return int(typed)


LIST = "list"
"""What a draft calls the list that is to get a new entry."""


class EntryPage(CentrePage):
    """The form of an entry; `about` is the entry's identifier, or the name of the list that gets a new one."""

    NAME = "entry"
    HEADING = N_("Entry of a list")

    def groups(self) -> list[Group]:
        """Words; what only some lists have is hidden elsewhere."""
        self.words = TextField("words", N_("Words"))
        self.outcome = ChoiceField("outcome", N_("Outcome"), said(OUTCOMES))
        self.hours = TextField("hours", N_("Length in hours"), read=whole_number)
        self.prolonged = TextField("prolonged_hours", N_("Prolonged by hours"), read=whole_number)
        self.source = TextField("source", N_("Source of the length"))
        return [
            Group("", [
                [(self.words, 12)],
                [(self.outcome, 6)],
                [(self.hours, 4), (self.prolonged, 4)],
                [(self.source, 12)],
            ])
        ]  # fmt: skip

    def show_record(self, about: Any | None) -> None:
        """Begin about this entry or list; a new entry that is taken up again knows its list by its draft."""
        note = None if about else self.desk.centre.drafts.of(self.NAME, None, self.desk.centre.worker)
        super().show_record(note.fields.get(LIST) if note is not None else about)

    def code(self) -> Code | None:
        """The entry that is changed."""
        found, lists = self.record(), self.desk.centre.lists
        return next(
            (code for name in LISTS for code in lists.entries(name, active_only=False) if code.id == found), None
        )

    def begin(self) -> None:
        """What stands in it."""
        code = self.code()
        name = code.list_name if code else self.about
        self.title.say(LISTS.get(name, self.HEADING))
        if code and code.msgid:
            self.words.note.say(N_("seeded: {words}"), words=chosen().say(code.msgid))
        for field in (self.hours, self.prolonged, self.source):
            field.setVisible(name == MEASURES)
        self.outcome.setVisible(name == "outcome_reason" and code is None)
        if code:
            source = _(code.source) if code.source else ""
            lengths = {"hours": code.hours, "prolonged_hours": code.prolonged_hours, "source": source}
            self.form.put(lengths | {"words": code.own_words or chosen().say(code.msgid)})
        else:
            self.form.put({"hours": 0, "prolonged_hours": 0})

    def write(self, told: dict[str, Any]) -> None:
        """Add it, or change what was changed."""
        lists, by, code = self.desk.centre.lists, self.desk.centre.worker, self.code()
        source = told["source"] or ""
        if code and code.source and source == _(code.source):
            source = code.source
        draft = CodeDraft(told["words"] or "", told["hours"] or 0, told["prolonged_hours"] or 0, source)
        if code is None:
            lists.add(self.about, draft, by, outcome=told["outcome"] or "")
            return
        words = "" if code.msgid and draft.words == chosen().say(code.msgid) else draft.words
        if words != code.own_words:
            lists.rename(code.id, words, by)
        if code.list_name == MEASURES and (code.hours, code.prolonged_hours, code.source) != (
            draft.hours, draft.prolonged_hours, draft.source,
        ):  # fmt: skip
            lists.set_length(code.id, draft, by)

    def _keep(self, raw: dict[str, Any]) -> bool:
        return super()._keep(raw | {LIST: self.about})
