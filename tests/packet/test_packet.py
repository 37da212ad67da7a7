"""What a packet holds: each case is an edition, and what both of its files must say or keep to themselves."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from drawing import MIXED, added, parsed
from freezing import SIGNING as BASE
from freezing import signed, submitted
from running import ROOT
from shelfready.model.library import Library
from shelfready.packet.assemble import drafted, packet
from shelfready.packet.drawn import COLUMNS, html, plain
from shelfready.packet.model import Packet
from shelfready.packet.piece import piece
from shelfready.render.environment import packaged, packet_environment
from shelfready.standing import standing

Files = Mapping[str, str | bytes]

RECORD = added(
    BASE["content/topics/piece.yml"],
    "kind: signed-twice\nstatus: review\nlead: Example Author\nstatement: Look from outside.\nreview_by: 2027-05-20\n"
    "note: PRIVATE NOTE\nnext: {who: PRIVATE PERSON, what: PRIVATE STEP, by: 2026-12-15}\n",
)
START: dict[str, str] = {**BASE, "content/topics/piece.yml": RECORD}
ENV = packet_environment((packaged(),))
RICH = """\
Look from *outside*.[^1] See [the answers](/answers/index.md "all of them").

1. First **step**

    - deeper

2. Second step

> Somebody said so.

!!! note "For the press"

    Call first.

## What to try

| Door | Try |
| --- | --- |
| Port 104 | `echoscu -v` |

```
echoscu  -v
```

![A map of the zones](images/map.png)

### More

The last words.

