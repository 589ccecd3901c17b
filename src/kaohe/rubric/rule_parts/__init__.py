"""What rule types are made of: what every rule has, amounts and sides, what is counted, what is promised and said."""
