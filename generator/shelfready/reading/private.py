"""The patterns by which private matter is known; nothing goes in. Sources: the services' own documentation of their forms.

A group `value` is what reports never show; where a pattern has none, or it is empty, all of the match is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["PATTERNS", "Pattern"]


class Pattern(NamedTuple):
    """One form of private matter."""

    code: str
    what: str
    """What it is, with its article, for authors."""
    signs: tuple[str, ...]
    """One of them stands in the text, in small letters and with every digit as 0."""
    source: str
    """The regular expression; made when the first text asks for it, as few texts do."""
    words: frozenset[bytes]
    """One of them stands in the text, in small letters; none where the signs say it all."""
    gate: str
    """What else a text must hold: see `reading.disclosure`; 'number' looks around numbers alone."""
    before: int
    behind: int
    """Signs around the sign in which the pattern is tried; -1 before it: the pattern begins with the sign."""
    digits: int
    """Fewest digits of the number, for 'number'."""

    @property
    def form(self) -> re.Pattern[str]:
        """The regular expression; letters of both sizes count."""
        return _compiled(self.source)


@lru_cache(maxsize=64)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _pattern(
    code: str,
    what: str,
    signs: str,
    *parts: str,
    words: str = "",
    gate: str = "",
    before: int = 60,
    behind: int = 420,
    digits: int = 4,
) -> Pattern:
    needed = frozenset(words.encode().split())
    return Pattern(code, what, tuple(signs.split("~")), "".join(parts), needed, gate, before, behind, digits)


_REST = r"[^\s)>\"'`\]]"
"""A sign of an address."""
_LABELLED = "|".join(
    f"(?<={before}password)"
    for before in (
        "^",
        r"\n",
        *map(re.escape, ("- ", "* ", "+ ", "> ", ", ", "; ", "(", "| ", "**", ". ")),
        "default ",
        "admin ",
    )
)
"""The label of a value, as in a list of settings; in a sentence a word behind 'password:' is none."""
_SAID = "none|needed|required|optional|unchanged|changed|default|empty|blank|hidden|removed|redacted|secret|unknown|shared|yours"
"""What stands there instead of a password."""
_LINK = "a link into a meeting"
_PHONE = "a telephone number"
_INNER = "the name of an inner machine"

PATTERNS = (
    # What opens something to whoever has it.
    _pattern(
        "DSC001", "a password in an address", "@",
        r"[a-z][a-z0-9+.-]{1,20}://(?P<value>[^\s/@:<>\"'`]{0,200}:[^\s/@<>\"'`]{1,200}|(?=[^@]{0,200}\d)[^\s/@:<>\"'`?#&=]{10,200})@",
    ),
    _pattern(
        "DSC001", "a private key", "-----begin",
        r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,20}-----(?P<value>[A-Za-z0-9+/=\s:,-]{0,8000})", behind=8200, words="begin",
    ),
    _pattern(
        "DSC001", "a key of a cloud service", "akia~asia~agpa~aroa~aida",
        r"\b(?-i:(?:AKIA|ASIA|AGPA|AROA|AIDA)[0-9A-Z]{16})\b", gate="run",
    ),
    _pattern(
        "DSC001", "a token of a code host", "ghp_~gho_~ghu_~ghs_~ghr_~github_pat_~glpat-~gldt-~glrt-~glcbt-~bbdc-",
        r"\b(?:gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_\w{20,255}|gl(?:pat|dt|rt|cbt)-[\w-]{16,255}|bbdc-[\w-]{20,255})",
        words="ghp gho ghu ghs ghr github glpat gldt glrt glcbt bbdc",
    ),
    _pattern(
        "DSC001", "a token of a message service",
        "xoxb~xoxp~xoxa~xoxr~xoxs~xapp-~hooks.slack.com~/api/webhooks~webhook.office.com",
        r"\b(?:xox[abprs]-[\w-]{8,255}|xapp-[\w-]{8,255})",
        r"|(?:hooks\.slack\.com/(?:services|workflows)|discord(?:app)?\.com/api/webhooks|[\w.-]{1,100}webhook\.office\.com)/",
        rf"(?P<value>{_REST}{{6,400}})", words="xoxb xoxp xoxa xoxr xoxs xapp hooks webhooks webhook",
    ),
    _pattern(
        "DSC001", "a key of a service",
        "sk-~k_live_~k_test_~npm_~pypi-~sg.~hf_~dckr_pat_~shpat_~shpss_~dop_v0_~lin_api_~figd_~tskey-~hvs.~nrak-",
        r"\b(?-i:sk-(?:[a-z]+-)?[A-Za-z0-9_-]{20,255}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,255}",
        r"|npm_[A-Za-z0-9]{30,60}|pypi-[\w-]{30,255}|SG\.[\w-]{16,64}\.[\w-]{16,64}|hf_[A-Za-z]{30,60}",
        r"|dckr_pat_[\w-]{20,60}|shp(?:at|ss)_[a-fA-F0-9]{32}|dop_v1_[a-f0-9]{64}|lin_api_\w{30,60}|figd_[\w-]{30,60}",
        r"|tskey-[a-z]+-[\w-]{10,80}|hvs\.[\w-]{20,120}|NRAK-[A-Z0-9]{20,40})",
        words="sk rk npm pypi sg hf dckr shpat shpss dop lin figd tskey hvs nrak",
    ),
    _pattern(
        "DSC001", "a key of a service", "aiza~ya00.~key-~sq0~atatt0~age-secret-key~0:aa",
        r"\b(?-i:AIza[\w-]{30,40}|ya29\.[\w-]{20,255}|key-[a-f0-9]{32}|sq0[a-z]{3}-[\w-]{20,60}|ATATT3[\w=-]{20,255}",
        r"|AGE-SECRET-KEY-1[A-Z0-9]{50,70}|\d{8,10}:AA[\w-]{33})", gate="run",
    ),
    _pattern(
        "DSC001", "a signed token", "eyj",
        r"\b(?-i:eyJ[\w-]{8,2000}\.[\w-]{8,2000}(?:\.[\w-]{0,2000})?)", gate="run", behind=6100,
    ),
    _pattern(
        "DSC001", "a key in an address", "=",
        r"[?&;](?:(?:[a-z_-]{0,30}token|[a-z-]{0,30}signature|[a-z-]{0,30}credential|sig|api[_-]?key|[a-z_-]{0,20}secret",
        r"|auth|authkey|pwd|password|passwd|pass|tk|invite|rlkey|[a-z]{0,10}session_?id|sid)=(?P<value>[^\s&#)>\"'`\]]{4,1000})",
        r"|(?:key|code)=(?P<other>(?=[^\s&]{0,1000}\d)[^\s&#)>\"'`\]]{8,1000}))",
    ),
    _pattern(
        "DSC001", "a password", "passw~passphrase~pwd~kennwort",
        r"(?<![a-z])(?:pass(?:word|wd|phrase|wort)|pwd|kennwort)s?(?![a-z])",
        r"(?:[\"'`*_]{0,3}[ \t]{0,3}[=:][ \t\"'`*_]{0,6}\n?[ \t>\"'`*_]{0,6}(?P<value>(?=[^\s\"'`<>]{0,200}[\d!$%&#@^?+=~])[^\s\"'`<>]{4,200})",
        r"|[ \t*_]{0,3}\|[ \t*_`]{0,6}(?P<cell>(?=[^\s|]{0,200}(?-i:[a-z]))(?=[^\s|]{0,200}\d)[^\s\"'`<>|-]{5,200})[ \t*_`]{0,6}(?:\||$)",
        r"|(?:[ \t]{1,3}(?:is|was|for \w{1,30} is|to \w{1,30} is))?[ \t]{0,3}[=:]?[ \t]{0,3}[\"'`“](?P<quoted>[^\s\"'`“”]{4,200})[\"'`”]",
        r"|(?:[ \t]+(?:for|to|of|on)[ \t]+(?:[\w'-]{1,30}[ \t]+){1,4}?)?[ \t]*(?:is|was|[=:])[ \t*_]{1,4}",
        r"(?P<told>(?=\S{0,200}\d)(?=\S{0,200}[a-z])[^\s<>,;]{5,200}?)(?=[.,;:!?)*_]*(?:\s|\Z))",
        rf"|(?:{_LABELLED})[\"'`*_]{{0,3}}[ \t]{{0,3}}[=:][ \t*_]{{1,6}}(?!(?:{_SAID})(?![a-z]))(?P<letters>[a-z][a-z._-]{{4,40}}?)",
        r"(?=[.!*_]{0,3}[ \t]{0,3}(?:\n|\Z|[,;.|][ \t]{0,3}(?:[a-z]{1,20}[ \t]?[=:]|\n|\Z))))",
        words="password passwords passwd passphrase passphrases pwd kennwort passwort", before=-1,
    ),
    _pattern(
        "DSC001", "a key or token",
        "secret~token~apikey~api_key~api-key~api key~access_key~accesskey~access-key~access key~credential~accountkey~auth_key"
        "~auth-key~authkey",
        r"(?:secret(?:[_-]?(?:key|access[_-]?key))?|token|api[_ -]?key|access[_ -]?key(?:[_-]?id)?|accountkey|credentials?",
        r"|auth[_-]?key)[\"'`*_]{0,3}[ \t]{0,3}(?:=|:|is)[ \t\"'`*_]{0,6}",
        r"(?P<value>(?=[^\s\"'`<>]{0,500}\d)[A-Za-z0-9+/=_.~-]{10,500})",
        words="secret secrets token tokens apikey api access accesskey credential credentials accountkey authkey auth accesstoken"
        " authtoken", gate="mixed", before=-1,
    ),
    _pattern(
        "DSC001", "a key or token", "bearer~basic",
        r"\b(?:bearer|basic)[ \t]+(?P<value>(?=[^\s]{0,2000}[\d=])[A-Za-z0-9+/=_.~-]{16,2000})", behind=2100, words="bearer basic",
    ),
    # Ways into a meeting.
    _pattern(
        "DSC002", _LINK, "zoom.us~zoom.com~zoomgov.com",
        rf"(?:[\w-]{{1,60}}\.){{0,4}}zoom(?:gov)?\.(?:us|com)/(?:j|w|my|s|wc|meeting|webinar|rec|u)/(?P<value>{_REST}{{3,400}})", words="zoom zoomgov",
    ),
    _pattern(
        "DSC002", _LINK, "teams.microsoft~teams.live~teams.cloud",
        r"teams\.(?:microsoft|live|cloud\.microsoft)(?:\.com)?/",
        rf"(?P<value>(?:l/meetup-join|meet|l/channel|l/team|_#/|l/chat|dl/launcher){_REST}{{3,800}})", behind=900, words="teams",
    ),
    _pattern(
        "DSC002", _LINK, "meet.google~hangouts.google",
        r"(?:(?:stream\.)?meet\.google\.com|hangouts\.google\.com)/(?P<value>[a-z0-9_/-]{6,100})", words="meet hangouts",
    ),
    _pattern(
        "DSC002", _LINK, "webex.com",
        r"(?:[\w-]{1,60}\.){0,4}webex\.com/(?P<value>(?:meet|join|m|[\w.-]{1,60}/j\.php|[\w.-]{1,60}/k\d|wbxmjs|webappng|weblink",
        rf"|[\w.-]{{1,60}}/onstage){_REST}{{0,400}})", words="webex",
    ),
    _pattern(
        "DSC002", _LINK,
        "gotomeet~gotowebinar~meet.goto.com~jit.si~jitsi~whereby.com~bluejeans.com~join.skype.com~ringcentral.com~chime.aws"
        "~join.me/~livestorm.co~lifesizecloud~starleaf.com~bbb.~conf.dfn~gather.town~freeconferencecall",
        r"(?:gotomeet(?:ing)?\.(?:com|me)(?:/join)?|(?:attendee|register)\.gotowebinar\.com/\w{1,20}|meet\.goto\.com|meet\.jit\.si",
        r"|jitsi\.[\w.-]{3,60}|whereby\.com|bluejeans\.com|join\.skype\.com|[\w.-]{0,30}ringcentral\.com/(?:j|join)|chime\.aws",
        r"|join\.me|livestorm\.co/p|call\.lifesizecloud\.com|meet\.starleaf\.com|bbb\.[\w.-]{3,60}|conf\.dfn\.de|gather\.town/app",
        rf"|freeconferencecall\.com/(?:join|wall))/(?P<value>{_REST}{{3,400}})", words="gotomeet gotomeeting gotowebinar goto jitsi jit whereby bluejeans skype ringcentral chime join livestorm lifesizecloud starleaf bbb dfn gather freeconferencecall",
    ),
    _pattern(
        "DSC002", "an invitation into a group",
        "discord.gg~discord.com/invite~chat.whatsapp~t.me/+~t.me/joinchat~join.slack.com~signal.group",
        r"(?:discord\.gg|discord(?:app)?\.com/invite|chat\.whatsapp\.com|t\.me/(?:\+|joinchat)|join\.slack\.com/t|signal\.group)",
        rf"/?(?P<value>{_REST}{{4,400}})", words="discord whatsapp t slack signal",
    ),
    _pattern(
        "DSC002", "a code of a meeting",
        "code~pin~ id~-id~id:~meeting~conference~room~dial~bridge~webinar~kennnummer",
        r"\b(?!(?:event|security)[ \t\n-]{0,3}(?:id|code|no)\b\D{0,12}\d{1,5}(?!\d))",
        r"(?:(?:access|participant|conference|meeting|host|attendee|guest|leader|moderator|chair|security|entry|dial[ -]?in|bridge",
        r"|webinar|call|room|join|event|pass)(?:s'|'s|s)?[ \t\n-]{0,3}(?:code|pin|id|number|no\.?|key|password)|pass[ -]?code|(?-i:PIN)",
        r"|kennnummer)\b[\"'`*_)]{0,3}[ \t\n]{0,4}(?:(?:is|was|=|:|#|,|–|—|-|\||>)[ \t\n\"'`*_]{0,6}){0,2}",
        r"(?P<value>\d(?:[ \t-]{0,2}\d){3,17}#?)(?!\w)", words="code codes pin passcode id meeting conference room dial bridge webinar kennnummer access", gate="number",
    ),
    _pattern(
        "DSC002", "a code of a meeting", "code~pin~password",
        r"\b(?:(?:access|participant|conference|meeting|host|attendee|guest|security|entry|join)[ \t\n-]{0,3}(?:code|pin|password)",
        r"|pass[ -]?code)\b[\"'`*_)]{0,3}[ \t\n]{0,4}(?:is|was|=|:)[ \t\n\"'`*_]{0,6}",
        r"(?P<value>(?=[^\s]{0,40}\d)[A-Za-z0-9!@#$%&*?_-]{4,40})", gate="mixed", before=30, behind=70,
    ),
    # Where only insiders get.
    _pattern(
        "DSC003", "a private network address", ".",
        r"(?<![\w.])(?P<value>(?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))",
        r"\.\d{1,3}\.\d{1,3})(?!\.?\d|/(?:8|10|12|16)\b)", gate="number", digits=5,
    ),
    _pattern(
        "DSC003", "a private network address", "fd~fc~fe00:~fea0:~feb0:",
        r"(?<![\w:.])(?P<value>(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):(?:[0-9a-f]{0,4}:){1,6}[0-9a-f]{0,4})(?![\w:])", gate="mixed",
    ),
    _pattern(
        "DSC003", _INNER, ".local~.internal~.corp~.lan~.intra~.home.arpa~.private~.svc.cluster",
        r"(?<![\w.@/+-])(?P<value>(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,6}",
        r"(?:local|internal|corp|lan|intranet|intra|home\.arpa|localdomain|private))(?![\w-]|\.\w)", words="local internal corp lan intranet intra arpa private localdomain",
    ),
    _pattern(
        "DSC003", _INNER, "://",
        r"\b(?:https?|ftp|sftp|ssh|rdp|ldaps?|smb|dicom|telnet|vnc)://(?!localhost\b)",
        r"(?P<value>(?:[\w-]{1,60}\.){0,6}(?:local|internal|corp|lan|intranet|intra|localdomain|private)|[a-z][a-z0-9-]{0,60})",
        r"(?=[:/]|[\s)>\"'`\],;]|\.?(?:\s|\Z))(?!://)", before=8, behind=90,
    ),
    _pattern(
        "DSC003", "a path on an inner server", "\\\\",
        r"(?<![\\\w])\\{2,4}(?P<value>[a-z0-9][\w.-]{1,60}\\{1,2}[\w$.-]{1,100})",
    ),
    _pattern(
        "DSC003", "a path on somebody's machine", "file://~:\\~/users/~/home/",
        rf"(?P<value>file://{_REST}{{3,300}}|\b[c-z]:\\{{1,2}}users\\{{1,2}}[\w.$-]{{1,60}}",
        r"|(?<![\w.])/(?:users|home)/[a-z][\w.-]{1,40}(?=/|\b))", words="file users home c d",
    ),
    _pattern(
        "DSC003", "an address behind a login", ".sharepoint.com~.atlassian.net~.service-now.com~onedrive.live.com~0drv.ms",
        rf"[\w-]{{1,60}}(?:\.sharepoint\.com|\.atlassian\.net|\.service-now\.com)/(?P<value>{_REST}{{2,400}})",
        rf"|(?:onedrive\.live\.com|1drv\.ms)/{_REST}{{3,400}}", words="sharepoint atlassian service onedrive 1drv 0drv",
    ),
    # Whom one can reach.
    _pattern(
        "DSC004", "a mail address", "@",
        r"(?:(?<![\w/:.+@-])|(?<=(?:mail|tact):)|(?<=sip:)|(?<=://)(?![^@\d]{0,60}\d))(?!git@)",
        r"(?P<value>[a-z0-9](?:[\w.+'-]{0,62}[a-z0-9_+-])?@(?:[^\W_](?:[\w-]{0,60}[^\W_])?\.){1,6}[a-z]{2,24})(?![\w@-])|mailto:(?P<other>[^\s@)>\"'`]{1,64}@[^\s@)>\"'`?,;]{2,99}[^\s@)>\"'`?,;.])",
    ),
    _pattern(
        "DSC004", "a mail address", "(at)~[at]~ dot ",
        r"\b(?P<value>[a-z0-9][\w.+-]{0,62}[ \t]{0,3}(?:\(at?\)|\[at?\]|\{at\}|-at-)[ \t]{0,3}[a-z0-9-]{1,60}",
        r"(?:[ \t]{0,3}(?:\.|\(dot\)|\[dot\]|\{dot\}|\bdot\b)[ \t]{0,3}[a-z0-9-]{2,60}){1,4}",
        r"|[a-z][\w.+-]{1,62} at [a-z0-9-]{2,60} dot [a-z]{2,20})",
    ),
    _pattern(
        "DSC004", _PHONE, "+",
        r"(?<![\w/=.%-])(?P<value>(?:tel:)?\+[ ]?\(?\d(?:[ \t]?[().\-/–‑]?[ \t]?\(?\d){7,16}(?:[,;]{1,6}(?:ext=)?[*#]?\d{2,14}#?){0,5})(?![\w-])",
        gate="number", digits=7,
    ),
    _pattern(
        "DSC004", _PHONE, "",
        r"(?<![\w/=.,:%+-])(?P<value>(?:1[ .-])?(?:\(\d{3}\)[ ]?|\d{3}[ .-])\d{3}[ .-]\d{4})(?![\w-]|[.,:]\d)", gate="number", digits=7,
    ),
    _pattern(
        "DSC004", _PHONE, "phone~tel~call~fax~mobile~cell~dial~ring~hotline~landline~extension",
        r"\b(?:phone|tel|telephone|call|fax|mobile|cell|dial(?:[ -]in)?|ring|hotline|landline|extension)\b[ \t\n.:*_]{0,6}",
        r"(?:(?:us|me|him|her|them|number|no\.?|on|at|is|is:|into|in)[ \t\n:]{1,4}){0,3}",
        r"(?!(?:19|20)\d\d[–/-](?:19|20)?\d\d(?!\d))(?P<value>\(?0?\d(?:[ \t]?[().\-/–]?[ \t]?\(?\d){6,14})(?![\w-])", words="phone tel telephone call fax mobile cell dial ring hotline landline extension", gate="number", digits=7,
    ),
    _pattern(
        "DSC004", _PHONE, "",
        r"(?<![\w/=.,:%+#$€£-])(?<!\d )(?!\d{4}(?:-\d{4}){3})(?![012]\d[0-5]\d-[012]\d[0-5]\d(?!\d))(?P<value>\(?0[1-9]\d{1,4}\)?[ /-]\d{3,8}(?:[ -]\d{2,6}){0,3})(?![\w-]|[.,:]\d)", gate="number", digits=7,
    ),
    _pattern(
        "DSC004", _PHONE, "",
        r"(?<![\w/=.,:%+#$€£-])(?<!\d )(?P<value>00[1-9]\d{0,2}(?:[ ./-]{1,2}\(?\d{1,7}\)?){2,6})(?![\w-]|[.,:]\d)", gate="number", digits=9,
    ),
)  # fmt: skip
"""In the order of precedence: of two reasons for one place the first is reported."""
