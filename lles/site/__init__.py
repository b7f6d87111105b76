"""Where people come in: pages, sign-in, commands and settings. Knows everything below it; nothing below
knows it."""
