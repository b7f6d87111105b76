"""Invented families as the courts would send them: the same for the same seed and day, and nobody's."""

from lles.site.synthetic.facts import Family, Payload
from lles.site.synthetic.families import Wish, draw_family
from lles.site.synthetic.mail import notice
from lles.site.synthetic.many import answer, many
from lles.site.synthetic.papers import documents_of
from lles.site.synthetic.private_law import private_case
from lles.site.synthetic.public_law import PublicFamily, draw_public_family, public_case

__all__ = [
    "Family",
    "Payload",
    "PublicFamily",
    "Wish",
    "answer",
    "documents_of",
    "draw_family",
    "draw_public_family",
    "many",
    "notice",
    "private_case",
    "public_case",
]
