#!/usr/bin/env python3
"""Makes src/test/resources/golden/text/tokens.jsonl: texts and their tokens under "reelsense.tokenizer.v1".

An implementation of the tokenizer's rules apart from the Java one: one regular expression and the tables of Python's
own `html` and `unicodedata`. Run it from the repository's root with Python 3.11 or later (possessive quantifiers);
it needs nothing else. All texts are invented.
"""

import html.entities
import itertools
import json
import re
import sys
import unicodedata

TARGET = "src/test/resources/golden/text/tokens.jsonl"

# --- cleaning -------------------------------------------------------------------------------------------------------

HTML_NAMES = (
    "a abbr article b blockquote body br cite code div em font h1 h2 h3 head hr html i img li link meta ol p pre q s "
    "script small span strong style sub sup table tbody td th title tr tt u ul"
).split()
ATTRIBUTE = r"""[A-Za-z0-9:-]+=(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+)"""
TAG = re.compile(rf"</?(?:{'|'.join(HTML_NAMES)})(?:[\s/]+{ATTRIBUTE})*[\s/]*>", re.IGNORECASE | re.ASCII)

BODY = r"#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*"
REFERENCE = re.compile(rf"&({BODY});")
NESTED_AMPERSAND = re.compile(r"&(?:(?:amp|AMP|#0*38|#[xX]0*26);)+(?=((?:%s);))" % BODY)

SAME = {
    "'": "`´ʹʼ‘’‚‛′‹›",
    '"': "¨«»“”„‟″",
    "-": "‐‑‒–−",
    "--": "—―",
    "...": "…",
    "*": "★",
    " ": "\u200b\ufffd",
}
SPELLING = {variant: plain for plain, variants in SAME.items() for variant in variants}
FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4"}


def value_of(body):
    """What a reference stands for, or None."""
    if body.startswith(("#x", "#X")):
        number = int(body[2:], 16)
    elif body.startswith("#"):
        number = int(body[1:])
    else:
        return html.entities.html5.get(body + ";")
    return chr(number) if number < 0xD800 or 0xDFFF < number < 0x110000 else "\ufffd"


def decode(text):
    def collapse(match):
        return "&" if value_of(match.group(1)[:-1]) is not None else match.group()

    def replace(match):
        value = value_of(match.group(1))
        return match.group() if value is None else value

    return REFERENCE.sub(replace, NESTED_AMPERSAND.sub(collapse, text))


def spell(c):
    if c in SPELLING:
        return SPELLING[c]
    category = unicodedata.category(c)
    if 0x300 <= ord(c) <= 0x36F or 0xFE00 <= ord(c) <= 0xFE0F or category == "Cf":
        return ""
    return " " if category in ("Cc", "Cs", "Co", "Zs", "Zl", "Zp") else c


def fold(c):
    if 0x80 <= ord(c) < 0xA0:
        c = bytes([ord(c)]).decode("cp1252", "replace")
    if 0xFF01 <= ord(c) <= 0xFF5E or 0xFB00 <= ord(c) <= 0xFB06:
        return unicodedata.normalize("NFKD", c)
    if "\uac00" <= c <= "\ud7a3":
        return c
    return "".join(spell(part) for part in unicodedata.normalize("NFD", c))


def clean(raw):
    text = TAG.sub(" ", decode(raw))
    text = "".join(fold(c) for c in text)
    text = re.sub("(?<=[0-9¼½¾])[¼½¾]", r" \g<0>", text)  # 8½ is "8 1/2"
    text = re.sub("[¼½¾]", lambda match: FRACTIONS[match.group()], text)
    return re.sub(" +", " ", text).strip(" ")


# --- tokens ---------------------------------------------------------------------------------------------------------


def character_class(categories):
    """The regular expression of all characters in some general categories."""
    chosen = [i for i in range(sys.maxunicode + 1) if unicodedata.category(chr(i)) in categories]
    ranges = []
    for _, group in itertools.groupby(enumerate(chosen), lambda pair: pair[1] - pair[0]):
        members = [codepoint for _, codepoint in group]
        ranges.append(f"\\U{members[0]:08x}-\\U{members[-1]:08x}")
    return "[" + "".join(ranges) + "]"


