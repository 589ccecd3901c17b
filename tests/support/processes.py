"""Several commands run by one process of their own, under an environment that only a process can have."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence

from support.command_line import Ran, clean_environment

DRIVER = """
import io, json, sys
from kaohe.cli.main import main
told = []
for command in json.loads(sys.argv[1]):
    kept = sys.stdout, sys.stderr
    encoding, errors = sys.stdout.encoding, sys.stdout.errors
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdout = io.TextIOWrapper(out, encoding=encoding, errors=errors, write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding=encoding, errors=errors, write_through=True)
    sys.argv = ["kaohe", *command.split()]
    try:
        main()
    except SystemExit as ended:
        code = ended.code
    except BaseException as fault:
        code, trace = 99, repr(fault)
        sys.stderr.buffer.write(b"Traceback " + trace.encode("ascii", "replace"))
    told.append((code, out.getvalue().hex(), err.getvalue().hex()))
    sys.stdout, sys.stderr = kept
print(json.dumps(told))
"""


def ran_under(options: Sequence[str], commands: Sequence[str], environment: Mapping[str, str]) -> dict[str, Ran]:
    """What each command left, by the command; `options` are the interpreter's."""
    done = subprocess.run(
        [sys.executable, *options, "-c", DRIVER, json.dumps(commands)],
        env=clean_environment(**environment),
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout)
    return {
        command: Ran(code, bytes.fromhex(out), bytes.fromhex(err))
        for command, (code, out, err) in zip(commands, told, strict=True)
    }
