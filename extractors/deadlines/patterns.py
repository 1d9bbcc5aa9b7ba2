"""The regular expressions of written times. Each is matched at a known place, so none ever looks far.

Letters that follow a word and make another word of it are excluded (`2020年初步` is not 初, `年内容` not 内): 底 end, 末 end, 初 beginning,
前 before, 内 within, 起 from … on, 后 after.
"""

from __future__ import annotations

import re

from extractors.deadlines.lexicon import lexicon

_WORDS = lexicon()
_QUOTES = '“”"「」『』‘’'
_DIGITS = "一二三四五六七八九十"
_NUMBER = rf"(?:\d{{1,3}}|[两{_DIGITS}]{{1,3}})"
#: 2025, 二〇二五, and what typists made of the zero: 二○二五, 二OO五, 二00五.
YEAR_NUMBER = rf"(?:(?:19|20)\d\d|[一二][九〇○零OＯo0][〇○零OＯo0{_DIGITS}]{{2}})"
_REPUBLIC = rf"(?:(?:中华)?民国 ?(?:\d{{1,3}}|[{_DIGITS}百零〇○]{{1,6}}))"
#: In a text that names the Republic's calendar, a year needs no 民国: 106年, 一百零六年, 一○六年.
_REPUBLIC_BARE = (
    rf"(?<![\d{_DIGITS}百零〇○第])"
    rf"(?:[6-9]\d|1[0-4]\d|[六七八九]十[{_DIGITS}]?|一百[零〇○]?[{_DIGITS}]{{0,3}}|一[〇○零一二三四][〇○零{_DIGITS}])"
)
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)"
_DAY = rf"(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[{_DIGITS}]?|廿[{_DIGITS}]?|[一二三四五六七八九])"
_TO = r"(?:[-‐‑‒–—―−－]{1,2}|[~～〜∼]|至|到)"
_OR = r"(?:到|至|[-‐‑‒–—―−－]|[~～〜∼]|、|或)"
#: Where a word begins with one of the letters (底层, 内部) and where a letter of a date stands before a word of its own (年内|部署).
_BOTTOM = r"底(?![线层蕴座盘色气子]|数(?![据量])|本(?![市省县区年地]))|末(?![端梢位])|初(?![步级中次始创心等衷见期])"
_MIDDLE = r"中(?=[，、。；]|之?前)|(?<=年年)中"
_WITHIN = (
    r"内(?![容外涵陆蒙贸河涝江网循径含务]|部(?!署)|地(?!方|区|级)|需(?![要完达新])|设(?![立置])|在(?![全各省市县区我本重主])"
    r"|控(?!制)|生(?!产)|销(?!售)|政(?!府)|审(?![结批核议])|业(?!务))"
)
#: 年度 is a year too, but not in 年度计划; 年代 decade, 年级 form, 年版 edition, … are something else.
_YEAR_WORD = r" ?年(?:度(?!计划|报|财政|预算|决算))?(?![代级版会鉴报])"
#: 05年, and with a month or edge also 14年9月, 98年底.
_SHORT_YEAR = r"(?<![\d.〔\[（(—–~至-])(?:0\d(?= ?年(?!级))|[129]\d(?= ?年(?:年?[底末]|(?:1[0-2]|0?[1-9]) ?月)))"
_RELATIVE = "|".join(sorted((*_WORDS.relative_years, *_WORDS.antecedent_years), key=len, reverse=True))
_PARTS = "|".join(sorted(_WORDS.year_parts, key=len, reverse=True))
SEASONS = "春夏秋冬"
#: Seasons name a time only after a year; 冬季 alone is any winter, or winter sports.
_WHOLE_PARTS = "|".join(part for part in sorted(_WORDS.year_parts, key=len, reverse=True) if part[0] not in SEASONS)
#: A day known by its name, which the text gives as a limit only: 春节前, but not 春节前夕.
_FEAST = rf"[“\"]?(?P<feast>{'|'.join(sorted(set(_WORDS.feasts) - {'十一'}, key=len, reverse=True))}|(?<=[“\"])十一)[”\"]?(?=之?前(?!夕|后)|起)"
_QUARTER = "[一二三四1-4]"

