"""Reading a Slack export: the archive, its people, its channels and its messages, without touching the database."""
