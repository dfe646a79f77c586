"""Does it add up, and do the documents agree?"""
