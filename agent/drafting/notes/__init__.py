"""What the notes say beside people and decisions: tools, promises, commitments, goals, risks, contradictions …"""

from agent.drafting.notes.read import NotesReading, read_notes

__all__ = ["NotesReading", "read_notes"]
