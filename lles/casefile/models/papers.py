"""What others gave us: files, as they came and as they may be opened, and the papers of a case among them."""

from typing import ClassVar

import pgtrigger
from django.db import models

from lles.casefile.models.case import Case
from lles.casefile.models.court import Order
from lles.casefile.models.family import Party
from lles.casefile.models.kept import Kept, written_once
from lles.casefile.models.people_of_service import Officer
from lles.casefile.models.standing import OfStandingOrders


class ReceivedFile(models.Model):
    """A file somebody gave us: its bytes stand sealed in the store, as they came and as a copy to open."""

    WAITING, CLEAN, UNSCANNED, INFECTED, REFUSED = "waiting", "clean", "unscanned", "infected", "refused"

    name = models.CharField(max_length=120, blank=True)
    kind = models.SlugField(max_length=10, blank=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    copy_sha256 = models.CharField(max_length=64, blank=True)
    state = models.SlugField(max_length=10)
    reason = models.SlugField(max_length=30, blank=True)
    found = models.CharField(max_length=120, blank=True)
    scanned_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()

    kept = Kept(
        open="id", confidence="name", record="kind size sha256 copy_sha256 state reason found scanned_at at"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["id"],
                condition=models.Q(state__in=["waiting", "unscanned"]),
                name="files_to_scan",
            ),
        ]

    @property
    def may_be_opened(self) -> bool:
        """Whether there is a copy that nothing was found in."""
        return self.state in (self.CLEAN, self.UNSCANNED)


class ReceivedPaper(models.Model):
    """A paper of a case that came by post, by e-mail or by hand: of what kind, from whom, in which language,
    and when."""

    ORDER, APPLICATION, CONTACT_DETAILS = "order", "application", "contact_details"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="received_papers")
    file = models.ForeignKey(ReceivedFile, on_delete=models.PROTECT, related_name="papers")
    kind = models.SlugField(max_length=30)
    sender = models.CharField(max_length=200, blank=True)
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, blank=True)
    came_by = models.SlugField(max_length=10)
    received_on = models.DateField()
    added_by = models.ForeignKey(Officer, on_delete=models.PROTECT)
    at = models.DateTimeField()

    kept = Kept(
        open="id language", confidence="sender",
        record="case file kind party came_by received_on added_by at",
    )  # fmt: skip

    class Meta:
        ordering: ClassVar[list[str]] = ["-received_on", "-id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "file"], name="a_file_is_a_paper_of_a_case_once"),
        ]


class PaperOfOrder(models.Model):
    """An order that stands in a paper that came, beside others that were found there before; or that none
    does, whatever was said before; and how that is known. Written once."""

    paper = models.ForeignKey(ReceivedPaper, on_delete=models.PROTECT, related_name="orders_said")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfStandingOrders["PaperOfOrder"]()
    every = models.Manager["PaperOfOrder"]()

    kept = Kept(open="id", record="paper order by at", confidence="why")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [written_once]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(order__isnull=False) | ~models.Q(why=""),
                name="whoever_says_that_a_paper_is_no_order_says_why",
            ),
        ]
