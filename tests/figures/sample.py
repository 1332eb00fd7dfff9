"""An invented centre with some months of records, written straight into a vault or handed over as plain facts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.figures.facts import (
    AgencyFact,
    AssistanceFact,
    CodeFact,
    GroupFact,
    MeasureFact,
    MentionFact,
    PeriodFacts,
    ReferralFact,
    SentBefore,
    TrainingFact,
    TrainingPartFact,
    Words,
)
from desktop.periods import Month, Quarter
from desktop.records.agency import Agency
from desktop.records.assistance import Assistance
from desktop.records.centre_profile import CentreProfile
from desktop.records.code_list import Code
from desktop.records.person import Person
from desktop.records.referral import Measure, Mention, Referral
from desktop.records.training import (
    PART_ROLES,
    TRAINING_KINDS,
    Training,
    TrainingPart,
    WorkingGroup,
    WorkingGroupMember,
)
from desktop.records.vocabulary import AGE_GROUPS, OUTCOMES, ROLES, SEXES
from desktop.vault.record import Record
from desktop.vault.vault import Vault

MONTH = Month(2026, 10)
CODES = {
    "violence_kind": ("Physical", "Psychological", "Sexual", "Economic"),
    "relation": ("Spouse", "Partner", "Parent", "Other relation"),
    "assistance_kind": ("Information", "Consultation", "Legal assistance"),
    "contact_channel": ("By telephone", "In person", "Online"),
    "measure_kind": ("Protection order", "Court measure"),
    "risk_level": ("Low risk", "Medium risk", "High risk"),
}
AGENCIES = (
    ("police", "Klaipėdos r. komisariatas"),
    ("police", "Kretingos r. komisariatas"),
    ("police", "Palangos m. komisariatas <b> & Co"),
    ("prosecution", "Klaipėdos apygardos prokuratūra"),
    ("social_services", "Kretingos socialinių paslaugų centras"),
    ("self", "Kreipėsi asmeniškai"),
)
TOWNS = ("Klaipėdos r.", "Kretingos r.", "Palangos m.")


def code_of(words: str) -> str:
    """The code under which a sample entry is kept."""
    return words.split(maxsplit=1)[0].lower()


@dataclass
class Rows:
    """Identifiers counted up, and chance that repeats itself."""

    chance: Random
    number: int = 0
    people: list[Person] = field(default_factory=list)

    def id(self) -> UUID:
        """The next identifier."""
        self.number += 1
        return UUID(int=(0x51 << 96) + self.number)

    def one(self, things: object) -> str:
        """One of several."""
        return self.chance.choice(list(things))  # type: ignore[call-overload]


def fill(vault: Vault, months: int = 14, a_month: int = 30, seed: int = 7) -> None:
    """Write the invented centre into the vault: so many months that end with `MONTH`."""
    rows = Rows(Random(seed))
    with vault.change("Sample", vault.worker) as session:
        session.add(_centre(rows))
        agencies = [
            Agency(id=rows.id(), kind=kind, name=name, place=place) for place, (kind, name) in enumerate(AGENCIES)
        ]
        session.add_all(agencies)
        rows.people = [Person(id=rows.id(), code=f"P-{number:04d}") for number in range(1, 31)]
        session.add_all(rows.people)
        session.add_all(_codes(rows))
        session.flush()
        made = [one for back in reversed(range(months)) for one in _month(rows, MONTH.later(-back), a_month, agencies)]
        session.add_all(one for one in made if isinstance(one, Referral))
        session.flush()
        session.add_all(made)
        _fill_trainings(rows, session, months, agencies)
        _fill_groups(rows, session, agencies)


def _fill_trainings(rows: Rows, session: Session, months: int, agencies: list[Agency]) -> None:
    """Two or three things a month: those held here and elsewhere in turn, one of them only planned yet."""
    chance, held = Random(months), list[Training]()
    for back in range(-2, months):
        month = MONTH.later(-back)
        held += (
            Training(
                id=rows.id(), kind=chance.choice(list(TRAINING_KINDS)), topic=f"Tema {number}", minutes=90 * number,
                on_day=date(month.year, month.month, chance.randrange(1, 29)),
                organiser_id=chance.choice([None, *(agency.id for agency in agencies)]),
            )
            for number in range(chance.randrange(1, 4))
        )  # fmt: skip
    session.add_all(held)
    session.flush()
    session.add_all(
        TrainingPart(id=rows.id(), training_id=one.id, agency_id=agency, role=role, persons=chance.randrange(1, 20))
        for one in held for agency in (None, agencies[0].id) for role in PART_ROLES if chance.random() < 0.7
    )  # fmt: skip


def _fill_groups(rows: Rows, session: Session, agencies: list[Agency]) -> None:
    """One that ended long ago, one on the first day of a month, one that began on its last, and one still at work."""
    spans = (
        (date(2025, 1, 5), date(2025, 12, 31)), (date(2026, 2, 1), MONTH.first),
        (MONTH.last, None), (date(2026, 6, 10), None),
    )  # fmt: skip
    groups = [
        WorkingGroup(id=rows.id(), name=f"Grupė {number}", since=since, until=until, results="Tvarka" * (number % 2))
        for number, (since, until) in enumerate(spans)
    ]
    session.add_all(groups)
    session.flush()
    seats = ((None, "Rūta"), (None, "Dalia"), (agencies[0].id, ""), (agencies[1].id, "Tomas"), (agencies[1].id, ""))
    session.add_all(
        WorkingGroupMember(id=rows.id(), group_id=group.id, agency_id=agency, person=person)
        for number, group in enumerate(groups) for agency, person in seats[: 2 + number]
    )  # fmt: skip


def _centre(rows: Rows) -> CentreProfile:
    return CentreProfile(
        id=rows.id(), name="Pajūrio krizių centras", country="LT", zone="Europe/Vilnius", language="lt",
        legal_code="300000017", address="Vasaros g. 4, Kretinga", phone="+370 445 00000",
        email="centras@pavyzdys.example", town="Kretinga", municipalities="\n".join(TOWNS),
        prepared_by="Rūta Jonynienė", prepared_by_title="Statistikos darbuotoja",
        approved_by="Dalia Žvirblytė", approved_by_title="Direktorė",
        receiver="Socialinių paslaugų priežiūros departamentas", is_practice=True,
    )  # fmt: skip


def _codes(rows: Rows) -> list[Code]:
    return [
        Code(id=rows.id(), list_name=name, code=code_of(words), msgid=words, place=place)
        for name, entries in CODES.items()
        for place, words in enumerate(entries)
    ]


def _month(rows: Rows, month: Month, count: int, agencies: list[Agency]) -> list[Record]:
    made: list[Record] = []
    last: Referral | None = None
    for number in range(count + rows.chance.randrange(-4, 5)):
        last = _referral(rows, month, number, agencies, last)
        made.append(last)
        made += _mentions(rows, last)
        if rows.chance.random() < 0.3:
            made.append(
                Measure(id=rows.id(), referral_id=last.id, kind=rows.one(["protection", "court"]),
                        granted_at=last.received_at, until_at=last.received_at + timedelta(hours=360))
            )  # fmt: skip
    made += [_assistance(rows, month, agencies) for _ in range(count * 2)]
    group = rows.id()
    for _ in range(4):
        help_given = _assistance(rows, month, agencies)
        help_given.group_id, help_given.minutes, help_given.kind = group, 90, "consultation"
        made.append(help_given)
    return made


def _referral(rows: Rows, month: Month, number: int, agencies: list[Agency], before: Referral | None) -> Referral:
    chance = rows.chance
    received = datetime.combine(month.first, datetime.min.time()) + timedelta(
        days=chance.randrange(28), hours=chance.randrange(24), minutes=chance.randrange(60)
    )
    outcome = rows.one([*OUTCOMES, "accepted", "accepted", "accepted"])
    reached = outcome in ("accepted", "not_accepted") or chance.random() < 0.2
    sender = chance.choice([*agencies[:3], *agencies])
    return Referral(
        id=rows.id(), year=month.year, number=month.month * 100_000 + number, received_at=received, month=month.key,
        sender_id=agencies[0].id if sender.kind == "police" else sender.id,
        unit_id=sender.id if sender.kind == "police" and chance.random() < 0.9 else None,
        due_at=received + timedelta(days=2),
        first_contact_at=received + timedelta(hours=chance.randrange(1, 60)) if reached else None,
        outcome=outcome, children_saw=rows.one(["yes", "no", "unknown"]),
        risk_level=rows.one(["", "low", "medium", "high"]),
        person_id=chance.choice(rows.people).id if chance.random() < 0.9 else None,
        duplicate_of_id=before.id if before and chance.random() < 0.05 else None,
        repeat_of_id=before.id if before and chance.random() < 0.1 else None,
    )  # fmt: skip


def _mentions(rows: Rows, referral: Referral) -> list[Mention]:
    chance = rows.chance
    roles = ["experienced", *chance.sample(list(ROLES), chance.randrange(3))]
    return [
        Mention(
            id=rows.id(), referral_id=referral.id, place=place, role=role, sex=rows.one(SEXES),
            age_group=rows.one(AGE_GROUPS), municipality=rows.one([*TOWNS, "Skuodo r.", ""]),
            kinds=tuple(chance.sample([code_of(one) for one in CODES["violence_kind"]], chance.randrange(3))),
            relation=rows.one(["spouse", "partner", "parent", "other", ""]),
            relation_ended=rows.one(["present", "former", "unknown"]),
        )
        for place, role in enumerate(roles)
    ]  # fmt: skip


def _assistance(rows: Rows, month: Month, agencies: list[Agency]) -> Assistance:
    chance = rows.chance
    return Assistance(
        id=rows.id(), on_day=date(month.year, month.month, chance.randrange(1, 29)), month=month.key,
        kind=rows.one(["information", "consultation", "legal"]), channel=rows.one(["by", "in", "online"]),
        person_id=chance.choice(rows.people).id if chance.random() < 0.9 else None,
        minutes=chance.choice([10, 15, 30, 45, 60, 75]), worker_id=UUID(int=1), worker_name="Ona",
        onward_id=chance.choice(agencies[3:5]).id if chance.random() < 0.1 else None,
    )  # fmt: skip


def some_facts(chance: Random, notices: int = 12) -> PeriodFacts:
    """Facts of one month, made by chance; odd codes among them, as old records have."""
    rows = Rows(chance)
    agencies = tuple(AgencyFact(rows.id(), kind, name, place) for place, (kind, name) in enumerate(AGENCIES))
    begins = datetime(2026, 10, 1)
    referrals = tuple(_fact(rows, begins, agencies) for _ in range(notices))
    people = [rows.id() for _ in range(4)]
    groups = [rows.id() for _ in range(2)]
    mentions = tuple(
        MentionFact(
            rows.id(), one.id, rows.one(ROLES), rows.one(SEXES), rows.one(AGE_GROUPS), rows.one([*TOWNS, "", "Utena"]),
            tuple(chance.sample(["physical", "psychological", "sexual", "retired"], chance.randrange(4))),
            rows.one(["spouse", "partner", "gone", ""]), rows.one(["present", "former", "unknown", ""]),
        )
        for one in referrals
        for _ in range(chance.randrange(4))
    )  # fmt: skip
    measures = tuple(
        MeasureFact(rows.id(), one.id, rows.one(["protection", "court", "gone"]), chance.random() < 0.5,
                    chance.random() < 0.5, one.risk_level)
        for one in referrals if chance.random() < 0.4
    )  # fmt: skip
    assistance = tuple(
        AssistanceFact(rows.id(), chance.choice([*people, None]), rows.one(["information", "legal", "gone"]),
                       rows.one(["by", "online", ""]), chance.randrange(5, 90),
                       chance.choice([None, None, agencies[4].id, UUID(int=5)]), None)
        for _ in range(notices)
    )  # fmt: skip
    grouped = tuple(
        AssistanceFact(rows.id(), person, "legal", "in", 60, None, group) for group in groups for person in people
    )
    codes = {
        name: tuple(CodeFact(code_of(words), Words(words), words != "Online") for words in entries)
        for name, entries in CODES.items()
    }
    before = tuple(
        SentBefore(MONTH.later(back), agency.id, None, chance.randrange(9)) for back in (-12, -1) for agency in agencies
    )
    series = tuple((MONTH.later(-back), notices if not back else chance.randrange(40)) for back in reversed(range(13)))
    return PeriodFacts(
        MONTH, datetime(2026, 11, 2), referrals, chance.randrange(3), mentions, measures, assistance + grouped,
        agencies, codes, TOWNS, before, series, *_held(rows, Random(notices)), _groups(rows),
    )  # fmt: skip


def quarter_facts(chance: Random, notices: int = 180) -> PeriodFacts:
    """Facts of the third quarter, made by chance."""
    facts, quarter = some_facts(chance, notices), Quarter(2026, 3)
    months = (*quarter.year_before.months, *quarter.later(-1).months)
    before = (SentBefore(month, agency.id, None, chance.randrange(9)) for month in months for agency in facts.agencies)
    first = quarter.months[0]
    series = [(first.later(-back), chance.randrange(40)) for back in range(10, 0, -1)]
    own = zip(quarter.months, (notices - 2 * (notices // 3), notices // 3, notices // 3), strict=True)
    return replace(facts, period=quarter, before=tuple(before), series=(*series, *own))


def _held(rows: Rows, chance: Random) -> tuple[tuple[TrainingFact, ...], tuple[TrainingPartFact, ...]]:
    """Trainings of the month and those who came; their own chance, so that all else stays as it was."""
    held = tuple(TrainingFact(rows.id(), kind, chance.choice([0, 90, 360])) for kind in (*TRAINING_KINDS, "training"))
    came = tuple(
        TrainingPartFact(rows.id(), ours, us, role, chance.randrange(1, 30))
        for ours in (True, False) for us in (True, False) for role in PART_ROLES if ours != us or role == "lecturer"
    )  # fmt: skip
    return held, came


def _groups(rows: Rows) -> tuple[GroupFact, ...]:
    """Two at work, one of which has told what came of it."""
    return (
        GroupFact(rows.id(), "Saugaus perdavimo tvarka", "Tvarka suderinta, pasirašyta 6 institucijų.", 4, 6),
        GroupFact(rows.id(), "Vaikai, matę smurtą", "", 3, 3),
    )


def _fact(rows: Rows, begins: datetime, agencies: tuple[AgencyFact, ...]) -> ReferralFact:
    chance = rows.chance
    received = begins + timedelta(minutes=chance.randrange(60 * 24 * 31))
    sender = chance.choice(agencies)
    return ReferralFact(
        rows.id(), received, sender.id, chance.choice([None, agencies[1].id]) if sender.kind == "police" else None,
        received + timedelta(days=2),
        received + timedelta(hours=chance.randrange(100)) if chance.random() < 0.7 else None,
        rows.one(OUTCOMES), chance.random() < 0.9, chance.random() < 0.2, rows.one(["yes", "no", "unknown"]),
        rows.one(["", "low", "high", "gone"]),
    )  # fmt: skip
