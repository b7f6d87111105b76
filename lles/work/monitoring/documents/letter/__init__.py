"""A letter to one adult when monitoring begins or ends: two whole templates for each, from the same facts."""
