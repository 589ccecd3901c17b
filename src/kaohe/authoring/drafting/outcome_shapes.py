"""The shapes of phrases that give or take: what each says, in the order in which they are tried."""

from typing import Literal

from kaohe.authoring.drafting.said_formulas import FORMULA
from kaohe.authoring.drafting.scoring_words import GIVE, MEASURE, NUMBER, PER, POINTS, TAKE

Kind = Literal[
    "award",
    "again",
    "full",
    "bonus",
    "take",
    "zero",
    "penalty",
    "drain",
    "fill",
    "most",
    "share",
    "pool",
    "list",
    "line",
    "formula",
    "judged",
    "double",
    "spare",
    "highest",
    "words",
]
_OWN = r"(?:[本该此][题项条]|[本该]子项|[本该此](?:项目|小项)|整项|[本该]指标)"
_SAME = r"(?:如|对)?同[一类][^,]{0,30}(?:最高|就高|按高|取高|不重复|不累计|不累加|不重叠)[^,]{0,10}"
_REWARDED = r"(?:计|计分|加分|得分|记分|计算|奖励)?"
_NOT_TWICE = r"不(?:再)?(?:重复|累计|累加)(?:计算|(?:计|加|得|记|奖)分?)"
_HIGHEST = rf"(?:以|按|取)?(?:就高|最高(?:级别|等次|奖项|分))(?:不就低|不重复)?{_REWARDED}|{_NOT_TWICE}"
_BY_CASE = r"视(?:具体)?(?:情节|情况|情形|程度)(?:轻重|严重程度|大小)?,?"
_BY_WORK = r"(?:根据|按照?|视)[^,]{0,8}(?:情节|情况|程度|效果|质量)(?:轻重)?,?酌情"
_BY_STATE = r"视[^,]{0,10}(?:程度|情况|效果|质量|影响)(?:大小|轻重)?,?酌情"
_JUDGED = f"酌情|酌|适当|视情|{_BY_STATE}|{_BY_CASE}|{_BY_WORK}"
_AMOUNT = rf"(?P<points>{POINTS}|\d+(?:\.\d+)?)"
_LEAD = r"(?:的|者|,|(?<!否)则|(?<!平)均|都|可|即)*"
SHAPES: tuple[tuple[Kind, str], ...] = (
    ("drain", rf"(?P<pre>)(?P<until>{POINTS})扣完(?:为止|止)?"),
    ("drain", r"(?P<pre>)(?:可以?|最多)?(?:累计)?扣完"),
    (
        "drain",
        (
            rf"(?P<pre>.*?)(?:(?:{_OWN}的?分(?:值|数)?)?(?:直|一直)?(?:扣|减)(?:完|光|尽)(?:{_OWN}?(?:的)?(?:分值?|分数)|(?P<points>{POINTS}))?(?:为止|即止|止)"
            rf"|(?:直?至|直到|到)?{_OWN}?(?:扣|减)(?:到|至)?(?:完|(?:0|零)分?)(?:为止|止)|(?:直至|直到|至){_OWN}?(?:扣|减)完|以?扣完{_OWN}?分(?:值)?为限|至?扣完为止"
            rf"|(?:直?至|直到|到)(?P<until>{POINTS})扣完(?:为止)?)"
        ),
    ),
    (
        "most",
        (
            rf"(?P<pre>.*?)(?P<sum>(?:累计|合计|总计|共计|总共|总分|全年|{_OWN})*)(?P<what>加分|扣分|得分|奖励分|奖分)?"
            r"(?P<how>最多|最高|至多|上限(?:为)?|累计|合计|总计|总共|共计|不(?:得|能|可|应)?(?:超过|超出|高于|多于)|以)"
            r"(?:分|得分|加分|扣分)?(?:不(?:得|能|可)?超过|可?以?)?(?P<verb>得|加|扣|计|记|减|奖|为)?"
            rf"{_AMOUNT}(?:为限|封顶|为上限|止|为止)?"
        ),
    ),
    ("most", rf"(?P<pre>)(?P<sum>)(?P<what>)(?P<verb>){_AMOUNT}封顶"),
    ("most", rf"(?P<pre>)(?P<sum>)(?P<what>)(?P<verb>得|加|计|记)?满{_AMOUNT}(?:为止|止|封顶)"),
    ("most", rf"(?P<pre>)(?P<sum>)(?P<what>)(?:封顶)(?P<verb>){_AMOUNT}"),
    (
        "most",
        rf"(?P<pre>)(?P<sum>)(?P<what>)(?:超过|超出|高于)(?P<points>{POINTS})(?:的|者)*,?(?:按|以)(?P<verb>)(?P=points)(?:计|计算|计分)",
    ),
    ("fill", rf"(?P<pre>)(?:得|加|计|记)?满(?:{_OWN}?(?:分值?)?)?(?:为止|止)"),
    (
        "line",
        (
            r"(?P<pre>)(?:在?(?:其|之|两者|此|区|二者)间|中间|介于(?:两者|二者|其)之?间)?(?:部分|的|者)*,?(?:按|采用|用|依)?(?:照)?"
            r"(?:(?:线性|直线)?(?:内插|插值|插入)(?:法)?|(?:线性|直线)(?:比例)?|(?<=间按)同?比例|(?<=间的按)同?比例)(?:折算)?(?:计分|计算得分|计算|得分|赋分|确定得分)?"
        ),
    ),
    (
        "formula",
        (
            rf"(?P<pre>.*?)(?:的|者|,)*(?:(?:则|按|以)?(?:{_OWN}|实际|考核|最后|科室|单位|年度|本项|最终)?(?:得分|应得分|计分)(?:=|为|:|按)?|按照?|以|=)?"
            rf"(?P<formula>{FORMULA})(?:计分|计算得分|计算|得分|折算)?(?:计入(?:总分|得分|考核)?)?"
        ),
    ),
    (
        "judged",
        (
            rf"(?P<pre>.*?){_LEAD}(?:{_JUDGED})(?:给予|予以)?(?P<verb>扣减|扣除|扣|减|得|加|给|记|计|评|打|赋)(?:予)?"
            rf"(?:(?P<amounts>{NUMBER}分?(?:[-—~–至到]+){NUMBER}分)|分)"
        ),
    ),
    (
        "judged",
        rf"(?P<pre>[^\d]*?(?:不[^,]{{1,3}}|未[^,]+|缺失|混乱|空泛|有缺陷|较差|失误)){_LEAD}(?P<verb>扣减|扣除|扣)(?P<amounts>{NUMBER}分?(?:[-—~–至到]+){NUMBER}分)",
    ),
    ("judged", rf"(?P<pre>)(?:应|则)?(?P<verb>扣减|扣除|扣)(?P<amounts>{NUMBER}分?(?:[-—~–至到]+){NUMBER}分)"),
    ("spare", r"(?P<pre>.+?)(?:的|者|,)*不(?:予)?扣分"),
    ("highest", rf"(?P<pre>)(?:{_SAME}|{_HIGHEST})"),
    (
        "double",
        rf"(?P<pre>.*?){_LEAD}(?:予以|应)?(?:(?:加倍|双倍|翻倍)(?:扣分|扣罚|扣减|扣除|扣|记分|计算|计扣)?|加扣(?:一|1)倍|(?:按|以)(?:双倍|两倍|2倍)(?:扣分|扣|计扣))",
    ),
    ("penalty", rf"(?P<pre>.*?){_LEAD}(?P<own>{_OWN})?不(?:予)?得分(?:,?[并且另还再]{{0,2}}倒扣)(?P<points>{POINTS})"),
    (
        "share",
        (
            rf"(?P<pre>.*?){_LEAD}(?:按|依)(?P<what>[^,]{{0,10}}?)(?:同?比例)(?:相应|折算)?(?P<verb>得分|计分|记分|给分|扣分|扣减|得|计算得分|计算|赋分|)"
            rf"(?:(?P<points>{POINTS}))?"
        ),
    ),
    (
        "zero",
        (
            rf"(?P<pre>.*?){_LEAD}(?P<own>{_OWN})?(?:为|得|计|记)?(?:不(?:予|能)?(?:得|计|记|给|赋)分|(?<![\d.])(?:0|零)分|(?:得|计|记)0"
            rf"|(?:{POINTS}|分值?)?全扣|扣(?:除)?全部分值?|扣除?{_OWN}全部?分(?:值)?)"
        ),
    ),
    ("full", rf"(?P<pre>.*?){_LEAD}(?P<own>{_OWN})?(?:得|计|记|给|评)?(?:满分|全分|该项满分|本项满分)"),
    ("full", rf"(?P<pre>.+?){_LEAD}(?P<own>{_OWN})?(?<=可|即)(?:以)?得分"),
    ("pool", rf"(?P<pre>)(?:{_OWN})?(?:满分|共|总分|基本分|基础分|分值|计|共计)(?:为|计)?{_AMOUNT}"),
    (
        "list",
        rf"(?P<pre>.*?){_LEAD}(?:分别|依次|各)?(?P<verb>(?:得|加|扣|记|计|减|奖)(?:减|除)?)(?P<amounts>{NUMBER}分?(?:(?:、|和|或|及){NUMBER}分?)+)",
    ),
    (
        "list",
        (
            rf"(?P<pre>[^\d]+?[、和及与][^\d]+?(?:1[次项个起件])?)(?:的|者)?(?:{NUMBER}项)?"
            rf"(?:,)?(?P<alike>各)(?P<verb>得|加|扣|记|计|奖)(?P<amounts>{NUMBER}分)"
        ),
    ),
    (
        "list",
        rf"(?P<pre>(?!.*[未不没无缺少漏迟错误违])[^\d]+?[、和及与][^\d]+?)(?:的|者)?(?P<alike>各)占?(?P<amounts>{NUMBER}分)(?P<verb>)",
    ),
    ("take", rf"(?P<pre>.*?){_LEAD}(?P<own>{_OWN})?(?P<verb>{TAKE})(?:{_OWN})?{_AMOUNT}(?:{PER})?"),
    ("again", rf"(?P<pre>.*?){_LEAD}(?:再|另|另外|额外)(?P<verb>得|加|计|记|奖励?){_AMOUNT}"),
    ("award", rf"(?P<pre>.*?){_LEAD}(?P<own>{_OWN})?(?P<verb>{GIVE})(?:基础分|基本分|满分)?{_AMOUNT}(?:{PER})?"),
    (
        "award",
        rf"(?P<pre>.+?(?:完成|达标|达到要求|合格|上升|制度|任务|满意|优秀|良好|落实|到位|以上|以下|以内|%))(?P<verb>)(?P<points>{POINTS})",
    ),
    ("award", rf"(?P<pre>.*?(?:\d|以上|以下|以内|%|{MEASURE}|\)))(?:的|者)(?P<verb>)(?P<points>{POINTS})"),
    (
        "award",
        rf"(?P<pre>优秀?|良好?|优良|中等?|较?[好差]|一般|(?:基本|不)?(?:合格|称职|满意|达标)|[ABCDE][等级档]?)(?:的|者)*(?P<verb>)(?P<points>{POINTS})",
    ),
    ("award", rf"(?P<pre>其[余他](?:情况|名次|单位)?)(?:的|者|均)*(?P<verb>)(?P<points>{POINTS})"),
    ("award", rf"(?P<pre>.*?每(?:一|1)?{MEASURE})(?:的|者)?(?P<verb>)(?P<points>{POINTS})"),
    ("award", rf"(?P<pre>.+?{MEASURE})(?:的|者)?(?P<verb>)(?P<points>{POINTS})"),
    ("award", rf"(?P<pre>.*?[\u4e00-\u9fff])(?:的|者)*(?P<verb>)(?P<points>{POINTS}){PER}"),
    ("take", rf"(?P<pre>.*?[\u4e00-\u9fff])(?:的|者)*(?P<verb>[-—])(?P<points>{POINTS})(?:{PER})?"),
    ("award", rf"(?P<pre>)(?P<verb>)(?P<points>{POINTS})"),
)
