"""What the court did: hearings, orders, directions, and the papers it sent."""

from typing import ClassVar

from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.family import Child, Party
from lles.casefile.models.kept import Kept
from lles.casefile.models.standing import OfStandingOrders, Standing


class Hearing(models.Model):
    """A hearing or an appointment of the court about the case."""

    ADJOURNED_BY_HAND = "ADJOURNED_BY_HAND"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hearings")
    court_key = models.CharField(max_length=80, blank=True)
    type_code = models.CharField(max_length=80, blank=True)
    type_words = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=60, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    venue = models.CharField(max_length=200, blank=True)
    venue_code = models.CharField(max_length=40, blank=True)
    days = models.JSONField(default=list)
    going_ahead = models.BooleanField(default=True)
    in_latest_answer = models.BooleanField(default=True)

    kept = Kept(
        open="id",
        record="case court_key type_code type_words status starts_at ends_at venue venue_code"
        " days going_ahead"
        " in_latest_answer",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "court_key"],
                condition=~models.Q(court_key=""),
                name="a_hearing_stands_once_in_a_case",
            ),
        ]


class Paper(models.Model):
    """A document that the court holds and lists for us; fetched or not, withdrawn or not."""

    LISTED, FETCHED, WITHDRAWN = "listed", "fetched", "withdrawn"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    court_key = models.CharField(max_length=120)
    name = models.CharField(max_length=400, blank=True)
    category = models.CharField(max_length=120, blank=True)
    restricted = models.BooleanField(default=True)
    state = models.CharField(max_length=12, default=LISTED)
    sha256 = models.CharField(max_length=64, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    dated_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    fetch_problem = models.CharField(max_length=60, blank=True)
    in_latest_answer = models.BooleanField(default=True)

    kept = Kept(
        open="id",
        confidence="name",
        record="case court_key category restricted state sha256 media_type dated_at fetched_at fetch_problem"
        " in_latest_answer",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "court_key"], name="a_paper_stands_once_in_a_case"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["id"], condition=models.Q(state="listed"), name="papers_to_fetch"),
        ]


class Order(models.Model):
    """An order of the court, as the court or a person entered it; its kind is the one that a piece of work
    declares, empty where none does. Whether it is a final one the court's record does not tell: None where
    nobody has said. One that was recorded wrongly and taken back is among `every` alone."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="orders")
    court_key = models.CharField(max_length=120, blank=True)
    code = models.CharField(max_length=80, blank=True)
    kind = models.SlugField(max_length=40, blank=True)
    title = models.CharField(max_length=300, blank=True)
    made_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(null=True, blank=True)
    filing_due_on = models.DateField(null=True, blank=True)
    paper_key = models.CharField(max_length=120, blank=True)
    hearing_keys = models.JSONField(default=list)
    ends_involvement = models.BooleanField(null=True, blank=True)
    is_final = models.BooleanField(null=True, blank=True)
    in_latest_answer = models.BooleanField(default=True)

    objects = Standing["Order"]()
    every = models.Manager["Order"]()

    kept = Kept(
        open="id",
        record="case court_key code kind title made_on created_at filing_due_on paper_key hearing_keys"
        " ends_involvement is_final in_latest_answer",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["made_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "court_key"],
                condition=~models.Q(court_key=""),
                name="an_order_stands_once_in_a_case",
            ),
        ]


class Direction(models.Model):
    """One thing that an order asks of the service, of a child or a person where it names one; superseded by
    a later one or taken back by the court, never deleted (DIR-RECORD)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="directions")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="directions")
    kind = models.SlugField(max_length=60)
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=200, blank=True)
    paragraph = models.CharField(max_length=20, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_time = models.TimeField(null=True, blank=True)
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    given_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = OfStandingOrders["Direction"]()
    every = models.Manager["Direction"]()

    kept = Kept(
        open="id",
        record="case order kind child party label paragraph due_on due_time supersedes given_at"
        " superseded_at",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["order", "kind", "child", "party", "paragraph"],
                condition=models.Q(superseded_at=None),
                name="an_order_directs_a_thing_once_at_a_time",
                nulls_distinct=False,
            ),
        ]
