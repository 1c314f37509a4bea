"""Text, money, dates and citations as Vietnamese officials write them."""
