"""The referral to the police or to children's services."""
