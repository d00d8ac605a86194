import './zod-config.ts';
import './styles/fonts.ts';
import './styles/sheet-fonts.ts';
import './styles/paper.scss';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { assert } from '#core/base/assert.ts';
import { readTicket, reportDrawn } from '#core/ipc/sheet-channels.ts';
import { call } from './client.ts';
import { SheetView } from './sheet/sheet-view.tsx';
import { i18n } from './text/i18n.ts';

// The hidden page that draws one sheet for paper. Its address holds a number and nothing else.
const ticket = location.hash.slice(1);
const root = document.querySelector('#root');
assert(root !== null, 'the page has a root');
const drawing = await call(readTicket, { ticket });
if (drawing.ok) {
  const { sheet, format } = drawing.value;
  document.documentElement.lang = sheet.language;
  document.documentElement.dir = sheet.direction;
  document.body.className = `paper paper--${format.size}${sheet.kind === 'card' ? ' paper--cards' : ''}`;
  const reactRoot = createRoot(root);
  flushSync(() =>
    reactRoot.render(
      <I18nProvider i18n={i18n}>
        <SheetView sheet={sheet} isLarge={format.isLarge} />
      </I18nProvider>,
    ),
  );
  await document.fonts.ready;
  await call(reportDrawn, { ticket });
}
