"""Keeping to so many calls a minute, as the courts' gateways ask."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

MINUTE = 60.0


class Pace:
    """Lets through a number of calls in any minute and makes the next one wait. One thread at a time."""

    def __init__(self, a_minute: int, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        if a_minute < 1:
            raise ValueError("a pace lets through at least one call a minute")
        self._a_minute = a_minute
        self._clock = clock
        self._sleep = sleep
        self._calls: deque[float] = deque()

    def wait(self) -> None:
        """Wait until a call may be made, and count it."""
        while len(self._calls) >= self._a_minute:
            left = self._calls[0] + MINUTE - self._clock()
            if left <= 0:
                self._calls.popleft()
            else:
                self._sleep(left)
        self._calls.append(self._clock())
