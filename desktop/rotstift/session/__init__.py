"""The staircase: the only one who writes."""
