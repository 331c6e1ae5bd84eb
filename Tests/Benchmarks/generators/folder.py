# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of one scenario."""

import csv
import json
import os


class Folder:
    def __init__(self, path):
        self.path = path
        os.makedirs(path, exist_ok=True)

    def write(self, name, header, rows):
        with open(os.path.join(self.path, name + ".csv"), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header.split(","))
            writer.writerows(rows)

    def write_meeting(self, meeting):
        with open(os.path.join(self.path, "meeting.json"), "w", encoding="utf-8") as file:
            json.dump(meeting, file, indent=1)
