"""What a unit's numbers can hardly be, though no rule forbids it: warnings, or notices where the unit has said why."""

SENTENCES = {
    "problem.doubt-above": (
        "{label}：{found}{detail:in brackets}，高于 {limit}{mend:mended}{note:noted}",
        "{label}: {found}{detail:in brackets}, above {limit}{mend:mended}{note:noted}",
    ),
    "problem.doubt-below": (
        "{label}：{found}{detail:in brackets}，低于 {limit}{mend:mended}{note:noted}",
        "{label}: {found}{detail:in brackets}, below {limit}{mend:mended}{note:noted}",
    ),
    "problem.doubt-not-whole": (
        "{label}：{found}，不是整数{mend:mended}{note:noted}",
        "{label}: {found}, not a whole number{mend:mended}{note:noted}",
    ),
    "problem.doubt-condition": (
        "{label}：{detail}，与“{condition}”不符{mend:mended}{note:noted}",
        "{label}: {detail}, at odds with “{condition}”{mend:mended}{note:noted}",
    ),
    "problem.doubt-tenfold": (
        "{label}：{detail}，差一万倍上下，像是元和万元混了{mend:mended}{note:noted}",
        "{label}: {detail}, about 10,000 times apart, as if 元 and 万元 were mixed up{mend:mended}{note:noted}",
    ),
    "problem.doubt-stage": (
        "{label}：由 {old} 改为 {found}，差一万倍上下，像是元和万元混了{mend:mended}{note:noted}",
        "{label}: changed from {old} to {found}, about 10,000 times apart, as if 元 and 万元 were mixed up{mend:mended}{note:noted}",
    ),
    "problem.doubt-year-tenfold": (
        "{label}：{found}，{year}报的是 {old}，差一万倍上下，像是元和万元混了{mend:mended}{note:noted}",
        "{label}: {found}, {year} it was {old}, about 10,000 times apart, as if 元 and 万元 were mixed up{mend:mended}{note:noted}",
    ),
    "problem.doubt-year-growth": (
        "{label}：{found}，{year}报的是 {old}，变动 {growth}，超过 {limit}{mend:mended}{note:noted}",
        "{label}: {found}, {year} it was {old}, a change of {growth}, beyond {limit}{mend:mended}{note:noted}",
    ),
    "problem.doubt-year-previous": (
        "{label}：{found}，与 {year}报的{other} {old} 不同{mend:mended}{note:noted}",
        "{label}: {found}, unlike {old}, the {other} that was reported {year}{mend:mended}{note:noted}",
    ),
    "problem.before-year": (
        "--before 给出的文件是 {found} 年的，不比 {year} 年早，没有拿来比较",
        "the file that --before gives is of {found}, not before {year}; it was not compared",
    ),
    "problem.before-no-unit": (
        "--before 给出的文件里没有“{unit}”，没有和上年比较",
        "“{unit}” is in no file that --before gives; it was not compared with last year",
    ),
}
