"""The encrypted store: it knows keys, files and changes, and nothing of what the tables mean."""
