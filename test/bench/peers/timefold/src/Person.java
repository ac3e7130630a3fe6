/** Somebody with their share; loads in q, holidays in quarter-holidays. */
public record Person(int number, int attainable, int band, int holidayBase) {
  int excessSquared(int load) {
    int excess = Math.max(0, Math.abs(load - attainable) - band);
    return excess * excess;
  }
}
