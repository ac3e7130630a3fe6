"""On-call-rostering files through OR-Tools CP-SAT, and a second count of their rosters.

    python3 rosters.py solve FILE.dzn --seconds S --workers N
    python3 rosters.py judge FILE.dzn < roster.json        roster.json: [staff number per day, from 1]

Both work from the description of the model alone. `judge` needs the standard library only.
"""
import argparse
import json
import math
import re
import sys
import time


def read(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"%.*", "", file.read())
    number = lambda name: int(re.search(rf"\b{name}\s*=\s*(-?\d+)", text).group(1))
    array = lambda name: re.search(rf"\b{name}\s*=\s*\[([^\]]*)\]", text).group(1)
    sets = lambda name: [{int(day) for day in re.findall(r"\d+", one)} for one in re.findall(r"\{([^}]*)\}", array(name))]
    data = {name: number(name) for name in ("num_staff", "num_days", "weekend_offset", "adj_days_str", "wed_before_weekend_str")}
    data["work_load"] = [int(load) for load in re.findall(r"\d+", array("work_load"))]
    data["unavailable"], data["fixed"] = sets("unavailable"), sets("fixed")
    data["fixed_days"] = set().union(*data["fixed"])
    data["weekends"] = list(range(data["weekend_offset"] + 1, data["num_days"] + 1, 5))
    return data


def apart(data):
    """Pairs of days with different people."""
    last, fixed = data["num_days"], data["fixed_days"]
    for weekend in data["weekends"]:
        beside = [day for day in (weekend - 1, weekend + 1) if 1 <= day <= last]
        if not {weekend, *beside} <= fixed:
            yield from ((weekend, day) for day in beside)
        if weekend + 5 <= last and not {weekend, weekend + 5} <= fixed:
            yield weekend, weekend + 5


def judge(data, roster):
    last, fixed, weekends = data["num_days"], data["fixed_days"], set(data["weekends"])
    on = dict(enumerate(roster, 1))
    broken = [] if len(roster) == last else [f"{len(roster)} days of {last}"]
    for day, who in on.items():
        if not 1 <= who <= data["num_staff"] or day in data["unavailable"][who - 1]:
            broken.append(f"day {day}: {who} cannot")
        if any(day in days and who != person for person, days in enumerate(data["fixed"], 1)):
            broken.append(f"day {day} is fixed for another")
        if day <= last - 2 and on[day] == on[day + 1] == on[day + 2] and not {day, day + 1, day + 2} <= fixed:
            broken.append(f"day {day}: three in a row")
    broken += [f"days {one} and {other}" for one, other in apart(data) if on[one] == on[other]]
    cost = data["adj_days_str"] * sum(on[day] == on[day + 1] for day in range(1, last - 1))
    cost += data["wed_before_weekend_str"] * sum(on[day] == on[day - 2] for day in weekends if day > 2)
    loads = data["work_load"]
    for kind in (True, False):
        count = [sum(1 for day, who in on.items() if who == person and (day in weekends) == kind) for person in range(1, data["num_staff"] + 1)]
        cost += max(math.ceil(abs(loads[s] * count[t] - loads[t] * count[s]) / 100) for s in range(len(loads)) for t in range(len(loads)))
    return {"objective": cost, "broken": broken}


def solve(data, seconds, workers):
    import ortools
    from ortools.sat.python import cp_model
    began = time.perf_counter()
    model = cp_model.CpModel()
    staff, last, fixed = data["num_staff"], data["num_days"], data["fixed_days"]
    on = {(day, person): model.new_bool_var("") for day in range(1, last + 1) for person in range(1, staff + 1)}
    everybody = range(1, staff + 1)
    for day in range(1, last + 1):
        model.add_exactly_one(on[day, person] for person in everybody)
        for person in everybody:
            if day in data["unavailable"][person - 1]:
                model.add(on[day, person] == 0)
            if day in data["fixed"][person - 1]:
                model.add(on[day, person] == 1)
            if day <= last - 2 and not {day, day + 1, day + 2} <= fixed:
                model.add(on[day, person] + on[day + 1, person] + on[day + 2, person] <= 2)
    for one, other in apart(data):
        for person in everybody:
            model.add_at_most_one([on[one, person], on[other, person]])
    objective = []
    pairs = [(data["adj_days_str"], day, day + 1) for day in range(1, last - 1)]
    pairs += [(data["wed_before_weekend_str"], day, day - 2) for day in data["weekends"] if day > 2]
    for price, one, other in pairs:
        both = model.new_bool_var("")
        for person in everybody:
            model.add_bool_or(~on[one, person], ~on[other, person], both)
        objective.append(price * both)
    loads = data["work_load"]
    for kind in (True, False):
        days = [day for day in range(1, last + 1) if (day in data["weekends"]) == kind]
        count = {}
        for person in everybody:
            count[person] = model.new_int_var(0, len(days), "")
            model.add(count[person] == sum(on[day, person] for day in days))
        spread = model.new_int_var(0, len(days), "")
        for s in everybody:
            for t in everybody:
                if s != t:
                    model.add(loads[s - 1] * count[t] - loads[t - 1] * count[s] <= 100 * spread)
        objective.append(spread)
    model.minimize(sum(objective))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = max(0.01, seconds - (time.perf_counter() - began))
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return {
        "version": ortools.__version__,
        "proven": status == cp_model.OPTIMAL,
        "objective": round(solver.objective_value) if found else None,
        "bound": solver.best_objective_bound,
        "seconds": time.perf_counter() - began,
        "assignment": [next(person for person in everybody if solver.boolean_value(on[day, person])) for day in range(1, last + 1)] if found else None,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["solve", "judge"])
    parser.add_argument("file")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    data = read(given.file)
    result = judge(data, json.load(sys.stdin)) if given.what == "judge" else solve(data, given.seconds, given.workers)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
