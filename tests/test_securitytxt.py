"""The text of /.well-known/security.txt: which lines it has, and when there is none."""

from __future__ import annotations

import pytest

from drawing import BASE, PUBLISHED, added, parsed
from shelfready.securitytxt import security_txt

RECORD = BASE["content/topics/piece.yml"]
DESK = BASE["content/desk.yml"]
POLICY = "Policy: https://answers.desk.example/security-policy/"
CONTACT = "https://answers.desk.example/media/"


def lines(record: str, desk: str = "") -> list[str] | None:
    files = {
        **BASE,
        "content/desk.yml": added(DESK, desk),
        "content/topics/security-policy.yml": added(RECORD, record),
        "content/drafts/security-policy.md": "Tell us.\n",
    }
    data = security_txt(parsed(files))
    return None if data is None else data.decode().splitlines()


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(f"{PUBLISHED}kind: policy\n", True, id="a published policy"),
        pytest.param(f"{PUBLISHED}kind: policy\nstatus: review\n", False, id="a policy in review"),
        pytest.param(f"{PUBLISHED}kind: policy\nstatus: withdrawn\n", False, id="a withdrawn policy"),
        pytest.param("kind: policy\n", False, id="a proposed policy"),
        pytest.param(f"{PUBLISHED}kind: answer\n", False, id="another published piece"),
    ],
)
def test_the_policy_is_named_exactly_if_it_is_published(record: str, expected: bool) -> None:
    found = lines(record)
    assert found is not None
    assert (POLICY in found) is expected
    assert any(line.startswith("Policy:") for line in found) is expected


@pytest.mark.parametrize(
    ("desk", "expected"),
    [
        pytest.param(
            f'security: {{contact: ["{CONTACT}", "mailto:a@desk.example"], expires: 2027-10-01, languages: [en, de]}}\n',
            [
                "# An independent example.",
                f"Contact: {CONTACT}",
                "Contact: mailto:a@desk.example",
                "Expires: 2027-10-01T00:00:00Z",
                "Preferred-Languages: en, de",
                "Canonical: https://answers.desk.example/.well-known/security.txt",
            ],
            id="two contacts, two languages",
        ),
        pytest.param(
            f'notice:\nsecurity: {{contact: ["{CONTACT}"], expires: 2027-10-01, languages: [], '
            "acknowledgments: https://desk.example/thanks}\n",
            [
                f"Contact: {CONTACT}",
                "Expires: 2027-10-01T00:00:00Z",
                "Acknowledgments: https://desk.example/thanks",
                "Canonical: https://answers.desk.example/.well-known/security.txt",
            ],
            id="no notice, no language, thanks",
        ),
        pytest.param("security:\n", None, id="no security contact"),
        pytest.param("security: {contact: [], expires: 2027-10-01}\n", None, id="no contact in it"),
    ],
)
def test_the_lines_of_the_file(desk: str, expected: list[str] | None) -> None:
    assert lines("", desk) == expected
