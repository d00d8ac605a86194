import './zod-config.ts';
import './styles/fonts.ts';
import './styles/desk.scss';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '#core/base/assert.ts';
import { type AppStatus, readStatus } from '#core/ipc/app-channels.ts';
import { App } from './app.tsx';
import { call } from './client.ts';
import { ScreenFailed } from './parts/boundary.tsx';
import { SetUpScreen } from './screens-on-demand.ts';
import { i18n } from './text/i18n.ts';

const place = document.querySelector('#root');
assert(place !== null, 'the page has a root');
const root = createRoot(place);
// Asked before anything is drawn: the first picture is then the right one. No `await` at the
// top: a screen that is fetched imports this very piece, and would wait for it for ever.
void call(readStatus, null).then(
  async (reply) => {
    if (reply.ok && reply.value.vault.kind === 'empty') await SetUpScreen.ready();
    show(reply.ok ? reply.value : undefined);
  },
  () => show(undefined),
);

/** @param about undefined when the main process could not answer, as after a broken installation */
function show(about: AppStatus | undefined): void {
  root.render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        {about === undefined ? <ScreenFailed /> : <App status={about} />}
      </I18nProvider>
    </StrictMode>,
  );
}
