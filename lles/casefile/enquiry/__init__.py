"""The enquiry in writing to the police force or the local authority of whom a check is asked."""
