"""The set-up and the checks: everything that runs before Lles does, or looks at it from outside."""
