"""Whether drafts are right: tasks, scorers, runs and gold. See README.md; interface.py is the door."""
