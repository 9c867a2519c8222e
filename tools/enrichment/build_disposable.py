#!/usr/bin/env python3
"""Builds disposable.txt.gz: domains that hand out throw-away mail addresses, from two published lists, joined.

A listed domain stands for its sub-domains too, so a domain below a listed one is left out. Names are in their ASCII
form. A list that calls a provider of lasting addresses disposable stops the build.
"""

import gzip
import json
import re
import sys

DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


def ascii_form(name):
    try:
        return name.strip().strip(".").lower().encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def above(domain):
    """The domain itself and all that lie above it, without the top level."""
    labels = domain.split(".")
    return [".".join(labels[i:]) for i in range(len(labels) - 1)]


def main(target, date, never_file, *lists):
    listed = {ascii_form(name) for path in lists for name in json.load(open(path, encoding="utf-8"))}
    good = {name for name in listed if DOMAIN.fullmatch(name)}
    print(f"disposable: {len(listed)} listed, {len(listed) - len(good)} are no domain names")
    with open(never_file, encoding="utf-8") as lines:
        lasting = [line.strip() for line in lines if not line.startswith("#")]
    wrong = sorted({parent for name in lasting for parent in above(name) if parent in good})
    if wrong:
        raise SystemExit("lasting providers are listed as disposable: " + ", ".join(wrong))
    kept = sorted(name for name in good if not any(parent in good for parent in above(name)[1:]))
    text = f"SKD1 {date}\n" + "".join(name + "\n" for name in kept)
    with open(target, "wb") as out:
        out.write(gzip.compress(text.encode("ascii"), compresslevel=9, mtime=0))
    print(f"disposable: {len(kept)} kept, {len(good) - len(kept)} lie below a kept one")


if __name__ == "__main__":
    main(*sys.argv[1:])
