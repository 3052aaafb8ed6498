"""First floor, middle: spaCy and the suggesters. Importing the package imports no spaCy."""
