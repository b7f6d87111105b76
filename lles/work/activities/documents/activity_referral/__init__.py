"""The referral of somebody to the provider of a programme that the court ordered."""
