"""The benchmark instances through OR-Tools CP-SAT.

    python3 cp_sat.py INSTANCE.json --seconds S --workers N --form linear|squares [--hint PLAN.json] [--seed N]

`linear` follows the squares with the same chords as our own program: excess beyond the band at every load in reach. `squares`
multiplies, as most users would write it. Time begins once the instance is read, so building the model counts.
Prints one JSON object: version, trace [[seconds, cost]], people, cost, bound, proven, seconds, cpuSeconds, memoryMB.
"""
import argparse
import json
import resource
import time

import ortools
from ortools.sat.python import cp_model


def reachable(loads):
    """Sums that some of a person's slots, at most one a week, can have."""
    sums = {0}
    for choices in loads:
        sums |= {total + load for total in sums for load in choices}
    return sorted(sums)


def add_chords(model, value, points, weight_of):
    """A variable that is at least weight_of(value), convex, at the values in points."""
    top = max(weight_of(points[0]), weight_of(points[-1]))
    price = model.new_int_var(0, top, "")
    for left, right in zip(points, points[1:]):
        # The chord between neighbours: integers throughout, so multiplied with the distance.
        step = right - left
        rise = weight_of(right) - weight_of(left)
        model.add(price * step >= rise * (value - left) + weight_of(left) * step)
    if len(points) == 1:
        model.add(price >= weight_of(points[0]))
    return price


def build(instance, form, hint):
    people, slots, weights = instance["people"], instance["slots"], instance["weights"]
    rest_weeks, weeks = instance["restWeeks"], instance["weeks"]
    model = cp_model.CpModel()
    takes = {}
    by_person = [[] for _ in people]
    objective = []
    for number, slot in enumerate(slots):
        row = []
        for taker in slot["takers"]:
            var = model.new_bool_var("")
            takes[number, taker["person"]] = var
            by_person[taker["person"]].append(number)
            row.append(var)
            objective.append(taker["price"] * var)
            if hint is not None:
                model.add_hint(var, hint[number] == taker["person"])
        model.add_exactly_one(row)
    for person, own in enumerate(by_person):
        facts = people[person]
        weekly = {}
        for number in own:
            weekly.setdefault(slots[number]["week"], []).append(number)
        for numbers in weekly.values():
            if len(numbers) > 1:
                model.add_at_most_one(takes[number, person] for number in numbers)
        for end in range(rest_weeks, weeks):
            near = [takes[number, person] for number in own if end - rest_weeks <= slots[number]["week"] <= end]
            if len(near) > 1:
                breach = model.new_int_var(0, rest_weeks, "")
                model.add(breach >= sum(near) - 1)
                objective.append(weights["rest"] * breach)
        points = reachable([{slots[number]["load"] for number in numbers} for numbers in weekly.values()])
        # One variable for the sum, or each chord would repeat all of its terms.
        load = model.new_int_var(points[0], points[-1], "")
        model.add(load == sum(slots[number]["load"] * takes[number, person] for number in own))
        target, band = facts["attainable"], facts["band"]

        def excess(value):
            return max(0, abs(value - target) - band)

        holiday_slots = [number for number in own if slots[number]["holiday"] > 0]
        balances = [facts["holidayBase"] + total for total in reachable(
            [{slots[number]["holiday"] for number in numbers if slots[number]["holiday"] > 0} | {0} for numbers in weekly.values()])]
        balance = model.new_int_var(min(balances), max(balances), "")
        model.add(balance == facts["holidayBase"] + sum(slots[number]["holiday"] * takes[number, person] for number in holiday_slots))
        if form == "linear":
            objective.append(weights["load"] * add_chords(model, load, points, lambda v: excess(v) ** 2))
            objective.append(weights["holidays"] * add_chords(model, balance, balances, lambda z: z * z))
        else:
            most = max(excess(points[0]), excess(points[-1]))
            over = model.new_int_var(0, most, "")
            model.add(over >= load - target - band)
            model.add(over >= target - band - load)
            square = model.new_int_var(0, most * most, "")
            model.add_multiplication_equality(square, [over, over])
            objective.append(weights["load"] * square)
            z_square = model.new_int_var(0, max(b * b for b in balances), "")
            model.add_multiplication_equality(z_square, [balance, balance])
            objective.append(weights["holidays"] * z_square)
    model.minimize(sum(objective))
    return model, takes


class Trace(cp_model.CpSolverSolutionCallback):
    def __init__(self, began):
        super().__init__()
        self.began = began
        self.points = []

    def on_solution_callback(self):
        self.points.append([time.perf_counter() - self.began, self.objective_value])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("instance")
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--form", choices=["linear", "squares"], required=True)
    parser.add_argument("--hint")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with open(given.instance, encoding="utf-8") as file:
        instance = json.load(file)
    hint = None
    if given.hint is not None:
        with open(given.hint, encoding="utf-8") as file:
            hint = json.load(file)
    began = time.perf_counter()
    cpu = time.process_time()
    model, takes = build(instance, given.form, hint)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = given.workers
    solver.parameters.random_seed = given.seed
    solver.parameters.max_time_in_seconds = max(0.01, given.seconds - (time.perf_counter() - began))
    trace = Trace(began)
    status = solver.solve(model, trace)
    seconds = time.perf_counter() - began
    people = None
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        people = [-1] * len(instance["slots"])
        for (number, person), var in takes.items():
            if solver.boolean_value(var):
                people[number] = person
    print(json.dumps({
        "version": ortools.__version__,
        "trace": trace.points,
        "people": people,
        "cost": solver.objective_value if people is not None else None,
        "bound": solver.best_objective_bound,
        "proven": status == cp_model.OPTIMAL,
        "seconds": seconds,
        "cpuSeconds": time.process_time() - cpu,
        "memoryMB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }))


if __name__ == "__main__":
    main()
