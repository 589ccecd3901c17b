"""What authors of rubrics and their editors need: drafts, schemas, checked files, cases, mutants, rubrics compared."""
