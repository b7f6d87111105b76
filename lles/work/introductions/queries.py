"""What the file says for introductory letters: who is to have one, how far each is, and what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.models import Case, Conversation, Document, Officer, Party
from lles.casefile.queries.application_facts import without_notice
from lles.casefile.queries.court import day_of, first_hearing
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.readers import adults, languages_of, nation_of
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.queries.serving import ToServe, servings_of
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language
from lles.law.due import DueDay
from lles.law.jurisdiction import Nation
from lles.law.pathway import Pathway
from lles.work.introductions.models import Decision
from lles.work.introductions.rules import (
    PATHWAYS,
    WITHOUT_NOTICE,
    IntroductionFacts,
    letters_due,
    offers_welsh,
)

KIND = "introductory_letter"


@dataclass(frozen=True)
class Introduced:
    """One adult, and how far the introductory letter is; on a ground that stands none may go, whether
    somebody decided it or the application itself says so."""

    party: Party
    languages: tuple[Language, ...]
    decision: Decision | None
    documents: tuple[Document, ...]
    serving: ToServe | None
    spoken_on: date | None
    ground: str = ""

    @property
    def is_kept_back(self) -> bool:
        """Whether no letter may go."""
        return self.decision is not None and bool(self.decision.ground)

    @property
    def was_sent(self) -> bool:
        """Whether this adult was sent one, and it did not come back."""
        return self.serving is not None and self.serving.stands is not None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do for this adult."""
        return self.is_kept_back or self.was_sent

    @property
    def was_called_first(self) -> bool:
        """Whether somebody spoke to this adult before the letter was sent."""
        if self.spoken_on is None or self.is_kept_back:
            return False
        stands = self.serving.stands if self.serving else None
        return stands is None or self.spoken_on < stands.served_at.astimezone(LONDON).date()


@dataclass(frozen=True)
class Decided:
    """What somebody decided for one adult: a letter goes, or none does, on a ground and with a reason; with a
    reason one may go that was kept back before."""

    party: Party
    ground: str = ""
    reason: str = ""


def is_for_letters(case: Case) -> bool:
    """Whether adults of this case get introductory letters: in private law, on both pathways."""
    return case.law == Case.PRIVATE and case.pathway in {pathway.value for pathway in PATHWAYS}


def introduced(case: Case) -> Sequence[Introduced]:
    """Every adult of the case who is to have a letter, with how far it is."""
    decided = {one.party_id: one for one in Decision.objects.filter(case=case).order_by("pk")}
    spoken = Conversation.objects.filter(case=case, outcome=Conversation.SPOKE, wrong=None).order_by(
        "-began_at"
    )
    days = {one.party_id: one.began_at.astimezone(LONDON).date() for one in spoken}
    made: dict[int, list[Document]] = {}
    for document in case.documents.filter(kind=KIND).exclude(party=None).order_by("pk"):
        made.setdefault(document.party_id or 0, []).append(document)
    servings = _latest(servings_of(case))
    nation, grounds = nation_of(case), _grounds(case, decided)
    return [
        Introduced(
            party,
            languages_of(party, nation),
            decided.get(party.pk),
            tuple(made.get(party.pk, ())),
            servings.get(party.pk),
            days.get(party.pk),
            grounds.get(party.pk, ""),
        )
        for party in adults(case)
        if party.in_latest_answer
    ]


def _latest(servings: Mapping[tuple[int | None, str, int], ToServe]) -> dict[int | None, ToServe]:
    return {party: one for (party, kind, _), one in servings.items() if kind == KIND}


def kept_back_from(case: Case, kind: str) -> frozenset[int]:
    """The adults who are not to have an introductory letter (SG-WELCOME)."""
    if kind != KIND:
        return frozenset()
    decided = {one.party_id: one for one in Decision.objects.filter(case=case).order_by("pk")}
    return frozenset(party for party, ground in _grounds(case, decided).items() if ground)


def _grounds(case: Case, decided: Mapping[int, Decision]) -> Mapping[int, str]:
    """Why an adult may have no letter: what was decided last, or that the application is without notice, for
    whoever is not the applicant and was not decided on since that was recorded."""
    grounds, notice = {party: one.ground for party, one in decided.items()}, without_notice(case)
    for party in adults(case) if notice else ():
        last = decided.get(party.pk)
        if notice and party.role != Party.APPLICANT and (last is None or last.at < notice.at):
            grounds[party.pk] = (last and last.ground) or WITHOUT_NOTICE
    return grounds


def letters_due_day(case: Case) -> DueDay:
    """The day by which the introductory letters go out, with its why (SG-WELCOME-BY)."""
    return letters_due(case.received_on, day_of(first_hearing(case)), calendar_in_force())


def introduction_facts(
    case: Case, party: Party, by: Officer, at: datetime, *, draft: bool
) -> IntroductionFacts:
    """What the letter says to one adult; of the others it says nothing."""
    assert case.office is not None
    return IntroductionFacts(
        name=party.name,
        head=letterhead_of(case, by, at),
        hearing_on=day_of(first_hearing(case)),
        children=tuple(child.name for child in case.children.all() if child.name),
        pathway=Pathway(case.pathway),
        offers_welsh=offers_welsh(nation_of(case), Nation(case.office.nation)),
        draft=draft,
    )


def reader_of(case: Case, pk: int) -> Introduced | None:
    """One adult of the case who is to have a letter."""
    return next((one for one in introduced(case) if one.party.pk == pk), None)


def party_and_moment(case: Case, about: Mapping[str, object]) -> tuple[Party, datetime]:
    """Who was served, and when, as the event says it."""
    moment = about["served_at"]
    assert isinstance(moment, datetime)
    return case.parties.get(pk=str(about["party"])), moment
