"""What a process has in memory."""

from pathlib import Path


def meeste_geheugen() -> float:
    """The most MB that this process had, without what the one that started it had (which `getrusage` counts)."""
    stand = Path("/proc/self/status").read_text(encoding="ascii")
    return int(stand.split("VmHWM:")[1].split()[0]) / 1024
