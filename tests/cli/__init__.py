"""The command line as a user meets it: what it prints, where, and the code it ends with."""
