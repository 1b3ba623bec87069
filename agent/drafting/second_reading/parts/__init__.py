"""The parts of goals by fitted chances: which figure stands, which is to be reached, which date is due, who owns it."""
