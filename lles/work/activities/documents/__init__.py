"""The documents about activities: each a folder with its two whole templates."""
