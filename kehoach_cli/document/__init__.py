"""What a plan looks like on paper."""
