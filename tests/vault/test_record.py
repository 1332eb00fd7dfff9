from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis.strategies import uuids

from desktop.vault.record import id_of


@given(uuids())
def test_an_identifier_read_from_bytes_is_the_one_that_was_written(made: UUID) -> None:
    read = id_of(made.bytes)
    assert read == made
    assert (hash(read), str(read), read.is_safe) == (hash(made), str(made), UUID(bytes=made.bytes).is_safe)
    assert {made: 1}[read] == 1
