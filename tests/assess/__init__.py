"""Truth tables of the judgement, one line a case."""
