"""Which tests stay with one worker where they run side by side: by their place, known to every version of the
test tool, and not by a mark that it may fail to read."""

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # the tool has no types

TOGETHER = (
    ("tests/journeys/",),  # they share one service
    # They ask for themselves: on a ground made anew, so that the crawl, the longest of all, ends sooner.
    ("tests/crawl/test_planted_leaks.py", "tests/crawl/test_wrong_input.py"),
    ("tests/crawl/",),  # they share one ground, and the pages of it that were asked for
    ("lles/site/tests/test_demo.py",),  # they share one demonstration
)  # the larger of them go out first


class SideBySide(LoadScopeScheduling):  # type: ignore[misc]  # the tool has no types
    """Hands out the tests one by one, and those of one place together."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """What stays with one worker together with this test: everything of its places, or the test alone."""
    return next((places[0] for places in TOGETHER if nodeid.startswith(places)), nodeid)
