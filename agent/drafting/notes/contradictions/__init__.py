"""Two statements that cannot both hold, one file per kind of dispute."""
