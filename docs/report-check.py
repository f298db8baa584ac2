#!/usr/bin/env python3
"""Computes the figures of a report again, from the facts that its page exports.

    report-check.py responses   Europe/Moscow 2026-11-01 2026-11-30 < facts-2026-11-01-2026-11-30.csv
    report-check.py escalations Europe/Moscow 2026-11-01 2026-11-30 < facts-2026-11-01-2026-11-30.csv
    report-check.py resolution  Europe/Moscow 2026-11-01 2026-11-30 < facts-2026-11-01-2026-11-30.csv
    report-check.py queue       Europe/Moscow 2026-11-01 2026-11-30 < queue-2026-11-01-2026-11-30.csv
    report-check.py breaches    Europe/Moscow 2026-11-01 2026-11-30 < breaches-2026-11-01-2026-11-30.csv
    report-check.py agents      Europe/Moscow 2026-11-01 2026-11-30 < agents-2026-11-01-2026-11-30.csv
    report-check.py steps       Europe/Moscow 2026-11-01 2026-11-30 --diagram ticket --version 3 < steps-….csv

Each line is a line of the page: its name, then its figures from left to right. Shares are percent, cut to one decimal; times
are whole seconds. Nothing is shared with the desk: the verdict on a first response is found again from its moments, durations
are sorted one by one, and tickets are counted one by one for each day of the queue.
"""
import argparse
import csv
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

MARKS = [60, 300, 900, 1800, 3600, 7200, 14400, 28800, 57600, 86400, 172800, 345600, 604800, 1209600, 2419200]
LONG = 93


