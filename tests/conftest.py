"""What the tests about the whole share: one browser for the run."""

from tests.journeys.browser import browser

__all__ = ["browser"]
