"""The pages of danger seen: recorded in one go, then told, written, sent and answered body by body."""
