"""Random histories of hand edits and source changes end as the reference model says."""

from hypothesis import settings

from tests.support.import_model import Merging

TestMerging = Merging.TestCase
TestMerging.settings = settings(max_examples=200, stateful_step_count=30, deadline=None)
