"""What tells a project file from any other SQLite file, and one version from the next."""

APPLICATION_ID = 0x526F7473
"""PRAGMA application_id: "Rots"."""
SCHEMA_VERSION = 6
"""PRAGMA user_version after all steps of the schema."""
