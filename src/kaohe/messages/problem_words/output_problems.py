"""What there is to say of files that a batch writes, finds where it writes, or does not read."""

SENTENCES = {
    "problem.workbook-left-alone": (
        "写出之后有人保存过，里面可能有手工填的内容，没有覆盖，别的照常写；要新的，先把它改名或移走，再运行一次",
        "somebody has saved it since it was written and it may hold entries: it was left as it is, all else was written; "
        "for a new one, rename it or move it away and run again",
    ),
    "problem.output-unwritten": (
        "写不了（{detail}）{more:and more}；看看权限和磁盘空间，或者它是不是正在别的程序里打开着，再运行一次",
        "can't be written ({detail}){more:and more}; look at permissions and at the room on the disk, close it where it is "
        "open in another program, then run again",
    ),
    "problem.outputs-moved": (
        "{count} 个文件是以前运行时写的，这次不再有（单位不在了，文件有问题，或已到别的阶段）：{names}；已移到 {folder}",
        "{count} {count:file|files} of earlier runs that this one has none of (the unit is gone, its file is bad, or it is "
        "at another stage): {names}; moved to {folder}",
    ),
    "problem.outputs-stale": (
        "{count} 个文件是以前运行时写的，已经过时，又移不走：{names}；请删掉或移走",
        "{count} {count:file|files} of earlier runs that are out of date and can't be moved: {names}; remove them",
    ),
    "problem.outputs-changed": (
        "{count} 个文件是以前运行时写的，已经过时，但写出后有人改过，没有动：{names}；看过以后请移走",
        "{count} {count:file|files} of earlier runs that are out of date, but somebody has changed them since, so they "
        "were left: {names}; look at them and move them away",
    ),
    "problem.outputs-older": (
        "{count} 个别的格式的文件是按以前的输入写的，这次没有重写：{names}；还要用的，加 --format 再运行一次",
        "{count} {count:file|files} in another format, made from earlier inputs and not written anew: {names}; to have "
        "them again, run with their --format",
    ),
    "problem.outputs-all-older": (
        "没有一个单位能打分，什么也没有写；这里的文件都是以前运行时写的",
        "no unit could be scored and nothing was written: all files here are those of earlier runs",
    ),
    "problem.manifest-unknown": (
        "不是 kaohe 写的清单，或者是更新的版本写的；不知道这里哪些文件是以前运行时写的，没有查有没有过时的，清单另写",
        "no manifest of kaohe, or one of a later version: which files here are from earlier runs is not known and none "
        "was looked for; the manifest is written anew",
    ),
    "problem.temporary-cleared": (
        "清除了以前中断的运行留下的 {count} 个临时文件",
        "removed {count} temporary {count:file|files} of a run that died",
    ),
    "problem.files-not-read": (
        "这里还有 {count} 项不当作单位的文件来读：{names}；要打分的，放在这个文件夹里面（不放在下级文件夹），用 .yaml、.json、.csv 或 .xlsx",
        "{count} {count:thing|things} here not read as units' files: {names}; what is to be scored stands in this folder "
        "itself as .yaml, .json, .csv or .xlsx",
    ),
    "problem.log-of-something-else": (
        "“{path}”不是 kaohe 的运行记录，不往里写；--log 换个名字",
        "“{path}” is no log of kaohe's and is not written to; give --log another name",
    ),
}
