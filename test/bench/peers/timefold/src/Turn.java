import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import java.util.Map;

/** A slot of one week, and who takes it. */
@PlanningEntity
public class Turn {
  @PlanningId private int number;
  int week;
  int load;
  int holiday;
  /** Cost in wishes by who may take it. */
  Map<Person, Integer> price;
  List<Person> takers;
  @PlanningVariable Person person;

  public Turn() {}

  Turn(int number, int week, int load, int holiday, List<Person> takers, Map<Person, Integer> price) {
    this.number = number;
    this.week = week;
    this.load = load;
    this.holiday = holiday;
    this.takers = takers;
    this.price = price;
  }

  @ValueRangeProvider
  public List<Person> getTakers() {
    return takers;
  }

  public Person getPerson() {
    return person;
  }

  public int getWeek() {
    return week;
  }

  int wish() {
    return price.get(person);
  }
}
