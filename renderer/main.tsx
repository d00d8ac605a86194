import './zod-config.ts';
import './styles/fonts.ts';
import './styles/desk.scss';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '#core/base/assert.ts';
import { App } from './app.tsx';
import { i18n } from './text/i18n.ts';

const root = document.querySelector('#root');
assert(root !== null, 'the page has a root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <App />
    </I18nProvider>
  </StrictMode>,
);
