"""The class names, ids and roles by which page furniture is known.

General vocabulary of the web's templates; no name here belongs to one site.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from vivavoce.page.soup import Element
from vivavoce.wordsets import word_set

FURNITURE_TAGS: Final = frozenset({"nav", "button", "dialog", "menu"})
FURNITURE_ROLES: Final = word_set(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar "
    "tablist"
)
_TERSE_PARTS: Final = word_set(
    "nav navi navbar navbox navigation menu menus submenu mainmenu topmenu breadcrumb breadcrumbs "
    "breadcrumbbar crumb crumbs topbar toolbar hamburger "
    "share sharing shares sharebar sharebox sharelinks sharedaddy sharethis addtoany addthis "
    "shariff social socials socialmedia socialbar likes likebox followus "
    "ad advert adverts advertisement advertising advertise ads adsense adsbygoogle adslot adbox "
    "anzeige werbung publicidad publicité sponsor sponsors sponsored affiliate affiliates buybox "
    "buybutton tagcloud taglist tags pagination pager paging pagenav prevnext "
    "login signin signup searchform searchbox skiplink skiplinks printonly "
    "audioplayer videoplayer mediaplayer"
)
"""Parts of a name, between hyphens, underscores and changes of case, whose elements hold hardly any
prose."""
_WORDY_PARTS: Final = word_set(
    "sidebar sidebars sidenav offcanvas footer colophon sitemap masthead "
    "newsletter newsletters mailinglist subscribe subscription subscriptions optin "
    "cookie cookies cookiebar gdpr consent ccpa "
    "promo promos promotion related relatedposts relatedarticles relatedcontent relatedlinks "
    "readmore readalso yarpp recommend recommended recommendation recommendations recommends "
    "trending popular mostread mostpopular outbrain taboola zergnet teads upnext "
    "comments commentlist commentform commentarea comment respond disqus livefyre trackbacks "
    "pingback pingbacks popup popups modal lightbox overlay interstitial"
)
"""Parts whose elements may hold whole sentences."""
_AFFIX: Final = re.compile(
    r"(?:social|sharing|newsletter|breadcrumb|sidebar|related|cookie|recommend|advert|pagination)\w*"
    r"|\w*(?:social|sharing|newsletter|breadcrumbs?|sidebar|related|navigation|comments)"
)
"""How a part begins or ends where words are written together."""
_WHOLE_NAMES: Final = word_set(
    "widget widgets widget-area widgets-area ad ad-container ad-wrapper ad-unit ad-slot ad-block "
    "search search-form skip-link sr-only screen-reader-text screen-reader-shortcut "
    "visually-hidden visuallyhidden element-invisible assistive-text a11y-hidden rating ratings "
    "feedback print-link print-only post-tags entry-tags article-tags cat-links tags-links "
    "tag-links tag-list post-categories entry-categories post-navigation player toc-toggle "
    "edit-link comments-link read-more more-link word-count jump-to-top back-to-top u-hidden "
    "is-hidden d-none hidden hide"
)
_IGNORED_PREFIXES: Final = ("has-", "no-", "with-", "without-", "tag-", "category-", "not-", "js-")
"""Names that begin so tell of an element's contents or state, not what it is."""
_MAIN_NAMES: Final = word_set(
    "article-body article-content article-text article__body article__content articlebody "
    "article_body article_content body-content content-body content-main entry-content entry "
    "entry__content entrytext main-content maincontent post-body post-content post-entry "
    "post_content post__content post-text postbody postcontent single-content story-body "
    "story-content storybody rich_media_content rich-text richtext the-content blog-content "
    "news-content news-body article-detail article-main field-name-body mw-parser-output "
    "text-content detail-content detail_content"
)
"""Names that templates give to the element with the text."""
_CREDIT_PARTS: Final = word_set(
    "byline author authors meta date dateline credit credits pubdate published posted time "
    "timestamp subtitle subline subheadline deck dek lead lede intro standfirst summary abstract "
    "excerpt description kicker title headline"
)
"""Parts of the names of what stands around a headline and belongs to the article."""
_LONGEST: Final = 1000
_PART: Final = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])")


def names_of(element: Element) -> str:
    """Return class names and id of *element*, parted by spaces; the key for what follows."""
    attributes = element.attributes
    return f"{attributes.get('class', '')[:_LONGEST]} {attributes.get('id', '')[:_LONGEST]}".strip()


@lru_cache(maxsize=8192)
def furniture_kind(names: str, is_block: bool = True) -> str:
    """Tell whether *names* name furniture: ``terse``, ``wordy``, or nothing if they do not.

    Of an element inside a line only whole names count.
    """
    kind = ""
    for name in names.split():
        lower = name.lower()
        if lower in _WHOLE_NAMES:
            return "wordy"
        if not is_block or lower.startswith(_IGNORED_PREFIXES):
            continue
        parts = {part.lower() for part in _PART.findall(name)}
        if parts & _WORDY_PARTS:
            return "wordy"
        if parts & _TERSE_PARTS:
            kind = "terse"
        elif any(_AFFIX.fullmatch(part) for part in parts):
            kind = kind or "wordy"
    return kind


@lru_cache(maxsize=8192)
def names_main(names: str) -> bool:
    """Do *names* name the element with the text?"""
    return any(name.lower() in _MAIN_NAMES for name in names.split())


@lru_cache(maxsize=8192)
def names_credit(names: str) -> bool:
    """Do *names* name a by-line, a date or the like?"""
    return any(part.lower() in _CREDIT_PARTS for part in _PART.findall(names))
