"""What a step is called in Japanese: what happens, told in a noun or a plain verb, whatever way somebody said it."""

from __future__ import annotations

import re
from collections.abc import Sequence

DATE = re.compile(
    r"(?:(?:20\d\d|令和\d{1,2}|来|今|本|翌)年の?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:の?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|の?第[1-5一二三四五](?:週|[月火水木金]曜日?)|の?(?:末|頭|初め|上旬|中旬|下旬|半ば|中))?"
    r"|(?<![\d.])\d{1,2}/\d{1,2}(?!\d)|(?<!\d)\d{1,2}日(?!間|前|分)|(?:来|今|再来)(?:週|月)の?(?:[月火水木金]曜日?)?|年内|年明け|毎月第\d[月火水木金]曜日?"
)
BESIDE_DATE = r"(?:[(（][^()（）]{1,8}[)）])?(?:の?(?:\d{1,2}時(?:半|\d{1,2}分)?|正午|午前|午後|夕方|朝イチ|朝一|昼))?(?:の週|の回)?"
AFTER_DATE = r"(?:まで(?:に)?(?:は)?|から|頃に?|ごろに?|中に|以降に?|[にはのでと](?=[^ぁ-ん]|[をがはに])|に(?=。|、|$)|、)?"
DATED = re.compile(rf"[～〜~\-–]?(?:{DATE.pattern}){BESIDE_DATE}{AFTER_DATE}\s*")
LEAD = re.compile(
    r"^(?:[\s　・●○*>＞\-–—「『(（、：:]|\d+[.．)）]\s?|[(（]\d+[)）]\s*|[一二三四五六七八九十][、\s　]|(?:先方|客先|お客様|[一-龠々]{1,4}(?:さん|様|氏)?)[:：](?!\d)|で[、は]|(?:その前|その後|そのあと|それから|その上|まず|ただ|なお|また|それとは別|実質|実際|結局|最終的|基本的|そこ)(?:に|で|は)?、?(?=[^ぁ-ん]|私|うち)|(?:次|あと|最後)(?:に|は|が)、?|はい、|ええ、|(?:(?:次|今回|今度|来年|今年)の)?(?:更新|継続|契約)(?:は|ですが)、?|(?:うち|弊社|当社|当方|こちら)の(?![室部課局社]))+"
)
ENDING = re.compile(
    r"(?:[\s　。、」』:：]|(?:の予定|予定|見込み?|こと|必要)(?:です|でございます|がある|があります|だ|になって(?:い|お)(?:ます|ります))?|を予定して(?:い|お)(?:ます|ります)|(?:に|と|こと(?:に|と))な(?:ります|っています|っております|る)|(?:です|でございます|だ|とのこと)(?:ね|よ)?|が(?:要ります|必要です|あります|ございます|ある|あり|要る)|まで(?:に)?(?:は)?|は|が|を|の|へ|に|で|と|も)$"
)
POLITE = re.compile(
    r"(?P<stem>[一-龠々ぁ-んァ-ヴー]+?)(?:いたし|して(?:いただ|もら)[いっ]|ていただ[いき]|て(?:い|お)(?:り)?)?(?:ます|たい(?:です|と思います)?|てください|ておきます)(?:ので|が|けど)?$"
)
U_ROW = dict(zip("きぎしちにびみり", "くぐすつぬぶむる", strict=True))
E_ROW = "えけせてねへめれべぺげぜでい"
PAPER = re.compile(
    r"(?:(?:[一-龠々ァ-ヴーA-Za-z0-9０-９]{1,12}の)?[一-龠々ァ-ヴーA-Za-z0-9・]{0,14}?)(?:意見書|申請書|稟議書?|起案書?|要求書|要望書?|計画書|企画書|議案書?|議題書?|議題|資料|書類|一覧表?|比較[表票]|見積書?|予算案|報告書|回答書?|様式|シート|申込書?|[一-龠]{2,6}票|同意書|理由書|伺い書?|申し出|申請|要求|要望|申込|付議|枠取り|予算|数字|金額|案|紙)(?![一-龠々ァ-ヴー])"
)
"""What is handed in."""
OF_SOMETHING = re.compile(r"[一-龠々ァ-ヴー]の[一-龠々ァ-ヴー]{2,}$")
LABEL = re.compile(r"^[\s　・*\-]*(?P<label>[^\s　:：、。]{2,14})\s*[:：](?!\d)")
DRAFTS = re.compile(r"起案|起票|起草")
SPREADS = re.compile(r"配[りるっ布]|回付|回覧")
CLOSES = re.compile(r"締め?切|締め(?=る|ま)|〆|期限|期日")
VAGUE = re.compile(r"^(?:予算|案|紙|数字|金額|こと|回答|枠)$")
RECEIVER = re.compile(
    r"(?P<to>[一-龠々ァ-ヴーA-Za-z0-9・]{1,14}(?:の[一-龠々ァ-ヴー]{1,8})?)(?:さん|様|氏)?(?:のところ)?(?:に|へ|宛(?:て)?に?|あて(?:に)?)(?=。|$|[、)）]|[^。、]{0,6}(?:提出|出[しすさせ]|上げ|あげ|送[りるっ]|渡[しすさ]|届|回[しすさ]|持[ちっ]))"
)
NO_RECEIVER = re.compile(r"(?:間|日|月|旬|末|頭|午|年|前|後|中|別|先|一緒|正式|個別|順|ま[でえ])$")
HANDS = re.compile(
    r"提出|出[しすさせ]|上げ|送[りるっ付]|渡|届|まで|締|期限|〆|必着|回[しすさ]|へ[。$]?|いただ|もら"
)
GATHERS = re.compile(r"(?:取り?|とり)?まとめ|集計|集約")
WRITES = re.compile(r"書き|書く|書いて|作[りる成]|起案|下書き|用意")
EVENT = re.compile(
    r"(?:(?:[一-龠々ァ-ヴーA-Za-z0-9・]{1,14}(?:長|部|課|室|局|会|委員|者|社|係|[一-龠]{1,3})(?:との|への|による|の))?[一-龠々ァ-ヴーA-Z]{0,8}?)(?:事前説明|説明|ヒアリング|聞き取り|査定|審査|審議|合議|協議|承認印|承認|押印|認印|同意|決裁|決議|議決|採決|投票|内示|通知|公表|発表|調整|折衝|面談|立ち会い|確認|監査|契約|発注|入札|開札|評価|割付|枠取り|顔合わせ|根回し|起案|精査|下見|公募|手続き?)(?![一-龠々ァ-ヴー])"
)
BODY = re.compile(
    r"(?:(?:年度|第|回|日|月|次|今|各|当)+)?(?P<body>[一-龠々ァ-ヴーA-Za-zＡ-Ｚ・]{0,14}?(?:会議|委員会|役員会|取締役会|理事会|審査会|協議会|審議会|常務会|総会|評議員会|議会|部会|分科会|親族会|所長会|検討会|ミーティング))"
)
DECIDES = re.compile(
    r"決裁|決め|決ま|決定|承認|判断|査定|専決|確定|押印|採決|議決|可決|諮|審議|サイン|判を|丸をつけ|腹を決|固め|絞|通す"
)
BY_WHOM = re.compile(
    r"^(?:最終)?(?:決裁|判断|承認)(?:者)?は(?P<who>[一-龠々ァ-ヴーA-Za-z]{1,12})$|^(?P<title>[一-龠々ァ-ヴーA-Z]{0,6}(?:社長|会長|専務|常務|代表|役員|[一-龠]{1,5}長|CFO|CEO|COO|CIO))(?:の)?(?:決裁|専決)(?:に.*)?$"
)
SPEAKER = re.compile(r"(?:私ども|わたくし|わたし|私|僕|ぼく|俺|自分)(?=が|は|の|と|あて|宛|に|で)")
MYSELF = re.compile(
    rf"{SPEAKER.pattern[: SPEAKER.pattern.index('(?=')]}(?:が|は|の(?!ところ|机|手元|ほう))(?:、)?(?=[^ぁ-ん]|まと|つく|まわ)"
)
"""Who says it does it: the approver beside the name tells who that is."""
NO_NAME = re.compile(
    r"[。？?!！「」“”]|\s{2,}|^(?:たしか|もし|ということ|という|それで|だから|って)|(?:ですか|ましょう|でしょうか|って|んです|ので|から|けど|けれど|ながら|たら|れば|なければ|ないと|ないで|て|な|よ|ね|か|う|た|たい|まし|でき|ば|り|い)$|"
    r"(?:私|わたし|僕|俺|本人|うち(?!わ)|自分|彼女?|そこ|これ|それ|もらえ|ください|くれ|いただ|思|みたい|なければ|でしたら|のは|ですが|ため|…|そう(?:で|だ)|って|んだ|だけ|かも|なので|なら|ても|つもり|約束)|[をがはにでと](?:は|が|を|で|に)|^.{0,3}$|は[^。]{0,8}まで$|[:：]"
)
VERB = re.compile(r"(?:る|す|く|う|む|ぶ|つ|ぐ)$")
TOPIC = re.compile(r"は(?=[^を]*(?:る|す|く|む|ぶ|提出|送付|配布|集計|説明|公表)$)")
OF_A_DAY = re.compile(r"[日会切限表出知認示査約]$")
"""What a label before a day ends in where it says what happens, and not who speaks."""
TO_ME = re.compile(
    rf"{SPEAKER.pattern[: SPEAKER.pattern.index('(?=')]}(?:のところ|の机|の手元)?(?:へ|に|まで|あて|宛)"
)
ASKED = re.compile(r"(?:申請|申込|枠取り|付議|要求|起案)$")
CHECKS = frozenset({"hearing", "review", "legal", "security", "procurement", "announce", "contract"})
ASKS = frozenset({"request", "papers", "opinion", "compile"})
LONGEST = 32


