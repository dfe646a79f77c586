"""What the first migrations are made of. It asks nothing of the models, which go on, so nothing here ever changes.

A folder, because Django takes every module beside the migrations for one.
"""
