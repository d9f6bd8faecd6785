"""The names of HTML's elements, sorted by what they do to the flow of text.

From the HTML Living Standard (section 4) and its list of obsolete elements (section 16), with the
elements of SVG and MathML that turn up inside pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from vivavoce.wordsets import word_set

HEADING_NAMES: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VOID_NAMES: Final = word_set(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param "
    "source track wbr"
)
"""They hold nothing; ``image`` is another spelling of ``img``."""
BLOCK_NAMES: Final = HEADING_NAMES | word_set(
    "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer foreignobject form frameset header hgroup hr html legend li "
    "listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead "
    "tr ul xmp"
)
"""They begin a new block, whatever stands before."""
SKIPPED_NAMES: Final = word_set(
    "annotation annotation-xml applet area audio base basefont bgsound canvas col datalist embed "
    "frame head iframe input keygen link meta noembed noframes noscript object param rp script "
    "select source style svg template textarea title track video"
)
"""What they hold is not text of the document."""
_ENDS_FOREIGN: Final = HEADING_NAMES | word_set(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strike strong sub sup table tt u ul var"
)
ENDED_BY: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "annotation": _ENDS_FOREIGN,
        "annotation-xml": _ENDS_FOREIGN,
        "applet": BLOCK_NAMES,
        "object": BLOCK_NAMES,
        "select": word_set("caption input keygen select table tbody td textarea tfoot th thead tr"),
        "svg": _ENDS_FOREIGN | {"foreignobject"},
    }
)
"""Elements that end where one of the others begins, whether an end tag follows or not.

From the HTML Living Standard, section 13.2.6.5 (foreign content), and 13.2.6.4.16 and 17 (select)
as they were until 2025. Paragraphs in an ``object`` stand in its place, since it is not carried on.
"""
_INLINE_NAMES: Final = word_set(
    "a abbr acronym b bdi bdo big blink br button cite code data del dfn em fencedframe font i img "
    "image ins kbd label map mark marquee meter multicol nobr nextid output picture progress q rb "
    "rt rtc ruby s samp selectedcontent shadow slot small spacer span strike strong sub sup time "
    "tt u var wbr isindex layer ilayer menuitem command content element optgroup option portal"
)
_SVG_NAMES: Final = word_set(
    "animate animatemotion animatetransform circle clippath defs desc ellipse fecolormatrix "
    "fecomposite feflood fegaussianblur femerge femergenode feoffset filter foreignobject g glyph "
    "image line lineargradient marker mask metadata path pattern polygon polyline radialgradient "
    "rect set stop switch symbol text textpath tspan use view"
)
_MATH_NAMES: Final = word_set(
    "annotation maction math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded "
    "mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr "
    "munder munderover none semantics"
)
CAPTION_CLASSES: Final = word_set(
    "wp-caption-text caption caption-text image-caption img-caption photo-caption"
)
"""Names of classes that templates give to the caption of a picture."""
KNOWN_NAMES: Final = (
    BLOCK_NAMES | SKIPPED_NAMES | _INLINE_NAMES | VOID_NAMES | _SVG_NAMES | _MATH_NAMES
)
"""Every name that is an element; any other after a ``<`` is text."""