LETTERS = {"Lu", "Ll", "Lt", "Lm", "Lo"}
L = character_class(LETTERS)
W = character_class(LETTERS | {"Nd", "Mn", "Mc", "Me"})
NOT = rf"n't(?:(?!{W})|(?=n't))"
CLITIC = rf"(?:ll|re|ve|s|d|m)(?:(?!{W})|(?={NOT}))"
RUN = rf"{W}(?:(?!{NOT}){W})*+"
JOINT = rf"(?:'(?={W})(?!{CLITIC})|(?<={L})\*{{1,10}}(?={L}))"
DIGITS = rf"[0-9]++(?!{W})"
NUMBER = rf"{DIGITS}(?:[.,]{DIGITS})*+"
STARS = rf"\*{{1,10}}(?!\*)(?:1/2(?!{W}))?"

TOKEN = re.compile(
    rf"(?P<number>{NUMBER}(?:/{NUMBER})?)"
    rf"|(?P<acronym>{L}(?!{W})(?:\.{L}(?!{W}))+\.?)"
    rf"|(?P<word>{NOT}|{RUN}(?:{JOINT}{RUN})*|'{CLITIC})"
    r"|(?P<quote>''+)"
    r"|(?P<marks>[!?]+)"
    r"|(?P<dots>\.+)"
    rf"|(?P<nothing>(?<={W})-(?={W}))"
    r"|(?P<dash>-+)"
    rf"|(?P<stars>{STARS}(?:/{STARS})?)"
    r"|(?P<smile>[:;=][-o']?(?:\)+|\]+))"
    r"|(?P<frown>[:;=][-o']?(?:\(+|\[+))"
    rf"|(?P<face>(?<!{W})[:;=][-o']?[dp](?!{W}))"
    r"|(?P<long><long>)"
    r"|(?P<symbol>(?P<one>\S)(?P=one)*)"
)


def marks(run):
    if len(set(run)) > 1:
        return "?!"
    return run[:2]


def eyes(face):
    return ";" if face[0] == ";" else ":"


def shortened(word):
    word = re.sub(r"([^0-9])\1{3,}", r"\1\1\1", word)
    return word if len(word) <= 64 else "<long>"


FORM = {
    "number": shortened,
    "acronym": lambda t: shortened(t.rstrip(".") + "."),
    "word": shortened,
    "quote": lambda t: '"',
    "marks": marks,
    "dots": lambda t: "." if len(t) == 1 else "...",
    "nothing": lambda t: "",
    "dash": lambda t: "-",
    "stars": lambda t: t,
    "smile": lambda t: eyes(t) + ")",
    "frown": lambda t: eyes(t) + "(",
    "face": lambda t: eyes(t) + t[-1],
    "long": lambda t: t,
    "symbol": lambda t: t[:2],
}


def tokenize(raw):
    text = "".join(c.lower() if len(c.lower()) == 1 else c for c in clean(raw))
    return [t for m in TOKEN.finditer(text) if (t := FORM[m.lastgroup if m.lastgroup != "one" else "symbol"](m.group()))]


# --- texts ----------------------------------------------------------------------------------------------------------

