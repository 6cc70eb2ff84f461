"""What was asked, what is answered, and how the answer is sent."""
