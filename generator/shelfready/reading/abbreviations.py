"""A text and its sentences in, capital letters that nothing beside them explains out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from shelfready.model.reading import Hit

__all__ = ["abbreviations"]

_CAPITALS = re.compile(r"[A-Z][A-Z]+(?:&[A-Z]+)?")
_AS_A = bytes(65 if 65 <= code <= 90 else 32 for code in range(256))
_LONG_FORM = re.compile(r"\w[\w'’-]* \w|\w+-\w+")
_SERIES = re.compile(r"[ -]?\d|[/.]\w|:\w")
"""What follows letters that number a document or a part: RFC 9116, PS3.15, SP 1800-24, CVE-2019-11687."""
_SPOKEN = frozenset(
    "A ABLE ABOUT ABOVE ACCESS ACTION ADD ADMIN AFTER AGAIN AGREE ALERT ALL ALLOW ALMOST ALONE ALREADY ALSO ALWAYS AMONG AN AND ANOTHER ANSWER"
    " ANY ANYBODY ANYONE APART APPROVE ARCHIVE ARE AROUND AS ASK ASSUME AT ATTACK ATTENTION AUTHOR AVOID AWAY BACK BACKUP BAD BAN BE BECAUSE"
    " BEFORE BEGIN BEHIND BEING BELOW BEST BETTER BETWEEN BEYOND BIG BLOCK BOTH BOX BREACH BREAK BROKEN BUG BUT BUTTON BUY BY CALL CAN CANNOT"
    " CAREFUL CAUSE CAUTION CHANGE CHECK CHOOSE CLEAN CLEAR CLICK CLINIC CLOSE CLOSED CODE COMMON COMPANY CONNECT CONTACT COPY COPIES CORRECT COULD"
    " CRITICAL CURRENT CUT DAILY DANGER DATA DATE DAY DAYS DEAD DEFAULT DELETE DENY DETAIL DEVICE DEVICES DID DISABLE DISC DISK DO DOCTOR DOES DON"
    " DONE DOOR DOORS DOWN DRAFT DURING EACH EASY EDIT EITHER ELSE EMPTY ENABLE ENCRYPT END ENOUGH ENTER ENTIRE ERASE ERROR EVEN EVER EVERY"
    " EXACT EXAMPLE EXCEPT EXIT EXPERT EXPOSE EXTRA FACT FAIL FAILURE FALSE FAR FEW FILE FILES FINAL FIND FIRST FIX FIXME FOLDER FOLLOW FOR FOUND"
    " FREE FROM FULL FULLY GET GIVE GO GONE GOOD GREAT GROUP GUIDE HAD HALF HAND HARD HAS HAVE HE HELP HER HERE HIDDEN HIGH HIM HOLD HOSPITAL HOUR"
    " HOURS HOW HUGE HUMAN I IDEA IF IMAGE IMAGES IMPORTANT IN INSIDE INSTALL INSTEAD INTO IS ISSUE IT ITEM ITS ITSELF JUST KEEP KEPT KEY KEYS KIND"
    " KNOW KNOWN LABEL LARGE LAST LATE LATER LEAST LEAVE LEFT LESS LET LEVEL LIKE LIMIT LINE LINK LIST LITTLE LIVE LOCAL LOCK LOCKED LOGIN LONG"
    " LOOK LOSE LOST LOW MADE MAIN MAJOR MAKE MAKER MANUAL MANY MAY ME MEAN MEDIUM MEET MEMBER MESSAGE MIGHT MINOR MISSING MODE MONTH MORE MOST MOVE"
    " MUCH MUST MY NAME NAMES NEAR NEED NEEDS NEITHER NETWORK NEVER NEW NEXT NIGHT NO NOBODY NONE NOR NORMAL NOT NOTE NOTHING NOTICE NOW NUMBER"
    " OF OFF OFFER OFFICE OFFLINE OFTEN OLD ON ONCE ONE ONES ONLINE ONLY ONTO OPEN OPTION OR ORDER OTHER OTHERS OUR OUT OUTSIDE OVER OWN OWNER"
    " PAGE PAGES PAPER PART PARTS PASS PASSED PATCH PATIENT PAY PEOPLE PER PERSON PHONE PICTURE PLACE PLAN PLEASE PLUS POINT POLICY PORT PORTS"
    " PREVENT PRINT PRIVATE PROBLEM PRODUCT PROOF PROTECT PROVE PUBLIC PUT QUICK QUITE RATHER READ READER READY REAL REALLY REASON RECORD REMOVE"
    " REPAIR REPEAT REPLACE REPORT REQUEST REQUIRE RESET RESTART RESTORE REVIEW REVOKE RIGHT RISK RISKS ROOM RULE RULES RUN SAFE SAFETY SAID SAME"
    " SAVE SAY SCAN SCANNER SCANS SEARCH SECOND SECRET SECURE SEE SEND SENT SERIOUS SERVER SERVERS SERVICE SET SEVERAL SHALL SHARE SHE SHORT SHOULD"
    " SHOW SHUT SIDE SIGN SIMPLE SINCE SINGLE SITE SMALL SO SOME SOMEONE SOON SOURCE STAFF STAND START STATE STAY STEP STEPS STILL STOP STORE"
    " STRONG SUBJECT SUCH SUMMARY SUPPORT SURE SWITCH SYSTEM SYSTEMS TAKE TALK TASK TBC TBD TEAM TELL TEST THAN THANK THAT THE THEIR THEM THEN"
    " THERE THESE THEY THING THINK THIRD THIS THOSE THREE THROUGH TIME TIMES TITLE TO TODAY TODO TOGETHER TOLD TOO TOP TOTAL TOUCH TOWARD TRAIN"
    " TRUE TRUST TRY TURN TWICE TWO UNDER UNIT UNKNOWN UNLESS UNTIL UP UPDATE UPDATES UPON URGENT USE USER USERS USUAL VALID VALUE VENDOR VERIFY"
    " VERSION VERY VIEWER VIRUS VISIBLE WAIT WALL WANT WARN WARNING WAS WAY WE WEAK WEB WEEK WEEKS WELL WENT WERE WHAT WHEN WHERE WHETHER WHICH"
    " WHILE WHO WHOLE WHOSE WHY WILL WITH WITHIN WITHOUT WON WORD WORDS WORK WORKS WORLD WORSE WORST WOULD WRITE WRITTEN WRONG XXX YEAR YEARS YES"
    " YET YOU YOUR YOURS YOURSELF".split()
)
"""Words that people put in capitals to raise their voice; not those that are names, too, such as REST or SOAP."""
_ALOUD = _SPOKEN - {"A", "I", "IT", "OR"}
"""Words whose neighbours in capitals are as loud."""
_ENDINGS = (
    "ABLE",
    "CED",
    "ERED",
    "ING",
    "KED",
    "LED",
    "LY",
    "MENT",
    "NESS",
    "OUS",
    "PED",
    "SED",
    "SION",
    "TED",
    "TION",
    "VED",
    "YED",
)
"""What abbreviations do not end in; one of 7 letters that ends in MED names a database of devices."""
_LONGEST = 7
_ROMAN = re.compile(r"[IVX]+\Z")
_BEFORE = re.compile(r"([A-Z]{2,})\s{1,3}\Z")
_AFTER = re.compile(r"\s{1,3}([A-Z]{2,})\b")
_VOWEL = re.compile("[AEIOUY]")
_WORD = re.compile(r"[^\W\d_]+")
_GLOSS = re.compile(r"\s*(?:\||:|=|–|—|,(?: or| that is,?| meaning| in full,?)?)\s+(?:(?:an?|the)\s+)?")
_MAY_EXPLAIN = frozenset("(),;|:=–—sim")
"""With what an explanation can begin: a sign, the s of a plural, 'stands for', 'is short for' or 'means'."""
_STOP = re.compile(r"[.;:|()\n]|, ")


def abbreviations(text: str, outside: list[tuple[int, int]]) -> tuple[tuple[Hit, ...], frozenset[str]]:
    """Abbreviations at their first place without an explanation there, and all that the text explains somewhere.

    Explained is 'Food and Drug Administration (FDA)', 'FDA (Food and Drug Administration)', 'FDA, short for ...', and
    words with these initials on the other side of a comma, a colon, a dash or the border of a cell.

    Args:
        text: plain text.
        outside: begin and end of headings and footnotes, which nobody reads in order; sorted.
    """
    first: dict[str, int] = {}
    explained: set[str] = set()
    for match in _capitals(text):
        name, start, stop = match.group(), match.start(), match.end()
        if name in _SPOKEN or name in explained or not _is_abbreviation(text, name, start, stop):
            continue
        at = bisect_right(outside, (start, len(text))) - 1
        if at >= 0 and start < outside[at][1]:
            continue
        if _is_explained(text, name, start, stop):
            explained.add(name)
            first.setdefault(name, -1)
        elif name not in first and not _is_shouted(text, name, start, stop):
            first[name] = start
    hits = (Hit("PLN002", offset, name, "") for name, offset in first.items() if offset >= 0)
    return tuple(hits), frozenset(explained)


def _capitals(text: str) -> Iterator[re.Match[str]]:
    """Two and more capitals in a row, found three times as fast as by the pattern alone."""
    signs = text.encode("ascii", "replace").translate(_AS_A)
    at = signs.find(b"AA")
    while at >= 0 and (match := _CAPITALS.match(text, at)):
        yield match
        at = signs.find(b"AA", match.end())


def _is_abbreviation(text: str, name: str, start: int, stop: int) -> bool:
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if before.isalnum() or (before and before in "./@#&+_-") or _SERIES.match(text, stop):
        return False
    if after.isalnum() and text[stop : stop + 2] not in ("s ", "s,", "s.", "s)", "s\n"):
        return False
    return not _ROMAN.match(name)


def _is_shouted(text: str, name: str, start: int, stop: int) -> bool:
    """Whether this is a common word said aloud: by its form, or among others of the kind."""
    if len(name) > _LONGEST or (len(name) > 5 and name.endswith(_ENDINGS)):
        return True
    if text[stop : stop + 1] == "'" and text[stop + 1 : stop + 2].isupper():
        return True
    if not _VOWEL.search(name):
        return False
    before = _BEFORE.search(text[max(0, start - 20) : start])
    after = _AFTER.match(text, stop, stop + 20)
    return any(match and match[1] in _ALOUD for match in (before, after))


def _is_explained(text: str, name: str, start: int, stop: int) -> bool:
    """Whether the long form stands beside it: before it, with the letters in brackets, or behind it in brackets."""
    if text.endswith(", or ", 0, start) and _ends_in(text[max(0, start - 120) : start - 5], name):
        return True
    sign = text[stop : stop + 3].lstrip()[:1]
    if sign and sign not in _MAY_EXPLAIN:
        return False
    after = text[stop : stop + 160].removeprefix("s")
    if text[start - 1 : start] == "(" and after[:1] in "),;":
        return bool(_LONG_FORM.search(text[max(0, start - 120) : start - 1]))
    rest = after.lstrip()
    if rest.startswith("("):
        return bool(_LONG_FORM.search(rest[1:].partition(")")[0]))
    if rest.startswith((", short for", "stands for", "is short for", ", that is,", ", which stands for", "means ")):
        return True
    gloss = _GLOSS.match(after) if rest[:1] in ",|:=–—" else None
    return bool(gloss and _spells(name, _WORD.findall(_STOP.split(after[gloss.end() :], maxsplit=1)[0])))


def _ends_in(text: str, name: str) -> bool:
    """Whether the last words of a text have these initials."""
    words = _WORD.findall(text)[-len(name) - 3 :]
    return any(_spells(name, words[number:]) for number in range(len(words)))


def _spells(name: str, words: list[str]) -> bool:
    """Whether words begin with the first of these letters and hold the others in order."""
    if len(words) < 2 or words[0][0].upper() != name[0]:
        return False
    letters = iter("".join(words[: len(name) + 3]).upper())
    return all(letter in letters for letter in name)
