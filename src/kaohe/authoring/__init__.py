"""What authors of rubrics and their editors need: schemas, questions, examples, checked files."""
