"""What every bibliographic format does with a paper that it has read, one module each; ``steps`` has their order."""
