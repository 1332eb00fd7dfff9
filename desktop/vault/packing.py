"""The rows in the history made small: the same few hundred words stand in nearly every one of them.

The chain covers what was written, not how it is packed, so packing may change and the links hold. What was kept before
there was packing stays as it is, and is read as it is.
"""

from __future__ import annotations

import zlib

_FORM = b"\x01"
"""The first byte of what is packed with `_WORDS`. Other words need another number, and these stay to be read by."""
_WINDOW = -12
_WORDS = """
{"code":"","msgid":"","own_words":"","list_name":"","is_active":1,"hours":0,"prolonged_hours":0,"source":"","place":0
{"short_name":"","parent_id":null,"municipalities":"","representative":"","deputy":"","language":"","active_from":null,
"active_until":null,"recipient_id":null,"withheld":"","given_on":"2026-","how":"spoken","until":null,
"withdrawn_on":null,"told_to":"","purpose":"assistance","what":"","implementer_id":null,"due_on":"2026-","done_on":null,
"effect_on":null,"effect":"","id":"
{"row":,"id":"01","kind":"person","sort":"","text":"+370  savivaldybe  "}
{"row":,"id":"01","kind":"referral","sort":"2026-","text":"2026/  savivaldybe  "}
{"referral_id":"01","kind":"protection_order","granted_at":"2026-","granted_by":"","until_at":"2026-","obligations":"
move_out no_approach","prolonged_until":null,"ended_on":null,"id":"01
{"referral_id":"01","person_id":"01","at":"2026-","channel":"telephone","outcome":"not_reached","note":"",
"again_at":null,"outside_reason":"","worker_id":"01","worker_name":"
"outcome":"reached","note":"","again_at":null,"outside_reason":"","worker_id":"01","worker_name":"","id":"01
{"on_day":"2026-","month":"2026-","referral_id":"01","person_id":"01","kind":"psychological","channel":"in_person",
"minutes":60,"worker_id":"01","worker_name":"","worker_role":"psychologist","for_whom":"child
"kind":"information","channel":"telephone","minutes":30,"worker_role":"social_worker","for_whom":"adult",
"onward_id":null,"consent_id":null,"group_id":null,"note":"","id":"01
{"referral_id":"01","person_id":"01","place":0,"role":"child_witness","name":"","birth_year":20,"sex":"unknown",
"phone":"","municipality":"","kinds":"","relation":"","relation_ended":"unknown","age_group":"0-6","id":"01
"role":"posing_risk","name":"","birth_year":null,"sex":"male","phone":"","municipality":"","kinds":"","relation":"",
"relation_ended":"unknown","age_group":"unknown","id":"01
"role":"experienced","name":"","birth_year":19,"sex":"female","phone":"+3706","municipality":" savivaldybė",
"kinds":"physical psychological economic","relation":"spouse","relation_ended":"present","age_group":"30-44","id":"01
{"year":2026,"number":,"received_at":"2026-:00","month":"2026-","channel":"email","sender_id":"01","unit_id":null,
"officer":"","reference":"","incident_on":"2026-","incident_place":"","incident_municipality":"","children_saw":"no
"children_saw":"unknown","risk_instrument":"","risk_level":"","risk_on":null,"risk_by":"","description":"",
"risk_instrument":"police","risk_level":"high","risk_on":"2026-","risk_by":"","description":"","due_at":"2026-
 17:00:00","first_contact_at":null,"attempts":0,"outcome":"pending","outcome_reason":"","outcome_on":null,
"first_contact_at":"2026-:00","attempts":1,"outcome":"accepted","outcome_reason":"","outcome_on":"2026-
","other_centre_id":null,"duplicate_of_id":null,"repeat_of_id":null,"origin":"log","worker_id":"01
","person_id":"01","person_name":"","person_sort":"4032","municipality":" savivaldybė","id":"01
{"code":"P-","number":,"name":"","name_sort":"010101010101010101010101030101010101010301010101010101010101
","birth_year":null,"sex":"male","birth_year":19,"sex":"female","birth_year":20,"sex":"unknown","phone":"+3706
","email":"","address":"","municipality":" savivaldybė","note":"","safe_allowed":"yes","safe_channel":"telephone",
"safe_number":"","safe_days":"mo tu we th fr","safe_from":"09:00:00.000000","safe_to":"13:00:00.000000",
"safe_voicemail":0,"safe_who":"","safe_say":"","safe_confirmed_on":"2026-","safe_confirmed_by":"
","phone":"","email":"","address":"","municipality":"","note":"","safe_allowed":"unknown","safe_channel":"",
"safe_number":"","safe_days":"","safe_from":null,"safe_to":null,"safe_voicemail":0,"safe_who":"","safe_say":"",
"safe_confirmed_on":null,"safe_confirmed_by":"","id":"01
""".replace("\n", "").encode()
"""What rows are full of, the most frequent last. Never to be altered: what is packed can be read with it alone."""
_PACKING = zlib.compressobj(6, zlib.DEFLATED, _WINDOW, 5, zlib.Z_DEFAULT_STRATEGY, _WORDS)


def pack(text: str | None) -> bytes | None:
    """The text made small; asked by the triggers for every row."""
    if text is None:
        return None
    packing = _PACKING.copy()
    return _FORM + packing.compress(text.encode()) + packing.flush()


def unpack(kept: bytes | str | None) -> str | None:
    """What was packed, or what is kept as text from before; raises `ValueError` if it is neither."""
    if kept is None or isinstance(kept, str):
        return kept
    if kept[:1] != _FORM:
        raise ValueError("not packed in a form that is known")
    unpacking = zlib.decompressobj(_WINDOW, _WORDS)
    try:
        text = unpacking.decompress(kept[1:]).decode()
    except zlib.error:
        raise ValueError("not packed") from None
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("not packed whole")
    return text


def unpack_if_whole(kept: bytes | str | None) -> str | None:
    """The same for statements: None where it is neither, so that it agrees with no row."""
    try:
        return unpack(kept)
    except ValueError:
        return None
