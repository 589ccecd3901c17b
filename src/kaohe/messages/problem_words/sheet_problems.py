"""What the face of a sheet says: files that are not counted in it, items that somebody has to go over."""

SENTENCES = {
    "problem.items-to-confirm": (
        "待复核：{items}。细则里这些子项目的文字在核准以后改过，复核以前得分只供参考",
        "To be confirmed: {items}. The rubric's text of these was changed after it was confirmed; until that is done again "
        "their points are provisional",
    ),
    "problem.stage-left-out": (
        "{stage:of}{file} 没有计入，它或它前面的文件有误；本表只到{reached}",
        "{stage:of}{file} is not counted, for it or a file before it is wrong; this sheet ends with {reached}",
    ),
}
