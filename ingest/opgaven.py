"""Stub, replaced at the merge by the module on main."""


def publiceer_vrijgegeven() -> None:
    """Publish what has been checked and whose release date has come."""
