"""Pages that were not written for the engine: what runs of them, and what does not, and why."""
