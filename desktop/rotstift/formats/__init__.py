"""First floor, east: files in and out, one format one file."""
