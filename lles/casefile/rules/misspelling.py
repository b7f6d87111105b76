"""Two words of which one may be the other with a slip of the hand."""


def differ_by_one(one: str, other: str) -> bool:
    """Whether two words differ by one letter: another, one more, one less, or two that changed places."""
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1:
        return False
    same = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same + 1 : same + 2] + short[same] + short[same + 2 :]
    return short[same + 1 :] == long[same + 1 :] or swapped == long[same:]
