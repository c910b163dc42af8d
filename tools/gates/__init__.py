"""Every check of the repository, as ``bin/test`` runs them: what each runs, two at a time, and one table at the end."""
