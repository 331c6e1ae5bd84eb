#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a publication's letters with Python's own mail reader, as mail programs do.

usage: check_letters.py TEAM [--count N] [--to ADDRESS ...] [--language TAG=N ...]

TEAM is the folder of a publication for the Secretariat: letters.csv and letters/*.eml. Every letter must read without a
defect, hold what the table says of it, and be no other's.
"""

import argparse
import csv
import email
import email.policy
import email.utils
import html.parser
import pathlib
import re
import sys


class Page(html.parser.HTMLParser):
    """The language, the direction and the words of a letter's page."""

    def __init__(self, text):
        super().__init__()
        self.language = self.direction = None
        self.words, self.open, self.links = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in ("br", "meta"):
            self.open.append(tag)
        found = dict(attributes)
        if tag == "html":
            self.language, self.direction = found.get("lang"), found.get("dir")
        if tag == "a":
            self.links.append(found.get("href"))

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> ends nothing"

    def handle_data(self, data):
        if "title" not in self.open:
            self.words.append(data)


def only(values, what):
    assert len(values) == 1, f"{what}: {len(values)}"
    return values[0]


def squeezed(text):
    return re.sub(r"\s+", "", text.replace("—", ""))


def check(path, row):
    raw = path.read_bytes()
    assert raw.isascii(), "bytes beyond ASCII"
    assert raw.count(b"\n") == raw.count(b"\r\n"), "a line without CR LF"
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    for part in mail.walk():
        assert not part.defects, part.defects
    for name, value in mail.items():
        assert not getattr(value, "defects", ()), (name, value.defects)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == " ".join(row["subject"].split()) and mail["Subject"]
    assert email.utils.parsedate_to_datetime(str(mail["Date"])).tzinfo
    assert re.fullmatch(r"<[0-9]+\.[0-9a-f]{32}@[A-Za-z0-9.-]+>", str(mail["Message-Id"]))
    to = [address.addr_spec for address in mail["To"].addresses] if mail["To"] else []
    assert to == ([row["email"]] if row["email"] else []), to
    assert not mail["Cc"] and not mail["Bcc"]
    plain = only([p for p in mail.walk() if p.get_content_type() == "text/plain"], "plain")
    page = only([p for p in mail.walk() if p.get_content_type() == "text/html"], "page")
    text = plain.get_content()
    text = text.replace("\r\n", "\n")
    assert text.strip() == row["text"].replace("\r\n", "\n").strip(), "the table's text is another"
    shown = Page(page.get_content())
    assert shown.language == mail["Content-Language"], shown.language
    assert shown.direction == ("rtl" if row["language"] == "ar" else "ltr")
    assert squeezed("".join(shown.words)) == squeezed(text), "page and text say different things"
    for address in filter(None, (row["address"], row["webcal"])):
        assert address in text and address in shown.links, address
    return mail


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("team", type=pathlib.Path)
    parser.add_argument("--count", type=int)
    parser.add_argument("--to", action="append", default=[])
    parser.add_argument("--language", action="append", default=[])
    asked = parser.parse_args()
    with open(asked.team / "letters.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    # An apostrophe before what a spreadsheet would compute is no part of the text.
    for row in rows:
        for name, value in row.items():
            row[name] = re.sub(r"(^|[,;\n][\s\"]*)'(?=[=+@'-])", r"\1", value)
    files = sorted(asked.team.glob("letters/*.eml"))
    assert sorted(row["file"] for row in rows) == [file.name for file in files]
    mails, faults = [], []
    for row in rows:
        try:
            mails.append(check(asked.team / "letters" / row["file"], row))
        except AssertionError as fault:
            faults.append(f"{row['file']}: {fault}")
    assert len({mail["Message-Id"] for mail in mails}) == len(mails), "two letters are one"
    assert len({mail["Date"] for mail in mails}) <= 1
    if asked.count is not None and len(rows) != asked.count:
        faults.append(f"{len(rows)} letters, not {asked.count}")
    for address in asked.to:
        if address not in {row["email"] for row in rows}:
            faults.append(f"nothing to {address}")
    for item in asked.language:
        tag, count = item.split("=")
        found = sum(mail["Content-Language"] == tag for mail in mails)
        if found != int(count):
            faults.append(f"{found} letters in {tag}, not {count}")
    for file in [*files, asked.team / "letters.csv"]:
        if file.stat().st_mode & 0o077:
            faults.append(f"{file.name} can be read by others")
    print("\n".join(faults) or f"{len(rows)} letters read without a defect")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
