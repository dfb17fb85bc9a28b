"""What the hosts of the site are told: policy, redirects."""