def title_ja(words: str, told: Sequence[str], kind: str | None, approver: str | None) -> str | None:
    """The name, of the words themselves where they can be one, else of what the sentences tell; None where they tell nothing."""
    who = approver if approver and not BODY.search(approver) else None
    decides, checks = kind in ("decide", "lock"), kind in CHECKS
    label = LABEL.match(told[0] if told else words)
    if (
        label
        and not decides
        and (
            OF_SOMETHING.search(label["label"])
            or PAPER.fullmatch(label["label"])
            or EVENT.fullmatch(label["label"])
        )
    ):
        return _whole(label["label"], kind)
    for text in (words,) if checks else (words, *told[:1]):
        name = _plain(text, who)
        if _is_name(name) and (not decides or DECIDES.search(name)):
            return _whole(name, kind)
    if decides:
        return None
    if checks:
        return next(
            (event for text in (words, *told) if (event := _event(text, "")) and len(event) > 2), None
        )
    if label and DATED.match(told[0] if told else words, label.end()) and OF_A_DAY.search(label["label"]):
        return label["label"]
    texts = (*told[:1], words, *told[1:])
    return next((part for text in texts if (part := _of_parts(text, words, kind, who))), None)


def _plain(text: str, who: str | None) -> str:
    """Without date, lead and politeness; the speaker by name."""
    name = re.split(r"[ 　\t]{2,}|\n", DATED.sub("", text).strip(" 　"))[0]
    while name != (shorter := LEAD.sub("", name)):
        name = shorter
    name = MYSELF.sub("", name)
    name = SPEAKER.sub(who, name, count=1) if who else name
    name = _unpolite(name)
    while name != (shorter := ENDING.sub("", name)):
        name = _unpolite(shorter)
    by = BY_WHOM.match(name)
    if by is not None:
        return f"{by['who'] or by['title']}{'' if (by['title'] or re.search('長$|代表$|務$|[A-Z]{3}$', by['who'] or '')) else 'の'}決裁"
    name = (
        re.sub(r"(?<=[でにをてはがへ])、(?=[^、()（）]{1,20}$)", "", name) if name.count("、") == 1 else name
    )
    return TOPIC.sub("を", name, count=1) if not re.search("[をが]", name) and VERB.search(name) else name


