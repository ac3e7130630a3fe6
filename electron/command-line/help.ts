export const helpText = `Evenwatch plans a quarter of on-call fairly, offline.

  evenwatch sample [--out FILE]        the sample workspace, to try things with
  evenwatch plan FILE [options]        plan a quarter; FILE stays as it is
      --quarter 2027-Q1                which; else the next in which nobody holds a shift
      --seed N                         another seed, another of the equally good plans (1)
      --prove                          prove the plan best, or how far from the best it can be; a minute at most
      --limit SECONDS                  stop by the clock; the plan is then not reproducible
      --today DAY                      plan as on this day: what has begun by then stays
      --out FILE                       write the workspace with the plan in it
  evenwatch score FILE [--quarter Q]   how fair a quarter is, for the team and each person
  evenwatch check FILE [--quarter Q]   gaps, conflicts and warnings; of both, Q is else the last planned quarter
  evenwatch plan-instance FILE.dzn     solve an on-call-rostering file of the MiniZinc challenge
      --limit SECONDS                  stop by the clock (60); the best so far then comes with its bound
  evenwatch schema                     the JSON Schema of a workspace file

  --json           machine-readable, for every command
  --help, -h       this text

It exits with 0 when all is well; with 1 on a problem, whose reason is on standard error; with 2 when there are findings:
of check any finding, of plan and score a gap or a conflict, of plan-instance that no roster was found.
`;
