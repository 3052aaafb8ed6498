"""The learned quote model: candidates from the rules and the text, scored by a small network."""
