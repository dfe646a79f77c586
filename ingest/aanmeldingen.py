"""Stub, replaced at the merge by the module on the branch inlog."""


def ruim_op() -> None:
    """Delete attempts to sign in that are older than 90 days."""
