"""The sheet beside the groups: both sides' sums, how they count, what will be done, who agreed, and the freeze."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.reconciliation.reconciliations import Agreement, Remarks
from desktop.reconciliation.standing import Correction, Standing
from desktop.records.agency import Agency
from desktop.records.reconciliation import COUNTED, THEIR_RULES
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.footed import Footed
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.reconcile_months import months_title
from desktop.windows.reconcile_sums import SumsView

Keep = Callable[[dict[str, Any]], bool]


class FiguresCard(QWidget):
    """The card; its fields scroll over its two buttons."""

    def __init__(
        self, centre: Centre, *, keep: Keep, remark: Callable[[], object], sheet: Callable[[], object],
        freeze: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self._centre, self._remark = centre, remark
        self._standing: Standing | None = None
        self._is_putting = False
        self.sums = SumsView()
        self._unit, self._agreed = Label("", "second", wrap=True), Label("", "body", wrap=True)
        self._corrections = Label("", "body", ink="amber", wrap=True)
        self.form = self._make_form(keep)
        self.sheet = Button(N_("Sheet to sign"), OUTLINED, icon="print", do=sheet)
        self.freeze = Button(N_("Freeze"), PRIMARY, icon="lock", key="Ctrl+Enter", do=freeze)
        body = QWidget()
        column = Column(body, gap=8, margins=(18, 12, 18, 12))
        column.addWidget(Label(N_("Reconciliation sheet"), "card", wrap=True))
        for widget in (self._unit, self.sums, self._corrections, self._agreed, self.form):
            column.addWidget(widget)
        column.addStretch(1)
        foot, acts = QWidget(), QWidget()
        flow = Flow(acts, gap=8, right=True)
        for button in (self.sheet, self.freeze):
            flow.addWidget(button)
        Column(foot, gap=0, margins=(14, 10, 14, 10)).addWidget(acts)
        Column(self, gap=0).addWidget(Footed(body, foot))

    def _make_form(self, keep: Keep) -> Form:
        self.rule = ChoiceField("their_rule", N_("They count"), lambda: [(c, _(w)) for c, w in THEIR_RULES.items()])
        self.next = LongTextField("what_next", N_("What will be done"), lines=2)
        self.them = ChoiceField("for_them", N_("Agreed for the institution"), self._theirs, free=True, required=True)
        self.us = ChoiceField("for_us", N_("Agreed for the centre"), self._ours, free=True, required=True)
        titles = (
            TextField("for_them_title", N_("Title of who agrees for the partner")),
            TextField("for_us_title", N_("Title of who agrees for the centre")),
        )
        fields = (self.them, titles[0], self.us, titles[1], self.rule, self.next)
        form = Form([Group("", [[(field, 12)] for field in fields])], keep=keep)
        self.rule.changed.connect(self._remarked)
        self.next.left.connect(self._remarked)
        self.us.changed.connect(self._title_ours)
        return form

    def put(self, standing: Standing, *, is_first: bool) -> None:
        """Show how it stands; what is typed stays, but for the first time."""
        kept, before = standing.kept, self._standing
        self._standing = standing
        self.sums.put(standing.statement.sums)
        for field in (self.them, self.us):
            field.refill()
        if is_first or before is None or _remarks(before) != _remarks(standing):
            self._is_putting = True
            self.form.put({"their_rule": kept.their_rule, "what_next": kept.what_next})
            self._is_putting = False
        self._show_settled(standing)
        is_month = kept.first == kept.last
        self.freeze.say(
            N_("Freeze: {period}") if is_month else N_("Freeze"), period=months_title(kept.first, kept.last)
        )

    def agreement(self) -> Agreement:
        """Who agreed, as typed; raises what is wrong after showing it."""
        told = self.form.values()
        return Agreement(
            self.them.words(), self.us.words(), told["for_them_title"] or "", told["for_us_title"] or ""
        )  # fmt: skip

    def remarks(self) -> Remarks | None:
        """What is said of the whole, if it is not what is kept."""
        if self._standing is None or self._standing.kept.is_settled:
            return None
        said = Remarks(self.rule.combo.code(), self._standing.kept.our_number, self.next.value())
        return said if said != _remarks(self._standing) else None

    def _remarked(self) -> None:
        if not self._is_putting and self.remarks() is not None:
            self._remark()

    def _show_settled(self, standing: Standing) -> None:
        kept = standing.kept
        self._agreed.setVisible(kept.is_settled)
        self._corrections.setVisible(bool(standing.corrections))
        self.freeze.setVisible(not kept.is_settled)
        self.sheet.set_kind(PRIMARY if kept.is_settled else OUTLINED)
        for field in self.form.fields.values():
            field.setVisible(not kept.is_settled or field.name == "their_rule")
            field.setEnabled(not kept.is_settled)
        self.form.foot.hide()
        if kept.is_settled and kept.agreed_on is not None:
            who = (f"{name}, {title}" if title else name for name, title in (
                (kept.for_them, kept.for_them_title), (kept.for_us, kept.for_us_title),
            ))  # fmt: skip
            self._agreed.put("\n".join((_("Agreed on: {day}", day=chosen().day(kept.agreed_on)), *who, kept.what_next)))
            self._corrections.put("\n".join(correction_sentences(standing)))
        counted = kept.counted or "notices"
        self._unit.put(_("Counted: {what}", what=_(COUNTED[counted]).lower()))

    def _theirs(self) -> Sequence[tuple[str, str]]:
        """Who speaks for the partner and its units."""
        if self._standing is None:
            return []
        agencies: list[Agency] = list(self._standing.lists.units.all.values())
        names = (name for agency in agencies for name in (agency.representative, agency.deputy) if name)
        return [(name, name) for name in dict.fromkeys(names)]

    def _ours(self) -> Sequence[tuple[str, str]]:
        """Everybody who works here."""
        return [(member.name, member.name) for member in self._centre.staff.members(active_only=True)]

    def _title_ours(self) -> None:
        """The title of whoever was chosen, where none is typed."""
        member = next((m for m in self._centre.staff.members() if m.name == self.us.words()), None)
        if member is not None and not self.form.fields["for_us_title"].raw():
            self.form.fields["for_us_title"].set_value(member.job_title)


def correction_sentences(standing: Standing) -> list[str]:
    """What changed in our log since the period was agreed on, in the language of the screen."""
    found, kept = standing.corrections, standing.kept
    if not found:
        return []
    came = sum(each.came for each in found)
    period, was = months_title(kept.first, kept.last), kept.agreed or 0
    now = was + came - (len(found) - came)
    told = _("Correction. {month}: was {old}, now {new}", month=period, old=was, new=now)
    return [told, *(_correction(each) for each in found)]


def _correction(each: Correction) -> str:
    if each.came:
        return _("Came into the period: {number}", number=each.label)
    return _("Left the period: {number}", number=each.label) if each.label else _("A notice is no longer in the log.")


def _remarks(standing: Standing) -> Remarks:
    kept = standing.kept
    return Remarks(kept.their_rule, kept.our_number, kept.what_next)
