"""What a person can mend, told in a sentence.

A `Problem` is shown as it is, beside its field if it names one. Anything else that is raised is a bug. The sentence is
kept as an English msgid with its values apart, so that it can be told in any language later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable


class Problem(Exception):
    """Something that went wrong and that the person at the desk can mend."""

    def __init__(self, sentence: str, *, field: str | None = None, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        """English msgid with {placeholders}, marked with `N_` where it is written."""
        self.field = field
        """The name of the draft's field it belongs to, or None."""
        self.values = values
        """What the placeholders stand for; never put into logs."""

    def told(self, say: Callable[..., str]) -> str:
        """The sentence in the language of `say` (see `Language.say`)."""
        return say(self.sentence, **self.values)


class Invalid(Problem):
    """A draft that cannot be kept: every problem with it, each with its field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.sentence, field=first.field, **first.values)

    def told(self, say: Callable[..., str]) -> str:
        """The first of them, as it tells itself."""
        return self.problems[0].told(say)


class Cancelled(Problem):
    """A long operation that was stopped by the person; nothing was changed."""
