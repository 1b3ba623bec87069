"""Ways to a decision that are set out by form: lines, nested parts, chains of arrows; each item tells what, who and when."""
