"""`python -m lles`: the same commands as the console script."""

import sys

from lles.site.cli import main

sys.exit(main())
