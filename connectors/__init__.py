"""Brings documents in. Knows nothing of plans; the only room that touches file formats and the network."""
