import './zod-config.ts';
import './styles/fonts.ts';
import './styles/sheet-fonts.ts';
import './styles/paper.scss';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { assert } from '#core/base/assert.ts';
import { readTicket, reportDrawn } from '#core/ipc/sheet-channels.ts';
import { call, onPageEvent } from './client.ts';
import { SheetView } from './sheet/sheet-view.tsx';
import { i18n } from './text/i18n.ts';

// The hidden page that draws one sheet after the other for paper. It is told the number of a
// ticket and nothing else; between two sheets it is empty.
const place = document.querySelector('#root');
assert(place !== null, 'the page has a root');
const root = createRoot(place);

async function draw(ticket: string): Promise<void> {
  const drawing = await call(readTicket, { ticket });
  if (!drawing.ok) return;
  const { sheet, format } = drawing.value;
  document.documentElement.lang = sheet.language;
  document.documentElement.dir = sheet.direction;
  document.body.className = `paper paper--${format.size}${sheet.kind === 'card' ? ' paper--cards' : ''}`;
  flushSync(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <SheetView sheet={sheet} isLarge={format.isLarge} />
      </I18nProvider>,
    ),
  );
  // Letters are asked for when lines are laid out, and not before.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  await call(reportDrawn, { ticket });
}

onPageEvent((event) => {
  if (event.kind !== 'SheetWanted') return;
  if (event.ticket === null) flushSync(() => root.render(null));
  else void draw(event.ticket);
});
