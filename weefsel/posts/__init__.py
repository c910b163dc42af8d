"""Posts of every kind and their threads: homes, audience, feeds, topics, reactions, drafts and what a person saved or follows."""
