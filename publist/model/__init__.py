"""The values that everything speaks of: papers, settings, problems, artifacts."""
