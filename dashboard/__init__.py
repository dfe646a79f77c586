"""The site: pages, charts, tables and files, and what keeps it up. It reads through indicators and writes nothing."""
