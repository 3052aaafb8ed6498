"""The parts of the window around the page: plain values in, signals out; they know no session."""
