"""Addresses of our own: of a page by its name, and where a page may send the reader back to."""

from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.http import url_has_allowed_host_and_scheme


def address(name: str, args: tuple[object, ...] = ()) -> str:
    """The address of a page; a list names the same few pages of each case, so they are remembered."""
    return _address(name, args, settings.ROOT_URLCONF, get_script_prefix())


@lru_cache(maxsize=8192)
def _address(name: str, args: tuple[object, ...], urlconf: str, prefix: str) -> str:
    return reverse(name, urlconf=urlconf, args=args)


def own_address(request: HttpRequest, address: str) -> str:
    """The address if it is on this site, else the front page."""
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if ours else "/"


def path_of(address: str) -> str:
    """The path and query of an address."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
