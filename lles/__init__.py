"""Lles: the case system of a family-court advisory service in England and Wales."""
