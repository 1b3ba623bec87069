"""Who promised to do what by when, in task lists, speech and narration."""
