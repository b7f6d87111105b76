"""What is asked of others about an adult or a child, what they answered, and when abuse was first raised."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Child, Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer

ONE_SUBJECT = (
    models.Q(party__isnull=False, adult__isnull=True, child__isnull=True)
    | models.Q(party__isnull=True, adult__isnull=False, child__isnull=True)
    | models.Q(party__isnull=True, adult__isnull=True, child__isnull=False)
)


class OtherAdult(models.Model):
    """An adult who is not a party: a new partner, or somebody else of the home of a party; the person is
    checked only on a recorded basis (SG-NEWPARTNER)."""

    NEW_PARTNER, HOUSEHOLD, OTHER = "new_partner", "household", "other"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="other_adults")
    first_name = models.CharField(max_length=200)
    last_name = models.CharField(max_length=200)
    former_names = models.CharField(max_length=300, blank=True)
    born_on = models.DateField(null=True, blank=True)
    relation = models.SlugField(max_length=20)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="other_adults")
    lives_with_party = models.BooleanField(null=True, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(
        open="id",
        record="case first_name last_name former_names born_on relation party by at",
        confidence="lives_with_party",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    @property
    def name(self) -> str:
        """First and last name as they were given."""
        return f"{self.first_name} {self.last_name}".strip()

    def __str__(self) -> str:
        return self.name


class Check(models.Model):
    """A question about one adult to the police or to a local authority; or, about one child, to somebody
    close to the child, whose answer is a source and no check."""

    POLICE, LOCAL_AUTHORITY = "police", "local_authority"
    OF_ADULTS = (POLICE, LOCAL_AUTHORITY)
    PARTY, DIRECTION, CONSENT, PATHFINDER = "party", "direction", "consent", "pathfinder"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="checks")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="checks")
    adult = models.ForeignKey(
        OtherAdult, null=True, blank=True, on_delete=models.PROTECT, related_name="checks"
    )
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField(default=1)
    is_enhanced = models.BooleanField(default=False)
    body = models.SlugField(max_length=80, blank=True)
    place = models.CharField(max_length=64, blank=True)
    basis = models.CharField(max_length=20, default=PARTY)
    basis_on = models.DateField(null=True, blank=True)
    basis_from = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="given_bases"
    )
    basis_words = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    asked_on = models.DateField(null=True, blank=True)
    way = models.CharField(max_length=20, blank=True)
    overtaken_at = models.DateTimeField(null=True, blank=True)
    instead_of = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="asked_anew"
    )
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_because = models.TextField(blank=True)

    kept = Kept(
        open="id kind number",
        record="case party adult child is_enhanced basis basis_on basis_from opened_at asked_on way"
        " overtaken_at instead_of set_aside_at",
        confidence="body basis_words set_aside_because",
        location="place",
    )

    class Meta:
        ordering: ClassVar[list[str]] = [
            "party__role",
            "party__number",
            "adult",
            "child",
            "kind",
            "number",
            "id",
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "party", "adult", "child", "kind", "number"],
                name="a_check_of_a_person_is_opened_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=ONE_SUBJECT, name="a_check_is_about_one_person"),
        ]

    @property
    def person(self) -> Party | OtherAdult | Child:
        """Whom it is about."""
        person = self.party or self.adult or self.child
        assert person is not None
        return person

    @property
    def owner(self) -> str:
        """Under whose name the store of locations knows where the person lives: an adult outside the case is
        found where the party is with whom that person is known to live."""
        if self.adult:
            return f"party:{self.adult.party_id}" if self.adult.lives_with_party else f"adult:{self.adult_id}"
        return f"party:{self.party_id}" if self.party_id else f"child:{self.child_id}"

    @property
    def owner_shown(self) -> str:
        """By what the checks of one person stand together, the parties first."""
        return f"1:{self.party_id:012d}" if self.party_id else f"2:{self.adult_id or 0:012d}"

    @property
    def is_source(self) -> bool:
        """True where somebody close to the child was asked: what they say is a source, not a check."""
        return self.kind not in self.OF_ADULTS

    @property
    def asked_for(self) -> str:
        """What it is called on a page: its kind, or that it asks the police for more than the first level."""
        return "enhanced" if self.is_enhanced else self.kind

    @property
    def chased_on(self) -> object:
        """The day of the last reminder."""
        return max((chase.on for chase in self.chases.all()), default=None)


class Chase(models.Model):
    """One reminder of a question that was not answered; written once."""

    asked = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="chases")
    on = models.DateField()
    way = models.CharField(max_length=20, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="asked on way by at")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class CheckAnswer(models.Model):
    """An answer to a check, tied to one identified person; a later one stands before it; written once."""

    asked = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="answers")
    identified_by = models.JSONField(default=list)
    received_on = models.DateField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()

    kept = Kept(open="id", record="asked received_on by at", partner="identified_by")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class CheckFact(models.Model):
    """One thing that an answer says, in one closed word: when, about what, of which child, the text as it was
    received, and how much of it may be passed on; written once."""

    TEXT, SENTENCE, NOTHING = "text", "sentence", "nothing"
    PASSING_ON = (TEXT, SENTENCE, NOTHING)

    answer = models.ForeignKey(CheckAnswer, on_delete=models.PROTECT, related_name="facts")
    outcome = models.SlugField(max_length=40)
    began = models.CharField(max_length=10, blank=True)
    ended = models.CharField(max_length=10, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_abuse = models.BooleanField(default=False)
    as_received = models.TextField(blank=True)
    as_received_language = models.CharField(max_length=2, default="en")
    passing_on = models.CharField(max_length=10, default=SENTENCE)

    kept = Kept(
        open="id",
        record="answer as_received_language",
        partner="outcome began ended subject child is_abuse as_received passing_on",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class AbuseRaised(models.Model):
    """Domestic abuse was raised: where, on which day, and by whom where a party did; written once (DA-
    ALLSTAGES)."""

    APPLICATION, CONVERSATION, ANSWER, SOURCE, OFFICER = (
        "application", "conversation", "answer", "source", "officer",
    )  # fmt: skip

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="abuse_raised")
    source = models.SlugField(max_length=20)
    subject = models.CharField(max_length=60, blank=True)
    raised_on = models.DateField()
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="case source subject raised_on by at", confidence="party")

    class Meta:
        ordering: ClassVar[list[str]] = ["raised_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "source", "subject"], name="abuse_is_raised_once_by_one_thing"
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
