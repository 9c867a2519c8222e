"""Address ranges: reading them from CSV, cutting them to what the tables keep, and writing the binary form.

A family is a list of (start, end, value), sorted, without overlap, ends included. IPv4 addresses keep 32 bits. IPv6
addresses keep their upper 64: a customer has a whole /64, and the event's own `ip` key is the /64 as well.
"""

import csv
import gzip

V4_BITS, V6_BITS = 32, 64


def read(path, family, value_of):
    rows = []
    with open(path, newline="", encoding="utf-8") as lines:
        for row in csv.reader(lines):
            span = cut(int(row[0]), int(row[1]), family)
            if span is not None:
                rows.append((*span, value_of(row)))
    return sorted(rows)


def cut(start, end, family):
    """The part of a range that consists of whole addresses (v4) or whole /64 networks (v6); None when there is none."""
    if family == 4:
        return start, end
    first = (start + (1 << 64) - 1) >> 64
    last = ((end + 1) >> 64) - 1
    return (first, last) if first <= last else None


def overlay(*families):
    """Yields (start, end, [value of each family or None]) over all pieces that the borders of the families make."""
    edges = sorted({edge for family in families for start, end, _ in family for edge in (start, end + 1)})
    cursors = [0] * len(families)
    for start, following in zip(edges, edges[1:]):
        values = []
        for i, family in enumerate(families):
            while cursors[i] < len(family) and family[cursors[i]][1] < start:
                cursors[i] += 1
            at = cursors[i]
            values.append(family[at][2] if at < len(family) and family[at][0] <= start else None)
        yield start, following - 1, values


def segments(pieces):
    """Starts and values that cover the whole family from 0 on; 0 stands for 'not in the table'; equal neighbours join."""
    starts, values, at = [0], [0], 0
    for start, end, value in pieces:
        if start > at:
            append(starts, values, at, 0)
        append(starts, values, start, value)
        at = end + 1
    append(starts, values, at, 0)
    return starts, values


def append(starts, values, start, value):
    if start == starts[-1]:
        values[-1] = value
        if len(values) > 1 and values[-2] == value:
            starts.pop()
            values.pop()
    elif values[-1] != value:
        starts.append(start)
        values.append(value)


class Writer:
    """The binary form: big-endian header, LEB128 numbers, columns one after the other so that they compress well."""

    def __init__(self, magic, date):
        self.bytes = bytearray(magic.encode("ascii"))
        self.text(date)

    def number(self, value):
        while value >= 0x80:
            self.bytes.append(0x80 | (value & 0x7F))
            value >>= 7
        self.bytes.append(value)

    def text(self, value):
        encoded = value.encode("utf-8")
        self.number(len(encoded))
        self.bytes += encoded

    def family(self, starts, values, bits):
        if starts[-1] >= 1 << bits:
            starts, values = starts[:-1], values[:-1]
        self.number(len(starts))
        for before, start in zip([0, *starts], starts):
            self.number(start - before)
        for value in values:
            self.number(value)

    def save(self, path):
        with open(path, "wb") as target:
            target.write(gzip.compress(bytes(self.bytes), compresslevel=9, mtime=0))
