"""A survey's table, a row a respondent, as the shares that its questions come to."""
