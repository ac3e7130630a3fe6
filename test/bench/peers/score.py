"""A second scorer for plans of the benchmark instances, written from the formulas alone.

It shares nothing with the planner but the instance: rest windows, clashes, loads and balances are worked out here from weeks
and facts. Standard library only.

    python3 score.py INSTANCE.json < plans.json > scores.json

plans.json: {"name": [who holds each slot, -1 for open], ...}
scores.json: {"name": {"cost", "rest", "load", "holidays", "wishes", "open", "broken": [sentences]}, ...}; costs in cost units
"""
import json
import sys


def score(instance, plan):
    people, slots, weights = instance["people"], instance["slots"], instance["weights"]
    rest_weeks, weeks = instance["restWeeks"], instance["weeks"]
    broken = []
    if len(plan) != len(slots):
        broken.append(f"{len(plan)} holders for {len(slots)} slots")
    weeks_of = [[] for _ in people]
    held = [0] * len(people)
    balance = [person["holidayBase"] for person in people]
    wishes = 0
    for number, (slot, holder) in enumerate(zip(slots, plan)):
        if holder == -1:
            continue
        price = next((taker["price"] for taker in slot["takers"] if taker["person"] == holder), None)
        if price is None:
            broken.append(f"slot {number} is not for person {holder}")
            continue
        if slot["week"] in weeks_of[holder]:
            broken.append(f"person {holder} has two slots in week {slot['week']}")
        weeks_of[holder].append(slot["week"])
        wishes += price
        held[holder] += slot["load"]
        balance[holder] += slot["holiday"]
    # Without turns of an earlier quarter, rest is counted from the first week that has a whole window before it.
    breaches = 0
    for end in range(rest_weeks, weeks):
        for own in weeks_of:
            breaches += max(0, sum(1 for week in own if end - rest_weeks <= week <= end) - 1)
    excess = [max(0, abs(load - person["attainable"]) - person["band"]) for load, person in zip(held, people)]
    terms = {
        "rest": weights["rest"] * breaches,
        "load": weights["load"] * sum(one * one for one in excess),
        "holidays": weights["holidays"] * sum(z * z for z in balance),
        "wishes": wishes,
    }
    return {"cost": sum(terms.values()), **terms, "open": sum(1 for holder in plan if holder == -1), "broken": broken}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        instance = json.load(file)
    json.dump({name: score(instance, plan) for name, plan in json.load(sys.stdin).items()}, sys.stdout)


if __name__ == "__main__":
    main()
