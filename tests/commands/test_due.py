"""What cannot wait and hand-over notes, by command."""

from __future__ import annotations

from tests.commands.conftest import RECEIVED, Desk
from tests.conftest import WORKER


def test_what_cannot_wait_is_listed(desk: Desk) -> None:
    told = desk.on("due", "list", "--json").json
    assert [(row["kind"], row["late"]) for row in told] == [("call", True)]
    assert told[0]["working_days_late"] > 100
    assert told[0]["may_call"] == "unknown"
    assert "612" not in desk.on("due", "list", "--mine").out


def test_a_note_is_written_and_read_once(desk: Desk) -> None:
    number = desk.on("due", "list", "--json").json[0]["notice"]
    assert desk.on("handover", "write", "Skambinti ryte", "--notice", number, "--for", WORKER).code == 0
    (told,) = desk.on("handover", "read", "--json").json
    assert (told["text"], told["notice"], told["worker"]) == ("Skambinti ryte", number, WORKER)
    assert desk.on("handover", "read", "--json").json == []
    assert desk.on("handover", "list", "--json").json[0]["read_by"] == WORKER
    assert desk.on("handover", "on", number, "--to", WORKER, "--note", "Prašo moters").code == 0
    assert desk.on("handover", "read", "--json").json[0]["text"] == "Prašo moters"
    refused = desk.on("handover", "write", "x", "--for", "Niekas")
    assert refused.code != 0
    assert "Niekas" in refused.err


def test_a_notice_of_long_ago_is_the_one_that_waits(desk: Desk) -> None:
    assert desk.on("due", "list", "--json").json[0]["due"].startswith(RECEIVED[:4])
