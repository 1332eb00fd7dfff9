"""Agreed figures: every row in its group with a reason, the arithmetic of both sides, who agreed, and the freeze."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.language import N_, chosen
from desktop.problems import Invalid, Problem
from desktop.reconciliation.reconciliations import Agreement, Remarks
from desktop.reconciliation.standing import Standing
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.card import Drawing
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, scrolled
from desktop.windows.look import follow, px
from desktop.windows.pill import CLOSED, Pill
from desktop.windows.reconcile_acts import Acts
from desktop.windows.reconcile_cards import GroupCards
from desktop.windows.reconcile_counts import CountsPart
from desktop.windows.reconcile_figures import FiguresCard
from desktop.windows.reconcile_freeze import FreezeQuestion
from desktop.windows.reconcile_group_table import GroupTable
from desktop.windows.reconcile_groups import (
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
from desktop.windows.reconcile_steps import AGREED, Steps, ways_of
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
        self._group, self._draft, self._counting = "", dict[str, Any](), dict[str, Any]()
        self._errand: Errand | None = None
        self._agreement: Agreement | None = None
        self.steps, self.banner = Steps(AGREED), Banner("red")
        self.lock = QWidget()
        sign = Row(self.lock, gap=6)
        sign.addWidget(Drawing("lock", "muted", 18))
        sign.addWidget(Pill(CLOSED, N_("Frozen")))
        self._title, self._context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.acts = Acts(desk, self.banner, self._changed)
        self.cards, self.table, self.counts = GroupCards(), GroupTable(desk), CountsPart()
        self.figures = FiguresCard(
            desk.centre, keep=self._keep, remark=self._remark, freeze=self.ask_to_freeze,
            sheet=lambda: desk.go("reconcile_sheet", self.about),
        )  # fmt: skip
        self._build()
        self.lock.hide()
        self._connect()
        follow(self._fit)

    def _build(self) -> None:
        said, left = QWidget(), QWidget()
        words = Column(said, gap=1)
        for label in (self._title, self._context):
            words.addWidget(label)
        left.setMinimumWidth(1)
        main = Column(left, gap=10)
        main.addWidget(self.cards)
        main.addWidget(self.table, 1)
        self._counts = scrolled(self.counts)
        main.addWidget(self._counts, 1)
        self._both = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(left, 1)
        self._box.addWidget(self.figures)
        matrix = Button(N_("Matrix"), OUTLINED, icon="chart", do=lambda: self.desk.go("reconcile_matrix"))
        head = Apart(said, (self.lock, matrix))
        page = Column(self, gap=10, margins=(24, 14, 24, 14))
        for above in (head, self.steps, self.banner):
            page.addWidget(above)
        page.addWidget(self._both, 1)
        self._both.hide()

    def _connect(self) -> None:
        self.cards.chosen.connect(self._choose)
        self.table.explained.connect(self.acts.explain)
        self.table.entered.connect(self.acts.enter)
        self.table.parted.connect(self.acts.part)
        self.table.opened.connect(self.open)
        self.counts.explained.connect(self.acts.explain_numbers)
        self.counts.dropped.connect(self.acts.drop_reason)
        self.counts.counted.connect(self._count)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show how this one stands."""
        if isinstance(about, UUID):
            self.about, self.standing, self.acts.about = about, None, about
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
        """Which group and row are on show; of two numbers the reason that is half typed."""
        key = self.table.view.current_id()
        counting = self.counts.form.raw() if self.counts.is_typed else {}
        about = self.about.hex if self.about else ""
        return {"about": about, "group": self._group, "row": list(key or ()), "counting": counting}

    def restore(self, state: dict[str, Any]) -> None:
        """The same group and row."""
        self._group = state.get("group", "") if state.get("group") in GROUPS else ""
        self._counting = dict(state.get("counting") or {})
        if state.get("row"):
            self.table.view.choose(tuple(state["row"]))
        if state.get("about"):
            self.show_record(UUID(state["about"]))

    def first(self) -> QWidget:
        """The rows; of numbers the first field."""
        if self.standing is not None and self.standing.lists.is_counts:
            return self.counts.ours
        return self.table.view

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
        settled = self.acts.settle(self._agreement) if self._agreement is not None else None
        if settled is not None:
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
        self.figures.setMinimumSize(px(ASIDE) if wide else 0, 0 if wide else px(840))
        self._counts.setMinimumHeight(px(240) if wide else self.counts.sizeHint().height())
        self.figures.setMaximumWidth(px(ASIDE) if wide else 16_777_215)

    def _changed(self) -> None:
        self.changed.emit()
        self._read()

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
        self.steps.stand(AGREED, ways_of(self.desk.go, self.about, self._read), over=kept.is_settled)
        self._both.show()
        self.lock.setVisible(kept.is_settled)
        for widget in (self.cards, self.table):
            widget.setVisible(found is not None)
        self._counts.setVisible(found is None)
        self.figures.put(standing, is_first=False)
        if found is None:
            self.counts.put(standing)
            counting, self._counting = self._counting, {}
            self.counts.form.restore(counting)
            self._fit()
            return
        self.groups, numbers = groups_of(standing), numbers_of(found)
        self.cards.put(numbers)
        sums = {name: chosen().number(numbers[name]) for name in GROUPS}
        self.table.card.foot.say(
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

    def _remark(self) -> None:
        self.acts.remark(self.figures.remarks())

    def _count(self, number: int | None) -> None:
        """Our own number was typed, or taken away."""
        if self.standing is not None:
            kept = self.standing.kept
            self.acts.remark(Remarks(kept.their_rule, number, kept.what_next))

    def _keep(self, raw: dict[str, Any]) -> bool:
        """Keep who agreed, half typed; what is kept of the whole needs no draft."""
        if self.about is None or self.standing is None or self.standing.kept.is_settled:
            return True
        kept = self.standing.kept
        title = f"{self.standing.lists.units.partner.known_as} {months_title(kept.first, kept.last)}"
        return self.desk.keep_draft(self.NAME, self.about, raw, title)
