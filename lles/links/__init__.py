"""The outside world: the courts' services, printing, the store. Nothing here knows a case of ours."""
