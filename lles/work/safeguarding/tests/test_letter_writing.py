"""Nothing an adult raised is lost on the way to the court, and nothing reaches a party it is kept from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lles.casefile.models import Conversation, Party
from lles.work.safeguarding.queries.concerns import concerns_for, said_in
from lles.work.safeguarding.queries.readers import Reader
from lles.work.safeguarding.rules.letter_content import Content, Decision, concerns_as_data, undecided
from lles.work.safeguarding.rules.letter_facts import ConcernRaised
from lles.work.safeguarding.rules.unnamed import Unnamed

MOTHER = Party(pk=1, role="applicant", number=1, first_name="Siân", last_name="Morris")
FATHER = Party(pk=2, role="respondent", number=1, first_name="Gareth", last_name="Bevan")
COURT = Reader("court", None, ("en", "cy"))
PARTIES = tuple(Reader(party.slug, party, ("en",)) for party in (MOTHER, FATHER))
Teller = Callable[[Reader, Sequence[Conversation], Content], Iterable[str]]


@dataclass(frozen=True)
class Said:
    """One thing that an adult raised."""

    pk: int
    words: str
    deferred: bool = False
    language: str = "en"
    child: None = None
    topic: str = ""
    who: str = ""
    when: str = ""
    child_present: None = None


@dataclass(frozen=True)
class SaidInACall:
    """Everything raised in one conversation, read as a manager of rows is read."""

    said: tuple[Said, ...]

    def all(self) -> tuple[Said, ...]:
        """Every one of them."""
        return self.said


@dataclass(frozen=True)
class Call:
    """One conversation with an adult."""

    party: Party
    concerns: SaidInACall

    is_interpreted = False

    @property
    def party_id(self) -> int:
        """Who spoke."""
        return self.party.pk


unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
reasons = st.sampled_from(["", " ", "\n\t", "It was withdrawn.", "Dywedwyd ddwywaith."])
decisions = st.builds(
    Decision,
    use=st.sampled_from([None, True, False]),
    because=reasons,
    kept_from=st.sets(st.sampled_from([MOTHER.slug, FATHER.slug])).map(lambda found: tuple(sorted(found))),
    harm=reasons,
)
raised = st.lists(st.tuples(st.sampled_from([MOTHER, FATHER]), st.booleans(), decisions), max_size=7)


def calls_of(rows: Sequence[tuple[Party, bool, Decision]]) -> Sequence[Conversation]:
    """One conversation for each thing that was raised."""
    found = [
        Call(party, SaidInACall((Said(number, f"Worry {number}.", deferred),)))
        for number, (party, deferred, _) in enumerate(rows)
    ]
    return cast(Sequence[Conversation], found)


def kept(rows: Sequence[tuple[Party, bool, Decision]]) -> Content:
    """The decisions as they come back from where they were kept."""
    data = concerns_as_data({number: one for number, (_, _, one) in enumerate(rows)})
    known = cast(Mapping[str, Mapping[str, object]], data)
    return Content(concerns={int(key): Decision.from_data(one) for key, one in known.items()})


def told(reader: Reader, calls: Sequence[Conversation], content: Content) -> Iterable[str]:
    """The words in the facts of one reader."""
    return [one.words.text for one in as_told(reader, calls, content)]


def as_told(reader: Reader, calls: Sequence[Conversation], content: Content) -> Iterable[ConcernRaised]:
    """What the facts of one reader hold; no detail and no body is named in it."""
    words = {one.pk: one.words for call in calls for one in call.concerns.all()}
    nobody = Unnamed(frozenset(), frozenset())
    return concerns_for(reader, tuple(said_in(calls)), content, (MOTHER, FATHER), words, nobody)


def lost_or_leaked(rows: Sequence[tuple[Party, bool, Decision]], teller: Teller) -> list[str]:
    """What the court neither reads nor finds left out with a reason, and what reaches a party it is kept
    from."""
    calls, content = calls_of(rows), kept(rows)
    to_court = set(teller(COURT, calls, content))
    wrong = []
    for number, (_, _, decided) in enumerate(rows):
        words = f"Worry {number}."
        recorded = content.concerns.get(number)
        has_reason = recorded is not None and recorded.use is False and recorded.because.strip() != ""
        if (words in to_court) == has_reason:
            wrong.append(f"the court: {words}")
        for reader in PARTIES:
            if reader.name in decided.kept_from and words in set(teller(reader, calls, content)):
                wrong.append(f"{reader.name}: {words}")
    return wrong


@unhurried
@given(raised)
def test_each_worry_reaches_the_court_or_is_left_out_with_a_reason_and_no_party_it_is_kept_from(
    rows: list[tuple[Party, bool, Decision]],
) -> None:
    assert lost_or_leaked(rows, told) == []


@unhurried
@given(raised)
def test_a_party_reads_no_more_than_the_court(rows: list[tuple[Party, bool, Decision]]) -> None:
    calls, content = calls_of(rows), kept(rows)
    for reader in PARTIES:
        assert set(told(reader, calls, content)) <= set(told(COURT, calls, content))


@unhurried
@given(raised)
def test_only_the_court_reads_from_whom_something_is_kept_and_why(
    rows: list[tuple[Party, bool, Decision]],
) -> None:
    calls, content = calls_of(rows), kept(rows)
    for reader in PARTIES:
        for one in as_told(reader, calls, content):
            assert (one.kept_from, one.harm) == ((), None)


@unhurried
@given(raised)
def test_what_is_left_out_without_a_reason_is_still_to_be_decided(
    rows: list[tuple[Party, bool, Decision]],
) -> None:
    content, open_ones = kept(rows), set(undecided(kept(rows), range(len(rows))))
    for number, (_, _, decided) in enumerate(rows):
        is_settled = decided.use is True or (decided.use is False and bool(decided.because.strip()))
        assert (number not in open_ones) == is_settled, content.concerns.get(number)


def drops_what_has_no_reason(_: Reader, calls: Sequence[Conversation], content: Content) -> Iterable[str]:
    """What is marked to be left out is gone, whether a reason is given or not."""
    said = (one for call in calls for one in call.concerns.all())
    return [one.words for one in said if content.decision_on(one.pk).use is not False]


def drops_what_nobody_decided(_: Reader, calls: Sequence[Conversation], content: Content) -> Iterable[str]:
    """Only what somebody decided to use is told."""
    said = (one for call in calls for one in call.concerns.all())
    return [one.words for one in said if content.decision_on(one.pk).use]


def tells_everybody(_: Reader, calls: Sequence[Conversation], content: Content) -> Iterable[str]:
    """A party reads what the court reads."""
    return told(COURT, calls, content)


@pytest.mark.parametrize(
    ("broken", "decided", "wrong"),
    [
        (drops_what_has_no_reason, Decision(use=False, because=" "), ["the court: Worry 0."]),
        (drops_what_nobody_decided, Decision(), ["the court: Worry 0."]),
        (tells_everybody, Decision(use=True, kept_from=(FATHER.slug,)), ["respondent-1: Worry 0."]),
    ],
)
def test_the_property_would_notice(broken: Teller, decided: Decision, wrong: list[str]) -> None:
    rows = [(MOTHER, False, decided)]
    assert lost_or_leaked(rows, told) == []
    assert lost_or_leaked(rows, broken) == wrong
