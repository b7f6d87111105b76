"""The closed words of a danger and of what came of it, in the order in which pages offer them."""

AT_RECEIPT = "receipt"
PLACES = ("call", "answer", "meeting", AT_RECEIPT, "other")
HARM = (
    "physical", "domestic_abuse", "sexual", "emotional", "neglect", "taken", "self_harm", "exploitation",
    "other",
)  # fmt: skip
SAFE = ("not_safe", "safe", "unknown")
WAYS = ("secure_email", "portal", "by_hand", "post")
DECISIONS = (
    "attends", "protected", "strategy", "section_47", "assessment", "open_already", "early_help", "no_action",
    "other",
)  # fmt: skip
ACTS_NOW = ("attends", "protected", "strategy", "section_47")
NO_DANGER = "no_danger"
BECAUSE = ("wrong_body", "another_tells", NO_DANGER)
OUTCOMES = ("taken_over", "no_action", NO_DANGER)