#: The first of two years that share one 年: 到2022和2030年.
_SHARED_YEAR = r"(?=(?: ?[、和与及] ?(?:19|20)\d\d){1,4} ?年)"
#: A year whose 年 a typist left out or put behind: 2016底年前.
_SWAPPED_YEAR = r"(?=底年?之?前)"
YEAR = re.compile(rf"(?:(?P<republic>{_REPUBLIC})|(?P<year>{YEAR_NUMBER}|{_SHORT_YEAR}))(?:{_YEAR_WORD}|{_SHARED_YEAR}|{_SWAPPED_YEAR})")
REPUBLIC_YEAR = re.compile(rf"(?:(?P<republic>{_REPUBLIC}|{_REPUBLIC_BARE})|(?P<year>{YEAR_NUMBER})){_YEAR_WORD}")
#: 后年 not in 投产后年产值, 建成后年均.
RELATIVE_YEAR = re.compile(
    rf"(?P<relative>(?<!不)(?!(?<![，、。；：\n到至于在])后年|后年[几两一二三四五六七八九十\d])(?:{_RELATIVE}))度?(?![代级版会鉴报龄])"
)
#: What a year is narrowed to: a month with its day, ten days or edge; a half, term or quarter; or the edge of the year itself.
PART = re.compile(
    rf" ?(?:(?P<month>{_MONTH}) ?月份?(?: ?\n?(?P<day>{_DAY}) ?[日号]|(?P<ten>[上中下]|上中|中下)旬|(?P<month_edge>{_BOTTOM}|{_MIDDLE}))?"
    rf"|(?P<part>{_PARTS})度?(?P<part_edge>[初底末])?"
    rf"|第?(?P<quarter>{_QUARTER}) ?季度(?P<quarter_edge>[初底末])?|{_FEAST}"
    rf"|年?(?P<year_edge>{_BOTTOM}|{_MIDDLE}))"
)
#: 年底, 年内, 本月底 and 季末 without the year they belong to; not in 3年内, 几十年内.
ALONE = re.compile(
    rf"(?<![\d{_DIGITS}几两数多半零〇])(?:(?P<year>[当本]?年)(?P<year_edge>[底末初])(?![步级次始创等衷见])|年(?={_WITHIN})"
    r"|(?<![下上次])(?P<month>[本当]?月)(?P<month_edge>[底末初])|(?P<quarter>本季度?|季)末)"
)
#: A five-year plan by its number; without quotes only where a word for its time follows, for 十五 is also fifteen.
PLAN = re.compile(
    rf"(?:[{_QUOTES}] ?(?P<quoted>十[一二三四五六七]?五|[七八九]五) ?[{_QUOTES}]|(?P<open>十[一二三四五六七]五)(?=规划期|期间|时期|期?末)"
    r"|第(?P<ordinal>十[一二三四五六七]?)个五年(?:规划|计划)?(?=期间|时期|期?末))"
    r"(?: ?(?:规划)?(?P<part>期末|末期?|[前后头][两二三]年|[前中后]期|[前后]半期|初期?))?"
)
DAY = re.compile(rf"(?P<day>{_DAY}) ?[日号]")
CENTURY = re.compile("(?:本|21|二十一)世纪(?P<part>中叶|末)")
#: The hundredth anniversaries that plans are made for: 到|我们党成立一百年时, 到|新中国成立100周年; not 庆祝中国共产党成立100周年.
CENTENARY = re.compile(
    "(?<=[到至])(?:(?P<party>(?:我们?党|中国共产党|建党|党)(?:成立)?)|(?:新中国|中华人民共和国|建国)(?:成立)?)(?:一百|100)周?年(?:之)?时?"
)
_TERM = r"(?:(?P<first>第?一学期|上学期|秋季学期)|(?P<second>第?二学期|下学期|春季学期))?"
#: A school year: 2025—2026学年, 2025学年度第一学期; in a text of the Republic's 107学年度.
SCHOOL_YEAR = re.compile(rf"(?P<year>{YEAR_NUMBER})(?: ?年? ?{_TO} ?(?:{YEAR_NUMBER}|\d\d))? ?学年度?{_TERM}")
REPUBLIC_SCHOOL_YEAR = re.compile(rf"(?P<republic>{_REPUBLIC}|{_REPUBLIC_BARE}) ?学年度?{_TERM}")
#: 三、四季度, 第一至三季度: quarters named by one word.
QUARTERS = re.compile(rf"(?<!\n)第?(?P<first>{_QUARTER}) ?(?:{_TO}|、|和|及)? ?第?(?P<last>{_QUARTER}) ?季度")
#: 7、8月, 七八月份: months in order that share one word. At the head of a line 1、 is a label.
MONTHS = re.compile(r" ?(?P<months>(?:1[0-2]|[1-9])(?:、(?:1[0-2]|[1-9])){1,5}|[一二三四五六七八九]{2}|九、?十) ?月份?(?![\d底末初上中下])")
#: 5月28-29日: the days of one month.
DAYS = re.compile(rf"(?:(?P<year>{YEAR_NUMBER}) ?年 ?)?(?P<month>{_MONTH}) ?月 ?(?P<first>{_DAY}) ?(?:{_TO}|、) ?(?P<last>{_DAY}) ?[日号]")
#: The first half of a range, whose unit may stand in the second only: 2018—2020年, 7—10月.
HALF_RANGE = re.compile(rf"(?:(?P<year>{YEAR_NUMBER}) ?年? ?)?(?:(?P<month>{_MONTH})(?: ?月份?)?(?: ?(?P<day>{_DAY}) ?[日号]?)?)? ?{_TO} ?")
SEPARATOR = re.compile(rf" ?(?:(?:起，?)?{_TO}) ?")
#: 2021—23年: a range whose last year leaves out its century.
SHORT_RANGE = re.compile(rf"(?P<first>(?:19|20)\d\d) ?年?{_TO}(?P<last>\d\d) ?年(?![级度])")
#: 6月30日（星期五）17:00前: what may stand between the day and its tail.
CLOCK = re.compile(r" ?(?:（[^（）\n]{1,6}）)?(?:下班|中午|[上中下]午|晚上?)? ?(?:\d{1,2}(?:时|点|[:：]\d\d)(?:整|\d{1,2}分)?)?(?=之?前|以前|截?止)")
TAIL = re.compile(
    r" ?(?:（含）)?(?:(?P<before>之前|以前|(?<=\d底)年前|前(?![三两二后列景期瞻沿端往五十四\d述款半者身夕]|置(?!换)|任(?!务)|例(?!行)))"
    rf"|(?P<within>年内|以内|之内|{_WITHIN})"
    r"|(?P<during>规划期内|规划期间|期间|时期|期内)|(?P<since>以来)|(?P<after>以后|之后|后(?![续期备勤台盾方]))"
    r"|(?P<on>起(?![草步点来到诉源降飞码初因伏]|重(?!点)|用(?![\d一二两三四五六七八九十]))(?:开始)?|开始(?!时))|(?P<until>为止|截止|止(?![步跌损回])))"
)
#: `2025年前（含2025年）`: what is named is included.
INCLUDED = re.compile(" ?[（(]含[^（()）\\n]{0,10}[）)]")
#: 到 and 至 as prepositions, not in 达到, 提高到, 降至, 甚至; 自 not in 来自, 各自.
LEAD = re.compile(
    r"(?:(?P<until>截至|截止到?|直到|直至|最[晚迟]于?|不?[晚迟]于|(?<![达高复得看收谈降加升少涉回想说提遇碰找增测])到了?|(?<![高降升增加减乃甚])至)"
    r"|(?P<on>自从|(?<![来各])自|从)|(?P<change>由)) ?[“\"]?\Z"
)
#: A label or clause that says the time is a limit, though no word stands at it: `完成时限：2022年6月`.
LIMIT = re.compile(
    r"(?:(?:完成|办结|办理|整改|落实|截止|截至)(?:时[限间点]|日期|期限|节点)|时限(?:要求)?|时间节点|有效期限?)也?(?:暂?定?为|是)?[：: \t]?\Z"
    r"|不(?:得|应|能|可)?(?:逾|超过) ?\Z|(?:有效期|截止)[^，。；\n]{0,6}不(?:得|应|能|可)?早于 ?\Z"
)
#: Of these the labels that name the month or year in which something is done, not a day by which it must be: `完成时限：2022年6月`.
DONE_IN = re.compile(r"(?:完成|办结|办理|整改|落实)?(?:时限|时间|期限|日期|时点|节点|时间节点)")
#: `不得早于2021年6月`: a day before which nothing may be done.
NOT_BEFORE = re.compile(r"不(?:得|应|能|可)?[早先]于 ?\Z")
#: The head of a table's column whose cells are limits.
LIMIT_COLUMN = re.compile(
    r"(?:计划|要求|拟)?(?:完成|办结|办理|整改|落实|截止|达到|达标)(?:时[限间点]|日期|期限|节点|年[限度])|时限(?:要求)?|时间节点|期限"
)
#: The head of a table's column whose cells say when a project is built: 建设期限, 建设起止年限.
TERM_COLUMN = re.compile(r"(?:项目)?(?:计划)?(?:建设|实施|施工)(?:起止)?(?:期限?|年限|工期|周期|时间|时限)(?:[（(][^（()）\t]{1,8}[）)])?")
EVERY = re.compile(
    rf"(?:{_WORDS.alternatives('every', 'fixed')})(?![薪计])"
    rf"|每隔?(?:[两双{_DIGITS}]|\d{{1,2}})?个?(?:半年|半月|学年|学期|年度?|季度|季|月份?|旬|周|星期|天|日)"
)
#: What belongs to a recurring time: 每季度结束后10日内, 每月底前.
EVERY_AFTER = re.compile(
    rf"(?:首月|第一个月)?{_DAY} ?[日号](?:之?前)?|[一二三四五六日天](?:之?前)"
    rf"|(?:结束|终了)?后 ?{_NUMBER} ?(?:个工作日|日|天|个月)(?:之内|以内|内)?|[月季年]?[初底末](?:之?前)?"
    r"|汛期?(?:来临|到来)?之?前"
)
EVERY_AND = re.compile("[、和及与]")
SPAN = re.compile(
    rf"(?P<lead>未来|今后|用|利用|通过|经过|经)? ?(?P<from>{_NUMBER})(?: ?{_OR} ?(?P<to>{_NUMBER}))? ?(?P<measure>年|个月)"
    rf"(?:左右)?(?P<time>的?(?:时间|努力|奋斗))?(?P<within>以内|之内|{_WITHIN}|期间)?"
)
#: 2015年和2016年两个年度内: years in order that one length sums up.
JOINED_YEARS = re.compile(
    rf"(?P<first>{YEAR_NUMBER})(?: ?年度?)?(?: ?[、和与及] ?{YEAR_NUMBER}(?: ?年度?)?){{0,3}} ?[、和与及] ?(?P<last>{YEAR_NUMBER}) ?年度?"
    r" ?这?[两二三四五2-5] ?个?年度?(?:的?时间)?(?:之内|以内|内|里|期间|之间|间)"
)
#: `从2003年至2007年用5年时间`: a length that only repeats what its range says.
SAME_SPAN = re.compile(rf"，?(?:力争)?(?:用|利用|通过|经过)(?P<n>{_NUMBER}) ?年(?:左右)?的?时间内?")
#: `从2018年秋季入学的新生起`: who the school year begins with.
ENTRANTS = re.compile(r"(?:新?入学|招收|招生|[初高][一1]|新生)[^，。；\n]{0,12}?(?:开始|入学后|起(?![草步点来到诉源])|后(?=实[施行]))")
SPAN_LEAD = re.compile(r"(?:未来|今后|再?用|利用|通过|经过|经) ?\Z")
#: What years are spent on, and an action right behind them.
EFFORT = re.compile("的?(?:改革|探索|建设|发展|培育|攻坚|整治|治理|推进|实施|创新)")
OUTRIGHT = re.compile("(?![内以之间后前的级度期制来左]|[\\d，。、—~～-])[\u4e00-\u9fff]{2}")
#: What comes together over all the years of a plan, said right behind their number: `三年累计培训`, `两年力争新建`; not `三年总投资`.
SUMMED = re.compile(rf" ?(?:{_WORDS.alternatives('judgement', 'summed')})")
#: What stands before a number of years that begins a clause; not another time (`到2018年底，三年累计`).
SUM_OPENS = re.compile(r"(?:(?<![年底末初内前])[，,]|[。；;：:、\n\t]) ?\Z|\A\Z")
#: `从2001年开始，用4年时间`: a length after its start.
THEN_SPAN = re.compile(
    rf"(?:，|的)?(?:力争)?(?:(?:再?用|利用|通过|经过|在)?(?P<n>{_NUMBER})年(?:左右)?的?时间内?|(?P<m>{_NUMBER})年(?:之内|以内|{_WITHIN}))"
)
#: How long a rule holds: 有效期5年, 试行期两年, 试行一年.
VALID = re.compile(rf"(?:(?:有效期限?|试行期限?)(?:暂?定?为|是)?|试行) ?(?P<n>{_NUMBER}) ?年")
EARLIER = re.compile(rf"提前(?P<n>{_NUMBER}) ?(?P<measure>年|个月)")
#: What a document calls itself; the bare word for its kind (方案印发后) only where a clause begins.
_SELF = rf"{_WORDS.alternatives('issue', 'self')}|(?:(?<![\u4e00-\u9fff])|(?<=[自在于从]))(?:{_WORDS.alternatives('issue', 'kinds')})"
ISSUE = re.compile(
    rf"(?P<lead>[自从] ?)?(?P<self>{_SELF})?(?:正式)?(?:{_WORDS.alternatives('issue', 'verbs')})"
    rf"(?:(?P<day>之日|当日|日)起?|后)?(?:(?P<n>{_NUMBER}) ?(?P<measure>日|天|个月|年|个工作日)(?P<within>之内|以内|内|后))?"
    r"|(?P<now>[自从]?即日|今[天日]?(?=起(?![草步点来源诉因])))起?|[自从](?P<same>同日)起?"
)
#: 刊登公报之次日起30日内: the Taiwan gazette's own way, which counts from the day after the notice appears.
GAZETTE = re.compile(
    r"(?:本(?:公告|预告|草案|令))?刊登(?:行政院)?公报(?P<next>[之的]?[次隔翌]日|之日)起"
    rf" ?(?P<n>{_NUMBER}) ?(?P<measure>日|天|个月)(?:之内|以内|内)"
)
#: 即日起至12月31日: what ends a time that begins with the issue.
ISSUE_UNTIL = re.compile(r"，?(?:至|到|截止到?)")
NOW = re.compile(r"[自从]?现在(?:起|开始)?")
ISSUE_LEAD = re.compile(rf"(?:[自从] ?)?(?:{_SELF})?(?:正式)?\Z")
#: The characters that a time may begin with: one look at them spares the search most of a text.
_FIRST = "".join(
    sorted(
        {
            word[0]
            for word in (
                *(*_WORDS.relative_years, *_WORDS.antecedent_years, *_WORDS.year_parts, *_WORDS.feasts),
                *(*_WORDS.words("issue", "verbs"), *_WORDS.words("every", "fixed")),
                *f"0123456789{_DIGITS}两元百零〇○第本当年月季即同每逐按提未今现有试刊中民我建新{_QUOTES}",
            )
        }
    )
)
#: Where a time may begin.
_HEAD = (
    rf"{YEAR_NUMBER}|(?:中华)?民国|有效期|试行|现在|{_RELATIVE}|[{_QUOTES}] ?(?:十|[七八九]五)|十[一二三四五六七]五|第十[一二三四五六七]?个五年"
    rf"|(?<![\d{_DIGITS}百个.第两几]){_MONTH}(?: ?{_TO} ?{_MONTH})? ?月|{_WHOLE_PARTS}"
    rf"|(?<![\d{_DIGITS}百个.第两几])(?:1?[0-9]、){{1,6}}\d{{1,2}} ?月|(?<![{_DIGITS}百第]){_MONTH}、?{_MONTH} ?月"
    rf"|第?{_QUARTER}(?: ?(?:{_TO}|、|和|及)? ?第?{_QUARTER})? ?季度|(?:本|21|二十一)世纪(?:中叶|末)"
    r"|(?<=[到至])(?:我们?党|中国共产党|建党|新中国|中华人民共和国|建国)(?:成立)?(?:一百|100)周?年"
    rf"|{_FEAST.replace('P<feast>', ':')}|{_SHORT_YEAR} ?年"
    r"|刊登(?:行政院)?公报|分(?=月度|季度)|[本当]?年[底末内初]|[本当]?月[底末初]|(?:本季度?|季)末|即日|今[天日]?起(?![草步点来源诉因])|同日|每|逐|按|提前|未来|今后"
    rf"|(?<![\d{_DIGITS}百个.第两几]){_NUMBER}(?: ?{_OR} ?{_NUMBER})? ?(?:年|个月)"
    rf"|(?:{_WORDS.alternatives('issue', 'verbs')})(?:之日|当日|日(?=起?[施生实执]|起)|后?{_NUMBER} ?(?:日|天|个月|年))"
)
HEAD = re.compile(rf"(?=[{_FIRST}])(?:{_HEAD})")
REPUBLIC_HEAD = re.compile(rf"(?=[{_FIRST}])(?:{_REPUBLIC_BARE} ?学?年|{_HEAD})")
#: A date in full, for signatures.
FULL_DATE = rf"(?P<year>{YEAR_NUMBER}) ?年 ?(?P<month>\d{{1,2}}|[{_DIGITS}元]{{1,2}}) ?月 ?(?P<day>\d{{1,2}}|[{_DIGITS}]{{1,3}}) ?日"
ZERO = re.compile(r"[OＯo0○](?=[〇○零OＯo0一二三四五六七八九]|$)")
REPUBLIC_NAME = re.compile("(?:中华)?民国 ?")
