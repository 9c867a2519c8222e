#!/usr/bin/env python3
"""Builds countries.bin.gz: address -> country, by the vote of three published lists.

No single free list is right everywhere: the WHOIS list calls all of 2001:200::/23 and more Australian, the registries'
own list calls the Tokyo machines of an American cloud American, the third places some Japanese home lines abroad. Two
that agree outvote the third; when all differ, IPv4 follows the WHOIS list and IPv6 the registries. Space that only the
third list knows is not allocated to anyone and stays out.
"""

import re
import sys

import ranges

WHOIS, REGISTRY, LOCATED = 0, 1, 2
PREFERENCE = {4: (WHOIS, REGISTRY), 6: (REGISTRY, WHOIS)}
COUNTRY = re.compile("[A-Z]{2}")
NOT_COUNTRIES = {"AP", "EU", "ZZ"}


def country_of(row):
    code = row[2]
    return code if COUNTRY.fullmatch(code) and code not in NOT_COUNTRIES else None


def elected(votes, family):
    allocated = [votes[source] for source in PREFERENCE[family] if votes[source] is not None]
    if not allocated:
        return None
    return votes[LOCATED] if votes[LOCATED] in allocated else allocated[0]


def family_of(folders, family):
    names = ("geo-whois-asn-country", "asn-country", "dbip-country")
    lists = [
        ranges.read(f"{folder}/{name}-ipv{family}-num.csv", family, country_of) for folder, name in zip(folders, names)
    ]
    for start, end, votes in ranges.overlay(*lists):
        country = elected(votes, family)
        if country is not None:
            yield start, end, country


def main(target, date, *folders):
    pieces = {family: list(family_of(folders, family)) for family in (4, 6)}
    codes = sorted({country for family in pieces.values() for _, _, country in family})
    number = {code: i + 1 for i, code in enumerate(codes)}
    table = ranges.Writer("SKC1", date)
    table.text("".join(codes))
    for family, bits in ((4, ranges.V4_BITS), (6, ranges.V6_BITS)):
        starts, values = ranges.segments((start, end, number[country]) for start, end, country in pieces[family])
        table.family(starts, values, bits)
        print(f"countries, IPv{family}: {len(starts)} segments of {len(codes)} countries")
    table.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
