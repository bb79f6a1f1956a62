"""Tests of the room network: no request leaves this machine."""
