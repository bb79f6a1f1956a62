"""What is worth a look in a site that builds."""
