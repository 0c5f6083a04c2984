"""Writes src/test/resources/oracle anew: /usr/bin/python3 -B src/test/oracle/golden.py"""

import arrangement
import elementwise
import linear_algebra
import losses
import recorder
import reductions

assert arrangement and elementwise and linear_algebra and losses and reductions
recorder.write()
