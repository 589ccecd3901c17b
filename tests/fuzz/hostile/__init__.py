"""Files of every kind that kaohe reads, spoilt by their structure and a seed: whatever they hold, a run ends in words.

Units' facts in YAML, and whether their scores are right, are tried by the trials beside this folder; here it is bytes,
archives, XML, tables, documents and editors' messages.
"""
