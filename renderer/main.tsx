import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connect } from './bridge/connect.ts';
import { bindKeys, bindMenu } from './state/actions.ts';
import { followAssessments } from './state/assessment-store.ts';
import { followLeaveInHand } from './state/leave-in-hand.ts';
import { useConnection } from './state/connection-store.ts';
import { bindLinks } from './state/deep-link.ts';
import { bindDrops } from './state/dropped-files.ts';
import { bindQuit } from './state/quit.ts';
import { bindNamedFiles } from './state/recent-files.ts';
import { start } from './state/session.ts';
import { followTheme } from './state/theme.ts';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

followTheme(window);
followAssessments();
followLeaveInHand();
const bridge = connect((connection) => useConnection.setState({ connection }));
void start(bridge);
bindKeys(window);
bindMenu(window);
bindNamedFiles();
bindDrops(window);
// Only the desktop has a menu bar and notifications.
if (window.evenwatch) {
  void import('./state/window-face.ts').then(({ followFace }) => followFace());
  void import('./state/reminders.ts').then(({ followReminders }) => followReminders(window));
}
bindQuit(window);
bindLinks(window);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
