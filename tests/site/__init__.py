"""The frame of the site and signing in, on pages of their own."""
