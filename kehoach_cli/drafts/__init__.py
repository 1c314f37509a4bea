"""New plans: what one must know, where each answer comes from, and the file that is made of it."""
