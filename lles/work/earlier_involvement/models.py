"""What only this piece of work stores: each look into the register, what was proposed and decided, and orders
by which somebody may not apply without leave."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lles.casefile.models import Case, Child, Kept, Officer, Party

ONE_PERSON = models.Q(party__isnull=True) ^ models.Q(child__isnull=True)
ONE_OTHER = models.Q(other_party__isnull=True) ^ models.Q(other_child__isnull=True)
never_deleted = pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
written_once = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)


class Search(models.Model):
    """One look into the whole register for the people of a case: when, by whom, why, and what came of it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="searches")
    why = models.SlugField(max_length=30)
    people = models.PositiveSmallIntegerField()
    found = models.PositiveSmallIntegerField()
    asked = models.JSONField(default=dict)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id why", record="case people by at", confidence="found asked")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Candidate(models.Model):
    """A person of a case who may be a person of another case, with what they share and what was decided."""

    WAITING, SAME, NOT, CANNOT_SAY = "", "same", "not", "cannot_say"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="candidates")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    other_case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="candidates_elsewhere")
    other_party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    other_child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    score = models.SmallIntegerField()
    reasons = ArrayField(models.SlugField(max_length=30))
    guarded_reasons = ArrayField(models.SlugField(max_length=30), default=list)
    is_open = models.BooleanField()
    found_at = models.DateTimeField()
    decision = models.CharField(max_length=12, blank=True)

    kept = Kept(
        open="id",
        record="case party child other_case other_party other_child score found_at is_open",
        confidence="reasons decision",
        location="guarded_reasons",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-score", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["case"], condition=models.Q(decision=""), name="matches_that_wait"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=ONE_PERSON, name="a_match_is_of_one_person"),
            models.CheckConstraint(condition=ONE_OTHER, name="a_match_is_with_one_person"),
            models.UniqueConstraint(
                fields=["party", "child", "other_party", "other_child"],
                name="two_people_are_matched_once",
                nulls_distinct=False,
            ),
        ]


class Decision(models.Model):
    """What a person decided of a match, and why; written once, a later one stands before it."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="decisions")
    decision = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    kept = Kept(open="id", record="candidate by at", confidence="decision reason")

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]


class Link(models.Model):
    """Two people of two cases are one, as somebody decided; it can be ended, and nothing was merged."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="links")
    made_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.TextField(blank=True)

    kept = Kept(open="id", record="candidate made_by made_at ended_by ended_at", confidence="end_reason")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["candidate"], condition=models.Q(ended_at=None), name="two_people_are_linked_once"
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [never_deleted]


class FilterOrder(models.Model):
    """An order that named people may not apply without leave of the court (CA89 s.91(14)), keyed by hand."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="filter_orders")
    kinds = ArrayField(models.SlugField(max_length=60), default=list)
    starts_on = models.DateField()
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    kept = Kept(
        open="id",
        record="case kinds starts_on months ends_on by at withdrawn_by withdrawn_at",
        confidence="withdrawn_because",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-starts_on", "-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [never_deleted]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="a_filter_order_ends_after_it_starts",
            ),
        ]


class Named(models.Model):
    """Whom a filter order names: who may not apply, or the child about whom."""

    order = models.ForeignKey(FilterOrder, on_delete=models.PROTECT, related_name="named")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    kept = Kept(open="id", record="order party child")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=ONE_PERSON, name="an_order_names_one_person_at_a_time"),
            models.UniqueConstraint(
                fields=["order", "party", "child"], name="an_order_names_a_person_once", nulls_distinct=False
            ),
        ]


class LeaveQuestion(models.Model):
    """Whether somebody whom a filter order names, or may name, had leave for a new application."""

    WAITING, GIVEN, REFUSED, NOT_NEEDED, ANOTHER = "", "given", "refused", "not_needed", "another_person"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="leave_questions")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    order = models.ForeignKey(FilterOrder, on_delete=models.PROTECT, related_name="questions")
    opened_at = models.DateTimeField()
    answer = models.CharField(max_length=16, blank=True)
    given_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(
        open="id",
        record="case party order opened_at answer given_on by answered_at",
        confidence="reason",
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "party", "order"], name="leave_is_asked_of_a_person_once_for_an_order"
            ),
        ]
