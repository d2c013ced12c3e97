"""Codes and notes written into somebody's own YAML."""
