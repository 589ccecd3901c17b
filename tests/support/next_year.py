"""Next year's employment form, made up: the shipped rubric with what an office might change in it."""

from pathlib import Path

from kaohe.library.rubric_files import shipped

OLD = "jiangsu-employment-2011"
NEW = "jiangsu-employment-2012"

CHANGES: tuple[tuple[str, str], ...] = (
    (f"id: {OLD}", f"id: {NEW}"),
    ("苏人社发〔2011〕493号", "苏人社发〔2012〕501号"),
    # 1.1: higher steps for contributors, in method, clause and rule
    (
        "实际缴费人数比上年末增加的得2分，增加1%到2%之间的再得1分，超过2%（含2%）的再得2分",
        "实际缴费人数比上年末增加的得2分，增加2%到3%之间的再得1分，超过3%（含3%）的再得2分",
    ),
    (
        """            of: contributors.growth
            base: {above: 0%, points: 2}
            bands: [{from: 1%, add: 1}, {from: 2%, add: 2}]""",
        """            of: contributors.growth
            base: {above: 0%, points: 2}
            bands: [{from: 2%, add: 1}, {from: 3%, add: 2}]""",
    ),
    (
        """              - id: exactly_one_percent
                words: 增加1%到2%之间
                chosen: inside
                options:
                  inside: {meaning: 增幅恰为1%的，算在这一档之内}
                  outside: {meaning: 增幅恰为1%的，不算在这一档之内, patch: {bands: [{above: 1%, add: 1}, {from: 2%, add: 2}]}}
              - id: further_awards
                words: 再得2分
                chosen: exclusive
                options:
                  exclusive: {meaning: 两档加分只取较高的一档，满分4分}
                  cumulative: {meaning: 达到2%的两档加分都得，满分变为5分,""",
        """              - id: exactly_two_percent
                words: 增加2%到3%之间
                chosen: inside
                options:
                  inside: {meaning: 增幅恰为2%的，算在这一档之内}
                  outside: {meaning: 增幅恰为2%的，不算在这一档之内, patch: {bands: [{above: 2%, add: 1}, {from: 3%, add: 2}]}}
              - id: further_awards
                words: 再得2分
                chosen: exclusive
                options:
                  exclusive: {meaning: 两档加分只取较高的一档，满分4分}
                  cumulative: {meaning: 达到3%的两档加分都得，满分变为5分,""",
    ),
    # 1.2: less for each time
    ("每有一次未按要求落实的扣2.5分", "每有一次未按要求落实的扣1分"),
    ("[{count: unimplemented_requirements, each: 2.5}]", "[{count: unimplemented_requirements, each: 1}]"),
    # 1.8: a slip of the pen mended
    ("达到省要求的得5分，每有一项未达要求的扣1分", "达到省要求的得4分，每有一项未达要求的扣1分"),
    (
        """            readings:
              - id: full_mark
                words: 得5分
                chosen: four
                options:
                  four: {meaning: 以分值栏为准，满分4分，每项扣1分}
                  five_capped: {meaning: 从5分起扣，但最多得分值栏的4分，即第一项不影响得分, patch: {deductions: [{count: unmet_requirements, each: 1, free: 1}]}}
                  five: {meaning: 以评分办法为准，满分5分，总分相应增加1分, patch: {points: 5}}
        acknowledge: [{problem: number-not-in-rule, words: 得5分, reason: 原表评分办法写5分，分值栏写4分；本项目合计50分只有取4分才相符}]
""",
        "",
    ),
    # 5.4: the same words, read more strictly
    (
        """            partial: whole
            not_applicable: zero
            readings:
              - id: pass_rate_steps
                words: 每低一个百分点扣0.5分
                chosen: whole
                options:
                  whole: {meaning: 不足一个百分点的部分不扣}
                  started: {meaning: 不足一个百分点的部分按一个百分点扣, patch: {partial: started}}""",
        """            partial: started
            not_applicable: zero
            readings:
              - id: pass_rate_steps
                words: 每低一个百分点扣0.5分
                chosen: started
                options:
                  whole: {meaning: 不足一个百分点的部分不扣, patch: {partial: whole}}
                  started: {meaning: 不足一个百分点的部分按一个百分点扣}""",
    ),
    # 5.5: another item in place of one that is gone
    (
        """      - id: assistant_activity
        title: 协理员主题活动
        points: 10
        target: 积极参加省厅组织的全省协理员主题活动。
        method: 认真准备积极参与活动的得5分，主题活动中成绩突出或取得名次的得5分。
        indicators:
          participated: {label: 认真准备积极参与活动, kind: flag, words: {"false": 没有认真准备积极参与活动}}
          outstanding: {label: 主题活动中成绩突出, kind: flag, words: {"false": 主题活动中成绩不突出}, note: 是否突出由考核单位认定}
          ranked: {label: 主题活动中取得名次, kind: flag, words: {"false": 主题活动中没有取得名次}}
        rules:
          - type: all_or_nothing
            clause: 认真准备积极参与活动的得5分
            points: 5
            requires: participated
          - type: all_or_nothing
            clause: 主题活动中成绩突出或取得名次的得5分
            points: 5
            requires: outstanding or ranked
""",
        """      - id: full_employment_communities
        title: 充分就业社区创建
        points: 10
        target: 推进充分就业社区创建工作。
        method: 制定充分就业社区创建办法的得4分；充分就业社区占社区总数达到80%的得6分，每低5%扣1分，扣完为止。
        indicators:
          community_rules: {label: 制定充分就业社区创建办法, kind: flag, words: {"false": 没有制定充分就业社区创建办法}}
          communities: {label: 充分就业社区, kind: ratio, unit: 个, labels: {part: 充分就业社区数, whole: 社区总数}}
        rules:
          - type: all_or_nothing
            clause: 制定充分就业社区创建办法的得4分
            points: 4
            requires: community_rules
          - type: steps
            clause: 充分就业社区占社区总数达到80%的得6分，每低5%扣1分，扣完为止
            points: 6
            of: communities.rate
            target: 80%
            every_percentage_point: 5
            deduct: 1
            partial: whole
""",
    ),
    # 7.2: a veto less
    ("事件的得2分。有因资金使用问题引起投诉、举报并查实的，此项不得分", "事件的得2分"),
    (
        """        vetoes:
          - clause: 有因资金使用问题引起投诉、举报并查实的，此项不得分
            when: verified_misuse
            readings:
              - id: scope
                words: 此项不得分
                chosen: item
                options:
                  item: {meaning: 此项指整个子项的10分}
                  last_part: {meaning: 此项只指最后一部分的2分, patch: {scope: [4]}}
""",
        "",
    ),
    (
        "          verified_misuse: {label: 资金使用问题引起投诉举报并查实, kind: count, unit: 起, fixed: true, "
        "note: 只计投诉、举报，不计上访}\n",
        "",
    ),
)


def next_year() -> str:
    """The whole file; every change must still find its place."""
    text = shipped()[OLD].read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    return text


def write_next_year(folder: Path) -> Path:
    """The file in a folder, beside the schema that its first line names."""
    path = folder / f"{NEW}.yaml"
    path.write_text(next_year(), encoding="utf-8")
    return path
