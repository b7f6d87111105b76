"""The closed words of where a danger was seen and of what came of it, as pages offer them."""

AT_RECEIPT = "receipt"
PLACES = ("call", "answer", "meeting", AT_RECEIPT, "other")
WAYS = ("secure_email", "portal", "by_hand", "post")
ACTS_NOW = ("attends", "protected", "strategy", "section_47")
NO_DANGER = "no_danger"
BECAUSE = ("wrong_body", "another_tells", NO_DANGER)
OUTCOMES = ("taken_over", "no_action", NO_DANGER)
