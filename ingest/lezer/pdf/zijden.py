"""A place on a page by its four sides."""

Zijden = tuple[float, float, float, float]
"""Four sides."""


def rechtop(zijden: Zijden, draai: int) -> Zijden:
    """A box (left, bottom, right, top) in coordinates in which the text runs to the right."""
    links, onder, rechts, boven = zijden
    if draai == 0:
        return zijden
    if draai == 1:
        return onder, -rechts, boven, -links
    if draai == 2:
        return -rechts, -boven, -links, -onder
    return -boven, links, -onder, rechts
