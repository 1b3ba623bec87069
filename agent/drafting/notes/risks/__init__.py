"""Signs of risk by kind, in words and in figures."""
