"""The words by which page furniture is known: parts of class names and ids, roles, phrases.

General vocabulary of the web's templates and of editors in several languages; no word here belongs
to one site.
"""

from __future__ import annotations

import re

FURNITURE_TAGS = frozenset({"nav", "button", "dialog", "menu", "select", "textarea", "input"})
FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar "
    "tablist".split()
)
FURNITURE_PARTS = frozenset(
    "nav navi navbar navbox navigation menu menus submenu mainmenu topmenu breadcrumb breadcrumbs "
    "breadcrumbbar crumb crumbs sidebar sidebars sidenav topbar toolbar offcanvas hamburger footer "
    "colophon sitemap masthead "
    "share sharing shares sharebar sharebox sharelinks sharedaddy sharethis addtoany addthis social "
    "socials socialmedia socialbar likes likebox followus "
    "newsletter newsletters mailinglist subscribe optin cookie cookies cookiebar gdpr consent ccpa "
    "advert adverts advertisement advertising advertise ads adsense adsbygoogle adslot adbox "
    "anzeige werbung publicidad publicité sponsor sponsors sponsored promo promos promotion "
    "related relatedposts relatedarticles relatedcontent readmore readalso yarpp recommend "
    "recommended recommendation recommendations recommends trending popular mostread mostpopular "
    "outbrain taboola zergnet teads upnext "
    "comments commentlist commentform commentarea comment respond disqus livefyre trackbacks "
    "pingback pingbacks pagination pager paging pagenav prevnext "
    "tagcloud taglist tags popup popups modal lightbox overlay interstitial "
    "login signin signup searchform searchbox skiplink skiplinks printonly "
    "audioplayer videoplayer mediaplayer relatedlinks".split()
)
"""Parts of a class name or id, between hyphens, underscores and changes of case."""
FURNITURE_NAMES = frozenset(
    "widget widgets widget-area widgets-area ad ad-container ad-wrapper ad-unit ad-slot ad-block "
    "search search-form skip-link sr-only screen-reader-text screen-reader-shortcut "
    "visually-hidden visuallyhidden element-invisible assistive-text a11y-hidden rating ratings "
    "feedback print-link print-only post-tags entry-tags article-tags cat-links tags-links "
    "tag-links tag-list post-categories entry-categories author-bio-links post-navigation "
    "entry-footer article-footer post-footer page-footer card-footer player toc-toggle "
    "edit-link comments-link read-more more-link word-count jump-to-top back-to-top "
    "article__tags article__share u-hidden is-hidden d-none hidden hide".split()
)
"""Class names and ids taken whole."""
IGNORED_PREFIXES = ("has-", "no-", "with-", "without-", "tag-", "category-", "not-", "js-", "is-no")
"""Names that begin so tell about an element's contents or state, not what it is."""
CONTENT_PARTS = frozenset(
    "article articlebody articlecontent articletext articlemain body bodytext content contents "
    "entry hentry main maincontent post postbody postcontent story storybody text transcript "
    "interview richtext prose".split()
)
MAIN_NAMES = frozenset(
    "article-body article-content article-text article__body article__content articlebody "
    "article_body article_content body-content content-body content-main entry-content entry "
    "entry__content entrytext main-content maincontent post-body post-content post-entry post_content "
    "post__content post-text postbody postcontent single-content story-body story-content storybody "
    "rich_media_content rich-text richtext td-post-content the-content theme-post-content "
    "blog-content news-content news-body article-detail article-main js_content field-name-body "
    "mw-parser-output text-content detail-content detail_content".split()
)
"""Class names and ids that templates give to the element with the text."""
CREDIT_PARTS = frozenset(
    "byline author authors meta date dateline credit credits pubdate published posted time "
    "timestamp subtitle subline subheadline deck dek lead lede intro teaser standfirst summary "
    "abstract excerpt description kicker title headline".split()
)
"""Parts of names around a headline that belong to the article."""
_RELATED = (
    r"(?:see|read|watch|listen)[ -](?:also|more|next)|also read|more (?:from|on|in|like this|stories)"
    r"|related(?: \w+)?|recommended(?: \w+)?|you (?:may|might) (?:also )?(?:like|enjoy)|further reading"
    r"|most (?:read|popular|viewed)|latest (?:news|posts|stories|articles)|trending(?: \w+)?"
    r"|mehr (?:zum thema|aus|von|dazu)|lesen sie (?:auch|mehr|hier)|auch interessant|das könnte (?:sie|dich)"
    r"|weitere (?:artikel|beiträge|themen)|ähnliche (?:artikel|beiträge)|verwandte (?:artikel|themen)"
    r"|letzte (?:blog)?(?:einträge|beiträge)|neueste (?:beiträge|artikel)|empfehlungen"
    r"|(?:à )?lire (?:aussi|également)|sur le même sujet|voir aussi|articles? (?:liés|similaires|connexes)"
    r"|(?:lea|lee|leer|ver) (?:también|más)|te puede interesar|artículos? relacionados?|noticias relacionadas"
    r"|(?:leia|veja|saiba) (?:também|mais)|(?:artigos?|posts?|notícias) relacionad[oa]s"
    r"|leggi anche|potrebbe interessarti|articoli correlati|lees (?:ook|meer)|läs (?:också|mer)"
    r"|читайте (?:также|ещё|еще)|похожие (?:статьи|материалы|записи)|материалы по теме|по теме"
    r"|相关(?:阅读|文章|新闻|推荐|内容|链接|报道)?|相關(?:閱讀|文章|新聞|推薦|內容|連結|報導)?|延伸(?:阅读|閱讀)"
    r"|推荐(?:阅读|文章)|推薦(?:閱讀|文章)|猜你喜欢|猜你喜歡|往期(?:回顾|精选|推荐|文章|內容)|热门(?:文章|推荐)|更多(?:文章|内容|精彩)"
    r"|関連(?:記事|リンク|ニュース|投稿)|(?:この記事と)?あわせて読みたい|おすすめ(?:記事)?|人気記事|最新記事"
    r"|관련(?: ?(?:기사|글|뉴스))?|추천(?: ?(?:기사|글))?|함께 (?:보면|읽으면)"
)
RELATED_LEAD = re.compile(rf"[\s>»→▶►◆■●•*+·|:：【\[]*(?:{_RELATED})(?!\w)", re.IGNORECASE)
"""How a heading or a line begins that leads to other pages."""
_CALLS = (
    r"follow (?:us|me|him|her|them|\w+ on)|(?:please )?subscribe|sign up|join (?:us|our)|share this"
    r"|like it\? share|leave a (?:comment|reply)|download (?:the|our) app|support (?:us|our)|donate"
    r"|abonnieren sie|folgen sie|teilen sie|hinterlassen sie|newsletter|unterstützen sie|jetzt abonnieren"
    r"|abonnez-vous|suivez[- ]nous|partager|inscrivez-vous|suscríbete|síguenos|comparte|compartir"
    r"|inscreva-se|siga-nos|compartilhe|assine|iscriviti|seguici|condividi|подпис(?:ывайтесь|аться)"
    r"|поделиться|(?:请|請)?(?:长按|長按|扫码|掃碼|扫描|掃描|识别|識別)|(?:点击|點擊)(?:阅读原文|閱讀原文|下方|上方|关注|這裡)"
    r"|(?:欢迎|歡迎)(?:您|你|大家)?(?:在|关注|關注|订阅|訂閱|扫|转发|轉發|分享)|(?:请|請)(?:在)?(?:微信)?(?:搜索)?(?:关注|關注)"
    r"|(?:微信|公众号|公眾號)(?:搜索|搜一搜|扫码|:|：)|(?:关注|關注)(?:我们|我們|本公众号|公众号|微信|更多)|阅读原文|閱讀原文"
    r"|(?:点赞|點讚|在看|转发|轉發|收藏|分享)(?:、|，|到|此|给|$)|欲了解.{1,30}(?:关注|關注)"
    r"|共享此文章|点击(?:以在|分享)|赞过|シェアする|フォロー(?:する|して)|この記事をシェア|メルマガ|공유(?:하기)?|구독"
)
CALL = re.compile(rf"[\s>»→▶►◆■●•*+·|【\[“\"]*(?:{_CALLS})", re.IGNORECASE)
"""How a line begins that asks the reader to follow, share, subscribe or donate."""
RIGHTS = re.compile(
    r"\s*(?:(?:copyright\s*)?©|\(c\)\s*\d{4}|copyright\b.{0,40}\d{4}|all rights reserved"
    r"|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos"
    r"|版权所有|版權所有|本文版权|著作権)",
    re.IGNORECASE,
)
ORNAMENT = re.compile(r"[\W_]+")
"""A line of dashes, stars, plus signs."""
