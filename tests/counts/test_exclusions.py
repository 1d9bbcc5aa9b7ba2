"""Which quantities of a sentence are counts: not names, articles, ordinals, titles."""

from __future__ import annotations

import pytest

from extractors.counts.counting import find_counts
from extractors.records import Context, Deadline, Facts, Mention
from extractors.words import cut


def spans(text: str) -> list[tuple[int, int]]:
    """The spans of the words of `text`."""
    found, at = [], 0
    for word in cut(text):
        found.append((at, at + len(word)))
        at += len(word)
    return found


def counted(text: str, facts: Facts | None = None) -> list[str]:
    """The texts of the counts of `text`."""
    return [count.text for count in find_counts(text, facts or Facts(), spans(text))]


NOT_COUNTED = [
    ("恪守和平共处五项原则。", "a set phrase"),
    ("五环以内路段更新。", "a ring road"),
    ("定期监测，每年至少一次。", "how often, and nothing of what"),
    ("每月召开一场会议。", "a habit"),
    ("培训一人、就业一人。", "a verb before it, no composition"),
    ("指定一名联络员。", "一名 before its noun is an article"),
    ("人才新政66条规定了奖励办法", "a policy called by its articles"),
    ("一次安家费及三节慰问金", "three festivals"),
    ("打好三大攻坚战。", "a fixed name"),
    ("坚定“四个自信”。", "a set phrase in quotation marks"),
    ("实施“五横四纵”工程。", "a name in quotation marks"),
    ("形成“1+5”格局。", "a formula in quotation marks"),
    ("坚持两个毫不动摇。", "a set phrase without marks"),
    ("建设一个平台。", "一 is an article"),
    ("出台一批政策。", "一批 is vague"),
    ("突破一批技术。", "even after 突破"),
    ("打造一支队伍。", "a team"),
    ("对每一个项目开展评估。", "each"),
    ("发展二级学院。", "a grade"),
    ("支持三级医院对口帮扶。", "a grade, whatever its number"),
    ("推动县级二次供水改造。", "二次 is an ordinal"),
    ("每千人床位数达标。", "the base of a rate"),
    ("121省人民政府关于印发规划的通知", "a list's running number glued to who issued it"),
    ("学科进入全国排名100名以内。", "a rank"),
    ("赴七台河市督查。", "a city's name"),
    ("每两个月召开一次会议。", "a habit"),
    ("每年开展一次检查。", "a habit"),
    ("点击次数：172次", "a page counter"),
    ("省委十四届七次、八次全会精神", "sessions"),
    ("云府〔1990〕56号14省人民政府办公厅转发通知", "a list's running number after a document's number"),
    ("获得中国十大休闲城市称号。", "a prize"),
    ("建立三级医院服务网络。", "a grade of hospitals"),
    ("组织铁人三项赛事。", "a sport"),
    ("推动两地协同发展。", "places that nothing names"),
    ("云岚省四县九乡", "places that make a name"),
    ("推进二级响应处置。", "a code"),
    ("桂岭十万大山生态区", "a range of mountains"),
    ("鼓励创新药（1类）研发。", "a class"),
    ("建立五元价值评价机制。", "五元 is no money"),
    ("依据《十五条措施》办理。", "in a title"),
    ("中山路1段83号", "an address"),
    ("做强3D打印产业。", "a name with a letter"),
    ("推进个人征信。", "no number at all"),
    ("落实5环境保护要求。", "a number run into a word"),
    ("严禁三轮车、四轮电动车上高速公路。", "wheels"),
    ("开展四轮定位检测。", "wheels"),
    ("分为一类、二类和三类维修业务。", "classes of a series"),
    ("从事三类维修的，须有场地；从事二类维修的，还须有设备。", "the third class of a text that has a second"),
    ("现有四类、五类桥隧改造完毕。", "classes named one after the other"),
    ("水质不低于三类。", "a class of water"),
    ("近岸海域（无机氮三类）", "a class by what is in it"),
    ("部分断面水质为劣四类，大坝鉴定为三类坝。", "a class that something has"),
    ("到2015年前10家水泥企业产能占比提高。", "the first ten"),
    ("推进港区2期工程。", "a phase"),
    ("三天两头到现场，诉求五花八门。", "set phrases"),
    ("千人口托位数稳步提高。", "what is reckoned by the thousand"),
    ("推进千兆光纤进村。", "the speed of a net"),
    ("走出一条新路。", "a way"),
    ("完成3000 升级任务。", "升级 is a word"),
    ("落实“促进消费19条”。", "a policy called by its articles"),
    ("与各族群众一道奋斗。", "together"),
    ("健全三级医院帮扶体系。", "a grade of hospitals"),
    ("一期和二期工程同步推进。", "phases"),
    ("从业人员10万人死亡率低于全国。", "what a rate is reckoned by, in its name"),
    ("火灾10万人口（按户籍人口）死亡率下降。", "with a bracket inside the name"),
    ("百公里油耗逐年下降。", "a consumption is reckoned by a hundred kilometres"),
    ("推动产业协作。（责任单位：2个园区管委会，青汀市人民政府）", "who is responsible"),
    ("布局见图1、2所示。", "figures, not two places"),
    ("省教育厅等十一部门联合印发了通知。", "those who issue"),
    ("形成“一核一带两片区、六通道”的空间。", "a row of numbers in a slogan"),
    ("三次产业结构比例为1.5∶42.1∶56.4。", "a ratio of three parts"),
    ("关于促进3岁以下婴儿照护发展的\n实施意见\n为促进发展，制定本意见。", "a headline on two lines"),
    ("青汀市商贸三年行动计划\n等三个行动计划的通知\n各县人民政府：", "a headline on two lines"),
    ("每两年至少享受一次免费体检。", "how often"),
    ("辅导团每年至少开会一次。", "how often"),
    ("明确一个单位、成立一个协会。", "articles, where nobody has one each"),
    ("一方面扩大产能。", "on the one hand"),
    ("六省联合举办展会。", "a spelled number of provinces makes a name"),
    ("3亿元地区生产总值事故死亡率 下降", "a row's number glued to its name"),
    ("依据关于印发茶区五项措施的通知（青政办发〔2015〕6号）执行。", "in a document's name, which its number follows"),
    ("7县政府办公室关于转发茶业八条措施的意见 云府办〔2016〕17号", "likewise, in a list of documents"),
    ("按照成熟一项、推出一项的原则推进。", "one after the other, however many there are"),
    ("推广八段锦，建设三人篮球场。", "exercises and games that have a number in their name"),
    ("第五条增加两款，作为第二款、第三款。", "what is done to the wording of a law"),
    ("采购茶纸只是一个较低的层面。", "只是 does not count"),
    ("另一份由茶办存档。", "the other of two"),
    ("每周参加1次及以上锻炼的人数有所增加。", "how often, in the name of a measure"),
]


