"""Whole stories in a real browser, told as the service would tell them."""