TEXTS = [
    # words, capitals, sentences
    "",
    " ",
    "A fine film.",
    "THE BEST FILM EVER",
    "I saw it twice, and I'd see it again.",
    "One line.\nAnother\tline.\r\nA third.",
    "Straße, ŁÓDŹ and ÆON FLUX",
    "İstanbul and DIYARBAKIR",
    "ΣΟΦΙΑΣ ΟΔΥΣΣΕΥΣ",
    "Фильм был отличный!",
    "映画は最高でした。",
    "영화 정말 좋아요",
    "यह फ़िल्म अच्छी है।",
    "ภาพยนตร์ที่ดี",
    "فيلم رائع جدا؟",
    # contractions
    "It isn't, wasn't and won't be good; I can't, couldn't and shan't care.",
    "don't dont DON'T don’t don´t don`t don&#8217;t don\x92t",
    "cannot gonna wanna",
    "it's he'd I'm we'll they're you've",
    "IT'S HE'D I'M WE'LL THEY'RE YOU'VE",
    "the actors' work, the actor's work, 80's and '80s, James's",
    "he'dn't've y'all'd'ven't I'd've couldn't've",
    "n't 's 'd n't. 'll're",
    "N'T 'S",
    "isn'tn't isn'tn'tx xn'tn'tn't n'tn't 's'tn't",
    "5n't 10's 3'd",
    "o'clock o'brien O'Brien's rock'n'roll rock'n't ma'am",
    "'tis the season, 'em, goin' an' singin'",
    "'quoted' and 'it's quoted' and 'don't'",
    "bat't x'ssss x's's a'lllll",
    "'nt did'nt n' 't nt' ain't",
    "'' ``quoted'' '''three'''",
    "l'amour, d'Artagnan, qu'est-ce que c'est",
    # hyphens and dashes
    "a well-made, must-see sci-fi B-movie",
    "so-so - not bad -- really --- good — yes—no – maybe–not",
    "-5 5- -a a- a-'b' --a a--b a -- b",
    "Spider-Man 2: T-1000 vs. X-Men",
    "non\u2011breaking and \u2212 minus",
    "a - b-c -d- e",
    # exclamation, dots
    "Wow! Wow!! Wow!!!!! Really? Really?? What?! What!? WHAT!?!?!?",
    "Well... well.. well.... well… well . . . well.",
    "...and then...?!...",
    "!?a?!",
    # numbers
    "I give it 8/10, 8.5/10, 10/10! 7,5/10; 1/10.",
    "8 / 10 and 8 out of 10 and 8/ 10 and 8 /10",
    "$1,000,000.50 is 50% of 2,000,001.",
    "1.85:1 at 24fps in 1999-2001, the 1980s/90s, 20th, 3D, 2nd",
    "10/12/2004 and 24/7 and 9/11/",
    "v1.5 .5 5. 5.a a.5 1.2.3.4 1,,2 1..2",
    "1,000s 1.5m 8/10th 8/x 8/10/x",
    "007 0000000 1000000000000 11111",
    "7½/10 8½ ½ ¾ ***½ 3¼a",
    "١٢٣ १२३",
    "1/1,1/1",
    # stars
    "**** ***** ***1/2 ** 1/2 *",
    "**/**** ***1/2/**** ***½/***** ****/10 */*",
    "*great* **SPOILERS** ***SPOILER***ahead",
    "*********** ********** ************************* **********/***********",
    "★★★★ ★★★½ ★★☆☆",
    "f**k sh*t M*A*S*H f*** a** b***h*",
    "f*ckn't f*n't c*'s ****1/2a **1/23",
    "a***********b a**********b a*1",
    "Rating:***1/2 out of ****",
    # acronyms
    "The U.S. and the U.S and the U.S.A. and e.t.",
    "J.R.R. Tolkien, J.K.Rowling, D. W. Griffith, Mr. T.",
    "i.e. e.g. a.k.a a.m. p.m. U.S.-based L.A.'s",
    "U.S... E.T.! a.b..c x.y.z.w. a.b.cd",
    "Ph.D. plan B. I think Part I. End.",
    "Σ.Α. é.t. n.t n.'t u.n't",
    "a.1 1.a a.b1 ab.c",
    # smileys
    "Loved it :) :-) ;) ;-) :o) =) :] :)))) ;-))",
    "Hated it :( :-( :'( ;( =( :[ :((((",
    "Nose :O) ;O( :0)",
    "Fun :D :-D =D ;D :P :-p =P ;p xD D:",
    ":Dave 3:D a:D D=D :D: (:P) :d",
    "cast:(names) note:) http://www.example.com/a?b=c&d=e",
    ": ) :- ) :-- ::) :::( ;;",
    "(I liked it :)) (or not :()",
    # symbols
    "a & b, R&B, AT&T, a+b=c, #1, 100% @ home, ~50",
    "((nested)) [brackets] {braces} \"quoted\" \"\"twice\"\"",
    "_Title_ __Title__ ^^ >> << <-- --> <=> ||",
    "$$$ ### ,,, ;;; ::: ///",
    "and/or either//or c:\\dir\\file",
    "© ® ™ § ° £5 €6 ¥7 ¿Qué? ¡Sí!",
    "😀 😀😀😀 👍🏽 ❤️ 🇬🇧 1️⃣",
    "• one · two ▼ three",
    # elongation and length
    "Soooooo goooood, sooo good, hmmmm, YESSSSS, aaaa, zzzZZZ",
    "wwwwww1111111222222 éééééé",
    "x" * 80,
    "ab" * 32,
    "ab" * 32 + "c",
    "ab" * 40 + "n't " + "ab" * 40 + "'s",
    "1" * 64 + " " + "1" * 65,
    "1,2" * 40,
    ".".join("abcdefgh" * 6),
    "a." * 32 + " " + "b." * 33,
    "<long> <unk> <longer> <longest",
    # tags
    "First.<br /><br />Second.<BR>Third.<br/>Fourth</br>fifth",
    "a<br />b <i>Title</i>'s <b>bold</b>ness <em>so</em>",
    "<p align=center>Centred</p><hr><P CLASS=\"x\" id='y'>Text</P>",
    "I rate it <3 or a<b or a < b > c, a<b and c>d",
    "<grin> <sigh> <SPOILER> </SPOILER> <Gulliver's Travels>",
    "<<br>> <br <br> < br> <br / > </ br>",
    "<a href=\"http://example.com/?a=1&b=2\">link</a>",
    "<a href=\"x > y\">link</a> <a href='it'>that</a>",
    "<a href=\"unclosed <br /> and more",
    "<a href=>empty</a> <a =x>none</a> <a b>bare</a>",
    "<b><b><b>deep</b></b></b>",
    "<script>alert('x')</script> <style>p{}</style>",
    "<h1>Title</h1><div>one</div><span>two</span>three",
    "text <",
    "text </",
    "text <b",
    "<!-- comment --> <!DOCTYPE html> <?xml?>",
    "&lt;br /&gt;escaped&lt;br /&gt; tags",
    # references
    "caf&eacute; caf&#233; caf&#xE9; caf&#XE9; café cafe\u0301",
    "caf&amp;eacute; caf&amp;#233; caf&amp;amp;amp;#233;",
    "Q&amp;A R&B; AT&T; &A; &unknown; &;&#;&#x;&#xg;&#12a;",
    "&quot;quoted&quot; &lt;3 &gt; &hellip; &mdash; &ndash; &nbsp; &frac12;",
    "&copy 2001 &eacute &notit; &amp &amp&amp;",
    "&#0; &#55296; &#1114112; &#99999999999; &#133; &#150; &#146;s",
    "&AMP;eacute; &#38;eacute; &#x26;eacute; &amp;&amp;&amp;",
    "&CounterClockwiseContourIntegral; &NotEqualTilde; &fjlig;",
    "&ampamp; &&amp;; &#x1F600;&#128512;",
    # characters
    "“Quoted” ‘single’ «French» „German“ ‹x› ″ ′",
    "don\x92t \x93quoted\x94 dash \x96 long\x97dash dots\x85 bullet \x95 \x8e \x9ei\x9eek \x81 \x80",
    "Amélie Amelie Ame\u0301lie AMÉLIE naïve façade Dvořák Žižek",
    "soft\u00adhyphen zero\u200bwidth zero\u200djoiner bom\ufeff nbsp\u00a0space",
    "ＦＵＬＬ　ｗｉｄｔｈ！ ﬁne ﬂow",
    "nul\x00bell\x07escape\x1bdelete\x7fend",
    "line\u2028separator\u2029paragraph\u0085next",
    "private\uf0b7use \U000f0000 lone\ud800surrogate \udc00",
    "z\u0351\u036b\u0343a\u0360\u0489lgo",
    "й ё и\u0306 Å \u212b \u2126 \u1fef \u037e",
    "≠ ≮ ½½ ¨word¨ ´´",
    "𝒻𝒶𝓃𝒸𝓎 𐐀𐐁",
    "replacement\ufffdcharacter",
    # like reviews
    "I don't know why people say it's bad. It isn't! 8/10 - \"well-made\" & fun :-)",
    "WORST. MOVIE. EVER. (And I've seen 'em all...) 1/10!!!",
    "This movie's plot wasn't half-bad; the U.S. cast (esp. O'Toole) couldn't've been better.",
    "Don’t miss it – it’s a **** film… really?! <br /><br />Grade: A-/B+",
    "\"He said, 'It's a wonderful life.'\" -- so true, isn't it?",
    "2 hours of my life I'll never get back; avoid, avoid, AVOID!!!!!!!!",
    "Overall: ***1/2 out of *****. Not for kids under 13 (rated PG-13).",
    "Starring Robert De Niro, Al Pacino et al. (1995) [DVD]. Budget: $60,000,000.",
    "Sooooo boring... zzzzz... I mean, c'mon!?",
    "I'd give it 0 if I could - it's that b-a-d.",
]


def main():
    with open(TARGET, "w", encoding="ascii", newline="\n") as out:
        for text in TEXTS:
            out.write(json.dumps({"text": text, "tokens": tokenize(text)}) + "\n")


if __name__ == "__main__":
    main()
