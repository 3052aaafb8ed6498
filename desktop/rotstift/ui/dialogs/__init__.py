"""The dialogs: plain values in, signals out; none of them blocks the window."""
