"""The bench: a deterministic network in a home of its own, a real server, and the hot paths measured on it."""
