"""A reader that wants more than it gets, to show that the bounds of the process apart hold."""

from collections.abc import Mapping

from lles.links.apart import MOST_MEMORY, Answer


def answer(facts: Mapping[str, str], content: bytes) -> Answer:
    """Takes too much memory, too much time, writes a file, or says what it sees of its environment."""
    if facts["want"] == "memory":
        return {}, (bytes(2 * MOST_MEMORY),)
    if facts["want"] == "file":
        with open(content.decode(), "wb") as file:
            file.write(b"something")
    while facts["want"] == "time":
        pass
    import os

    return {"sees": sorted(os.environ)}, (content,)
