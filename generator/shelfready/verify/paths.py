"""An address as a page writes it in, the file of the site that it leads to out."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

__all__ = ["inside"]


def inside(page: str, target: str, address: str) -> str | None:
    """Path of the file or folder below the site, '' for its top; None if the address leaves the site.

    Args:
        page: path of the page that holds the address; the error page is shown anywhere, so its links begin at the top.
        target: the address as written.
        address: the site's own, with a final slash.
    """
    if address and target.startswith(address):
        target = "/" + urlsplit(address).path.lstrip("/") + target[len(address) :]
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        return page
    if path.startswith("/"):
        base = urlsplit(address).path or "/"
        if not path.startswith(base):
            return None
        joined = posixpath.normpath(path[len(base) :] or ".")
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if joined.startswith(".."):
        return None
    return "" if joined == "." else joined
