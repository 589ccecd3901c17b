"""The form as typed rules: what may be written, and what each kind of rule means."""
