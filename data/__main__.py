"""``python -m data [folder]``: check the facts without the bot."""

import sys

from data import BrokenFacts, load

try:
    show = load(sys.argv[1] if len(sys.argv) > 1 else "data/queen_of_tears")
except BrokenFacts as broken:
    sys.exit(str(broken))
print("no problems")
