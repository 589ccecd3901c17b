"""未召开民主生活会、组织生活会的各扣1分: words at one thing of several that are of all of them."""

import re
from collections.abc import Sequence

_DENIES = re.compile(
    r"未|没|不(?!动产|锈钢|良)|无(?!线|人机|障碍)|缺|漏|迟|晚|误|错|逾|超|少|违|瞒|失|延|拖|滞|乱|差(?!旅)|虚|假"
)
_SAYS_NOT = re.compile(
    r"^(?:仍|均|都|既)?(?:未(?!成年)|没|不(?!动产|锈钢|良)|无(?!线|人机|障碍)|缺|漏|迟|错|误)"
    r"|未(?!成年)|没有|不(?=[到符全齐清准足按能健及]|达标|合格|合要|规范|落实|完[整善备])|无(?!线|人机|障碍|罪|关)|缺(?=[少失项])"
)
_MANNER = (
    r"(?:(?:严格|及时|准时|按时|按期|如期|如实|定期|有效|认真|全面|全部|完全|专门|主动|积极|规范|准确|完整|统一|单独|同步)"
    r"|(?:按照?|依照?|根据)[^、]{0,6}?(?:规定|要求|标准|程序|计划|时限|时间|期限|频次|规范|制度))*"
)
_DEEDS = (
    "召开 报送 上报 建立 制定 制订 开展 组织 设立 设置 成立 配备 配置 落实 完成 提交 报告"
    " 公开 公示 签订 签署 编制 参加 出席 执行 履行 实施 实行 安排 明确 健全 完善 填写 填报"
    " 登记 记录 整理 保存 更新 维护 检查 巡查 排查 处置 处理 整改 举办 进行 提供 使用 佩戴"
    " 穿戴 张贴 悬挂 发放 发布 宣传 培训 学习 传达 研究 部署 通报 备案 审批 审核 核实 核查"
    " 上传 录入 归档 移交 办理 办结 答复 回复 反馈 回访 走访 慰问 缴纳 支付 拨付 出台 印发"
    " 下发 建设 建成 购置 购买 安装 清理 清运 清扫 消毒 携带 出示 通过 取得 获得 纳入 形成"
    " 接受 配合 开设 开通 订立 制作 编写 撰写 报备 申报 申请 采取 采集 收集 汇总 统计 分析"
    " 评估 监测 检测 检验 演练 带入 录制 保留 留存 遵守 掌握 了解 覆盖 公布 签收 交接 接种"
    " 随访 管理 建有 设有 配有 订有"
)
_DEED = rf"(?:{'|'.join(_DEEDS.split())}|[报建设签交填写记办送戴穿挂贴带订配缴付开])"
_BEFORE = re.compile(
    rf"(?P<words>(?:仍|均|都|既)?(?:(?:未能?|不)(?:予)?{_MANNER}{_DEED}|(?:没有?|无){_MANNER}{_DEED}?|缺[少乏]?|漏|迟|错|误)"
    r"(?:开|报|填|登|交|办|送)?)(?P<thing>[^、]{2,})"
)
"""Words that deny, before the first thing."""
_NOUNS = (
    "培训|学习|检查|演练|管理|宣传|统计|报告|记录|通报|分析|评估|监测|检测|检验|巡查|排查|处置|处理|处罚|"
    "登记|考核|整改|研究"
)
_MISDEEDS = (
    "拖欠|挪用|截留|挤占|侵占|套取|骗取|冒领|虚报|虚列|谎报|隐瞒|瞒报|违反|违背|泄露|泄漏|损坏|损毁|毁坏|丢失|遗失|破坏"
    "|克扣|伪造|篡改|拒绝|拒不|收受|索要|擅自|私自|违规|违法|无故|占用|浪费|滥用|干扰|阻挠|包庇|纵容"
)
_OF_ALL = rf"(?:{_MANNER}(?!{_NOUNS})(?:{'|'.join(_DEEDS.split())}|{_MISDEEDS}))"
_DONE = re.compile(rf"(?P<words>{_OF_ALL}(?:了|过|有)?)(?P<thing>[^、]{{2,}})")
_OWN = re.compile(rf"{_OF_ALL}|{_NOUNS}|.*(?:被|受|获|评|{_MISDEEDS})")
"""What has a verb of its own takes none from the first."""
_NUMBERED = re.compile(r"[^、]{2,}[一二三四五甲乙丙丁](?:、[一二三四五甲乙丙丁])+[等级类档][^、]*")
"""获省级一、二、三等奖."""
_BEHIND = re.compile(
    r"(?P<thing>.{2,}?)(?P<words>(?:均|都|等)?(?:未(?!成年)|没有|不(?:健全|完善|完备|完整|到位|及时|规范|齐|达标|合格|清|准|真实|足|全|符|明|整洁|按|能|落实|正常|统一|一致)|缺失|缺项|缺漏|滞后|混乱|逾期|超[期时标])[^、]*)"
)
"""Words that deny, behind the last thing: 制度、档案不健全."""


def carried(named: Sequence[str]) -> list[str] | None:
    """Things as each is meant by itself; None where some are denied and nobody can tell what is denied of the others.

    They are as they were where none is denied, or each of them.
    """
    if _NUMBERED.fullmatch("、".join(named)):
        return [f"{named[0][:-1]}{one[0]}{named[-1][1:]}" for one in (named[0][-1], *named[1:])]
    denied = [_DENIES.search(one) is not None for one in named]
    if not any(denied[1:]) and _DONE.fullmatch(named[0]):
        return _done(named)
    behind = _BEHIND.fullmatch(named[-1])
    if behind is not None and not any(denied[:-1]):
        return [*(f"{one}{behind['words']}" for one in named[:-1]), named[-1]]
    if all(denied) or not any(_SAYS_NOT.search(one) for one in named):
        return list(named)
    made: list[str] = []
    words = ""
    for one, denies in zip(named, denied, strict=True):
        if denies:
            found = _BEFORE.fullmatch(one)
            words = found["words"] if found else ""
        elif not words:
            return None
        made.append(one if denies else f"{words}{one}")
    return made


def _done(named: Sequence[str]) -> list[str]:
    """拖欠工程款、工资: what has no verb of its own has the one before it."""
    words = ""
    made = []
    for one in named:
        own = _DONE.fullmatch(one)
        words = own["words"] if own else "" if _OWN.match(one) else words
        made.append(one if own else f"{words}{one}")
    return made
