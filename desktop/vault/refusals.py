"""Why a vault did not open or did not save, each as a `Problem` of its own kind.

The kinds stand apart so that a window can offer the right way out (try again, restore a backup, update the program).
Nothing here may carry what is kept in the vault.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from desktop.language import N_
from desktop.problems import Problem


class VaultProblem(Problem):
    """Anything about the vault itself; its class names the case, its sentence tells it."""

    said = ""
    """The sentence, where the case has only one."""

    def __init__(self, sentence: str = "", *, field: str | None = None, **values: object) -> None:
        super().__init__(sentence or self.said, field=field, **values)


class WrongPassphrase(VaultProblem):
    """The passphrase opens nothing: the key file is whole, so it was typed wrongly."""

    said = N_("Wrong passphrase. Check the keyboard language and try again.")


class TooSoon(VaultProblem):
    """Several wrong passphrases came in a row; the next one is taken only after a wait."""

    said = N_("You can try again in {n} s.")

    def __init__(self, seconds: int) -> None:
        super().__init__(field="passphrase", n=seconds)
        self.seconds = seconds


class UnknownWorker(VaultProblem):
    """Nobody of that name can open this vault."""

    said = N_("Nobody of this name can open the vault: {name}")


class DataMissing(VaultProblem):
    """The folder holds no key file, or the data file that it names is not there."""

    said = N_("The data file is missing.")


class DataDamaged(VaultProblem):
    """The key is right, but the data file cannot be read or trusted."""

    said = N_("The data file is damaged. Nothing in it was changed.")

    def __init__(self, backup: date | None = None) -> None:
        super().__init__()
        self.backup = backup
        """The day of the newest backup that was read back and found good, if one is known."""

    def told(self, say: Callable[..., str]) -> str:
        """The sentence, and where to find the way out if there is one."""
        told = super().told(say)
        return f"{told} {say(N_('Newest good backup: {date}'), date=self.backup)}" if self.backup else told


class KeyFileDamaged(VaultProblem):
    """The key file cannot be read, or somebody changed it without holding the key."""

    said = N_("The key file is damaged.")


class OlderKeyFile(VaultProblem):
    """An old copy of the key file lies beside newer data."""

    said = N_("The key file is older than the data.")


class OlderData(VaultProblem):
    """The data file lacks changes that were saved here before; it is opened for reading only."""

    said = N_("The data are older than what was saved last. Changes missing: {n}")

    def __init__(self, missing: int) -> None:
        super().__init__(n=missing)
        self.missing = missing


class OtherData(VaultProblem):
    """The data file does not continue what was saved here before; it is opened for reading only."""

    said = N_("The data do not continue what was saved last. Compare them with a backup.")


class HeadMissing(VaultProblem):
    """The file that remembers the last change is gone, so nobody can tell whether the data are the newest."""

    said = N_("It could not be checked whether the data are the newest. Compare the control words with the last page.")


class SearchWrong(VaultProblem):
    """The index of the search is not what the records say; it cannot be made anew while nothing can be written."""

    said = N_("The search does not agree with the records.")


class SearchMended(VaultProblem):
    """The same, and it was made anew; no record was touched."""

    said = N_("The search did not agree with the records. It was made anew.")


class NewerVersion(VaultProblem):
    """The vault was written by a later version of the program."""

    said = N_("This vault was made by a newer version of the program. Update the program.")


class AlreadyOpen(VaultProblem):
    """Another window or command of this computer holds the vault."""

    said = N_("Already open on this computer ({who}, since {when})")

    def __init__(self, who: str, since: datetime | None) -> None:
        super().__init__(who=who or "?", when=f"{since:%Y-%m-%d %H:%M}" if since else "?")
        self.who = who
        self.since = since
        """Desk time, or None if the other side could not say."""


class ReadOnly(VaultProblem):
    """The folder or the disk cannot be written to."""

    said = N_("This folder is read-only: you can read, but not save.")


class SharedFolder(VaultProblem):
    """The folder lies on a network or is carried elsewhere by a synchronising program."""

    said = N_("The vault must not lie in a shared or synchronised folder.")


class DiskFull(VaultProblem):
    """No space was left; the change was taken back whole."""

    said = N_("The disk is full. Nothing was lost. Free some space and save again.")


class DiskTrouble(VaultProblem):
    """The disk refused to read or write; the change was taken back whole."""

    said = N_("The disk did not answer as it should. Saved records are not lost. Check the disk and try again.")


class BadPlace(DiskTrouble):
    """The name is too long, or what should be a folder is none: the person chooses another place."""

    said = N_("Nothing can be kept under this name. Choose another folder or name.")


class InsideVault(VaultProblem):
    """Somebody wants to write a file among those of a vault, where it could take the place of one of them."""

    said = N_("This folder is a vault. Choose another folder for the file.")


class Busy(VaultProblem):
    """A long reading elsewhere in the program kept the vault from being written."""

    said = N_("The vault is busy. Try again in a moment.")


class ClockChanged(VaultProblem):
    """The clock shows a time before the last saved change."""

    said = N_("The computer's clock has changed. Check date and time.")


class OldKeysUsed(VaultProblem):
    """The key file was damaged and the copy kept beside it was used."""

    said = N_("The key file was damaged. The copy kept beside it was used.")


class LaterChanges(VaultProblem):
    """Later changes stand on the one to be undone; they can be taken along."""

    said = N_("Later changes that would go too: {n}")

    def __init__(self, numbers: tuple[int, ...]) -> None:
        super().__init__(n=len(numbers))
        self.numbers = numbers


class NotUndoable(VaultProblem):
    """There is nothing to take back, or what was there before is no longer known."""

    said = N_("This cannot be undone.")


WORKER_ADDED, WORKER_REMOVED = N_("Worker added: {name}"), N_("Worker removed: {name}")
"""Changes that gave or took a key: with it went what no row of the vault holds."""


class AccessStays(NotUndoable):
    """A key that was given is taken back by removing the worker, under a new data key; one taken is given anew."""

    said = N_("Access is not given or taken by undoing. Add or remove the worker instead.")