def parsed(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def seconds(begin, end):
    return (parsed(end) - parsed(begin)) // timedelta(seconds=1)


def day(text, zone):
    return parsed(text).astimezone(zone).date()


def monday(day):
    return day - timedelta(days=day.weekday())


def share(part, whole):
    if whole == 0:
        return ""
    tenths = part * 1000 // whole
    return f"{tenths // 10}.{tenths % 10}"


def say(name, *figures):
    print(name, *figures, sep=",")


def apart(rows, ways, asked):
    """The rows that are alike, by each way to tell them apart."""
    for way, key in ways.items():
        groups = defaultdict(list)
        if way.endswith("all"):
            groups["all"] = []
        for row in rows:
            groups[key(row)].append(row)
        for code, alike in sorted(groups.items(), key=lambda group: str(group[0])):
            yield f"{way}:{code}", alike


def verdict(row):
    if row["closing_reason"] == "NO_LICENCE":
        return "NO_LICENCE"
    due = parsed(row["response_due_at"])
    if row["response_at"]:
        return "MET" if parsed(row["response_at"]) <= due else "BREACHED"
    return "BREACHED" if parsed(row["closed_at"]) > due else "RELEASED"


def tickets_apart(asked):
    return {
        "all": lambda row: "all",
        "week": lambda row: monday(day(row["closed_at"], asked.zone)),
        "window": lambda row: f'{row["window_clause"]}:{row["window_seconds"]}',
        "channel": lambda row: row["channel"],
        "type": lambda row: row["type"],
        "priority": lambda row: row["priority"] or "NONE",
        "service": lambda row: row["service"],
    }


def responses(rows, asked):
    for name, alike in apart(rows, tickets_apart(asked), asked):
        verdicts = [verdict(row) for row in alike]
        met, late = verdicts.count("MET"), verdicts.count("BREACHED")
        say(
            name, len(alike), met, late, share(met, met + late), verdicts.count("RELEASED"),
            verdicts.count("NO_LICENCE"),
        )


def escalations(rows, asked):
    ways = tickets_apart(asked)
    del ways["window"]
    for name, alike in apart(rows, ways, asked):
        licensed = sum(row["closing_reason"] != "NO_LICENCE" for row in alike)
        escalated = sum(row["escalated"] == "true" for row in alike)
        say(name, licensed, escalated, share(escalated, licensed))


def resolution(rows, asked):
    rows = [row for row in rows if row["closing_reason"] != "NO_LICENCE"]
    whole = sorted(seconds(row["registered_at"], row["closed_at"]) for row in rows)
    desk = sorted(
        seconds(row["registered_at"], row["closed_at"]) - int(row["waited_seconds"]) for row in rows
    )
    for name, taken in (("all", whole), ("desk", desk)):
        ranks = [-(-len(taken) * percent // 100) for percent in (50, 90, 95)]
        say(f"percentiles:{name}", len(taken), *[taken[rank - 1] if taken else "" for rank in ranks])
    for begin, end in zip([0] + MARKS, MARKS + [10**12]):
        counts = [sum(begin <= one < end for one in taken) for taken in (whole, desk)]
        say(f"bucket:{begin}", counts[0], share(counts[0], len(whole)), counts[1], share(counts[1], len(desk)))


def queue(rows, asked):
    spans = [
        (day(row["registered_at"], asked.zone), day(row["closed_at"], asked.zone) if row["closed_at"] else date.max)
        for row in rows
    ]
    first, last = asked.first, min(asked.last, asked.now.astimezone(asked.zone).date())
    say("queue:before", sum(came < first <= went for came, went in spans))
    weekly = (asked.last - asked.first).days + 1 > LONG
    begin = first
    while begin <= last:
        end = min(last, begin + timedelta(days=6 - begin.weekday())) if weekly else begin
        say(
            f"queue:{end}",
            sum(begin <= came <= end for came, _ in spans),
            sum(begin <= went <= end for _, went in spans),
            sum(came <= end < went for came, went in spans),
        )
        begin = end + timedelta(days=1)


def cause(row):
    parts = [("UNTOUCHED", "untouched_seconds"), ("WORKED", "worked_seconds"), ("WAITED", "waited_seconds")]
    return max(parts, key=lambda part: int(row[part[1]]))[0]


def breaches(rows, asked):
    ways = {
        "breach-all": lambda row: "all",
        "breach-kind": lambda row: row["kind"],
        "breach-cause": cause,
        "breach-line": lambda row: row["line"],
        "breach-type": lambda row: row["type"],
        "breach-service": lambda row: row["service"],
        "breach-week": lambda row: monday(day(row["closed_at"], asked.zone)),
    }
    for name, alike in apart(rows, ways, asked):
        kept = sum(row["kept"] == "true" for row in alike)
        late, untouched, worked, waited = (
            sum(int(row[column + "_seconds"]) for row in alike) for column in ("late", "untouched", "worked", "waited")
        )
        mean = late // len(alike) if alike else 0
        say(name, len(alike), kept, len(alike) - kept, mean, untouched, worked, waited)


def agents(rows, asked):
    ways = {
        "agent": lambda row: row["agent"],
        "agent-week": lambda row: monday(day(row["closed_at"], asked.zone)),
    }
    for name, alike in apart(rows, ways, asked):
        given = [row["response"] for row in alike if row["response"]]
        met = given.count("MET")
        say(
            name, len(alike), *[sum(int(row[deed]) for row in alike) for deed in ("decisions", "replies", "notes")],
            len(given), met, share(met, len(given)),
        )


def steps(rows, asked):
    rows = [row for row in rows if row["diagram"] == asked.diagram and row["version"] == asked.version]
    everything = sum(int(row["seconds"]) for row in rows)
    for name, alike in apart(rows, {"step": lambda row: row["element"]}, asked):
        visits, spent = (sum(int(row[column]) for row in alike) for column in ("visits", "seconds"))
        say(name, visits, spent, spent // visits if visits else 0, share(spent, everything))


REPORTS = [responses, escalations, resolution, queue, breaches, agents, steps]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("report", choices=[report.__name__ for report in REPORTS])
    arguments.add_argument("zone", type=ZoneInfo, help="whose days are meant, such as Europe/Moscow")
    arguments.add_argument("first", type=date.fromisoformat, help="the period's first day")
    arguments.add_argument("last", type=date.fromisoformat, help="the period's last day")
    arguments.add_argument("--now", type=parsed, default=datetime.now(timezone.utc), help="the moment of the question")
    arguments.add_argument("--diagram", default="ticket")
    arguments.add_argument("--version", default="1")
    asked = arguments.parse_args()
    sys.stdin.reconfigure(encoding="utf-8-sig")
    rows = list(csv.DictReader(sys.stdin))
    next(report for report in REPORTS if report.__name__ == asked.report)(rows, asked)


if __name__ == "__main__":
    main()
