"""Keys and tokens that detect-secrets knows: what it adds to our own patterns, and what it is not asked for.

Values are put together here, so that nobody's scanner takes this file for a leak.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from shelfready.reading.disclosure import secrets

pytestmark = pytest.mark.detect_secrets

HEX = "0a1b2c3d4e5f6789"
LETTERS = "aBcD3fGh1JkLmN0pQrStUvWx5z"
LONG = LETTERS * 4

ON = {
    "AWSKeyDetector": f"Use ABIA{'Q7X2M5K8' * 2}.",
    "AWSKeyDetector, by name": f'Our AWS key "{LONG[:40]}" opens it.',
    "DiscordBotTokenDetector": f"Use M{LONG[:23]}.{LONG[:6]}.{LONG[:27]} for the bot.",
    "GitLabTokenDetector": f"Use glft-{LONG[:20]}.",
    "GitLabTokenDetector, of a runner": f"Use GR1348941{LONG[:20]}.",
    "GitLabTokenDetector, of an agent": f"Use glagent-{LONG[:50]}.",
    "IbmCloudIamDetector": f"The IAM key {LONG[:44]} opens it.",
    "IbmCosHmacDetector": f"secret_key {HEX * 3} opens it.",
    "MailchimpDetector": f"Use {HEX * 2}-us21.",
    "SlackDetector": f"Use xoxo-{'123456789012'}-{'210987654321'}-{LONG[:24]}.",
    "SoftlayerDetector": f"See https://api.softlayer.com/soap/v3/{HEX * 4}.",
    "TwilioKeyDetector": f"Use AC{HEX * 2}.",
}
OURS = {
    "AzureStorageKeyDetector": f"AccountName=x;AccountKey={LONG[:86]}==",
    "BasicAuthDetector": "See https://desk:open-sesame@files.example.org/.",
    "GitHubTokenDetector": f"Use ghp_{LONG[:36]}.",
    "JwtTokenDetector": "Use eyJhbGciOiJIUzI1NiJ9.eyJzb21lIjoicGF5bG9hZCJ9.4twFt5NiznN84AWoo1d7KO1T.",
    "NpmDetector": f"//registry.npmjs.org/:_authToken={HEX[:8]}-{HEX[:4]}-{HEX[:4]}-{HEX[:4]}-{HEX[:12]}",
    "OpenAIDetector": f"Use sk-{LONG[:20]}T3BlbkFJ{LONG[:20]}.",
    "PypiTokenDetector": f"Use pypi-AgEIcHlwaS5vcmc{LONG[:80]}.",
    "SendGridDetector": f"Use SG.{LONG[:22]}.{LONG[:43]}.",
    "SquareOAuthDetector": f"Use sq0csp-{LONG[:43]}.",
    "StripeDetector": f"Use rk_live_{LONG[:24]}.",
    "TelegramBotTokenDetector": f"Use 123456789:AA{LONG[:33]}.",
}
OFF = {
    "ArtifactoryDetector": "Plug it into the APCSmartUPS1500 behind the rack.",
    "Base64HighEntropyString": f"The fingerprint is '{LONG[:43]}'.",
    "CloudantDetector": f"cl_key={'abcdefghijklmnopqrstuvwx'}",
    "HexHighEntropyString": f"The checksum is '{HEX * 4}'.",
    "IPPublicDetector": "The archive at 192.0.2.40 answered.",
    "KeywordDetector": 'In the manual secret = "changeme" stands for your own.',
    "PrivateKeyDetector": "A line such as BEGIN RSA PRIVATE KEY must not stand in a text.",
}
"""By the names of plug-ins, what each is for."""


def found(sentence: str) -> list[tuple[str, str]]:
    """Code and value of everything private in a text of this sentence."""
    from shelfready.reading.detector import with_more

    text = f"Words.\n\n{sentence}\n"
    every = with_more(text, secrets(text))
    assert all(text[secret.offset :].startswith(secret.value) for secret in every)
    return [(secret.code, secret.value) for secret in every]


def test_every_plugin_is_on_or_off_for_a_reason() -> None:
    package = import_module("detect_secrets.plugins")
    modules = [import_module(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__)]
    names = {
        name
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and isinstance(getattr(value, "secret_type", None), str)
    }
    assert names == {name.partition(",")[0] for name in (*ON, *OURS, *OFF)}


def knows(plugin: str, sentence: str) -> bool:
    """Whether a plug-in, asked in its own way, finds something."""
    package = import_module("detect_secrets.plugins")
    modules = [import_module(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__)]
    kind = next(value for module in modules for name, value in vars(module).items() if name == plugin)
    return bool(kind().analyze_line(filename="a.md", line=sentence))


@pytest.mark.parametrize(("plugin", "sentence"), ON.items(), ids=ON)
def test_what_is_on_finds_what_our_own_patterns_do_not(plugin: str, sentence: str) -> None:
    assert secrets(sentence) == ()
    assert knows(plugin.partition(",")[0], sentence)
    ((code, value),) = found(sentence)
    assert code == "DSC005"
    assert len(value) >= 20


@pytest.mark.parametrize(("plugin", "sentence"), OURS.items(), ids=OURS)
def test_what_our_own_patterns_find_is_found_once(plugin: str, sentence: str) -> None:
    assert knows(plugin, sentence)
    assert [code for code, _ in found(sentence)] == ["DSC001"]


@pytest.mark.parametrize(("plugin", "sentence"), OFF.items(), ids=OFF)
def test_what_is_off_would_find_what_is_no_secret(plugin: str, sentence: str) -> None:
    assert knows(plugin, sentence)
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(f"Use AC{'x' * 32}.", [], id="a sample"),
        pytest.param(f"Use AC{'a' * 16}{'1' * 16}.", [], id="another"),
        pytest.param(f"See https://example.org/{'a-long-name-of-a-page-' * 3}2026.", [], id="an address"),
        pytest.param("The key how-to-turn-on-encryption-between-all-of-them-now.", [], id="a key, and a name"),
        pytest.param("Use glft-short1.", [], id="a token cut short"),
        pytest.param(f"Use glft-{LONG[:20]} pragma: allowlist secret", [("DSC005", f"glft-{LONG[:20]}")], id="a remark that would switch it off elsewhere"),
        pytest.param(f"Use glft-{LONG[:20]} and glft-{LONG[3:23]}.", [("DSC005", f"glft-{LONG[:20]}"), ("DSC005", f"glft-{LONG[3:23]}")], id="two on one line"),
        pytest.param(f"The token glft-glft-{LONG[:20]}.", [("DSC005", f"glft-glft-{LONG[:20]}")], id="its beginning twice"),
        pytest.param(f"AKIA{'Q7X2M5K8' * 2} ABIA{'Q7X2M5K8' * 2}", [("DSC001", f"AKIA{'Q7X2M5K8' * 2}"), ("DSC005", f"ABIA{'Q7X2M5K8' * 2}")], id="one of ours beside one of theirs"),
        pytest.param(f"Token: glft-{LONG[:20]}", [("DSC001", f"glft-{LONG[:20]}")], id="one that both find"),
        pytest.param(f"Call 123456789:AA{LONG[:33]}", [("DSC001", f"123456789:AA{LONG[:33]}")], id="a key is more than a telephone number"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_a_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found(sentence) == expected
