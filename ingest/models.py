"""Accounts and the ledger of what was read."""

from django.contrib.auth.models import AbstractUser


class Account(AbstractUser):
    """Someone who enters, checks or publishes; the only place where a person's name is kept."""
