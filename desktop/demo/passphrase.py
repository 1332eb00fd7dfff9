"""The passphrase of every invented centre, so that the door can tell it without knowing how one is laid out."""

PASSPHRASE = "liepa rasa malūnas tiltas vyšnia langas"  # noqa: S105
"""Not secret: everything in the vault is invented."""