def _unpolite(text: str) -> str:
    found = POLITE.search(text)
    if found is None:
        return text
    head, stem = text[: found.start("stem")], found["stem"]
    last = stem[-1]
    if "いたし" in found[0] and last != "し":
        return head + stem
    if last == "し" and re.search(r"[一-龠々ァ-ヴー]{2}し$", stem):
        return head + stem[:-1]
    if last in U_ROW:
        return head + stem[:-1] + U_ROW[last]
    return head + stem + "る" if last in E_ROW or re.search(r"[一-龠]$", stem) else text


def _is_name(name: str) -> bool:
    if not 3 < len(name) <= LONGEST or NO_NAME.search(name) or DATE.search(name):
        return False
    if (
        name.count("「") != name.count("」")
        or name.count("(") != name.count(")")
        or name.count("（") != name.count("）")
    ):
        return False
    return bool(
        re.search(r"[一-龠々ァ-ヴーA-Za-z)）]$", name) and not re.search(r"は|が(?=.*[一-龠]$)", name)
    ) or bool(VERB.search(name) and re.search(r"[をがにでへ]", name))


def _whole(name: str, kind: str | None) -> str:
    """A paper alone is handed in."""
    paper = PAPER.fullmatch(name)
    if paper and kind not in ("decide", "lock", "announce", "contract") and not ASKED.search(name):
        return f"{name}の提出"
    return re.sub(r"(?<=書|票|案|表|料|類|紙|議)の?(?:期限|締め?切り?|〆切?)(?:正午)?$", "の提出", name)


