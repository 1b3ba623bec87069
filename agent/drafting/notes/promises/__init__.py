"""What was promised or expected at purchase."""
