"""Projects: what a user decided, recorded and ran, kept in one file and never lost."""
