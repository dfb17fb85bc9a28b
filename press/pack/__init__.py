"""What is made smaller or taken away: bundles, archives, compressed copies."""
