import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.List;

/** A quarter: who may take what, and who does. */
@PlanningSolution
public class Rota {
  @ProblemFactCollectionProperty List<Person> people;
  @ProblemFactCollectionProperty List<Window> windows;
  @PlanningEntityCollectionProperty List<Turn> turns;
  @PlanningScore HardSoftLongScore score;

  public Rota() {}

  Rota(List<Person> people, List<Window> windows, List<Turn> turns) {
    this.people = people;
    this.windows = windows;
    this.turns = turns;
  }

  public HardSoftLongScore getScore() {
    return score;
  }
}
