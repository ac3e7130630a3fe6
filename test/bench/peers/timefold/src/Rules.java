import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countBi;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;

/**
 * The cost of planning.md, section 2, as constraint streams. Somebody without any turn is in no group, so loads and balances
 * count as differences from holding nothing; Solve adds what holding nothing costs.
 */
public class Rules implements ConstraintProvider {
  static int rest;
  static int load;
  static int holidays;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      factory
          .forEachUniquePair(Turn.class, Joiners.equal(Turn::getWeek), Joiners.equal(Turn::getPerson))
          .penalize(HardSoftLongScore.ONE_HARD)
          .asConstraint("one turn at a time"),
      factory
          .forEach(Turn.class)
          .join(Window.class, Joiners.filtering((turn, window) -> window.holds(turn)))
          .groupBy((turn, window) -> turn.getPerson(), (turn, window) -> window, countBi())
          .filter((person, window, turns) -> turns > 1)
          .penalize(HardSoftLongScore.ONE_SOFT, (person, window, turns) -> rest * (turns - 1))
          .asConstraint("rest"),
      factory
          .forEach(Turn.class)
          .groupBy(Turn::getPerson, sum(turn -> turn.load))
          .impact(HardSoftLongScore.ONE_SOFT, (person, held) -> load * (person.excessSquared(0) - person.excessSquared(held)))
          .asConstraint("load"),
      factory
          .forEach(Turn.class)
          .filter(turn -> turn.holiday > 0)
          .groupBy(Turn::getPerson, sum(turn -> turn.holiday))
          .impact(
              HardSoftLongScore.ONE_SOFT,
              (person, held) -> {
                int base = person.holidayBase();
                return holidays * (base * base - (base + held) * (base + held));
              })
          .asConstraint("holidays"),
      factory
          .forEach(Turn.class)
          .impact(HardSoftLongScore.ONE_SOFT, turn -> -turn.wish())
          .asConstraint("wishes"),
    };
  }

  /** What a plan costs in which nobody holds anything. */
  static long nothingHeld(Rota rota) {
    return rota.people.stream()
        .mapToLong(one -> (long) load * one.excessSquared(0) + (long) holidays * one.holidayBase() * one.holidayBase())
        .sum();
  }
}
