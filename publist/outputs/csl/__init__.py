"""References in citation styles that publist does not write itself: CSL (https://docs.citationstyles.org)."""
