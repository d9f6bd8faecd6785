"""Signs of talk in the words themselves: you and I, and the words that announce an interview.

In an interview the one who asks says *you* and the one who answers says *I*. An article, a list of
jokes or a page of frequent questions does not. Words of languages, in one table.
"""

from __future__ import annotations

import re

_YOU = [
    "you",
    "your",
    "yours",
    "yourself",
    "du",
    "dein",
    "deine",
    "deinen",
    "deiner",
    "dir",
    "dich",
    "sie",
    "ihr",
    "ihre",
    "ihren",
    "ihrer",
    "ihnen",
    "euch",
    "euer",
    "eure",
    "vous",
    "votre",
    "vos",
    "tu",
    "ton",
    "ta",
    "tes",
    "te",
    "toi",
    "usted",
    "ustedes",
    "su",
    "sus",
    "tú",
    "tus",
    "ti",
    "você",
    "vocês",
    "seu",
    "sua",
    "seus",
    "suas",
    "teu",
    "tua",
    "lei",
    "voi",
    "suo",
    "sua",
    "vostro",
    "tuo",
    "вы",
    "вас",
    "вам",
    "вами",
    "ваш",
    "ваша",
    "ваше",
    "ваши",
    "вашей",
    "вашего",
    "ты",
    "тебя",
    "тебе",
    "твой",
    "твоя",
    "твои",
    "je",
    "jij",
    "jou",
    "jouw",
    "uw",
    "ni",
    "din",
    "ditt",
    "dina",
    "pan",
    "pani",
    "państwo",
    "twój",
    "siz",
    "sen",
    "sizin",
    "senin",
    "σας",
    "εσείς",
    "εσύ",
    "أنت",
    "أنتم",
    "لك",
    "لكم",
    "ви",
    "вас",
    "ваш",
    "ти",
    "тебе",
]
_I = [
    "i",
    "i'm",
    "i've",
    "i'd",
    "i'll",
    "me",
    "my",
    "mine",
    "myself",
    "we",
    "our",
    "us",
    "ich",
    "mich",
    "mir",
    "mein",
    "meine",
    "meinen",
    "meiner",
    "wir",
    "uns",
    "unser",
    "unsere",
    "je",
    "j'ai",
    "moi",
    "mon",
    "ma",
    "mes",
    "nous",
    "notre",
    "nos",
    "yo",
    "mi",
    "mis",
    "me",
    "nosotros",
    "nuestro",
    "nuestra",
    "eu",
    "meu",
    "minha",
    "meus",
    "minhas",
    "nós",
    "nosso",
    "io",
    "mio",
    "mia",
    "miei",
    "noi",
    "nostro",
    "nostra",
    "я",
    "меня",
    "мне",
    "мной",
    "мой",
    "моя",
    "мое",
    "моё",
    "мои",
    "мы",
    "нас",
    "нам",
    "наш",
    "наша",
    "ik",
    "mij",
    "mijn",
    "wij",
    "ons",
    "onze",
    "jag",
    "mig",
    "min",
    "mitt",
    "mina",
    "vi",
    "vår",
    "ja",
    "mnie",
    "mój",
    "moja",
    "my",
    "nas",
    "ben",
    "benim",
    "biz",
    "bizim",
    "εγώ",
    "μου",
    "εμείς",
    "μας",
    "أنا",
    "نحن",
    "لي",
    "لنا",
    "мій",
    "моя",
    "ми",
]
_YOU_WORDS = re.compile(
    r"(?<![\w'’])(?:" + "|".join(map(re.escape, sorted(set(_YOU)))) + r")(?![\w'’])", re.I
)
_I_WORDS = re.compile(
    r"(?<![\w'’])(?:" + "|".join(map(re.escape, sorted(set(_I)))) + r"|[ijl]['’]\w+)(?!\w)", re.I
)
_YOU_CJK = re.compile(
    r"[你您妳]|あなた|さん(?:は|の|が|に)|ですか|でしょうか|ますか|당신|님|세요|습니까|나요|주세요|부탁드"
)
_I_CJK = re.compile(r"[我咱]|[私僕俺]|わたし|ぼく|자신|저[는도의희]|제가|나는|내가|우리")
_VERBS_I = re.compile(
    r"\b(?:soy|estoy|tengo|creo|pienso|quiero|puedo|sé|era|fui|hice|acho|penso|tenho|sou|estou|fiz|credo|sono|ho)\b",
    re.I,
)
_VERBS_YOU = re.compile(
    r"\b(?:eres|tienes|crees|piensas|quieres|puedes|podr[íi]as|has|hiciste|fuiste|cree|piensa|sabe|"
    r"puede|hai|sei|pensi|credi)\b",
    re.I,
)
_INTERVIEW = re.compile(
    r"interview|in conversation|conversation with|\bq\s?&\s?a\b|talks? (?:to|with)|spoke (?:to|with)|"
    r"sat down with|im gespräch|gespräch mit|entretien|entrevist|conversa com|intervist|colloquio|интервью|"
    r"беседа|беседу|разговор с|采访|採訪|专访|專訪|访谈|訪談|对谈|對談|对话|對話|问答|問答|座谈|座談|"
    r"实录|實錄|口述|インタビュー|対談|鼎談|座談会|聞き手|聞いた|伺った|인터뷰|대담|좌담|مقابلة|حوار|ראיון|"
    r"wywiad|söyleşi|röportaj|συνέντευξη|ask me anything|\bama\b|podcast|transcript",
    re.I,
)


def says_you(text: str) -> bool:
    """True where *text* speaks to somebody."""
    return bool(_YOU_CJK.search(text) or _YOU_WORDS.search(text) or _VERBS_YOU.search(text))


def says_i(text: str) -> bool:
    """True where *text* speaks of the one who says it."""
    return bool(_I_CJK.search(text) or _I_WORDS.search(text) or _VERBS_I.search(text))


def announces_interview(text: str) -> bool:
    """True where *text* holds a word for interview, conversation or transcript."""
    return _INTERVIEW.search(text) is not None
