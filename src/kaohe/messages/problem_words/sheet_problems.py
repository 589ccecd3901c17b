"""What the face of a sheet says of files that are not counted in it."""

SENTENCES = {
    "problem.stage-left-out": (
        "{stage:of}{file} 没有计入，它或它前面的文件有误；本表只到{reached}",
        "{stage:of}{file} is not counted, for it or a file before it is wrong; this sheet ends with {reached}",
    ),
}
