"""``python -m bot``: see :mod:`bot.cli`."""

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # until start-up is complete: imports and facts leave no garbage, so collections would only cost time
    from bot.cli import main

    sys.exit(main())
