"""Which of two sources the charts use."""
