"""Who works for the service: offices, accounts that sign in, and officers."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from lles.casefile.models.kept import Kept


class Office(models.Model):
    """An office of a service, with its nation, its hours, the days on which it alone is closed, and the
    courts it serves."""

    slug = models.SlugField(unique=True)
    service_en = models.CharField(max_length=200)
    service_cy = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200)
    nation = models.CharField(max_length=10)
    area = models.SlugField()
    phone = models.CharField(max_length=40, blank=True)
    hours = models.JSONField(default=dict)
    closed_on = models.JSONField(default=list)
    court_codes = models.JSONField(default=list)
    invented = models.BooleanField(default=False)

    kept = Kept(
        open="id slug service_en service_cy name_en name_cy nation area phone hours closed_on"
        " court_codes invented",
    )

    def __str__(self) -> str:
        return self.name_en


class Account(AbstractUser):
    """Who signs in; apart from the officer, the person or the partner one is. A password that somebody else
    gave is changed before anything else; sessions begun before the latest ending of all are over."""

    password_is_given = models.BooleanField(default=False)
    sessions_ended = models.PositiveIntegerField(default=0)

    kept: ClassVar[Kept] = Kept(
        record="id username first_name last_name email date_joined last_login is_active is_staff is_superuser"
        " groups user_permissions password_is_given sessions_ended",
        confidence="password",
    )

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session carries: it holds until the password changes or somebody ends all sessions."""
        hashed: str = super()._get_session_auth_hash(secret=secret)  # type: ignore[misc]  # not in the stubs
        return f"{hashed}-{self.sessions_ended}"


class Officer(models.Model):
    """Somebody who acts for the service; the service itself acts as one of them."""

    account = models.OneToOneField(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="officer"
    )
    name = models.CharField(max_length=200)
    job = models.SlugField(max_length=60)
    roles = models.JSONField(default=list)
    office = models.ForeignKey(
        Office, null=True, blank=True, on_delete=models.PROTECT, related_name="officers"
    )
    language = models.CharField(max_length=2, default="en")
    speaks_welsh = models.BooleanField(default=False)
    is_contractor = models.BooleanField(default=False)
    is_service = models.BooleanField(default=False)

    kept = Kept(record="id account name job roles office language speaks_welsh is_contractor is_service")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["is_service"], condition=models.Q(is_service=True), name="there_is_one_service"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Arrangement(models.Model):
    """An arrangement under which somebody works who is not an employee, with its days and what it covers."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="arrangements")
    starts = models.DateField()
    ends = models.DateField()
    scope = models.CharField(max_length=500)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(open="id", record="officer starts ends scope withdrawn_at")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="an_arrangement_ends_after_it_begins"
            ),
        ]
