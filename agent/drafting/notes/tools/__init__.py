"""Systems in use: their names, purpose, department, and whether they overlap with our product."""
