"""Goals of notes: candidates, their parts (metric, baseline, target, due, owner) and the sheets they stand in."""
