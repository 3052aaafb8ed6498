"""Top floor: PySide6."""
