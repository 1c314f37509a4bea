"""What is printed for people and for programs: findings, and a plan with all its sums."""
