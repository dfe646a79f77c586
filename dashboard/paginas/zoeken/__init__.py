"""What a reader finds by a word: the pages about it, what people read, and the sentences of every document."""
