"""The address of a page by its name."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse


def address(name: str, args: tuple[object, ...] = ()) -> str:
    """The address of a page; a list names the same few pages of each case, so they are remembered."""
    return _address(name, args, settings.ROOT_URLCONF, get_script_prefix())


@lru_cache(maxsize=8192)
def _address(name: str, args: tuple[object, ...], urlconf: str, prefix: str) -> str:
    return reverse(name, urlconf=urlconf, args=args)
