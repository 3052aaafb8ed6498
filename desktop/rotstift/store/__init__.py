"""First floor, west: one SQLite file, through sqlite-utils."""
