"""Why a stage can't be closed, what can be wrong with an archive, and what has changed since a stage was closed."""

SENTENCES = {
    "problem.file-suffix": (
        "写成什么看后缀：“{found}”的后缀应是 {known}",
        "the suffix of “{found}” should be {known}",
    ),
    "problem.close-exists": (
        "{path} 已有，内容不同，不覆盖；换个名字，或先移走",
        "{path} is there already and differs, and is not replaced; choose another name, or move it away first",
    ),
    "problem.stage-not-reached": (
        "“{unit}”到{found}为止，还没有{stage}；补上它的文件",
        "“{unit}” has come to {found} and not to {stage}; add its file",
    ),
    "problem.stage-beyond": (
        "“{unit}”已有{found}，在{stage}之后；定稿{found}，或先把后面的文件移走",
        "“{unit}” is at {found} already, which comes after {stage}; settle that stage, or move the later files away",
    ),
    "problem.stage-open": (
        "“{unit}”{stage}未定（缺报 {count} 项），不能定稿；补齐事实，或在 judgements 里评定",
        "“{unit}” is open at {stage} ({count} {count:fact|facts} missing) and so the stage is not settled; report the facts, or judge the items",
    ),
    "problem.close-output-differs": (
        "和现在这些文件算出来的不同：有人改过、另存过，或是按先前的文件写的；确认以后重新 batch，或移走",
        "this is not what the files give now: somebody has changed or saved it, or it was written from earlier files; check "
        "it, then run batch again, or move it away",
    ),
    "problem.close-evidence-missing": (
        "佐证文件找不到，不能收进归档；补上，或不用 --with-evidence",
        "this file of evidence is not there and can't be put into the archive; add it, or leave out --with-evidence",
    ),
    "problem.close-evidence-outside": (
        "佐证文件在文件夹外面，不收进归档；移进来，或不用 --with-evidence",
        "this file of evidence lies outside the folder and is not put into the archive; move it in, or leave out --with-evidence",
    ),
    "problem.close-name": (
        '这个文件名不是每个系统都能有（\\ : * ? " < > |，结尾的空格和点，CON、NUL 这样的设备名），归档在 Windows 上解不开；改名以后再归档',
        'not every system can have a file of this name (\\ : * ? " < > |, a blank or a point at the end, a device such as '
        "CON or NUL), and Windows could not unpack the archive; rename it, then close the stage",
    ),
    "problem.close-alike": (
        "这个文件和 {other} 的名称只差大小写（或写法），在 Windows 上是同一个文件，归档解开后只剩一个；改名以后再归档",
        "this file and {other} have names that differ in case or in spelling alone; to Windows they are one file, and only "
        "one would be left of an unpacked archive; rename one, then close the stage",
    ),
    "problem.no-such-unit": (
        "没有“{found}”这个单位{nearest:hint}",
        "there is no unit “{found}”{nearest:hint}",
    ),
    "problem.archive-broken": (
        "这个归档已损坏或不完整，打不开；换一份完好的",
        "this archive is damaged or cut short and can't be opened; get a sound copy",
    ),
    "problem.archive-too-large": (
        "这个归档有 {count} 个文件，解压后 {size} MB，不像 kaohe 写的归档，没有解压",
        "this archive has {count} {count:file|files} and {size} MB when unpacked, which is no archive of kaohe's; it was not unpacked",
    ),
    "problem.archive-leads-out": (
        "归档里的“{member}”通向归档之外，或不是每个系统都能有的文件名，没有解压；kaohe 不会写出这样的归档",
        "“{member}” in the archive leads out of it, or is no file's name on some systems, so nothing was unpacked; kaohe "
        "writes no such archive",
    ),
    "problem.archive-twice": (
        "归档里有两个“{member}”，没有解压",
        "the archive has “{member}” twice, so nothing was unpacked",
    ),
    "problem.archive-alike": (
        "归档里的“{member}”和“{other}”在 Windows 上是同一个文件，没有解压；kaohe 不会写出这样的归档",
        "“{member}” and “{other}” in the archive are one file to Windows, so nothing was unpacked; kaohe writes no such archive",
    ),
    "problem.archive-no-manifest": (
        "归档里没有清单 {member}，不是 kaohe close 写的归档",
        "there is no manifest {member} in the archive; kaohe close has not written it",
    ),
    "problem.archive-manifest": (
        "归档的清单 {member} 读不懂：被改过，或是别的版本写的",
        "the archive's manifest {member} can't be understood: it was altered, or another version has written it",
    ),
    "problem.archive-missing": (
        "清单里的“{member}”归档里没有",
        "“{member}” stands in the manifest and is not in the archive",
    ),
    "problem.archive-extra": (
        "归档里的“{member}”不在清单上，是后来放进去的",
        "“{member}” is in the archive and not in its manifest: it was added later",
    ),
    "problem.archive-member-broken": (
        "归档里的“{member}”损坏或加了密，读不出来",
        "“{member}” in the archive is damaged or encrypted and can't be read",
    ),
    "problem.archive-changed": (
        "归档里的“{member}”改过：SHA-256 应为 {expected}，现在是 {found}",
        "“{member}” in the archive was changed: its SHA-256 should be {expected}, but it is {found}",
    ),
    "problem.archive-not-scored": (
        "归档里的文件不全或打不了分，没有重新打分",
        "what lies in the archive is not complete or can't be scored, so it was not scored anew",
    ),
    "problem.archive-no-scores": (
        "归档里的得分 {member} 没有或读不懂，无法对照",
        "the scores {member} are not in the archive or can't be read, so they can't be compared",
    ),
    "problem.archive-score": (
        "{unit} {stage}{item:of item}：归档里是 {found}，重新打分是 {expected}",
        "{unit} {stage}{item:of item}: the archive has {found}, scored anew it is {expected}",
    ),
    "problem.archive-output": (
        "归档里的“{member}”不是归档里的文件算出来的",
        "“{member}” in the archive is not what the files in it give",
    ),
    "problem.archive-output-more": (
        "归档里的“{member}”不是这一阶段该有的文件",
        "“{member}” in the archive is none of the files that the stage gives",
    ),
    "problem.archive-sealed": (
        "封存的内容不是归档里的文件算出来的：摘要应为 {expected}，现在是 {found}",
        "what is sealed is not what the files in the archive give: the digest should be {expected}, but it is {found}",
    ),
    "problem.closed-changed": (
        "归档以后改过",
        "changed since the stage was closed",
    ),
    "problem.closed-new": (
        "归档以后新增，不在归档里",
        "new since the stage was closed: it is not in the archive",
    ),
    "problem.closed-missing": (
        "归档里有，文件夹里没有了",
        "in the archive, and not in the folder any more",
    ),
    "problem.archive-for-folder": (
        "文件夹要和一个归档一起给，如 kaohe verify 2011.zip 文件夹",
        "a folder is compared with one archive: kaohe verify 2011.zip FOLDER",
    ),
}
