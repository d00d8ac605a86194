import './zod-config.ts';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { type AppStatus, readStatus } from '#core/ipc/app-channels.ts';
import { App } from './app.tsx';
import { call } from './client.ts';
import { ScreenFailed } from './parts/boundary.tsx';
import { SetUpScreen } from './screens-on-demand.ts';
import { i18n } from './text/i18n.ts';

/**
 * Brings the page to life. Asked before anything is drawn what the records are like: the first
 * picture is then the right one. A picture of the sign-in screen that already stands
 * (build/first-picture.ts) is taken over as it is, with what was typed meanwhile.
 */
export async function startDesk(place: Element): Promise<void> {
  const about = await call(readStatus, null).then(
    (reply) => (reply.ok ? reply.value : undefined),
    () => undefined,
  );
  if (about?.vault.kind === 'empty') await SetUpScreen.ready();
  const isPictured = place.hasChildNodes() && about?.vault.kind === 'locked';
  if (isPictured) hydrateRoot(place, <Desk about={about} />);
  else createRoot(place).render(<Desk about={about} />);
}

/** @param about undefined when the main process could not answer, as after a broken installation */
export function Desk({ about }: { readonly about: AppStatus | undefined }) {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        {about === undefined ? <ScreenFailed /> : <App status={about} />}
      </I18nProvider>
    </StrictMode>
  );
}
