"""The header of the TEI form: title, source, participants, language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vivavoce.forms.xmltext import xml_attributes, xml_lang, xml_text, xml_uri
from vivavoce.interview import Interview
from vivavoce.model import Metadata, Participant
from vivavoce.persons import display_name
from vivavoce.words import Words, words_for

_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def write_header(interview: Interview, people: Mapping[str, str]) -> str:
    """Return the ``teiHeader`` of *interview*; *people* are XML ids by participants' ids."""
    metadata = interview.metadata
    words = words_for(metadata.lang)
    return (
        "<teiHeader>\n<fileDesc>\n"
        f"<titleStmt>\n{_titles(metadata, words)}</titleStmt>\n"
        "<publicationStmt>\n<p/>\n</publicationStmt>\n"
        f"<sourceDesc>\n{_source(metadata)}</sourceDesc>\n"
        f"</fileDesc>\n{_profile(interview, people, words)}</teiHeader>\n"
    )


def _titles(metadata: Metadata, words: Words) -> str:
    lines = [f"<title>{xml_text(metadata.title or words.interview)}</title>"]
    if metadata.subtitle:
        lines.append(f'<title type="sub">{xml_text(metadata.subtitle)}</title>')
    lines += [f"<author>{xml_text(author)}</author>" for author in metadata.authors]
    return "".join(f"{line}\n" for line in lines)


def _source(metadata: Metadata) -> str:
    """Return where the interview was published; TEI wants a description in any case."""
    source, date = metadata.source, metadata.date or ""
    when = date if _DATE.fullmatch(date) else None
    lines = [
        f"<publisher>{xml_text(source.name)}</publisher>" if source.name else "",
        f"<date{xml_attributes(when=when)}>{xml_text(date)}</date>" if date else "",
        f"<ptr{xml_attributes(target=xml_uri(source.url))}/>" if source.url else "",
    ]
    known = "".join(f"{line}\n" for line in lines if line)
    return f"<bibl>\n{known}</bibl>\n" if known else "<p/>\n"


def _profile(interview: Interview, people: Mapping[str, str], words: Words) -> str:
    metadata = interview.metadata
    inside = ""
    if metadata.description:
        inside += f"<abstract>\n<p>{xml_text(metadata.description)}</p>\n</abstract>\n"
    if lang := xml_lang(metadata.lang):
        inside += f"<langUsage>\n<language{xml_attributes(ident=lang)}/>\n</langUsage>\n"
    if interview.participants:
        persons = "".join(_person(person, people, words) for person in interview.participants)
        inside += f"<particDesc>\n<listPerson>\n{persons}</listPerson>\n</particDesc>\n"
    return f"<profileDesc>\n{inside}</profileDesc>\n" if inside else ""


def _person(person: Participant, people: Mapping[str, str], words: Words) -> str:
    start = xml_attributes(xml_id=people[person.id], role=person.role)
    about = f"<note>{xml_text(person.about)}</note>\n" if person.about else ""
    name = xml_text(display_name(person, words))
    return f"<person{start}>\n<persName>{name}</persName>\n{about}</person>\n"
