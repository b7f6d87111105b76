"""What every journey starts with."""

from tests.journeys.browser import browser

__all__ = ["browser"]
