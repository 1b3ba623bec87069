"""Which capitalised words of English notes are names of the customer's people: chances by fitted weights."""

from agent.people.english_names.spellings import NameChances, name_chances

__all__ = ["NameChances", "name_chances"]
