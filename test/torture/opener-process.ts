/** Opens the last workspace, says what it is, closes it: to be killed in between, or to be read. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/model/json.ts';
import { keeperOn, openedBy } from './support/real-keeper.ts';

const [data = ''] = process.argv.slice(2);
process.stdout.write('begun\n');
const keeper = keeperOn(data);
const { revision, workspace, notices, readOnlyBecause } = await openedBy(keeper);
const digest = createHash('sha256').update(canonicalJson(workspace)).digest('hex');
process.stdout.write(`${JSON.stringify({ revision, digest, readOnlyBecause, notices: notices.map(({ kind }) => kind) })}\n`);
await keeper.close();
