import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.IOException;
import java.io.Reader;
import java.io.StreamTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A benchmark instance through Timefold's default search: java Solve INSTANCE.txt SECONDS SEED.
 *
 * <p>The instance is whole numbers with blanks between: weeks, rest weeks, people, slots, weights of rest, load, holidays; for
 * each person attainable share, band, holiday base; for each slot week, load, holiday, number of takers, and person and price
 * of each. Prints one JSON object as the other solvers do; Timefold proves nothing, so its bound is null.
 */
public class Solve {
  private static int next(StreamTokenizer numbers) throws IOException {
    if (numbers.nextToken() != StreamTokenizer.TT_NUMBER) throw new IOException("a number is missing on line " + numbers.lineno());
    return (int) numbers.nval;
  }

  private static Rota read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      StreamTokenizer numbers = new StreamTokenizer(reader);
      int weeks = next(numbers);
      int restWeeks = next(numbers);
      int people = next(numbers);
      int slots = next(numbers);
      Rules.rest = next(numbers);
      Rules.load = next(numbers);
      Rules.holidays = next(numbers);
      List<Person> team = new ArrayList<>();
      for (int at = 0; at < people; at++) team.add(new Person(at, next(numbers), next(numbers), next(numbers)));
      List<Turn> turns = new ArrayList<>();
      for (int at = 0; at < slots; at++) {
        int week = next(numbers);
        int load = next(numbers);
        int holiday = next(numbers);
        Map<Person, Integer> price = new HashMap<>();
        List<Person> takers = new ArrayList<>();
        for (int left = next(numbers); left > 0; left--) {
          Person taker = team.get(next(numbers));
          takers.add(taker);
          price.put(taker, next(numbers));
        }
        turns.add(new Turn(at, week, load, holiday, takers, price));
      }
      List<Window> windows = IntStream.range(restWeeks, weeks).mapToObj(end -> new Window(end - restWeeks, end)).toList();
      return new Rota(team, windows, turns);
    }
  }

  /** Peak memory of this process where the system tells it, in MB. */
  private static double memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  public static void main(String[] given) throws IOException {
    Rota rota = read(Path.of(given[0]));
    long began = System.nanoTime();
    long constant = Rules.nothingHeld(rota);
    List<String> trace = new ArrayList<>();
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(Rota.class)
            .withEntityClasses(Turn.class)
            .withConstraintProviderClass(Rules.class)
            .withRandomSeed(Long.parseLong(given[2]))
            .withTerminationSpentLimit(Duration.ofMillis((long) (Double.parseDouble(given[1]) * 1000)));
    Solver<Rota> solver = SolverFactory.<Rota>create(config).buildSolver();
    solver.addEventListener(
        event -> {
          HardSoftLongScore score = (HardSoftLongScore) event.getNewBestScore();
          if (!event.isNewBestSolutionInitialized() || score.hardScore() < 0) return;
          trace.add("[" + (System.nanoTime() - began) / 1e9 + "," + (constant - score.softScore()) + "]");
        });
    Rota best = solver.solve(rota);
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpu = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    boolean lawful = best.score.hardScore() == 0;
    String people = best.turns.stream().map(turn -> String.valueOf(turn.person.number())).collect(Collectors.joining(",", "[", "]"));
    System.out.println(
        "{\"version\":\"" + SolverFactory.class.getPackage().getImplementationVersion() + "\",\"trace\":[" + String.join(",", trace) + "],\"people\":"
            + (lawful ? people : "null") + ",\"cost\":" + (lawful ? constant - best.score.softScore() : "null")
            + ",\"bound\":null,\"proven\":false,\"seconds\":" + seconds + ",\"cpuSeconds\":" + cpu + ",\"memoryMB\":" + memory() + "}");
  }
}
