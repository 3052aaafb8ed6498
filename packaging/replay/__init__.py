"""The replay: a simulated person who knows the gold corrects articles in the real window; every action is counted."""
