"""The ground of the crawl: cases in every state whose mothers must not be found, and what left on the way."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from lles.casefile import jobs
from lles.casefile.changes.checks import Found, ask_check, record_check_answer
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.enquiries import write_enquiry
from lles.casefile.changes.filing import RECALL
from lles.casefile.changes.hearings import list_hearing
from lles.casefile.changes.people import allocate, record_language
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.changes.restriction import seal, shut_out
from lles.casefile.changes.tasks import open_task
from lles.casefile.changes.whereabouts import ask_to_open
from lles.casefile.models import Case, Concern
from lles.links.court.client import CourtService
from lles.links.court.settings import ServiceSettings
from lles.links.court.standin import StandIn
from lles.site.synthetic import documents_of
from lles.work.first_hearing.queries.orders import READ
from lles.work.first_hearing.tests.crawl import send_agreement
from lles.work.intake.jobs import fetch_papers, poll_service
from lles.work.meetings.changes import plan_meeting
from lles.work.monitoring.tests.crawl import report_monitoring
from lles.work.safeguarding.changes.letter import file_letter, withhold, write_letter
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, sign
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand
from lles.work.safeguarding.rules.letter_content import Decision, Option
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.urgent_referral.changes.opening import Body, Danger, see_danger
from lles.work.urgent_referral.changes.telling import record_reply, record_sent
from lles.work.urgent_referral.changes.writing import write_referral
from lles.work.urgent_referral.rules.referral_facts import TypedWords
from tests.crawl.arrived import hold, key_by_hand, write_by_mail
from tests.crawl.canary import EMAIL, HOME, PHONE
from tests.crawl.cast import CHESTER, employ, officer, open_offices
from tests.crawl.closing import tell_everybody
from tests.crawl.family import as_sent, hidden_family
from tests.crawl.family_assistance import order_help
from tests.crawl.hearings import sit
from tests.crawl.rows import prepare_pieces

IN_HAND, FILED, SEALED, ELSEWHERE = range(1, 5)
PACE = 100_000
LETTER = "safeguarding_letter"
HURRY = dict.fromkeys(
    [
        "SG-CALLS",
        "SG-NOTREADY",
        "SG-LETTER-DUE",
        "SG-SIGNOFF",
        "SG-SCOPE",
        "SG-WHOLE",
        "CYM-EQUAL",
        "CONF-PART",
    ],
    "Soon.",
)


@dataclass
class Ground:
    """The cases by what they are, and everything that the court heard."""

    at: datetime
    references: dict[str, str] = field(default_factory=dict)
    heard: list[bytes] = field(default_factory=list)

    def case(self, name: str) -> Case:
        """A case by what it is: own, filed, sealed or other."""
        return Case.objects.get(reference=self.references[name])


def prepare() -> Ground:
    """Offices and people, five answers of the court, and the work done on each case."""
    ground = Ground(timezone.now().replace(microsecond=0))
    offices = open_offices()
    employ(offices)
    with StandIn() as court, CourtService(patient(court)) as service:
        listen(court, ground.heard)
        for number in (IN_HAND, FILED, SEALED, ELSEWHERE):
            _send(court, number, ground)
        list(poll_service(service, ground.at, ground.at - timedelta(minutes=10)))
        fetch_papers(service, ground.at)
        found = Case.objects.order_by("court_number")
        names = dict(zip(("own", "filed", "sealed", "other"), found, strict=True))
        ground.references = {name: case.reference for name, case in names.items()}
        hold(ground.at)
        write_by_mail(ground.at, names["own"])
        key_by_hand(ground.at)
        for name in ("own", "filed", "sealed"):
            _work_on(names[name], ground.at)
            _add_a_paper(names[name], ground.at)
            _order(names[name], ground.at)
            sit(names[name], ground.at)
            _see_danger(names[name], ground.at)
            _enquire(names[name], ground.at)
            order_help(names[name], officer("own"), ground.at)
            prepare_pieces(names[name], officer("own"), ground.at)
        _file(names["filed"], ground.at)
        tell_everybody(names["filed"], officer("own"), ground.at)
        report_monitoring(names["filed"], officer("own"), ground.at)
        send_agreement(names["filed"], officer("own"), ground.at)
        jobs.run(ground.at + RECALL, service)
    _restrict(names["sealed"], names["own"], ground.at)
    Case.objects.filter(pk=names["other"].pk).update(office=offices[CHESTER])
    _stop_a_letter(ground.case("own"), ground.at)
    return ground


def _restrict(restricted: Case, known: Case, at: datetime) -> None:
    """One case is restricted, and named for it is who sees it anyhow; from another one is shut out who has no
    sight of it anyhow."""
    by, why = officer("manager"), "The family is known in the office."
    seal(case=restricted, by=by, at=at, reason=why, named=[officer("own")])
    shut_out(case=known, by=by, at=at, officer=officer("clerk-elsewhere"), relation="relative", words=why)


def patient(court: StandIn) -> ServiceSettings:
    """A court that lets everybody ask as fast as they can."""
    return court.settings("private", searches_a_minute=PACE, downloads_a_minute=PACE, uploads_a_minute=PACE)


def _send(court: StandIn, number: int, ground: Ground) -> None:
    family = hidden_family(number, timezone.localdate(ground.at))
    court.load(as_sent(family), changed_at=ground.at - timedelta(minutes=5))
    for key, content in documents_of(family).items():
        court.put_document(key, content)


def _work_on(case: Case, at: datetime) -> None:
    own = officer("own")
    allocate(case=case, by=officer("manager"), at=at, to=own)
    mother, father = case.parties.get(role="applicant"), case.parties.get(role="respondent")
    for check in case.checks.filter(kind="police"):
        ask_check(case=case, by=own, at=at, check=check, body="north-wales", asked_on=at.date())
    record_check_answer(
        case=case, by=own, at=at, check=case.checks.get(kind="police", party=father),
        identified_by=("name", "date_of_birth"), received_on=at.date(),
        found=[Found("incident", as_received="Shouting was reported.", passing_on="text")],
    )  # fmt: skip
    record_language(case=case, by=own, at=at, party=mother, language="cy", asked_on=at.date())
    ask_to_open(
        case=case, by=own, at=at, owner=f"party:{mother.pk}", about="email", made_by="person",
        made_on=at.date(), words="She says he may write to her.",
    )  # fmt: skip
    record_conversation(case=case, by=own, at=at, party=father, began_at=at, outcome="no_answer")
    record_conversation(
        case=case, by=own, at=at, party=mother, began_at=at, outcome="spoke", safe_to_talk=True,
        language="cy", identity_checked=True, concerns=(Words("Mae'n gweiddi wrth nôl y plant.", "cy"),),
    )  # fmt: skip
    plan_meeting(
        case=case, by=own, at=at, party=mother, way="video", starts_at=at, language="cy",
        reasons={"JUR-HOURS": f"By day she is out of {HOME.street}."},
    )  # fmt: skip
    review, place = at + timedelta(days=200), f"In the library by {HOME.street}"
    list_hearing(case=case, by=own, at=at, type_code="ABA5-REV", starts_at=review, venue=place)
    write_letter(
        case=case, by=own, at=at, content=about_safety(
            "The mother is afraid of the handovers.", options=(Option("section_7", "More has to be known."),)
        ),
    )  # fmt: skip


def _add_a_paper(case: Case, at: datetime) -> None:
    """Somebody wrote where she is: in the letter, in its name, and in what the officer typed."""
    looked = look_at(name=f"{HOME.street}.txt", content=f"She is at {HOME.in_one_line()}.".encode())
    receive_paper(
        case=case, by=officer("own"), at=at, looked=looked, kind="letter", sender="A neighbour",
        came_by="post", received_on=at.date(),
    )  # fmt: skip


def _order(case: Case, at: datetime) -> None:
    """The court directs two things; the words of one say where she is."""
    report = Directed("section_7_report", paragraph="5", party=case.parties.get(role="applicant"))
    visit = Directed("in_its_words", f"A visit to {HOME.in_one_line()}."[:200], paragraph="6")
    order = record_order(
        case=case, by=officer("own"), at=at, kind="", title="Directions", made_on=at.date(),
        directions=(report, visit),
    )  # fmt: skip
    open_task(case=case, by=officer("own"), at=at, kind=READ, subject=str(order.pk))


def _see_danger(case: Case, at: datetime) -> None:
    """What was learnt says where she is, and so does the reply; the police are told it on purpose, and the
    council was written to."""
    own, mother = officer("own"), case.parties.get(role="applicant")
    danger = Danger(
        seen_at=at, seen_in="call", children=list(case.children.order_by("pk")), harm=("physical",),
        learnt=f"He knows that she is at {HOME.in_one_line()}, and {PHONE} rings.", language="en",
        children_safe="not_safe", adults_safe="unknown", safety=EMAIL, party=mother,
    )  # fmt: skip
    bodies = [Body("police", "north-wales"), Body("local_authority", "wrexham")]
    referral = see_danger(case=case, by=own, at=at, danger=danger, bodies=bodies)
    details = [f"party:{mother.pk}.{kind}" for kind in ("address", "phone", "email")]
    for to in referral.recipients.all():
        write_referral(
            case=case, by=own, at=at, recipient=to, details=details, why=TypedWords(HOME.street, "en"),
            reasons={"CONF-POLICE": "There is no time."},
        )  # fmt: skip
    to = referral.recipients.get(kind="local_authority")
    record_sent(case=case, by=own, at=at, recipient=to, way="portal", sent_to="The portal", sent_at=at)
    to.refresh_from_db()
    record_reply(
        case=case, by=own, at=at, recipient=to, decision="strategy", received_at=at,
        words=f"We went to {HOME.postcode}.",
    )  # fmt: skip


def _enquire(case: Case, at: datetime) -> None:
    """The police and the council are told on purpose where she lives, to search their records."""
    own = officer("own")
    for check in case.checks.filter(party__role="applicant", number=1):
        write_enquiry(
            case=case, by=own, at=at, check=check, details=[f"{check.owner}.address"],
            body="north-wales" if check.kind == check.POLICE else "wrexham",
            reasons={"CONF-POLICE": "They need it to search."},
        )  # fmt: skip


def _file(case: Case, at: datetime) -> None:
    file_letter(case=case, by=officer("own"), at=at, reasons=HURRY)


def _say_where(case: Case, at: datetime) -> Mapping[int, Decision]:
    """A mother says in a call where she is; it stays out of the letter."""
    own, mother = officer("own"), case.parties.get(role="applicant")
    record_conversation(
        case=case, by=own, at=at, party=mother, began_at=at, outcome="spoke", safe_to_talk=True,
        language="en",
        concerns=(Words(f"He was seen at {HOME.street}.", "en", who=EMAIL),),
    )  # fmt: skip
    said = Concern.objects.filter(case=case).latest("pk")
    return {said.pk: Decision(use=False, because=f"It names {HOME.postcode}.")}


def _stop_a_letter(case: Case, at: datetime) -> None:
    """An answer that says too much is stopped, and the refusal is on the timeline; then it is put right."""
    own = officer("own")
    content = about_safety(
        f"The mother is afraid of the handovers at {HOME.in_one_line()}.", concerns=_say_where(case, at)
    )
    write_letter(case=case, by=own, at=at, content=content)
    slip = f"She lives at {HOME.in_one_line()} and can be called on {PHONE}."
    for words in (slip, "An argument was reported."):
        record_check_answer(
            case=case, by=own, at=at, check=case.checks.get(kind="police", party__role="respondent"),
            found=[Found("incident", as_received=words, passing_on="text")],
            identified_by=["name", "date_of_birth"], received_on=at.date(),
        )  # fmt: skip
        refusals = preview_letter(case=case, by=own, at=at).refusals
        assert bool(refusals) == (words == slip)
    father = case.parties.get(role="respondent")
    withhold(case=case, by=own, at=at, party=father, reason="He has threatened to come.")
    asked = ask_for_signature(case=case, by=own, at=at, kind=LETTER, reasons=HURRY)
    writing = in_hand(case, LETTER)
    assert writing is not None
    sign(case=case, by=officer("supervisor"), at=at, asked=asked, read=fingerprint_of(case, writing))
    ask_for_signature(case=case, by=own, at=at, kind=LETTER, reasons=HURRY)


def listen(court: StandIn, heard: list[bytes]) -> None:
    """Everything that comes to the court is written down as it came: address, headers and body."""
    pages = court._server.RequestHandlerClass
    assert isinstance(pages, type)

    class Heard(pages):  # type: ignore[misc,valid-type]  # a class that is made while the court runs
        """Pages of the court that remember every call."""

        def _body(self) -> bytes:
            content: bytes = super()._body()
            heard.append(f"{self.command} {self.path}\n{self.headers}\n".encode() + content)
            return content

    court._server.RequestHandlerClass = Heard


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside was never there."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
