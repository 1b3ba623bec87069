"""Real filings judged by their own tags, read a second way that shares no code with the program's readers."""
