"""What tests share: sites to test with, models, servers, browsers."""
