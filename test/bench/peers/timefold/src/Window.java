/** Weeks of which one person should hold at most one turn: from `first` to `last`, both included. */
public record Window(int first, int last) {
  boolean holds(Turn turn) {
    return first <= turn.getWeek() && turn.getWeek() <= last;
  }
}
