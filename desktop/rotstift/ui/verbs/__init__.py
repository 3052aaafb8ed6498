"""The window's own verbs, in groups; what the table of actions runs beside the desk's."""
