#!/usr/bin/env python3
"""Builds networks.bin.gz: address -> network (AS number, name) and its kind, from the list of announced prefixes.

The kind comes from kinds.csv. It is judged per network, and per prefix where a carrier runs handsets and fixed lines
in one network.
"""

import csv
import ipaddress
import re
import sys
from collections import Counter

import ranges

# The order is the order of NetworkKind in the code that reads the table.
KINDS = ("unknown", "home", "mobile", "hosting", "relay", "business")


class Kinds:
    """The rows of kinds.csv, checked."""

    def __init__(self, path):
        self.of_asn, self.of_name, self.prefixes = {}, [], {4: [], 6: []}
        with open(path, newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(line for line in lines if not line.startswith("#")):
                self.take(KINDS.index(row["kind"]), row["by"], row["pattern"])

    def take(self, kind, by, pattern):
        if by == "asn":
            if self.of_asn.setdefault(int(pattern), kind) != kind:
                raise ValueError(f"AS {pattern} has two kinds")
        elif by == "name":
            self.of_name.append((kind, re.compile(pattern, re.IGNORECASE)))
        elif by == "prefix":
            prefix, asn = pattern.split("@")
            self.add_prefix((kind, int(asn)), ipaddress.ip_network(prefix))
        else:
            raise ValueError(f"unknown way of matching: {by}")

    def add_prefix(self, speaker, network):
        first, last = int(network[0]), int(network[-1])
        self.prefixes[network.version].append((*ranges.cut(first, last, network.version), speaker))

    def of(self, asn, name):
        if asn in self.of_asn:
            return self.of_asn[asn]
        return next((kind for kind, pattern in self.of_name if pattern.search(name)), 0)

    def flattened(self, family):
        """Prefixes without overlap: the smallest that holds an address wins."""
        layers = sorted(self.prefixes[family], key=lambda row: row[1] - row[0], reverse=True)
        flat = []
        for start, end, speaker in layers:
            flat = [piece for old in flat for piece in without(old, start, end)] + [(start, end, speaker)]
        return sorted(flat)


def without(old, start, end):
    if old[0] < start:
        yield old[0], min(old[1], start - 1), old[2]
    if old[1] > end:
        yield max(old[0], end + 1), old[1], old[2]


def kind_at(asn, speaker, kind_of):
    """The kind of a piece of a network: that of the prefix row if it speaks for this network, else the network's."""
    return speaker[0] if speaker is not None and speaker[1] == asn else kind_of[asn]


def network_of(row):
    return int(row[2]), " ".join(row[3].split())


def main(target, date, folder, kinds_file):
    kinds = Kinds(kinds_file)
    announced = {family: ranges.read(f"{folder}/asn-ipv{family}-num.csv", family, network_of) for family in (4, 6)}
    uses, names = Counter(), {}
    for family in announced.values():
        for _, _, (asn, name) in family:
            uses[asn] += 1
            names[asn] = name
    # The most used networks get the smallest numbers, which are the shortest to write.
    order = sorted(uses, key=lambda asn: (-uses[asn], asn))
    number = {asn: i + 1 for i, asn in enumerate(order)}
    kind_of = {asn: kinds.of(asn, names[asn]) for asn in order}
    table = ranges.Writer("SKN1", date)
    table.number(len(order))
    for asn in order:
        table.number(asn)
    for asn in order:
        table.text(names[asn])
    for family, bits in ((4, ranges.V4_BITS), (6, ranges.V6_BITS)):
        pieces = (
            (start, end, number[network[0]] * 8 + kind_at(network[0], speaker, kind_of))
            for start, end, (network, speaker) in ranges.overlay(announced[family], kinds.flattened(family))
            if network is not None
        )
        starts, values = ranges.segments(pieces)
        table.family(starts, values, bits)
        print(f"networks, IPv{family}: {len(starts)} segments of {len(order)} networks")
    table.save(target)
    print("kinds of networks:", {KINDS[kind]: n for kind, n in Counter(kind_of.values()).items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
