"""What only web pages need: their blocks, before and behind trafilatura, and their title, author and date."""
