"""``python -m bot`` and the installed script: see :mod:`bot.cli`."""

import gc
import os
import sys


def main() -> int:
    """Run the command line; return the exit code."""
    gc.disable()  # until start-up is complete: imports and facts leave no garbage, so collections would only cost time
    os.environ.setdefault("TZ", "UTC")  # as all days here; Babel opens 600 files to find out any other zone's name
    from bot import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
