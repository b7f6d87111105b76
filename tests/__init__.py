"""Tests about the whole: the shape of the code, the set-up, journeys in a browser."""
