"""Django's SQLite backend, whose writers queue in order instead of polling, and whose faults are sentences."""
