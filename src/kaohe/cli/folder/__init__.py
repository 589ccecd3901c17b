"""All units of a folder: scored in several processes, written as sheets, summaries and reports."""
