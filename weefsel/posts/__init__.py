"""Posts of every kind and their threads.

Homes, audience, feeds, topics, reactions, drafts, and what a person saved or follows.
"""
