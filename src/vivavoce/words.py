"""The few words a form prints of its own, in the interview's language.

A table with a row for each language: what stands in place of a name that is not known, the heading
of the conversation, and how a label is parted from the speech.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from vivavoce.languagetags import by_script

_FULL_WIDTH: Final = "："
_SPACED: Final = "\u00a0: "
"""French sets a no-break space before the colon."""


class Words(NamedTuple):
    """The words of one language."""

    question: str
    """Stands for the one who asks."""
    answer: str
    """Stands for the one who answers."""
    moderator: str
    """Stands for the one who leads the talk of several."""
    narrator: str
    """Stands for a voice outside the talk."""
    speaker: str
    """Stands for somebody whose part is not known."""
    interview: str
    """Names the conversation where it has no title."""
    picture: str
    """Names a picture that has no description."""
    colon: str = ": "
    """Parts a label from the speech, with the white space the language wants."""

    def for_role(self, role: str | None) -> str:
        """Return the word for a `Participant.role`."""
        return _BY_ROLE[role](self) if role in _BY_ROLE else self.speaker


_BY_ROLE: Final = {
    "interviewer": lambda words: words.question,
    "interviewee": lambda words: words.answer,
    "moderator": lambda words: words.moderator,
    "narrator": lambda words: words.narrator,
}

_ROWS: Final = {
    "en": "Question, Answer, Moderator, Narrator, Speaker, Interview, Picture",
    "zh-Hans": "问, 答, 主持人, 旁白, 发言者, 访谈, 图片",
    "zh-Hant": "問, 答, 主持人, 旁白, 發言者, 訪談, 圖片",
    "ja": "質問, 回答, 司会, ナレーション, 話し手, インタビュー, 画像",
    "ko": "질문, 답변, 사회자, 내레이션, 화자, 인터뷰, 사진",
    "de": "Frage, Antwort, Moderation, Erzähler, Sprecher, Interview, Bild",
    "fr": "Question, Réponse, Modérateur, Narrateur, Interlocuteur, Entretien, Image",
    "es": "Pregunta, Respuesta, Moderador, Narrador, Hablante, Entrevista, Imagen",
    "pt": "Pergunta, Resposta, Moderador, Narrador, Falante, Entrevista, Imagem",
    "it": "Domanda, Risposta, Moderatore, Narratore, Voce, Intervista, Immagine",
    "ru": "Вопрос, Ответ, Ведущий, Рассказчик, Собеседник, Интервью, Изображение",
    "uk": "Питання, Відповідь, Ведучий, Оповідач, Співрозмовник, Інтерв’ю, Зображення",
    "ar": "سؤال, جواب, مدير الحوار, الراوي, المتحدث, مقابلة, صورة",
    "fa": "پرسش, پاسخ, مجری, راوی, گوینده, مصاحبه, تصویر",
    "he": "שאלה, תשובה, מנחה, קריין, דובר, ריאיון, תמונה",
    "nl": "Vraag, Antwoord, Moderator, Verteller, Spreker, Interview, Afbeelding",
    "pl": "Pytanie, Odpowiedź, Moderator, Narrator, Mówca, Wywiad, Obraz",
    "sv": "Fråga, Svar, Moderator, Berättare, Talare, Intervju, Bild",
    "tr": "Soru, Cevap, Moderatör, Anlatıcı, Konuşmacı, Röportaj, Resim",
}
_COLONS: Final = {"zh-Hans": _FULL_WIDTH, "zh-Hant": _FULL_WIDTH, "ja": _FULL_WIDTH, "fr": _SPACED}
WORDS: Final = {
    lang: Words(*row.split(", "))._replace(colon=_COLONS.get(lang, ": "))
    for lang, row in _ROWS.items()
}
"""Language tag to words; Chinese is told apart by script."""


def words_for(lang: str | None) -> Words:
    """Return the words for the BCP 47 tag *lang*; English where the table has no row for it."""
    return WORDS.get(by_script(lang), WORDS["en"])
