# SPDX-License-Identifier: GPL-3.0-or-later
"""What `programme review` says of a schedule: the only objective that counts."""

import json
import subprocess

from instances import PROGRAMME


class Disagreement(Exception):
    """A solver claims what the referee does not find: a bug in one of them."""


def objective(scenario, schedule, options=()):
    answer = subprocess.run([PROGRAMME, "review", scenario, schedule, "--json", *options], capture_output=True, text=True)
    if answer.returncode not in (0, 1):
        raise Disagreement(f"{schedule} cannot be reviewed: {answer.stderr}")
    review = json.loads(answer.stdout)
    if review["violations"]:
        raise Disagreement(f"{schedule} breaks {review['violations'][0]['message']}")
    return review["objective"]


def judge(scenario, schedule, claim, cost, options=()):
    """The objective; a solver may claim more than a schedule costs, problem.py must be right."""
    found = objective(scenario, schedule, options)
    if found != cost or found > claim:
        raise Disagreement(f"{schedule}: the solver claims {claim}, problem.py counts {cost}, the referee {found}")
    return found