def _of_parts(text: str, words: str, kind: str | None, who: str | None) -> str | None:
    """Paper and receiver, else what happens, else the body that meets, else that something closes."""
    said = LEAD.sub("", DATED.sub("", text))
    body = BODY.search(said)
    papers = [m[0] for m in PAPER.finditer(said)]
    paper = max([p for p in papers if p != "起案"] or papers, key=len, default=None)
    event = _event(text, "しさすせでと")
    if paper is None:
        closes = "提出の締め切り" if CLOSES.search(said) else None
        return event or closes or (body["body"] if body and kind is None else None)
    called = body or BODY.search(words)
    if len(paper) < 3 and called and paper not in called["body"]:
        paper = f"{called['body']}への{paper}"
    if kind != "papers" and DRAFTS.search(said) and not DRAFTS.search(paper):
        return f"{paper}を起案"
    if SPREADS.search(said) and kind not in ASKS:
        return f"{paper}の配布"
    if kind in ASKS or HANDS.search(text):
        return _handed(paper, said, who, kind)
    if WRITES.search(said) and not VAGUE.match(paper):
        return f"{paper}の作成"
    return event or (body["body"] if body and kind is None else None)


def _handed(paper: str, said: str, who: str | None, kind: str | None) -> str | None:
    if GATHERS.search(said):
        return f"{paper}の取りまとめ"
    to = next((m["to"] for m in RECEIVER.finditer(said) if not NO_RECEIVER.search(m["to"])), None)
    to = who if who and TO_ME.search(said) else to
    if to and to not in paper and not SPEAKER.match(f"{to}に"):
        return f"{paper}を{to}に提出"
    if VAGUE.match(paper) and kind not in ("request", "opinion"):
        return None
    return paper if ASKED.search(paper) else f"{paper}の提出"


def _event(text: str, not_before: str) -> str | None:
    """What happens, by whom where the words say so; `not_before`: kana that make a verb of it."""
    said = LEAD.sub("", DATED.sub("", text))
    found = [m[0] for m in EVENT.finditer(said) if said[m.end() : m.end() + 1] not in [*not_before]]
    return next((event for event in found if len(event) > 1), None)
