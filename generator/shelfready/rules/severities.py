"""SEV: what desk.yml may change about the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.parse.nearness import near
from shelfready.rules import waived
from shelfready.rules.base import rule
from shelfready.rules.families import CONTENT_RULES

__all__ = ["RULES"]

_BY_CODE = {rule.code: rule for rule in (*CONTENT_RULES, *waived.RULES)}
_NAMED = {rule.name: code for code, rule in _BY_CODE.items()}
_LATER = re.compile(r"(?:SEV|ENG|VER)\d{3}\Z")
"""Rules about the rules, the engine and the built site: all of them stay errors."""


@rule("SEV001", "unfit-severity", fixed=True)
def unfit_severity(library: Library) -> Iterator[Finding]:
    """desk.yml changes the severity of a rule that does not exist or that must stay an error.

    ## Why

    A desk may let a new rule start as a warning. Rules that keep unreadable, unsafe or unfinished text from going out
    stay errors, because other parts of Shelfready rely on them.

    ## Flagged

    ```yaml content/desk.yml as addition
    severities: {MKD001: hint}
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    severities: {LEN002: hint}
    ```
    """
    for code in library.desk.severities if library.desk else ():
        place = library.desk_where.key("severities", code)
        if _LATER.match(code) or (code in _BY_CODE and _BY_CODE[code].fixed):
            yield Finding(place, f"the severity of {code} cannot be changed", f"Take {code} out.")
        elif code not in _BY_CODE:
            meant = _NAMED.get(code) or near(code, _BY_CODE)
            yield Finding(place, f"there is no rule '{code[:40]}'", f"Write {meant or 'the code of a rule'}.")


RULES = (unfit_severity,)
