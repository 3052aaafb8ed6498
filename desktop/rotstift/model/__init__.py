"""Ground floor: what an annotated article is. Standard library only; knows nobody above it."""
