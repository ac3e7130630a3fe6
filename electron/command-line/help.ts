import { exportFormats } from './exports/formats.ts';
import { importFormats } from './imports/formats.ts';

const formatLines = (formats: Readonly<Record<string, { readonly help: string }>>): string =>
  Object.entries(formats)
    .map(([name, { help }]) => `      ${name.padEnd(32)} ${help}`)
    .join('\n');

export const helpText = `Evenwatch plans a quarter of on-call fairly, offline.

  evenwatch sample [--out FILE]        the sample workspace, to try things with
  evenwatch plan FILE [options]        plan a quarter; FILE stays as it is
      --quarter 2027-Q1                which; else the next in which nobody holds a shift
      --seed N                         another seed, another of the equally good plans (1)
      --prove                          prove the plan best, or how far from the best it can be; a minute at most
      --max-changes K                  the best plan that gives at most K held turns to somebody else
      --pin "TURN WEEK=NAME"           who must hold a turn, such as "Team primary 2027-W07=Engineer 2"; any number of times
      --limit SECONDS                  stop by the clock; the plan is then not reproducible
      --today DAY                      plan as on this day: what has begun by then stays
      --out FILE                       write the workspace with the plan in it
  evenwatch why FILE --week 2027-W07 --person NAME
                                       why somebody holds the turns of a week, or what it would cost that they did
      --rotation NAME                  only this rotation, or one layer of it: "Team primary"
      --limit SECONDS                  for each exact price (20)
  evenwatch swaps FILE [--quarter Q]   the best exchanges of turns, of two people and round three
      --person NAME                    only those that this person is part of
  evenwatch score FILE [--quarter Q]   how fair a quarter is, for the team and each person
  evenwatch check FILE [--quarter Q]   gaps, conflicts and warnings; Q is else the last planned quarter
  evenwatch plan-instance FILE.dzn     solve an on-call-rostering file of the MiniZinc challenge
      --limit SECONDS                  stop by the clock (60); the best so far then comes with its bound
  evenwatch export FILE --format FORMAT [--out FILE or FOLDER]
                                       give away what a workspace holds; text goes to standard output without --out
${formatLines(exportFormats)}
      --quarter Q                      of plan and load; else the last planned quarter
      --audience internal|investor     of a site (internal) and of runbooks (investor): investors get those that are written for them
      --dry-run                        say which files would change, and write none
  evenwatch import FILE FROM --format FORMAT --out FILE
                                       take a file of another tool over, by the step that the window would make
${formatLines(importFormats)}
      --map "OUTSIDE=NAME"             who is meant by a name of the file; nothing behind the sign leaves it out
      --layer "SCHEDULE=LAYER"         which schedule of the file stands for which layer here, such as "First line=Team primary"
      --quarter Q                      of schedules: up to the end of which quarter; else of the next
      --dry-run                        say what would change, and write nothing
  evenwatch diff BEFORE AFTER          what the second version says otherwise, record by record, in words
  evenwatch merge OURS THEIRS --to OUT bring two versions of one workspace together, by record and field
      --base FILE                      the state that both come from; else the journal and the copies of either are asked
      --prefer ours|theirs             whose value stands where both changed one field; without it nothing is written then
      --dry-run                        say what would change in OURS, and write nothing
  evenwatch verify FILE                whether a workspace, its journal, or an exported journal (.jsonl) was altered, and where
  evenwatch schema                     the JSON Schema of a workspace file

  --json           machine-readable, for every command
  --help, -h       this text

It exits with 0 when all is well; with 1 on a problem, whose reason is on standard error; with 2 when there are findings:
of check any finding, of plan and score a gap or a conflict, of plan-instance that no roster was found, of diff any difference, of merge that conflicts are left, of verify something that was altered,
of --dry-run that something would change.
`;
