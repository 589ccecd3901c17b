"""The HTML report: one file that opens offline, in a browser's window, on a phone and on paper."""
