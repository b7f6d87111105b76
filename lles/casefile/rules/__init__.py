"""The rules of the casefile, pure: confidentiality, language, directions, answers to checks."""

from lles.casefile.rules.law import casefile_law as provisions

__all__ = ["provisions"]
