"""A text in, keys and tokens of services that plug-ins of detect-secrets know out; imported where a desk asks for it.

Its patterns are used in memory: no file is written, no service is asked, and a remark in a text switches nothing off.
They are matched here, because `analyze_line` of a plug-in gives no place, and of some tokens only the first letters:
no report could hide the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from shelfready.errors import SetupError
from shelfready.model.reading import Secret

__all__ = ["load", "with_more"]


class _Plugin(NamedTuple):
    """A plug-in that is on."""

    module: str
    name: str
    what: str
    """What it finds, with its article, for authors."""
    signs: tuple[str, ...]
    """One of them stands beside or in what it finds, in small letters."""


_PLUGINS = (
    _Plugin("aws", "AWSKeyDetector", "a key of Amazon's cloud", ("aws", "a3t", "abia", "acca", "akia", "asia")),
    _Plugin("discord", "DiscordBotTokenDetector", "a token of a Discord bot", (".",)),
    _Plugin("gitlab_token", "GitLabTokenDetector", "a token of GitLab", ("gl", "gr1348941")),
    _Plugin("ibm_cloud_iam", "IbmCloudIamDetector", "a key of IBM's cloud", ("key", "pwd", "pass", "token")),
    _Plugin("ibm_cos_hmac", "IbmCosHmacDetector", "a key of IBM's cloud", ("secret",)),
    _Plugin("mailchimp", "MailchimpDetector", "a key of Mailchimp", ("-us",)),
    _Plugin("slack", "SlackDetector", "a token of Slack", ("xox", "hooks.slack")),
    _Plugin("softlayer", "SoftlayerDetector", "a key of SoftLayer", ("sl", "softlayer")),
    _Plugin("twilio", "TwilioKeyDetector", "a key of Twilio", ("ac", "sk")),
)
"""On are plug-ins that know a value by its own form, or by the name of its service beside it, where our patterns do not
find all of them. Off are:

- those that judge by chance of signs or by a word such as 'password' beside a value (Base64HighEntropyString,
  HexHighEntropyString, KeywordDetector): fingerprints, checksums and examples are what security texts print;
- those that take for a secret what is none: public addresses (IPPublicDetector), names of models
  (ArtifactoryDetector: AP and nine signs), the first line of a key without the key (PrivateKeyDetector), any word of 24
  letters (CloudantDetector);
- those whose forms are among our own: Azure, basic authentication, GitHub, JWT, npm, OpenAI, PyPI, SendGrid, Square,
  Stripe, Telegram. A test holds that.
"""
_LONG = b"w" * 20
_SHORTEST = 16
_FEWEST_SIGNS = 8
"""Different signs of a value; what has fewer stands in its place, such as ACxxxxxxxx."""
_BEFORE, _BEHIND = 160, 80
"""Signs around a long run in which a plug-in looks for the name of a service."""
_CLASSES = bytes(119 if code < 128 and (chr(code).isalnum() or chr(code) in "_+/=-") else 32 for code in range(256))
_RUN = re.compile(r"[A-Za-z0-9_+/=-]{20,}")
"""Every value that is looked for holds a run of that kind."""


class _Form(NamedTuple):
    """A pattern of a plug-in."""

    pattern: re.Pattern[str]
    plugin: _Plugin


@lru_cache(maxsize=1)
def load() -> tuple[_Form, ...]:
    """The patterns of the plug-ins that are on.

    Raises:
        SetupError: detect-secrets is not installed, or not as we know it.
    """
    try:
        return tuple(
            _Form(pattern, plugin)
            for plugin in _PLUGINS
            for pattern in getattr(import_module(f"detect_secrets.plugins.{plugin.module}"), plugin.name).denylist
        )
    except (ImportError, AttributeError) as error:
        raise SetupError(
            "content/desk.yml asks for detect-secrets, and no version of it that can be used is installed.",
            "Install the package detect-secrets where Shelfready is installed, or take the line 'secrets:' out.",
        ) from error


def with_more(text: str, own: tuple[Secret, ...]) -> tuple[Secret, ...]:
    """What our own patterns found and what the plug-ins find besides, by place.

    Args:
        text: the text as typed.
        own: what our own patterns found in it; a key that they know is not reported twice.
    """
    taken = {place for secret in own if secret.code == "DSC001" for place in _places(secret)}
    more: list[Secret] = []
    for secret in _found(text):
        if taken.isdisjoint(_places(secret)):
            taken.update(_places(secret))
            more.append(secret)
    if not more:
        return own
    within = {place for secret in more for place in _places(secret)}
    rest = [secret for secret in own if not within.issuperset(_places(secret))]
    return tuple(sorted([*rest, *more], key=lambda secret: secret.offset))


def _places(secret: Secret) -> range:
    return range(secret.offset, secret.offset + len(secret.value))


def _found(text: str) -> Iterator[Secret]:
    if _LONG not in text.encode().translate(_CLASSES):
        return
    small = text.lower()
    forms = [form for form in load() if any(sign in small for sign in form.plugin.signs)]
    windows = _windows(text) if forms else []
    for pattern, plugin in forms:
        for window in windows:
            for match in pattern.finditer(text, *window):
                begin, end = _span(match)
                if _is_value(value := text[begin:end]):
                    yield Secret("DSC005", begin, value, plugin.what)


def _windows(text: str) -> list[tuple[int, int]]:
    """The surroundings of every long run, within its line; each part of a line once."""
    found: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        begin = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _BEFORE)
        end = text.find("\n", match.end(), match.end() + _BEHIND)
        end = match.end() + _BEHIND if end < 0 else end
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where the value stands: in the longest group, but where that only holds how it begins, in all of the match."""
    groups = [match.span(number) for number in range(1, match.re.groups + 1) if match[number]]
    longest = max(groups, key=lambda span: span[1] - span[0], default=match.span())
    return longest if longest[1] - longest[0] >= _SHORTEST else match.span()


def _is_value(text: str) -> bool:
    return len(set(text)) >= _FEWEST_SIGNS and any(map(str.isdigit, text)) and any(map(str.isalpha, text))
