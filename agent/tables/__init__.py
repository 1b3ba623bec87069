"""Printed tables as grids, and the cell of them that answers a question."""