@pytest.mark.parametrize(("text", "why"), NOT_COUNTED)
def test_not_counted(text: str, why: str) -> None:
    """Numbers that name, order or generalise."""
    assert counted(text) == [], why


COUNTED = [
    ("每年组织发布会1场以上。", ["1场以上"], "a floor, no mere habit"),
    ("由专家六人及本局代表一人组成审查会。", ["六人", "一人"], "a number behind what it counts"),
    ("召集人一人，委员五人。", ["一人", "五人"], "likewise"),
    ("置委员九人，其中一人为召集人。", ["九人", "一人"], "one of them"),
    ("申请展延以二次为限。", ["二次"], "a limit, no ordinal"),
    ("每增加一人，加发五百元。", ["一人", "五百元"], "the base of a rate"),
    ("按每四十户左右配备一名协理员。", ["四十户左右", "一名"], "one to so many"),
    ("茶交所设总裁一人、经理二人。", ["一人", "二人"], "an office before its number"),
    ("一人为召集人；一人为副召集人。", ["一人", "一人"], "those who are the office"),
    ("从业满十年且具备下列一项条件。", ["一项"], "one of a list"),
    ("实现省—市—县三级数据共享。", ["三级"], "levels joined by dashes"),
    ("面积未达三千平方公尺，流量每秒一千立方公尺。", ["未达三千平方公尺", "一千立方公尺"], "square and cubic metres as Taiwan calls them"),
    ("赴三十公里以外授课。", ["三十公里以外"], "further than"),
    ("将多个事项合并为一个事项。", ["一个"], "the number they are merged to"),
    ("同一队员只能代表一个单位。", ["一个"], "只能 with its verb"),
    ("每季度至少开展1次演练。", ["1次"], "asked for, no mere habit"),
    ("每村每月放映一场公益电影。", ["一场"], "what is shown"),
    ("应用安装智能电表5万只。", ["5万只"], "电表 heads no table"),
    ("人均藏书达到一册以上。", ["一册以上"], "a bound makes 册 a measure word"),
    ("出台政策66条", ["66条"], "so many of them"),
    ("近海发生6.3级强震。", ["6.3级"], "a magnitude"),
    ("发生5级以上地震48次。", ["5级以上", "48次"], "a magnitude with a bound"),
    ("实行三级审批。", ["三级"], "what has levels"),
    ("健全农村三级卫生服务网络。", ["三级"], "a network of levels"),
    ("附件：1.云岚市取消的事项目录（共17项）", ["17项"], "how many things an annex lists"),
    ("云岚、青汀两市各建3座。", ["两市", "3座"], "as many places as are named before"),
    ("川渝两省市共建。", [], "the signs of places and more than a measure word"),
    ("推动京津冀三地协同。", ["三地"], "the signs of places"),
    ("专利拥有量增加一倍。", ["一倍"], "一 is a number before 倍"),
    ("提出做强中国十二大产业。", ["十二大"], "no prize"),
    ("与8省人民政府签约。", ["8省"], "provinces counted"),
    ("规模控制在100名以内。", ["100名以内"], "no rank"),
    ("每县至少建设一个中心。", ["一个"], "至少 gives 一 its sense"),
    ("只需填写一张表单。", ["一张"], "so does 只需"),
    ("每个镇只能享受一次补助。", ["一次"], "and 只能"),
    ("完善省、市、县三级网络。", ["三级"], "levels of government"),
    ("引导县、乡二级机构参与。", ["二级"], "two of them"),
    ("建立市县两级平台。", ["两级"], "两 never orders"),
    ("召开两次研讨会。", ["两次"], "times that are no habit"),
    ("服务10万人口以上的县。", ["10万人口以上"], "inhabitants"),
    ("建设3个人工智能平台。", ["3个"], "个 is believed though 个人 is a word"),
    ("他说：“到明年，全市建成30家工厂，新增就业2万人。”", ["30家", "2万人"], "in direct speech"),
    ("支持“小巨人”企业100家。", ["100家"], "after a quotation"),
    ("举办培训班4期。", ["4期"], "courses"),
    ("编发4期工作简报。", ["4期"], "papers"),
    ("开展3轮排查。", ["3轮"], "rounds, not wheels"),
    ("支持三类企业发展。", ["三类"], "kinds, with no other class in the text"),
    ("将事件分为特别重大、重大、较大和一般四级。", ["四级"], "levels named before"),
    ("构建省、市、县应急三级预案体系。", ["三级"], "a system of levels"),
    ("各县均有一条高等级公路。", ["一条"], "均有 gives 一 its sense"),
    ("各县至少建成一条绿道。", ["一条"], "至少 does, before 条 too"),
    ("建有一条以上步道。", ["一条以上"], "and a bound"),
    ("每人每年补助以一次为限。", ["一次"], "a limit is no habit"),
    ("对A、B、C三类人才分类支持。", ["三类"], "kinds of people"),
    ("检附授权书正本一份。", ["一份"], "one copy"),
    ("采初审及决审二阶段评选。", ["二阶段"], "Taiwan writes 二 for 两"),
    ("补助经费分二次拨付。", ["二次"], "likewise"),
    ("从业人员10万人以上的县。", ["10万人以上"], "a threshold, no base of a rate"),
    ("（责任单位：省教育厅）建设3个片区。", ["3个"], "after the note"),
    ("将厂房评为一级、二级和三级3个等级。", ["3个"], "the grades are names, their number counts"),
    ("每条产业链确定一位首席专家、明确一个智库单位、成立一个协会。", ["一位", "一个", "一个"], "each has one of each"),
    ("每个村建好一个广场、一个书屋和一批标识。", ["一个", "一个"], "each has one of each"),
    ("筑牢一个底座，建设两大枢纽，强化三项支撑。", ["一个", "两大", "三项"], "a row that goes up"),
    ("每年开展1场专项招聘活动。", ["1场"], "an event that is counted"),
    ("每月至少进行1次跟踪调查。", ["1次"], "asked for in digits"),
    ("统筹国内国际两个大局。", ["两个"], "unquoted"),
    ("利用两个市场两种资源。", ["两个", "两种"], "unquoted"),
    ("建立两级政府、三级管理的网络。", ["两级", "三级"], "levels of one administration"),
    ("完善四省一市协作机制。", ["四省", "一市"], "so many provinces with a city"),
    ("每3万人—10万人设1所中心。", ["3万人—10万人", "1所"], "a range after 每 is a standard"),
    ("苏浙皖沪三省一市共建。", ["三省", "一市"], "with their names before them"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTED)
def test_counted(text: str, expected: list[str], why: str) -> None:
    """Their neighbours that do count."""
    assert counted(text) == expected, why


def test_title_is_not_counted() -> None:
    """A policy's own name counts nothing where it stands in the text, nor does an annex's."""
    title = "青汀市人民政府关于印发青汀市七大产业提升行动方案（2023—2025年）的通知"
    text = "青汀市七大产业提升行动方案\n聚焦七大产业，培育企业20家。\n附件：1.七大产业任务表\n2.三大工程任务表"
    assert counted(text, Facts(context=Context(title=title))) == ["七大", "20家"]


def test_spans_found_before_are_not_counted() -> None:
    """Titles and times that earlier components found are passed over."""
    text = "〈十条意见〉和三个五年内建成6座。"
    facts = Facts(
        mentions=[Mention(0, 6, "十条意见", "cites")],
        deadlines=[Deadline(7, 12, "三个五年内", None, None, "period", "during", "none")],
    )
    assert counted(text, facts) == ["6座"]
