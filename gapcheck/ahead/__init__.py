"""What comes next: whom to ask, and what nobody thought to ask for."""
