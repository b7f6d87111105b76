"""Signing in by name, password and a second factor, with allauth; among invented people by one click."""
