"""The courts' case services: reading their answers, asking for them, and a stand-in for both."""
