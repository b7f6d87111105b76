"""The demonstration while the site runs: its courts answer too, so that what one files arrives."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import connections

from lles.site.demo import is_there, story_days
from lles.site.demo.court import addresses, invented_court
from lles.site.signin.demonstration import people


@contextmanager
def courts() -> Iterator[Mapping[str, str]]:
    """The stand-in of the courts as settings for the site and its jobs; none where nothing is invented."""
    if not is_there():
        yield {}
        return
    with invented_court(story_days()) as court:
        connections.close_all()
        yield addresses(court)


def who_can_sign_in() -> Iterator[str]:
    """Everybody whom one can be with one click."""
    if is_there():
        yield "Everybody here is invented; sign in as one of them with one click:"
        for one in people():
            office = f", {one.office.en}" if one.office else ""
            yield f"  {one.name}: {', '.join(role.en for role in one.roles)}{office}"
