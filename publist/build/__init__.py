"""The parts of a build: plan, staleness, rendering, the output folder."""
