"""What must hold whatever is reported, worked out from what each fact may be."""
