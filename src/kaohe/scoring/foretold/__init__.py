"""What a ledger says of its accounts, before a unit is known."""
