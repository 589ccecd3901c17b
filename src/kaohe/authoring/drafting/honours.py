"""Words for what a bonus is given for, and may come more than once: 表彰, 批示, 推广."""

import re

HONOUR = re.compile(
    r"表彰|表扬|奖|批示|推广|采用|录用|刊发|发表|经验|荣誉|称号|试点|现场会|肯定|示范|评为|功$|嘉奖|入选|入围|案例|先进|标兵|模范"
)
