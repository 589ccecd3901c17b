"""Rubrics, units' files and formulas made up by their structure and a seed, and what must hold of every one of them.

What the language gains is tried without more ado: keys, types of rules and kinds of facts come from the schemas
(`schema_drafts`). `test_language` tells what these can't: whether a text is a formula, a draft that makes sense for a
type of rule (`language`, `rule_drafts`). What a formula may say of facts is in `typed_formulas`.
"""
