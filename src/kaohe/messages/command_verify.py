"""What `kaohe verify` says of itself and of a run."""

SENTENCES = {
    "command.help-verify": ("核对工作簿里的得分有没有被改过", "Find out whether scores in a workbook were changed"),
    "command.metavar-workbooks": ("工作簿", "WORKBOOKS"),
    "command.argument-workbooks": ("kaohe 写成的 .xlsx 文件", ".xlsx files that kaohe has written"),
    "command.option-verify-rubric": (
        "打分所用的评分细则，没有随附时给出；可重复",
        "the rubric that was used, where it is not shipped; repeatable",
    ),
    "command.option-facts": ("再和指标文件里的事实对照；可重复", "compare with indicator files too; repeatable"),
    "command.option-verify-format": ("text 或 json", "text or json"),
    "command.verified": (
        "{unit}，{stages}：核对 {cells} 格，与事实相符",
        "{unit}, {stages}: {cells} cells compared, all as the facts give them",
    ),
    "command.between-stages": ("、", ", "),
    "command.verified-all": (
        "共 {files} 个工作簿：{sound} 个与事实相符，{changed} 个不符，{unopened} 个打不开",
        "{files} workbooks: {sound} as the facts give them, {changed} not, {unopened} can't be opened",
    ),
}
