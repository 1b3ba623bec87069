"""The only door to models. Nothing here runs unless a model is configured."""
