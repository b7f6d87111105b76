"""The documents of enforcement."""
