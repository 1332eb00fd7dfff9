"""Agreed figures: every row in its group with a reason, the arithmetic of both sides, who agreed, and the freeze."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.language import N_, chosen
from desktop.problems import Invalid, Problem
from desktop.reconciliation.reconciliations import Agreement, Explained, Reconciliations, Remarks
from desktop.reconciliation.standing import Standing
from desktop.records.difference import SINGLE
from desktop.records.reconciliation import NOT
from desktop.vault.vault import Worker
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.look import follow, px
from desktop.windows.reconcile_cards import GroupCards
from desktop.windows.reconcile_counts import CountsPart
from desktop.windows.reconcile_figures import FiguresCard
from desktop.windows.reconcile_freeze import FreezeQuestion
from desktop.windows.reconcile_group_table import GroupTable
from desktop.windows.reconcile_groups import (
    COPIES,
    GROUPS,
    MATCHED,
    ONLY_THEIRS,
    UNSURE,
    GroupRow,
    Groups,
    groups_of,
    numbers_of,
)
from desktop.windows.reconcile_months import months_title
from desktop.windows.reconcile_steps import AGREED, REVIEW, Steps
from desktop.windows.reconcile_sums import unexplained
from desktop.windows.worker import Errand

ASIDE, LEAST = 370, 940
"""Pixels at text size 100 %: the sheet's width, and the page's under which the sheet stands below the groups."""
GONE = Problem(N_("This entry was taken back meanwhile."))


class ReconcileAgreed(Screen):
    """The page; it is about a reconciliation."""

    NAME = "reconcile_agreed"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: UUID | None = None
        self.standing: Standing | None = None
        self.groups: Groups = dict.fromkeys(GROUPS, ())
        self._group, self._draft = "", dict[str, Any]()
        self._errand: Errand | None = None
        self._agreement: Agreement | None = None
        self.steps, self.banner = Steps(AGREED), Banner("red")
        self._title, self._context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self._sum = Label("", "second", wrap=True)
        self.cards, self.table, self.counts = GroupCards(), GroupTable(desk), CountsPart()
        self.figures = FiguresCard(
            desk.centre, keep=self._keep, remark=self._remark, freeze=self.ask_to_freeze,
            sheet=lambda: desk.go("reconcile_sheet", self.about),
        )  # fmt: skip
        self._build()
        self._connect()
        follow(self._fit)

    def _build(self) -> None:
        head, left = QWidget(), QWidget()
        words = Column(head, gap=1)
        for label in (self._title, self._context):
            words.addWidget(label)
        left.setMinimumWidth(1)
        main = Column(left, gap=10)
        for part in (self.cards, self._sum):
            main.addWidget(part)
        main.addWidget(self.table, 1)
        main.addWidget(self.counts, 1)
        self._both = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(left, 1)
        self._box.addWidget(self.figures)
        page = Column(self, gap=10, margins=(24, 14, 24, 14))
        for above in (head, self.steps, self.banner):
            page.addWidget(above)
        page.addWidget(self._both, 1)
        self._both.hide()

    def _connect(self) -> None:
        self.cards.chosen.connect(self._choose)
        self.table.explained.connect(self.explain)
        self.table.entered.connect(self.enter)
        self.table.parted.connect(self.part)
        self.table.opened.connect(self.open)
        self.counts.explained.connect(self._explain_numbers)
        self.counts.dropped.connect(self._drop_reason)
        self.counts.counted.connect(self._count)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show how this one stands."""
        if isinstance(about, UUID):
            self.about, self.standing = about, None
            draft = self.desk.centre.drafts.of(self.NAME, about, self.desk.centre.worker)
            self._draft = dict(draft.fields) if draft else {}
            self._read()
        elif self.about is None:
            self._gone(GONE)

    def refresh(self) -> None:
        """Read again: something was changed."""
        if self.about is not None:
            self._read()

    def keep_now(self) -> None:
        """Keep who agreed, and what was just typed of what will be done."""
        if self.standing is not None and not self.standing.kept.is_settled:
            self.figures.form.keep_now()

    def state(self) -> dict[str, Any]:
        """Which group and row are on show."""
        key = self.table.view.current_id()
        return {"about": self.about.hex if self.about else "", "group": self._group, "row": list(key or ())}

    def restore(self, state: dict[str, Any]) -> None:
        """The same group and row."""
        self._group = state.get("group", "") if state.get("group") in GROUPS else ""
        if state.get("row"):
            self.table.view.choose(tuple(state["row"]))
        if state.get("about"):
            self.show_record(UUID(state["about"]))

    def first(self) -> QWidget:
        """The rows; of numbers the first field."""
        if self.standing is not None and self.standing.lists.is_counts:
            return self.counts.ours
        return self.table.view

    def explain(self, rows: Sequence[GroupRow], reason: str, note: str) -> None:
        """Give these rows a reason, or take it back."""
        ids = tuple(UUID(row.our_id or row.their_id) for row in rows)
        said = Explained(rows[0].side, reason, note, ids)
        self._change(lambda log, about, by: log.explain(about, said, by), N_("Explained: {n}"), n=len(rows))

    def enter(self, row: GroupRow) -> None:
        """Enter one that never arrived as a notice."""
        found = self._do(lambda log, about, by: log.enter_missing(about, UUID(row.their_id), by))
        if found is not None:
            due = self.desk.centre.world.desk(found.due_at) if found.due_at.tzinfo else found.due_at
            said = N_("Entered: {number}. First contact by: {date}")
            self.desk.kept(said, number=found.label, date=chosen().moment(due))
            self._read()

    def part(self, rows: Sequence[GroupRow]) -> None:
        """Two that were matched are two notices, or what looked like a copy is none."""
        for row in rows:
            if self._group == COPIES:
                self._do(partial(_single, row))
            else:
                self._do(partial(_parted, row))
        if self.banner.isHidden():
            self.desk.kept(N_("Saved."))
        self._read()

    def open(self, row: GroupRow) -> None:
        """Our notice; a pair that nobody decided, in the review."""
        if row.group == UNSURE:
            self.desk.go("reconcile_review", (self.about, (row.their_id, row.our_id)))
        elif row.our_id:
            self.desk.go("referrals", UUID(row.our_id))

    def ask_to_freeze(self) -> None:
        """Ask before it is frozen, once both sides are named and every pair is decided."""
        standing = self.standing
        if standing is None or standing.kept.is_settled:
            return
        try:
            self._agreement = self.figures.agreement()
        except Invalid:
            return
        if standing.settlement is not None and standing.settlement.doubtful:
            n = len(standing.settlement.doubtful)
            self.banner.tell(Problem(N_("Pairs still to be decided: {n}. Decide them first."), n=n))
            return
        question = FreezeQuestion(freeze=self.freeze, keep=lambda: self.desk.cover(None))
        kept = standing.kept
        question.put(months_title(kept.first, kept.last), unexplained(standing.statement.sums))
        self.desk.cover(question)
        question.keep.setFocus()

    def freeze(self) -> None:
        """Settle it: nothing of it is changed any more."""
        self.desk.cover(None)
        agreement = self._agreement
        if agreement is None:
            return
        settled = self._do(lambda log, about, by: log.settle(about, agreement, by))
        if settled is not None and self.about is not None:
            self.figures.form.forget()
            self.desk.drop_draft(self.NAME, self.about)
            self.desk.saved(N_("Frozen: {period}"), period=months_title(settled.first, settled.last))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self.standing is not None:
            self._show(self.standing)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet beside the groups, or below."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ways, wide = QBoxLayout.Direction, self.width() >= px(LEAST)
        self._box.setSpacing(px(16))
        self._box.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self.figures.setMinimumSize(px(ASIDE) if wide else 0, 0 if wide else px(520))
        self.figures.setMaximumWidth(px(ASIDE) if wide else 16_777_215)

    def _read(self) -> None:
        log, about = self.desk.centre.reconciliations, self.about
        assert about is not None
        if self._errand is not None:
            self._errand.drop()
        self._errand = self.desk.background.run(
            lambda progress: log.standing(about, progress), self._put, self._gone, counts=True
        )
        ProgressCard(self, self._errand, N_("Comparing the lists\u2026"))

    def _put(self, standing: Standing) -> None:
        is_first = self.standing is None
        self.standing = standing
        self.figures.put(standing, is_first=is_first)
        if is_first and self._draft and not standing.kept.is_settled:
            self.figures.form.restore(self._draft)
        self._show(standing)
        if is_first and self.isVisible():
            self.first().setFocus()

    def _show(self, standing: Standing) -> None:
        kept, found = standing.kept, standing.settlement
        period = months_title(kept.first, kept.last)
        self._title.say(N_("Reconciliation: {period}"), period=period)
        centre = self.desk.centre.profile_log.profile()
        self._context.put(f"{standing.lists.units.partner.known_as} \u00b7 {centre.short_name or centre.name}")
        ways: dict[str, Callable[[], object]] = {REVIEW: lambda: self.desk.go("reconcile_review", self.about)}
        self.steps.stand(AGREED, ways, over=kept.is_settled)
        self._both.show()
        for widget in (self.cards, self.table, self._sum):
            widget.setVisible(found is not None)
        self.counts.setVisible(found is None)
        self.figures.put(standing, is_first=False)
        if found is None:
            self.counts.put(standing)
            return
        self.groups, numbers = groups_of(standing), numbers_of(found)
        self.cards.put(numbers)
        sums = {name: chosen().number(numbers[name]) for name in GROUPS}
        self._sum.say(
            N_("Rows in their list: {n}. Matched {matched}, unsure {unsure}, only theirs {theirs}, "
               "duplicates {copies}: they add up."),
            n=chosen().number(standing.statement.sums.sent), **sums,
        )  # fmt: skip
        self.cards.choose(self._group or self._most_urgent())

    def _most_urgent(self) -> str:
        """The group that wants something: rows without a reason, pairs nobody decided; else what matched."""
        wanting = (name for name in (ONLY_THEIRS, "ours") if any(row.is_open for row in self.groups[name]))
        return next(wanting, UNSURE if self.groups[UNSURE] else MATCHED)

    def _choose(self, group: str) -> None:
        self._group = group
        is_frozen = self.standing is not None and self.standing.kept.is_settled
        self.table.put(group, self.groups[group], is_frozen=is_frozen)

    def _gone(self, problem: Problem) -> None:
        self._both.hide()
        self.banner.tell(problem)

    def _do(self, act: Callable[[Any, UUID, Any], Any]) -> Any:
        """Do it as one change; None where it was refused, which is told."""
        centre = self.desk.centre
        if self.about is None:
            return None
        try:
            done = act(centre.reconciliations, self.about, centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return None
        self.banner.hide()
        self.changed.emit()
        return done if done is not None else True

    def _change(self, act: Callable[[Any, UUID, Any], Any], msgid: str, **values: object) -> None:
        """One change with its undo in the toast, and how it stands now."""
        if self._do(act) is not None:
            self.desk.kept(msgid, **values)
            self._read()

    def _remark(self) -> None:
        said = self.figures.remarks()
        if said is not None:
            self._change(lambda log, about, by: log.remark(about, said, by), N_("Saved."))

    def _count(self, number: int | None) -> None:
        if self.standing is not None:
            kept = self.standing.kept
            said = Remarks(kept.their_rule, number, kept.what_next)
            self._change(lambda log, about, by: log.remark(about, said, by), N_("Saved."))

    def _explain_numbers(self, said: Explained) -> None:
        self._change(lambda log, about, by: log.explain(about, said, by), N_("Explained: {n}"), n=said.number)

    def _drop_reason(self, reason_id: UUID) -> None:
        self._change(lambda log, about, by: log.drop_reason(about, reason_id, by), N_("Saved."))

    def _keep(self, raw: dict[str, Any]) -> bool:
        """Keep who agreed, half typed; what is kept of the whole needs no draft."""
        if self.about is None or self.standing is None or self.standing.kept.is_settled:
            return True
        kept = self.standing.kept
        title = f"{self.standing.lists.units.partner.known_as} {months_title(kept.first, kept.last)}"
        return self.desk.keep_draft(self.NAME, self.about, raw, title)


def _parted(row: GroupRow, log: Reconciliations, about: UUID, by: Worker) -> None:
    log.decide(about, UUID(row.their_id), UUID(row.our_id), NOT, by)


def _single(row: GroupRow, log: Reconciliations, about: UUID, by: Worker) -> None:
    log.explain(about, Explained(row.side, SINGLE, rows=(UUID(row.our_id or row.their_id),)), by)
