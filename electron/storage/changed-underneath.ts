/** Thrown where something else wrote what is kept here: nothing was written, and nothing may be until the lead has decided. */
export class ChangedUnderneath extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} was changed by something else`);
    this.path = path;
  }
}
