"""An account, a client that is signed in, and pages to visit."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import clear_url_caches, set_urlconf
from pytest_django.fixtures import Settings

from lles.casefile.models import Account

PASSWORD = "Ynys-wen-1847-glas"


@pytest.fixture(autouse=True)
def _pages(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.site.pages"
    settings.LLES_NAVIGATION = "tests.site.pages.navigation"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    clear_url_caches()
    yield
    set_urlconf(None)
    clear_url_caches()


@pytest.fixture
def account(db: None) -> Account:
    """Somebody who signs in with a password."""
    return Account.objects.create_user("nia", password=PASSWORD, first_name="Nia", last_name="Price")


@pytest.fixture
def reader(account: Account) -> Client:
    """A browser in which she is signed in, as by a demonstration."""
    client = Client()
    client.force_login(account)
    return client


def in_welsh(client: Client) -> Client:
    """The same browser, in Welsh."""
    client.cookies["lles_language"] = "cy"
    return client
