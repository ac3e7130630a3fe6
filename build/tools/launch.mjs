/** Install, build, choose a host, become it: what `npm start` does. */
import { ensureBuilt } from '../build.mjs';
import { chooseHost, hasDefaultApp } from './choose-host.mjs';
import { ensureInstalled } from './install.mjs';
import { below, root, say, stop } from './place.mjs';
import { become } from './run.mjs';
import { stageRuntime } from './stage-runtime.mjs';

const usage = `npm start [-- OPTIONS]
  --browser    serve the app to a browser, even where there is an Electron runtime
  --desktop    open the Electron window, or fail
  --no-open    with the browser host: print the address only
EVENWATCH_HOST=desktop|browser does the same as the first two; EVENWATCH_DATA names the data folder.`;

function optionsOf(args) {
  const known = ['--browser', '--desktop', '--no-open', '--help'];
  const strange = args.find((argument) => !known.includes(argument));
  if (strange) stop(`there is no option ${strange}.\n${usage}`);
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  const wish = process.env.EVENWATCH_HOST || null;
  if (wish && wish !== 'desktop' && wish !== 'browser')
    stop(`EVENWATCH_HOST is "${wish}"; it can be desktop or browser.`);
  if (args.includes('--browser') && args.includes('--desktop'))
    stop('--browser and --desktop exclude each other.');
  const forced = args.includes('--browser') ? 'browser' : args.includes('--desktop') ? 'desktop' : wish;
  return { forced, open: !args.includes('--no-open') };
}

export async function launch(args) {
  const { forced, open } = optionsOf(args);
  await ensureInstalled();
  const choice = await chooseHost(forced);
  if (choice.error) stop(choice.error);
  try {
    await ensureBuilt(
      choice.host === 'desktop' ? ['renderer', 'desktop', 'preload'] : ['renderer', 'browser'],
    );
  } catch (error) {
    stop(`the build failed: ${error.message}`);
  }
  if (choice.host === 'browser') {
    become(process.execPath, [below('out/browser/main.js'), ...(open ? [] : ['--no-open'])]);
    return;
  }
  say('opening the window');
  if (hasDefaultApp(choice.folder)) become(choice.executable, [root]);
  else become(stageRuntime(choice), []);
}
