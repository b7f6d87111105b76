"""What `make bench` runs: the product beside bare SQL and the bare renderer; pytest collects none of it."""
