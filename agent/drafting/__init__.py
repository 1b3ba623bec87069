"""Puts what company, people, renewal and notes found into one SuccessPlan, and names what nobody knows."""
