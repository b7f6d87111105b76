"""Before the first hearing: what is looked into, and what waits."""


def before_the_first_hearing_only_safety_is_looked_into(*, is_marked: bool, tells_of_abuse: bool) -> bool:
    """Whether what a parent said waits for the hearing: what was marked as a view on the outcome, but never
    what is told of violence or control (SG-SCOPE)."""
    return is_marked and not tells_of_abuse
