"""The desk: the open article, where the person is in it, and every verb of correcting. No Qt."""
