"""One indicator: its series, its texts, and who handed in what."""
