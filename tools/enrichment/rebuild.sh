#!/usr/bin/env bash
# Rebuilds the enrichment tables from the published packages. Needs npm, Python 3 and the network; the project itself does not.
# The same versions give the same bytes. To renew the data, raise the versions and dates below, run, and read the diff of docs/enrichment.md.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../../wire/src/main/resources/io/sekisho/wire/enrichment}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # package, version, folder
  mkdir -p "$work/$3"
  local archive
  archive=$(cd "$work" && npm pack --silent "$1@$2")
  tar -xzf "$work/$archive" -C "$work/$3" --strip-components=1
}

fetch @ip-location-db/geo-whois-asn-country 2.3.2026061719 whois
fetch @ip-location-db/asn-country 2.3.2026061719 registry
fetch @ip-location-db/dbip-country 2.3.2026060120 located
fetch @ip-location-db/asn 2.3.2026061719 networks
fetch disposable-email-domains 1.0.62 disposable-mit
fetch disposable-email-domains-js 1.26.0 disposable-cc0

mkdir -p "$out"
python3 "$here/build_countries.py" "$out/countries.bin.gz" 2026-06-17 "$work/whois" "$work/registry" "$work/located"
python3 "$here/build_networks.py" "$out/networks.bin.gz" 2026-06-17 "$work/networks" "$here/kinds.csv"
python3 "$here/build_disposable.py" "$out/disposable.txt.gz" 2026-09-21 "$here/never-disposable.txt" \
  "$work/disposable-mit/index.json" "$work/disposable-mit/wildcard.json" \
  "$work/disposable-cc0/dist/dict/disposable_email_blocklist.json"
ls -l "$out"
