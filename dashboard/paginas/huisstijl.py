"""The colours of the municipality, as a stylesheet after that of the theme."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from indicators.gemeente import gemeente_nu

KOP = "@media screen {{ :root {{ --dw-kop: {kop}; }} }}\n"
# In the dark it stands on other colours than it was checked with.
ACCENT = (
    "@media screen and (prefers-color-scheme: light) "
    "{{ :root {{ --dw-accent: {accent}; --dw-accent-sterk: {accent}; }} }}\n"
)


@require_safe
def huisstijl(request: HttpRequest) -> HttpResponse:
    """Empty where the theme is as it is."""
    gemeente = gemeente_nu()
    css = KOP.format(kop=gemeente.kop) if gemeente.kop else ""
    css += ACCENT.format(accent=gemeente.accent) if gemeente.accent else ""
    return HttpResponse(css, content_type="text/css; charset=utf-8")