[^1]: [DICOM PS3.8](https://a.example/?x=1&y=2), page 4.
"""
PICTURE = {"content/drafts/images/map.png": b"\x89PNG\r\n\x1a\nmap"}


def records(lines: str = "", draft: str = "Look from outside.\n") -> dict[str, str | bytes]:
    """The usual project in review, with these lines in its record and this draft."""
    return {**START, "content/topics/piece.yml": added(RECORD, lines), "content/drafts/piece.md": draft}


def with_edition(files: Files, *signers: str) -> dict[str, str | bytes]:
    """The same with the next edition submitted, its pictures beside it, and signed."""
    made = {**files, **submitted(files, "piece")}
    number = max(int(path.split("/")[3]) for path in made if path.startswith("content/editions/"))
    folder = f"content/editions/piece/{number}/"
    shown = {path: data for path, data in files.items() if path.startswith("content/drafts/images/")}
    made |= {f"{folder}{path.rpartition('/')[2]}": data for path, data in shown.items()}
    for name in signers:
        made |= signed(made, f"{folder}{name}.yml")
    return made


def made(files: Files, *, draft: bool = False) -> Packet:
    library = parsed(files)
    found = standing(library, "piece")
    if draft:
        return drafted(library, found.topic)
    assert found.newest
    return packet(library, found.topic, found.newest)


def folded(text: str) -> str:
    return " ".join(text.split())


INLINE = re.compile(r'</?(?:a|del|ins|sup|em|code|strong|span)\b(?! class="more")[^>]*>')


def seen(page: str) -> str:
    """What a reader sees of a page, word joiners left out."""
    body = re.sub(r"<(?:style|title)>.*?</(?:style|title)>", "", page, flags=re.DOTALL)
    return folded(entities.unescape(re.sub(r"<[^>]+>", " ", INLINE.sub("", body))).replace("\u2060", ""))


def both(files: Files, *, draft: bool = False) -> list[str]:
    """What the text and the page say, white space folded."""
    found = made(files, draft=draft)
    return [folded(plain(ENV, found)), seen(html(ENV, found))]


SAME = {
    "the question": "How exposed are we?",
    "the edition": "Edition 1 of piece, submitted on 20 November 2026",
    "what is asked": "Please read section 3",
    "by when": "By when: 15 December 2026.",
    "who signs": "counsel: not yet signed. May sign: Example Counsel.",
    "who else signs": "editor: not yet signed. May sign: Example Counsel or Example Editor.",
    "the statement": "statement Look from outside.",
    "a first edition": "nothing was approved before",
    "words": "3 words of at most 700",
    "the kind": "Kind: Signed twice",
    "the owner": "Owners: Desk",
    "the notice": "An independent example.",
    "the boilerplate": "About Desk: The desk answers.",
    "what is public": "Nothing of this topic is public now.",
    "no list of what to say": "no list of what the piece must say",
    "no waiver": "Nothing is waived.",
}


@pytest.mark.parametrize("name", SAME)
def test_what_every_packet_says(name: str) -> None:
    for text in both(with_edition(records())):
        assert SAME[name] in text.replace("(statement)", "statement")


def test_the_digest_stands_whole_and_in_short() -> None:
    files = with_edition(records())
    digest = made(files).digest
    assert re.fullmatch("[0-9a-f]{64}", digest)
    for text in both(files):
        assert f"digest {digest[:12]}" in text
        assert digest in text


BRIEF = "brief: [Name the open doors, Praise nobody]\n"
WAIVED = "waivers: [{rule: TON003, text: The lock is unbreakable., by: Example Editor, reason: A quotation.}]\n"
FOR_COUNSEL = (
    "waivers: [{rule: CNS002, text: All vendors agree that it holds., by: Example Counsel, reason: Quoted.}]\n"
)
SOURCE = "sources: [{title: RFC 9116, url: 'https://a.example/rfc', accessed: 2026-11-20}]\n"
RESPONSE = "responds_to: {title: Servers, outlet: Daily Example, url: 'https://d.example/s', date: 2019-09-17}\n"
SAID = {
    "a brief": (BRIEF, "Each open door has a name.\n", "[ ] Name the open doors see ¶3"),
    "a brief that nothing meets": (
        BRIEF,
        "Each open door has a name.\n",
        "[ ] Praise nobody no paragraph found by words",
    ),
    "a claim with its note": (
        "",
        "There were 187 servers.[^1]\n\n[^1]: [Report](https://a.example/r), 2019.\n",
        "¶3, '187 servers': There were 187 servers.[note 1] note 1 (¶4): Report <https://a.example/r>, 2019.",
    ),
    "a claim with its link": (
        "",
        "There were [187 servers](https://a.example/r).\n",
        "¶3, '187 servers': There were 187 servers. link: https://a.example/r",
    ),
    "a claim without a source": (
        "",
        "There were 187 servers.\n",
        "¶3, '187 servers': There were 187 servers. NO SOURCE stands with this sentence.",
    ),
    "a claim in a table": (
        "",
        "| Year | Servers |\n| --- | --- |\n| 2019 | 187 servers |\n",
        "¶4, '2019': 2019 | 187 servers NO SOURCE",
    ),
    "a claim of the statement": (
        SOURCE + "statement: There were 187 servers.\n",
        "Look.\n",
        "¶2, '187 servers': There were 187 servers. the sources of the piece: ¶4",
    ),
    "an attack": ("", "Hackers broke into hospitals.\n", "¶3, 'Hackers broke': Hackers broke into hospitals."),
    "no claim": ("", "Look from outside.\n", "No sentence names a figure"),
    "a flagged phrase": (
        "",
        "Well.\n\nThe lock is unbreakable.\n",
        "¶4, absolute claim (TON003, warning): 'unbreakable' in the draft",
    ),
    "a flagged title": ("title: Our unbreakable lock\n", "Look.\n", "¶1, absolute claim (TON003, warning):"),
    "a flagged other wording": (
        "also_asked: ['Do vendors agree that we are safe?']\n",
        "Look.\n",
        "¶4, joint conduct (CNS002, warning):",
    ),
    "a waived phrase": (
        WAIVED,
        "Well.\n\nThe lock is **unbreakable**.\n",
        "¶4, absolute claim (TON003): 'The lock is unbreakable.' By Example Editor: A quotation. State: holds.",
    ),
    "a waiver that waits for counsel": (
        FOR_COUNSEL,
        "All vendors agree that it holds.\n",
        "A waiver is asked for; see below.",
    ),
    "a void waiver": (WAIVED, "Look.\n", "State: void: the sentence is not in these words."),
    "a source": (SOURCE, "Look.\n", "source 1"),
    "the address of a source": (SOURCE, "Look.\n", "RFC 9116 <https://a.example/rfc>"),
    "when a source was opened": (SOURCE, "Look.\n", "Sources opened on 20 November 2026: 1"),
    "a report that is answered": (RESPONSE, "Look.\n", "In response to: Servers, Daily Example, 17 September 2019"),
    "another wording": ("also_asked: [Is it safe?]\n", "Look.\n", "Is it safe?"),
    "a link of the site": ("", "See [this](/answers/index.md).\n", "this <https://answers.desk.example/answers/>."),
    "a word that shows under the pointer": ("", '[This](https://a.example "hm").\n', "(shown under the pointer:"),
    "a budget of its own": ("budget: 40\n", "Look.\n", "1 words of at most 40"),
    "a day that has passed": ("next: {who: Me, what: x, by: 2026-11-01}\n", "Look.\n", "1 November 2026; that day has"),
    "no day": ("next: {who: Me, what: x}\n", "Look.\n", "No day is set for the answer."),
}


@pytest.mark.parametrize("name", SAID)
def test_what_a_packet_says_of_a_piece(name: str) -> None:
    lines, draft, words = SAID[name]
    for text in both(with_edition(records(lines, draft))):
        assert words in text.replace("[\u00a0]", "[ ]")


UNSAID = {
    "a claim of a port": ("Try port 104.\n", "'104'"),
    "a cited claim": ("There were [187 servers](https://a.example/r).\n", "NO SOURCE"),
    "a claim in code": ("Try `187 servers`.\n", "¶3, '187"),
    "a phrase that is none": ("The lock is strong.\n", "(TON003, warning)"),
    "a waived phrase among the flagged": ("The lock is unbreakable.\n", "(TON003, warning)"),
}


@pytest.mark.parametrize("name", UNSAID)
def test_what_a_packet_does_not_say(name: str) -> None:
    draft, words = UNSAID[name]
    for text in both(with_edition(records(WAIVED, draft))):
        assert words not in text


@pytest.mark.parametrize("words", ["PRIVATE NOTE", "PRIVATE PERSON", "PRIVATE STEP", "held by the desk"])
def test_what_stays_at_the_desk(words: str) -> None:
    files = with_edition(records(), "signoff-desk-editor")
    assert words in "".join(map(str, files.values()))
    for text in both(files):
        assert words not in text


SIGNED = {
    "nobody": ((), "editor: not yet signed", ["Example Counsel, counsel", "Example Counsel, editor"]),
    "the editor": (
        ("signoff-desk-editor",),
        "editor: approved on 20 November 2026 by Example Editor, Desk.",
        ["Example Counsel, counsel"],
    ),
    "counsel": (
        ("signoff-desk-counsel",),
        "counsel: approved on 20 November 2026 by Example Counsel, Desk.",
        ["Example Editor, editor"],
    ),
    "both": (
        ("signoff-desk-counsel", "signoff-desk-editor"),
        "Everybody who must has signed it, the last one on 20 November 2026.",
        [],
    ),
    "counsel refused": (("reply-desk-counsel",), "counsel: refused on 20 November 2026 by Example Counsel, Desk.", []),
}


@pytest.mark.parametrize("name", SIGNED)
def test_who_has_signed_and_who_may_answer(name: str) -> None:
    signers, words, people = SIGNED[name]
    files = with_edition(records(), *signers)
    answers = [f"{answer.person}, {answer.role}" for answer in made(files).answers]
    for text in both(files):
        assert words in text
    assert set(people) <= set(answers)
    assert bool(answers) == (name != "both")


GUILD = """\
  guild:
    name: Guild
    boilerplate: The guild answers.
    press: {name: Press, email: press@guild.example, hours: 9 to 17, time_zone: UTC}
    sign_off: [counsel]
"""
GUEST = """\
  - {name: Guest Counsel, organisation: guild, roles: [counsel]}
  - {name: Guest Editor, organisation: guild, roles: [editor]}
"""
VOICE = "anybody of Desk"


@pytest.mark.parametrize(
    ("signers", "told", "answer"),
    [
        pytest.param((), False, "Example Editor, editor", id="the other roles can bring it"),
        pytest.param(("guild-counsel", "guild-editor"), True, "Example Editor, editor", id="nothing else is missing"),
        pytest.param(("guild-counsel", "desk-editor"), False, "", id="it came with a role"),
    ],
)
def test_the_voice_of_an_owner_is_asked_for_where_no_role_brings_it(
    signers: tuple[str, ...], told: bool, answer: str
) -> None:
    desk = START["content/desk.yml"].replace("people:\n", "people:\n" + GUEST)
    desk = desk.replace("organisations:\n", "organisations:\n" + GUILD)
    files = {**records("owners: [desk, guild]\n"), "content/desk.yml": desk}
    files = with_edition(files)
    for name in signers:
        role = "editor" if name.endswith("editor") else "counsel"
        person = "Example Editor" if name == "desk-editor" else f"Guest {role.title()}"
        files |= signed(files, f"content/editions/piece/1/signoff-{name}.yml", f"person: {person}\n")
    for text in both(files):
        assert (VOICE in text) is told
    answers = [f"{found.person}, {found.role}" for found in made(files).answers]
    assert answers == [] if not answer else answer in answers


def test_one_who_gave_every_other_sign_off_is_offered_no_line() -> None:
    answers = made(with_edition(records(), "signoff-desk-counsel")).answers
    assert [answer.person for answer in answers] == ["Example Editor"]


def test_the_forms_stand_there_once_and_each_name_has_its_brackets() -> None:
    found = made(with_edition(records()))
    counsel = f"[piece, edition 1, {found.digest[:24]}, counsel, Example Counsel]"
    assert counsel in [answer.ending for answer in found.answers]
    for text in (folded(plain(ENV, found)), seen(html(ENV, found))):
        answer = text.partition("2. Your answer")[2].partition("3. The piece")[0]
        assert [answer.count(form) for form in ("APPROVE ", "APPROVE WITH ¶n: ...", "REFUSE: ...")] == [2, 1, 1]
        assert [answer.count(given.ending) for given in found.answers] == [1, 1, 1]
        assert f"Example Counsel, as counsel: {counsel}" in answer


def test_whoever_may_answer_in_two_roles_is_told_to_send_two_mails() -> None:
    for names, told in (((), True), (("signoff-desk-counsel",), False)):
        for text in both(with_edition(records(), *names)):
            assert ("in two roles sends a mail for each" in text) is told


PAGE_ONLY, MAIL_ONLY = "Write your answer in a mail, as section 2 says.", "Write your answer above this line."


@pytest.mark.parametrize(
    ("signers", "draft", "first"),
    [
        pytest.param((), False, True, id="an answer is asked for"),
        pytest.param(("signoff-desk-counsel", "signoff-desk-editor"), False, False, id="everybody has signed"),
        pytest.param((), True, False, id="a draft"),
    ],
)
def test_only_a_mail_can_be_answered_above_a_line(signers: tuple[str, ...], draft: bool, first: bool) -> None:
    text, page = both(with_edition(records(), *signers), draft=draft)
    assert (MAIL_ONLY in text, PAGE_ONLY in text) == (True, False)
    assert (MAIL_ONLY in page, PAGE_ONLY in page) == (False, first)


def test_what_a_piece_answers_is_named_once() -> None:
    for text in both(with_edition(records(RESPONSE))):
        assert "In response to: Servers" in text
        assert not re.search(r"response\)? In response", text)


def test_the_remark_of_an_open_reply_is_shown_and_that_of_an_invalid_one_is_not() -> None:
    files = with_edition(records())
    path = "content/editions/piece/1/reply-desk-counsel.yml"
    for text in both({**files, **signed(files, path, "remark: Change ¶3.\n")}):
        assert "Change ¶3." in text
    for text in both({**files, **signed(files, path, f"remark: Change ¶3.\ndigest: {'0' * 64}\n")}):
        assert "Change ¶3." not in text


def second(lines: str, draft: str, before: str = "Look from outside. Then close it.\n") -> dict[str, str | bytes]:
    """Two editions, the first one signed by both."""
    files = with_edition(records("", before), "signoff-desk-counsel", "signoff-desk-editor")
    files |= {"content/topics/piece.yml": added(RECORD, lines), "content/drafts/piece.md": draft}
    return with_edition(files)


CHANGED = {
    "a word": ("", "Look from inside. Then close it.\n", "Look from [-outside.-] {+inside.+} Then close it."),
    "a sentence taken out": ("", "Look from outside.\n", "Look from outside. [-Then close it.-]"),
    "a paragraph added": ("", "Look from outside. Then close it.\n\nCall us.\n", "¶4 added (paragraph) {+Call us.+}"),
    "a paragraph in place of it": ("", "All other words here.\n", "was ¶3 removed (paragraph) [-Look from outside."),
    "another form": ("", "- Look from outside. Then close it.\n", "¶3 changed (item of a list, was: paragraph)"),
    "an address": ("", "Look from outside. Then [close it](https://a.example).\n", "{+it <https://a.example>.+}"),
    "the title": ("title: How open are we?\n", "Look from outside. Then close it.\n", "How [-exposed-] {+open+} are we?"),
    "a term": ("also_asked: []\nlanguage: en-GB\n", "Look from outside. Then close it.\n", "was 'en', is 'en-GB'"),
    "signs in the words": ("", "Look [-from-] outside. Then close it.\n", "[-from-] {+[ -from- ]+}"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_what_changed(name: str) -> None:
    lines, draft, words = CHANGED[name]
    for text in both(second(lines, draft)):
        assert words in text.replace("):", ")")


def test_what_did_not_change_is_counted_and_not_repeated() -> None:
    for text in both(second("", "Look from inside. Then close it.\n")):
        assert "¶1 to ¶2: no change" in text
        assert "Compared with edition 1, approved on 20 November 2026: 1 word differs." in text


def test_an_edition_is_compared_with_the_approved_one_before_it_and_not_with_itself() -> None:
    files = second("", "Look from inside. Then close it.\n")
    for name in ("signoff-desk-counsel", "signoff-desk-editor"):
        files |= signed(files, f"content/editions/piece/2/{name}.yml")
    found = made(files)
    assert found.approved_on
    assert found.difference
    assert found.difference.edition == 1


def test_a_picture_with_other_bytes_is_a_change() -> None:
    files = {**with_edition({**records("", RICH), **PICTURE}, "signoff-desk-counsel", "signoff-desk-editor")}
    found = made(with_edition({**files, "content/drafts/images/map.png": b"\x89PNG\r\n\x1a\nother"}))
    assert found.difference
    assert [term.name for term in found.difference.terms] == ["picture map.png"]


SIGNS = re.compile(r"\]\(<(?:\\.|[^>\\])*>(?: \"[^\"]*\")?\)|\(sha256:\w+\)|[\[\]\\!^]")
PIECES = {
    "plain": "Look from outside.\n",
    "mixed": MIXED,
    "rich": RICH,
    "a list that begins at 3": "3. Third\n4. Fourth\n",
    "signs": "A \\[b\\] \\<c\\> and d\\\\e.\n",
    "broken lines": "One line\\\nand more.  \nThe third.\n",
    **{path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "content/drafts").glob("*.md"))},
}


def words_of(library: Library) -> list[str]:
    """The words that are signed, without addresses."""
    found = standing(library, "piece").newest
    assert found
    lines = (line.lstrip()[2:] for line in found.edition.record.words.split("\n") if line.lstrip().startswith("| "))
    return SIGNS.sub("", " ".join(lines).replace("\\n", " ")).split()


@pytest.mark.parametrize("name", PIECES)
def test_the_numbered_paragraphs_hold_every_word_that_is_signed(name: str) -> None:
    desk = BASE["content/desk.yml"].replace("marks: {", "marks: {dicom-only: DICOM only, ")
    library = parsed(with_edition({**records(SOURCE, PIECES[name]), **PICTURE, "content/desk.yml": desk}))
    found = standing(library, "piece").newest
    assert found
    blocks = piece(library, found.edition)
    spans = [
        span
        for block in blocks
        for cell in [(s for c in block.cells for s in (*c, replace(c[0], text=" ", kind="")))]
        for span in cell
    ]
    kept = "".join(span.text for span in spans if span.kind not in ("address", "hover"))
    assert [block.number for block in blocks] == list(range(1, len(blocks) + 1))
    assert "".join(re.sub(r"[\[\]\\!^]", "", kept).split()) == "".join(words_of(library))


NUMBERS = [
    (1, "title", "", "How exposed are we?"),
    (2, "statement", "", "Look from outside."),
    (3, "paragraph", "", "Look from outside. See the answers."),
    (4, "item", "1.", "First step"),
    (5, "item", "–", "deeper"),
    (6, "item", "2.", "Second step"),
    (7, "paragraph", "", "Somebody said so."),
    (8, "box", "", "For the press"),
    (9, "paragraph", "", "Call first."),
    (10, "heading", "", "What to try"),
    (11, "row", "", "Door Try"),
    (12, "row", "", "Port 104 echoscu -v"),
    (13, "code", "", "echoscu  -v"),
    (14, "paragraph", "", ""),
    (15, "heading", "", "More"),
    (16, "paragraph", "", "The last words."),
    (17, "note", "note 1", "DICOM PS3.8, page 4."),
    (18, "source", "source 1", "RFC 9116"),
]


def test_each_kind_of_paragraph_has_its_number() -> None:
    found = made(with_edition({**records(SOURCE, RICH), **PICTURE}))
    assert [(b.number, b.kind, b.marker, b.said) for b in found.blocks] == NUMBERS


def test_both_files_carry_the_same_numbers_in_the_same_order() -> None:
    found = made(with_edition({**records(SOURCE, RICH), **PICTURE}))
    text, page = plain(ENV, found), html(ENV, found)
    numbers = [str(number) for number, *_ in NUMBERS]
    assert re.findall(r"^¶(\d+) ", text, re.MULTILINE) == numbers
    assert re.findall(r'class="n">¶(\d+)<', page) == numbers


@pytest.mark.parametrize("name", PIECES)
def test_the_text_has_72_columns_but_for_whole_addresses(name: str) -> None:
    found = made(with_edition({**records(SOURCE + BRIEF, PIECES[name]), **PICTURE}))
    long = [line for line in plain(ENV, found).split("\n") if len(line) > COLUMNS]
    assert [line for line in long if not re.fullmatch(r"\s*(?:\[-|\{\+)?<?https?://\S+", line)] == []


def test_the_same_input_gives_the_same_bytes() -> None:
    files = with_edition({**records(SOURCE + BRIEF, RICH), **PICTURE})
    one, other = made(files), made(dict(reversed(files.items())))
    assert (html(ENV, one), plain(ENV, one)) == (html(ENV, other), plain(ENV, other))


def test_a_picture_is_in_the_page_with_its_text() -> None:
    page = html(ENV, made(with_edition({**records("", RICH), **PICTURE})))
    assert '<img src="data:image/png;base64,iVBORw0KGgptYXA=" alt="A map of the zones">' in page


def test_notice_that_changed_is_told() -> None:
    files = with_edition(records())
    other = files | {"content/desk.yml": str(files["content/desk.yml"]).replace("independent", "other")}
    for text in both(other):
        assert "It changed since the edition was submitted" in text
    for text in both(files):
        assert "It changed since" not in text


class TestDraft:
    def test_it_is_marked_and_offers_no_line(self) -> None:
        for text in both(records(SOURCE, MIXED), draft=True):
            assert "not submitted, cannot be signed" in text.lower()
            assert "It was not submitted, and nobody can sign it." in text
            assert "APPROVE" not in text
            assert not re.search(r"\bdigest [0-9a-f]{12}", text)

    def test_it_says_who_will_have_to_sign(self) -> None:
        for text in both(records(), draft=True):
            assert "Who will have to sign" in text
            assert "counsel: not yet signed. May sign: Example Counsel." in text

    def test_it_shows_the_draft_and_not_the_edition(self) -> None:
        files = with_edition(records()) | {"content/drafts/piece.md": "Other words now.\n"}
        for text in both(files, draft=True):
            assert "Other words now." in text
        for text in both(files):
            assert "Other words now." not in text

    def test_it_is_compared_with_the_last_approved_words(self) -> None:
        files = with_edition(records(), "signoff-desk-counsel", "signoff-desk-editor")
        found = made({**files, "content/drafts/piece.md": "Look from inside.\n"}, draft=True)
        assert found.difference
        assert (found.difference.edition, found.name) == (1, "piece-draft")


HOSTILE = (
    '&lt;script&gt;alert(1)&lt;/script&gt; "quotes" {{ packet.digest }} {% raw %} [x](javascript:alert(1)) '
    "&amp;lt;img src=x onerror=alert(1)&amp;gt; </style> <b>\n\nAPPROVE [piece, edition 1, 000000000000000000000000, counsel, X]\n"
)


def test_words_that_look_like_markup_are_words() -> None:
    title = "title: 'Is \"{{ 7 * 7 }}\" or &lt;script&gt; ] } {% x %} safe?'\n"
    library = parsed(records(title, HOSTILE))
    page = html(ENV, drafted(library, standing(library, "piece").topic))
    assert "Is &#34;{{ 7 * 7 }}&#34; or &amp;lt;script&amp;gt; ] } {% x %} safe?" in page
    assert re.findall(r"<(?:script|iframe|object|form|b|link|base)\b|\son\w+=\"|href=\"(?!https?://)", page) == []
    assert page.count("</style>") == 1


def test_a_line_in_the_words_is_not_taken_for_an_answer() -> None:
    library = parsed(records("", HOSTILE))
    text = plain(ENV, drafted(library, standing(library, "piece").topic))
    assert [line for line in text.split("\n") if line.startswith("APPROVE")] == []
