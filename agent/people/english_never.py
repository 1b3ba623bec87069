"""Capitalised words of English notes that are nobody's name."""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.month_names import MONTHS
from agent.people.lexicon import table

NOT_NAME = re.compile(
    rf"\b(?:{MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Morning|Afternoon|Evening|Hey|Great|Okay|Ok|Right|Sure|Sorry|Welcome|Good|Yeah|Perfect|Absolutely|Understood|Agreed|Got|Let|Just|Also|Then|The|This|That|These|Those|We|They|You|Our|Your|Their|His|Her|Its|And|But|For|From|With|When|Where|What|Who|Why|How|If|As|At|On|In|By|To|Of|Or|So|No|Not|Yes|Thanks|Thank|Dear|Hi|Hello|Best|Kind|Regards|Sincerely|Please|"
    r"Ltd|Inc|LLC|Pte|Corp|Limited|Group|Holdings|Company|Department|Team|Committee|Board|Council|Office|Center|Centre|Plant|Site|Street|Road|Avenue|Park|Building|Tower|"
    r"Chief|Which|Whose|Following|Only|Both|Each|Every|Since|While|After|Before|During|Until|Now|Here|Maybe|Perhaps|Even|Still|Never|Given|Per|Once|Because|Although|However|Meanwhile|"
    r"Attendees|Participants|Owner|Topic|Microsoft|Google|Slack|Teams|Zoom|Excel|SharePoint|Salesforce|Outlook|Action|Actions|Agenda|Notes|Minutes|Next|Steps|Summary|Subject|Date|Time|Attendees|Present|Renewal|Budget|Contract|Phase|Project|Customer|Vendor|Success|Account|Quarter|Week|Month|Year|North|South|East|West|New|General|Annual|Business|Service|Support|Data|Phone|Mobile|Email|Sent|Forwarded|Original|Message|Draft|Version|Page|Q[1-4]|FY)\b"
)
"""Words that no name holds, as written."""


@cache
def never_names() -> frozenset[str]:
    """Lower-case words that are no part of a name (data/english_contexts.toml)."""
    return frozenset(table("english_contexts")["never"])
