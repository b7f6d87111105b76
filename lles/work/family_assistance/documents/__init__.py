"""The documents of a family assistance order: whole texts in both languages, filled from the same facts."""
