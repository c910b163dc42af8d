"""The pages of docs/ that are written from the code: ``python -m tools.reference write``; ``check`` is the gate."""
