import { textAt, type Json } from './json-fields.ts';
import { MOST } from './outside-schedule.ts';
import type { RemoteUser } from './remote-schedule.ts';

const emailIn = (text: string | null): string | null => (text?.includes('@') === true ? text : null);

/** Collects people as a file names them, here by an id alone, there with all that is known of them: each once. */
export class OutsidePeople {
  readonly #users = new Map<string, RemoteUser>();
  readonly #byLogin = new Map<string, string>();

  /** @returns the id, under which turns speak of them */
  add(id: string, name: string | null = null, email: string | null = null): string {
    if (!this.#users.has(id))
      this.#users.set(id, { id, name: name ?? id, email: emailIn(email) ?? emailIn(name) });
    return id;
  }

  /** People as both tools list them; the name that a person reads goes before the one that they log in with. */
  addAll(users: readonly Json[]): void {
    // One more than may be: that there are too many is told by their number.
    for (const user of users.slice(0, MOST.users + 1)) {
      const login = textAt(user, 'username');
      const id = textAt(user, 'id') ?? textAt(user, 'pk') ?? login;
      if (id === null) continue;
      const name = textAt(user, 'fullName') ?? textAt(user, 'full_name') ?? textAt(user, 'name') ?? login;
      this.add(id, name, textAt(user, 'email') ?? login);
      if (login !== null) this.#byLogin.set(login, id);
    }
  }

  /** The id of somebody whom a file names by it or, as some do, by the name that they log in with. */
  idOf(said: string): string {
    return this.#users.has(said) ? said : (this.#byLogin.get(said) ?? this.add(said));
  }

  get users(): readonly RemoteUser[] {
    return [...this.#users.values()];
  }
}
