"""What can go wrong with a project file, each as one sentence for the person."""


class StoreError(Exception):
    """The file cannot be used as asked; the message is a sentence that says what to do."""


class ProjectInUse(StoreError):
    """Another window or program has the project open."""


class NotAProject(StoreError):
    """The file is there, but it is no Rotstift project, or it is damaged."""


class NewerProject(StoreError):
    """A newer Rotstift wrote the file."""


class WriteFailed(StoreError):
    """The disk did not take it; nothing was changed."""
