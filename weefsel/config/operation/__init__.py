"""Backup, restore and diagnosis of a network, on both databases, without tools of theirs."""
