"""Whether the network lives and is ready, for those who watch it."""
