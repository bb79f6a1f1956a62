"""Tests: the real command on temporary sites, properties, golden files, a reference model of imports."""
