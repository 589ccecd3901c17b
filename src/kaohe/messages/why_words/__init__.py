"""Why a finding is one, and what it means for the scores, a file for each kind of thing that can be wrong."""
