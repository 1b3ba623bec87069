"""Turns documents into a cited success plan. The line it follows is drawn in agent/pipeline.py."""
