"""What the program says of the centre's own page and of its parts; part of its help."""

from __future__ import annotations

from desktop.language import N_
from desktop.windows.help_topic import Topic

CENTRE: dict[str, Topic] = {
    "centre": Topic(
        N_("Centre"),
        (
            N_("Institutions, workers, lists, closed days, history, backups and settings are kept here."),
            N_("The history says who changed what and when, and a change can be undone."),
            N_("Make a backup every day in a second place. A backup is good only when it has been tried."),
        ),
    ),
    "centre.agencies": Topic(
        N_("Institutions"),
        (
            N_("Police, courts and all others stand here with their units, ordered by county, kind and house order."),
            N_("Who is closed is offered no longer, but past notices, papers and the history keep it."),
            N_("Its notices of this year open from its page. The usual ones of a county are taken over at once."),
        ),
    ),
    "centre.people": Topic(
        N_("People and roles"),
        (
            N_("Everybody has a passphrase of her own. A role guides what the windows show."),
            N_("Removing somebody changes the key. Copies made earlier still open with her old passphrase."),
            N_("Any two of the three recovery sheets open the data when every passphrase is forgotten."),
        ),
    ),
    "centre.lists": Topic(
        N_("Lists"),
        (
            N_("What forms offer, in the centre's own words and order. The first words stay known beside them."),
            N_("A retired entry is offered no longer; records that have it still show it."),
            N_("The length of an order stands with the law it was taken from; orders entered before keep their end."),
        ),
    ),
    "centre.days": Topic(
        N_("Closed days"),
        (
            N_("Public holidays are known already. Here are the centre's own closed days; deadlines leave them out."),
            N_("Deadlines that were counted before stay as they are."),
        ),
    ),
    "centre.data": Topic(
        N_("Centre's data"),
        (
            N_("What stands on papers, and the rules by which deadlines and figures are counted."),
            N_("Receivers check a sealed paper by the control words below. Hand the page over in person or by post."),
        ),
    ),
    "centre.history": Topic(
        N_("History"),
        (
            N_("Every change with who made it and when, field by field; also numbers shown and lists taken out."),
            N_("Undoing is a new change. What was deleted comes back by undoing its deletion."),
            N_("Each change is linked to the one before. The test says whether any of them was altered or taken out."),
        ),
    ),
    "centre.backup": Topic(
        N_("Backups"),
        (
            N_("One encrypted file holds everything. Every backup is opened and read before it counts."),
            N_("A backup is opened beside the present data and compared; only then it can take their place."),
            N_("After seven days without a backup its sign is red. Keep copies elsewhere than this computer."),
        ),
    ),
    "disk": Topic(
        N_("Encrypting the disk"),
        (
            N_("The vault is encrypted on any disk. But the computer puts memory on its disk, with words you read."),
            N_("It does so when memory is short and when it sleeps. Only an encrypted disk protects them there."),
            N_("Windows: Settings, Privacy & security, Device encryption; or BitLocker, for the drive of the system."),
            N_("macOS: System Settings, Privacy & Security, FileVault."),
            N_("Linux: disk and swap are encrypted (LUKS) when the system is installed, by whoever looks after it."),
            N_("Make a backup first. Keep the recovery key on paper, away from the computer, as the recovery sheets."),
            N_("Encryption within the drive, or by a program of its own, is not seen here: then leave it as it is."),
        ),
    ),
    "centre.options": Topic(
        N_("Options"),
        (
            N_("Each choice is applied at once, on this computer only, and can be taken back in the toast."),
            N_("What holds for the whole centre stands below, with the way to where it is changed."),
        ),
    ),
}
"""By the name of the page, and of each of its parts."""
