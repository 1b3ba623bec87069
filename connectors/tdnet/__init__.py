"""Timely disclosure (TDnet): earnings summaries and revisions of forecasts."""
