"""The answers that the court asks for before it orders an activity."""
