"""How long a password is at least, said in Dutch: Django has no translation of its own sentence."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class Minimumlengte(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Het moet minstens {self.min_length} tekens hebben."
