"""All commands by their names, in the order in which the help lists them."""

from kaohe.cli.registration import folder_commands, rubric_commands, unit_commands

COMMANDS = {
    "score": unit_commands.add_score,
    "why": unit_commands.add_why,
    "next": unit_commands.add_next,
    "validate": rubric_commands.add_validate,
    "batch": folder_commands.add_batch,
    "table": folder_commands.add_table,
    "verify": folder_commands.add_verify,
    "close": folder_commands.add_close,
    "extract": folder_commands.add_extract,
    "announce": folder_commands.add_announce,
    "diff": unit_commands.add_diff,
    "evidence": unit_commands.add_evidence,
    "template": rubric_commands.add_template,
    "convert": unit_commands.add_convert,
    "draft": rubric_commands.add_draft,
    "check": rubric_commands.add_check,
    "test": rubric_commands.add_test,
    "cases": rubric_commands.add_cases,
    "explain": rubric_commands.add_explain,
    "schema": rubric_commands.add_schema,
    "sql": rubric_commands.add_sql,
    "rubrics": rubric_commands.add_rubrics,
    "lsp": rubric_commands.add_lsp,
}
