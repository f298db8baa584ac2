#!/usr/bin/env python3
"""Computes the availability of a month or a year again, from the raw intervals that the page of availability exports.

    availability-check.py 2026-11 Europe/Moscow < availability-2026-11.csv
    availability-check.py 2026 Europe/Moscow --now 2026-11-26T09:20:15Z < availability-2026.csv

For the platform (down as soon as one of its services is), for the whole platform at once, and for each service in the file
it writes a line of CSV: seconds without service and available percent, with exclusions, and the same without exclusions.
Percentages are cut to four decimals. Nothing is shared with the desk: every edge of every interval is sorted, and between two
edges something either was down or was not.
"""
import argparse
import csv
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

MICROSECOND = timedelta(microseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def microseconds(moment):
    return (moment - EPOCH) // MICROSECOND


def parsed(text):
    return microseconds(datetime.fromisoformat(text.replace("Z", "+00:00")))


def limits(period, zone):
    parts = [int(part) for part in period.split("-")]
    months = 1 if len(parts) == 2 else 12
    first = parts[0] * 12 + (parts[1] - 1 if months == 1 else 0)
    return [
        microseconds(datetime(month // 12, month % 12 + 1, 1, tzinfo=zone).astimezone(timezone.utc))
        for month in (first, first + months)
    ]


def sweep(rows, begin, end):
    edges = []
    for row in rows:
        start = max(begin, parsed(row["from"]))
        stop = min(end, parsed(row["to"]) if row["to"] else end)
        if start < stop:
            edges.append((start, +1, bool(row["exclusion"])))
            edges.append((stop, -1, bool(row["exclusion"])))
    running = {True: 0, False: 0}
    counted = everything = 0
    previous = begin
    for moment, change, excluded in sorted(edges):
        if running[False]:
            counted += moment - previous
        if running[False] or running[True]:
            everything += moment - previous
        running[excluded] += change
        previous = moment
    return counted, everything


def percent(down, length):
    share = (length - down) * 1_000_000 // length
    return f"{share // 10_000}.{share % 10_000:04d}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("period", help="2026-11 or 2026")
    arguments.add_argument("zone", help="where the period begins, such as Europe/Moscow")
    arguments.add_argument("--now", help="the moment of the question, as the page names it; now")
    asked = arguments.parse_args()

    now = parsed(asked.now) if asked.now else microseconds(datetime.now(timezone.utc))
    begin, end = limits(asked.period, ZoneInfo(asked.zone))
    end = min(end, now)
    rows = list(csv.DictReader(sys.stdin))

    lines = {"platform": rows, "whole": [row for row in rows if not row["service"]]}
    for service in sorted({row["service"] for row in rows if row["service"]}):
        lines["service:" + service] = [row for row in rows if row["service"] in ("", service)]
    for name, known in lines.items():
        counted, everything = sweep(known, begin, end)
        print(
            name,
            f"{counted / 1_000_000:.3f}", percent(counted, end - begin),
            f"{everything / 1_000_000:.3f}", percent(everything, end - begin),
            sep=",",
        )


if __name__ == "__main__":
    main()
