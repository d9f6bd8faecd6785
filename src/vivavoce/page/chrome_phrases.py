"""The words with which pages lead elsewhere and call on their readers, in several languages.

General vocabulary of editors; no phrase here belongs to one site.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.patterns import lazy_pattern
from vivavoce.wordsets import word_set

_RELATED: Final = (
    r"(?:see|read|watch|listen)[ -](?:also|more|next)|also read|more (?:from|on|in|like this)",
    r"more stories|further reading|popular (?:posts|articles|stories)",
    r"related(?: \w+)?|recommended(?: \w+)?|you (?:may|might) (?:also )?(?:like|enjoy)",
    r"most (?:read|popular|viewed)|latest (?:news|posts|stories|articles)|trending(?: \w+)?",
    r"mehr (?:zum thema|aus|von|dazu)|lesen sie (?:auch|mehr|hier)|auch interessant|mehr lesen",
    r"das könnte (?:sie|dich) auch|weitere (?:artikel|beiträge|themen)|empfehlungen",
    r"(?:ähnliche|verwandte) (?:artikel|beiträge|themen)",
    r"(?:letzte|neueste) (?:blog)?(?:einträge|beiträge|artikel)",
    r"(?:[àa] )?lire (?:aussi|également)|sur le même sujet|voir aussi",
    r"articles? (?:liés|similaires|connexes)|te puede interesar",
    r"(?:lea|lee|leer|ver) (?:también|más)|(?:artículos?|noticias) relacionad[oa]s?",
    r"(?:leia|veja|saiba) (?:também|mais)|(?:artigos?|posts?|notícias) relacionad[oa]s",
    r"leggi anche|potrebbe interessarti|articoli correlati|lees (?:ook|meer)|läs (?:också|mer)",
    r"читайте (?:также|ещё|еще)|похожие (?:статьи|материалы|записи)|материалы по теме|по теме",
    r"相[关關](?:[阅閱][读讀]|文章|新[闻聞]|推[荐薦]|[内內]容|[链連][接結]|[报報][道導])?|延伸[阅閱][读讀]",
    r"推[荐薦](?:[阅閱][读讀]|文章)|猜你喜[欢歡]|往期(?:回顾|精选|推荐|文章|內容)",
    r"[热熱][门門](?:文章|推[荐薦])|更多(?:文章|[内內]容|精彩)",
    r"関連(?:記事|リンク|ニュース|投稿)|(?:この記事と)?あわせて読みたい|おすすめ(?:記事)?|人気記事|最新記事",
    r"관련(?: ?(?:기사|글|뉴스))?|추천(?: ?(?:기사|글))?|함께 (?:보면|읽으면)",
)
_CALLS: Final = (
    r"follow (?:us|me|him|her|them|\w+ on)\b|(?:please )?subscribe\b|sign up\b|join (?:us|our)\b",
    r"(?:like it\? )?share (?:this|it)\b|leave a (?:comment|reply)|download (?:the|our) app",
    r"support (?:us|our)\b|donate\b|back to top|(?:skip|jump) to ",
    r"(?:jetzt )?abonnier(?:e|t|en sie)\b|folg(?:e|t|en sie) (?:uns|mir)|hinterlassen sie",
    r"teilen sie",
    r"unterstütz(?:e|t|en sie)\b|supporte uns|zur website$|nach oben$|zum (?:haupt)?inhalt",
    r"abonnez-vous|suivez[- ]nous|soutenez|faites un don|partager|inscrivez-vous|aller au contenu",
    r"suscríbete|síguenos|comparte\b|compartir\b|apóyanos|haz una donación",
    r"inscreva-se|siga-nos|compartilhe|assine\b|iscriviti|seguici|condividi\b",
    r"подпис(?:ывайтесь|аться)|поделиться|поддержите",
    r"[请請]?(?:[长長]按|[扫掃][码碼描]|[识識][别別])|[点點][击擊](?:[阅閱][读讀]原文|下方|上方|[关關]注|以在|分享)",
    r"[欢歡]迎(?:[您你]|大家)?(?:在|[关關]注|[订訂][阅閱]|[扫掃]|[转轉][发發]|分享)",
    r"[请請](?:在)?(?:微信)?(?:搜索)?[关關]注|(?:微信|公[众眾][号號])(?:搜索|搜一搜|[扫掃][码碼]|[:：])",
    r"(?:立即|马上|馬上)?下[载載].{0,12}(?:App|客户端|客戶端)",
    r"[关關]注(?:我[们們]|本?公[众眾][号號]|微信|更多)|[阅閱][读讀]原文|欲了解.{1,30}[关關]注",
    r"(?:[点點][赞讚]|在看|[转轉][发發]|收藏|分享)(?:[、，到此给給]|$)|共享此文章|[赞讚][过過]",
    r"シェアする|フォロー(?:する|して)|この記事をシェア(?:する)?|メルマガ|공유(?:하기)?$|구독(?:하기)?|[^.。!?]{0,30}바로가기$",
)
_PROMOTIONS: Final = (
    r"newsletter|\bfan-?shop|\babonnier|\bsubscribe\b|\bapp\b.{0,80}(?:download|android|ios)",
    r"unterstützungsmöglichkeiten|\bspenden(?:konto)?\b",
    r"[请請](?:搜索)?[关關]注公[众眾][号號]|[关關]注本公[众眾][号號]",
)
_RIGHTS: Final = (
    r"(?:copyright\s*)?©|\(c\)\s*\d{4}|copyright\b.{0,40}\d{4}|all rights reserved",
    r"alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos",
    r"版[权權]所有|本文版[权權]|著作権|저작권자|무단 ?전재",
)
_POSTED: Final = (
    r"published|posted|updated|veröffentlicht|publié|publicado|[发發][布佈][于於]|更新[于於]"
)
_LEAD: Final = r"[\s>»→▶►◆■●•*+·|:：【\[“\"#]*"
RELATED_LEAD: Final = lazy_pattern(rf"{_LEAD}(?:{'|'.join(_RELATED)})(?!\w)", re.IGNORECASE)
"""How a heading or a line begins that leads to other pages."""
CALL: Final = lazy_pattern(rf"{_LEAD}(?:{'|'.join(_CALLS)})", re.IGNORECASE)
"""How a line begins that asks the reader to follow, share, subscribe or donate."""
PROMOTION: Final = lazy_pattern("|".join(_PROMOTIONS), re.IGNORECASE)
"""What a line at the end speaks of that promotes the publisher."""
RIGHTS: Final = lazy_pattern(rf"\s*(?:{'|'.join(_RIGHTS)})", re.IGNORECASE)
"""How a line begins that states rights."""
POSTED: Final = lazy_pattern(
    rf"(?:{_POSTED})[\s:：]*(?:on|am|le|el|em)?[\d\s./:,年月日–-]+", re.IGNORECASE
)
"""A whole line that says again when the page was published."""
_SIGNS: Final = word_set(
    "按|扫|掃|识|識|击|擊|迎|关注|關注|微信|公众|公眾|下载|下載|原文|赞|讚|在看|转|轉|收藏|享"
    "|シェア|フォロー|メルマガ|공유|구독|바로가기|©|版|著作|저작|무단|发|發|更新",
    "|",
)
ORNAMENT: Final = lazy_pattern(r"[\W_]+")
"""A whole line of dashes, stars, plus signs."""
SHARE_WORDS: Final = {""} | word_set(
    "share|shares|share this|tweet|pin|pin it|post|save|like|likes|email|e-mail|mail|print|rss|link"
    "|copy link|pocket|facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|pinterest"
    "|reddit|tumblr|messenger|weibo|wechat|line|flipboard|threema|signal|google+|google plus|xing"
    "|bluesky|mastodon|vk|share on facebook|share on twitter|comments|0 comments"
    "|teilen|mitteilen|merken|twittern|tweeten|mailen|drucken|kommentieren|pdf|download|speichern"
    "|partager|imprimer|envoyer|tweeter|compartir|imprimir|enviar|guardar|compartilhar|condividi"
    "|stampa|delen|поделиться|分享|转发|转载|收藏|点赞|赞|微博|微信|朋友圈|qq空间|シェア|ツイート"
    "|はてブ|ブックマーク|印刷|공유|인쇄|스크랩",
    "|",
)
"""The texts of which a bar for sharing consists."""
_COMMENTS: Final = (
    r"comments?|responses?|replies|kommentare?|commentaires?|comentarios?|comentários?|commenti|"
    r"reacties|kommentarer|kommenttia|комментари\w+|коментар\w*|komentarz\w*|komentář\w*|"
    r"hozzászólás\w*|yorum\w*|bình luận|ความคิดเห็น|תגובות|تعليقات|دیدگاه\w*|टिप्पणियाँ|σχόλια|"
    r"댓글|(?:[条條则則] ?)?(?:评论|評論|留言|回复)|コメント"
)
COMMENTS: Final = lazy_pattern(
    rf"\s*(?:\d+ ?(?:{_COMMENTS})|(?:{_COMMENTS})[\s:：]*[(（]?\d+[)）]?|leave a (?:reply|comment)|"
    r"(?:schreibe|hinterlasse) einen kommentar|laisser un commentaire|deja un comentario|"
    r"deixe um comentário|lascia un commento|发表评论|發表評論|コメントを残す)\s*",
    re.IGNORECASE,
)
"""A whole line that heads the readers' comments: with their number, or a call to write one."""
_MAILINGS: Final = (
    r"newsletter|inbox|unsubscribe|mailing list|postfach|boîte mail|désinscri|darte de baja|"
    r"en tu correo|no seu e-mail|iscrizione|рассылк|розсилк|bülten|mailbox|nyhetsbrev|"
    r"النشرة البريدية|ניוזלטר|न्यूज़लेटर|뉴스레터|メールマガジン|メルマガ|电子报|電子報|bản tin|"
    r"จดหมายข่าว|خبرنامه|odběru"
)
MAILING: Final = lazy_pattern(_MAILINGS, re.IGNORECASE)
"""What a box speaks of that asks for the reader's address."""
ASKS_ADDRESS: Final = lazy_pattern(
    r"(?:\b(?:get|receive|sign up|subscribe|join|enter your|unsubscribe at any)\b|jeden \w+tag|"
    r"abonnieren|anmeld|abmeldung|recevez|inscrivez|recibe|suscr|receba|inscreva|assine|ricevi|"
    r"iscriviti|подпис|підпис|abone ol|ontvang|få våra|zapisz się|otrzymuj|přihlaste|εγγραφείτε|"
    r"اشترك|הירשמו|सब्सक्राइब|구독|登録すると|ご登録|订阅|訂閱|đăng ký|สมัคร|عضو)",
    re.IGNORECASE,
)
"""How such a box asks for it."""


def may_be_end_matter(text: str) -> bool:
    """Tell whether `CALL`, `PROMOTION`, `RIGHTS` or `POSTED` may match: whether *text* holds a
    letter that has two cases or one of the signs that stand in all else they match.

    It saves a Chinese interview compiling them, which takes longer than to look through its end.
    """
    return text.upper() != text.lower() or any(sign in text for sign in _SIGNS)
