"""What the file holds, read for rules and pages; nothing here changes anything."""

from lles.casefile.queries.cases import is_invented

__all__ = ["is_invented"]
