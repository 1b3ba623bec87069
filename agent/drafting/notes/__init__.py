"""What the notes say beside people and decisions: tools, promises, commitments, goals, risks, topics, contradictions."""
